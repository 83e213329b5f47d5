//! Staff sign in with password and second factor. Anybody may call this.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, post};
use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::qr::QRBuilder;
use mitwirken_shared::accounts::{
    Enrolment, SecondFactor, SecondFactorWanted, SignInByMail, SignInByPassword, SignedIn, Strength,
    Ticket as TicketBody,
};
use mitwirken_shared::problem::{Problem, ProblemKind};
use serde_json::json;

use crate::access::password::{self, Verdict};
use crate::access::tickets::{self, NewTicket, Purpose, Ticket};
use crate::access::{throttle, totp};
use crate::accounts::arrive::{
    CODE_USER, Limits, MAIL_ADDRESS, MAIL_PAIR, MAIL_SOURCE, PASSWORD_ADDRESS, PASSWORD_PAIR,
    PASSWORD_SOURCE, arrive, email_of, link, request_id, second_factor, spoken,
};
use crate::accounts::store::{self, UserRow};
use crate::app::App;
use crate::audit::{self, Actor, Event};
use crate::db::{Timestamp, Tx};
use crate::http::{Answer, Fields, Query, Reader};
use crate::openapi::refusals;
use crate::outbox::{self, NewMail, Template};
use crate::problem::ApiError;

/// Where TOTP secrets are sealed to.
pub(super) const TOTP: &str = "users.totp";

const LIMITS: Limits = Limits { pair: PASSWORD_PAIR, address: PASSWORD_ADDRESS, source: PASSWORD_SOURCE };
const RESET_LIMITS: Limits = Limits { pair: MAIL_PAIR, address: MAIL_ADDRESS, source: MAIL_SOURCE };

pub(super) fn failed() -> ApiError {
    ApiError::new(ProblemKind::SignInFailed)
}

fn no_parameters(request: &HttpRequest) -> Result<Reader, ApiError> {
    let mut query = Query::new(request)?;
    let reader = Reader::new(request, &mut query);
    query.finish()?;
    Ok(reader)
}

