//! Accounts over HTTP.

mod invitation;
mod mail;
mod me;
mod password;
mod session;
mod users;

use crate::http::Mount;

pub(super) fn mount(config: &mut impl Mount) {
    config
        .service(mail::ask_for_code)
        .service(mail::answer_code)
        .service(password::sign_in)
        .service(password::confirm_sign_in)
        .service(password::begin_enrolment)
        .service(password::confirm_enrolment)
        .service(password::ask_for_reset)
        .service(invitation::find_invitation)
        .service(invitation::accept_invitation)
        .service(session::refresh_session)
        .service(session::end_session)
        .service(me::find_me)
        .service(me::update_me)
        .service(me::delete_me)
        .service(me::list_my_sessions)
        .service(me::end_my_sessions)
        .service(me::end_my_session)
        .service(me::change_my_password)
        .service(me::renew_my_recovery_codes)
        .service(users::list_users)
        .service(users::create_user)
        .service(users::find_user)
        .service(users::update_user)
        .service(users::reset_user)
        .service(users::create_grant)
        .service(users::revoke_grant);
}