/// Sign in with password: the first step
///
/// A right password is answered with what comes next: a code of the second factor, or setting it up.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "sign_in",
    request_body = SignInByPassword,
    responses(
        (status = 200, description = "The password is right; the second factor is missing", body = SecondFactorWanted),
        (status = 401, description = "Address or password are wrong", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/password")]
pub async fn sign_in(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    no_parameters(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let email = fields.required_text("email", 254);
    let typed = fields.secret("password", password::LONGEST);
    fields.finish()?;
    let (email, typed) = email.zip(typed).ok_or_else(failed)?;
    let now = app.clock.now();
    let hash = app.access.keys.email_hash(&email);
    let buckets = LIMITS.buckets(&app, &request, &hash);
    if let Err(seconds) = throttle::take(&app.db, &buckets, now).await? {
        return Err(ApiError::too_many(seconds));
    }
    let mut tx = app.db.read().await?;
    let user = store::find_user_by_email(&mut tx, &hash).await?.filter(|user| user.disabled_at.is_none());
    drop(tx);
    let stored = user.as_ref().and_then(|user| user.password_hash.as_deref());
    let verdict = password::verify(&typed, stored).await.map_err(ApiError::internal)?;
    // Hashing takes a while: it never holds the one writer.
    let renewed = match verdict {
        Verdict::RightButOld => Some(password::hash(&typed).await.map_err(ApiError::internal)?),
        Verdict::Right | Verdict::Wrong => None,
    };
    let mut tx = app.db.write().await?;
    let Some(user) = user.filter(|_| verdict != Verdict::Wrong) else {
        // Known and unknown addresses leave the same trace, and take the same time.
        refuse(&app, &mut tx, &request, "password", None, now).await?;
        tx.commit().await?;
        return Err(failed());
    };
    if let Some((before, after)) = user.password_hash.as_ref().zip(renewed) {
        store::rehash(&mut tx, user.id, before, &after).await?;
    }
    throttle::give_back(&mut tx, &buckets).await?;
    let wanted = second_factor(&mut tx, &user, now).await?;
    tx.commit().await?;
    Answer::private(&wanted)
}

/// Writes down that somebody was turned away.
async fn refuse(
    app: &App,
    tx: &mut Tx,
    request: &HttpRequest,
    step: &'static str,
    user: Option<&UserRow>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let request_id = request_id(request);
    let actor = user.map_or(Actor::Anonymous, |user| Actor::User(user.id));
    let event = Event::new(actor, "session.refuse", "user", user.map(|user| user.id.0))
        .with_changes(json!({ "step": { "from": null, "to": step } }));
    audit::record(tx, app.ids, now, event.during(&request_id)).await?;
    Ok(())
}

/// The ticket and its account, as long as both are good.
async fn holder(
    tx: &mut Tx,
    purpose: Purpose,
    secret: &str,
    now: Timestamp,
) -> Result<(Ticket, UserRow), ApiError> {
    let ticket = tickets::find(tx, purpose, secret, now).await?.ok_or_else(failed)?;
    let id = ticket.user_id.ok_or_else(failed)?;
    let user =
        store::find_user(tx, id).await?.filter(|user| user.disabled_at.is_none()).ok_or_else(failed)?;
    // Of two sign-ins that both began before there was a second factor, only one may set it up.
    if purpose == Purpose::Enrol && user.totp_confirmed_at.is_some() {
        return Err(failed());
    }
    Ok((ticket, user))
}

/// The secret of somebody's authenticator.
pub(super) fn totp_of(app: &App, user: &UserRow) -> Result<Option<totp::Secret>, ApiError> {
    user.totp_sealed
        .as_ref()
        .map(|sealed| app.access.keys.open(TOTP, sealed).map(totp::Secret))
        .transpose()
        .map_err(ApiError::internal)
}

/// Whether the code is right and was not taken before; it is taken now.
pub(super) async fn take_code(
    app: &App,
    tx: &mut Tx,
    user: &UserRow,
    code: &str,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let Some(secret) = totp_of(app, user)? else {
        return Ok(false);
    };
    let seconds = u64::try_from(now.utc().timestamp()).unwrap_or(0);
    let Some(step) = secret.step_of(code, seconds).map_err(ApiError::internal)? else {
        return Ok(false);
    };
    Ok(store::take_totp_step(tx, user.id, i64::try_from(step).unwrap_or(0)).await?)
}

/// The keyed hash of a recovery code.
pub(super) fn recovery_hash(app: &App, user: &UserRow, code: &str) -> Vec<u8> {
    let plain = totp::plain_recovery_code(code);
    app.access.keys.hash("recovery", &[user.id.0.as_bytes(), plain.as_bytes()].concat())
}

/// Sign in with password: the second step
///
/// A six-digit code of the authenticator, each good once, or a recovery code.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "confirm_sign_in",
    request_body = SecondFactor,
    responses(
        (status = 200, description = "Signed in; the refresh token is in a cookie", body = SignedIn),
        (status = 401, description = "The code is wrong or used, or the first step too long ago", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/password/code")]
pub async fn confirm_sign_in(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    no_parameters(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let ticket = fields.secret("ticket", 100);
    let code = fields.required_text("code", 40);
    fields.finish()?;
    let (secret, code) = ticket.zip(code).ok_or_else(failed)?;
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let (_, user) = holder(&mut tx, Purpose::SecondFactor, &secret, now).await?;
    drop(tx);
    let bucket = CODE_USER.bucket(&app.access.keys, &[user.id.0.as_bytes()]);
    if let Err(seconds) = throttle::take(&app.db, std::slice::from_ref(&bucket), now).await? {
        return Err(ApiError::too_many(seconds));
    }
    let mut tx = app.db.write().await?;
    let (ticket, user) = holder(&mut tx, Purpose::SecondFactor, &secret, now).await?;
    let by_code = take_code(&app, &mut tx, &user, &code, now).await?;
    let by_recovery = !by_code
        && store::take_recovery_code(&mut tx, user.id, &recovery_hash(&app, &user, &code), now).await?;
    if !by_code && !by_recovery {
        tickets::fail(&mut tx, &ticket).await?;
        refuse(&app, &mut tx, &request, "code", Some(&user), now).await?;
        tx.commit().await?;
        return Err(failed());
    }
    if !tickets::take(&mut tx, &ticket, now).await? {
        return Err(failed());
    }
    throttle::give_back(&mut tx, &[bucket]).await?;
    if by_recovery {
        notify(&app, &mut tx, &user, Template::RecoveryCodeUsed, now).await?;
    }
    arrive(&app, tx, &request, &user, Strength::Totp, Vec::new()).await
}

/// Mails somebody that something happened to the own account.
pub(super) async fn notify(
    app: &App,
    tx: &mut Tx,
    user: &UserRow,
    template: Template,
    now: Timestamp,
) -> Result<(), ApiError> {
    let to = email_of(app, user)?;
    let values = json!({ "name": user.name, "at": spoken(now, &user.locale) });
    let mail = NewMail { to: &to, lang: &user.locale, template, values };
    outbox::enqueue(tx, &app.access.keys, app.ids, now, mail).await?;
    Ok(())
}

/// Set up the second factor: get its secret
///
/// Each call makes a new secret; it counts once it is confirmed with a code.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "begin_enrolment",
    request_body = TicketBody,
    responses(
        (status = 200, description = "What an authenticator needs", body = Enrolment),
        (status = 401, description = "The first step was too long ago", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/second-factor")]
pub async fn begin_enrolment(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    no_parameters(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let ticket = fields.secret("ticket", 100);
    fields.finish()?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let (_, user) = holder(&mut tx, Purpose::Enrol, &ticket.ok_or_else(failed)?, now).await?;
    let secret = totp::Secret::new().map_err(ApiError::internal)?;
    let sealed = app.access.keys.seal(TOTP, &secret.0).map_err(ApiError::internal)?;
    store::set_totp(&mut tx, user.id, Some(&sealed), now).await?;
    tx.commit().await?;
    let uri = secret.uri(&app.config.site_name, &email_of(&app, &user)?).map_err(ApiError::internal)?;
    let qr = QRBuilder::new(uri.clone()).build().map_err(|error| ApiError::internal(format!("{error:?}")))?;
    let qr_svg = SvgBuilder::default().margin(2).to_str(&qr);
    Answer::private(&Enrolment { secret: secret.readable(), uri, qr_svg })
}

/// Set up the second factor: confirm it with a code
#[utoipa::path(
    tag = "sign-in",
    operation_id = "confirm_enrolment",
    request_body = SecondFactor,
    responses(
        (status = 200, description = "Signed in, with new recovery codes", body = SignedIn),
        (status = 401, description = "The code is wrong, or the first step too long ago", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/second-factor/code")]
pub async fn confirm_enrolment(
    app: Data<App>,
    request: HttpRequest,
    body: Bytes,
) -> Result<Answer, ApiError> {
    no_parameters(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let ticket = fields.secret("ticket", 100);
    let code = fields.required_text("code", 20);
    fields.finish()?;
    let (secret, code) = ticket.zip(code).ok_or_else(failed)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let (ticket, user) = holder(&mut tx, Purpose::Enrol, &secret, now).await?;
    if !take_code(&app, &mut tx, &user, &code, now).await? {
        tickets::fail(&mut tx, &ticket).await?;
        tx.commit().await?;
        return Err(failed());
    }
    if !tickets::take(&mut tx, &ticket, now).await? {
        return Err(failed());
    }
    store::confirm_totp(&mut tx, user.id, now).await?;
    let codes = renew_codes(&app, &mut tx, &user).await?;
    let request_id = request_id(&request);
    let event = Event::new(Actor::User(user.id), "user.enrol", "user", Some(user.id.0));
    audit::record(&mut tx, app.ids, now, event.during(&request_id)).await?;
    arrive(&app, tx, &request, &user, Strength::Totp, codes).await
}

/// New recovery codes instead of the old ones.
pub(super) async fn renew_codes(app: &App, tx: &mut Tx, user: &UserRow) -> Result<Vec<String>, ApiError> {
    let codes = totp::recovery_codes().map_err(ApiError::internal)?;
    let hashes = codes.iter().map(|code| recovery_hash(app, user, code)).collect::<Vec<_>>();
    store::replace_recovery_codes(tx, user.id, &hashes).await?;
    Ok(codes)
}

/// Ask for a link to choose a new password
///
/// The answer is the same whether or not there is such an account. The second factor stays.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "ask_for_reset",
    request_body = SignInByMail,
    responses(
        (status = 202, description = "A mail is on its way, if the account has a password"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/password/reset")]
pub async fn ask_for_reset(
    app: Data<App>,
    request: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse, ApiError> {
    no_parameters(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let email = fields.required_text("email", 254);
    fields.finish()?;
    let now = app.clock.now();
    let hash = app.access.keys.email_hash(&email.ok_or_else(failed)?);
    if let Err(seconds) = throttle::take(&app.db, &RESET_LIMITS.buckets(&app, &request, &hash), now).await? {
        return Err(ApiError::too_many(seconds));
    }
    // What follows happens after the answer, so that its time tells nothing.
    let job = Arc::clone(&app);
    tokio::spawn(async move {
        if let Err(error) = send_reset(&job, &hash, now).await {
            tracing::error!(%error, "a link to choose a new password could not be sent");
        }
    });
    Ok(HttpResponse::build(StatusCode::ACCEPTED).insert_header(("cache-control", "no-store")).finish())
}

async fn send_reset(app: &App, hash: &[u8], now: Timestamp) -> Result<(), ApiError> {
    let mut tx = app.db.write().await?;
    let user = store::find_user_by_email(&mut tx, hash).await?;
    let Some(user) = user.filter(|user| user.disabled_at.is_none() && user.password_hash.is_some()) else {
        return Ok(());
    };
    tickets::void(&mut tx, Purpose::Reset, Some(user.id), now).await?;
    let ticket = NewTicket::new(Purpose::Reset, Some(user.id)).map_err(ApiError::internal)?;
    tickets::insert(&mut tx, &ticket, now).await?;
    let to = email_of(app, &user)?;
    let values = json!({ "name": user.name, "link": link(app, "zugang", &ticket.secret) });
    let mail = NewMail { to: &to, lang: &user.locale, template: Template::Reset, values };
    outbox::enqueue(&mut tx, &app.access.keys, app.ids, now, mail).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
