//! Residents sign in with a code or link that is mailed to them. Anybody may call this.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, post};
use mitwirken_shared::accounts::{ChallengeAnswer, SignInByMail, SignInChallenge, SignedIn, Strength};
use mitwirken_shared::problem::{Problem, ProblemKind};
use serde_json::json;
use subtle::ConstantTimeEq as _;

use crate::access::throttle;
use crate::access::tickets::{self, NewTicket, Purpose, Ticket};
use crate::accounts::arrive::{Limits, MAIL_ADDRESS, MAIL_PAIR, MAIL_SOURCE, arrive, link};
use crate::accounts::{present, store};
use crate::app::App;
use crate::db::{Timestamp, Tx};
use crate::http::{Answer, Body, CachePolicy, Fields, Query, Reader};
use crate::ids::UserId;
use crate::openapi::refusals;
use crate::outbox::{self, NewMail, Template};
use crate::problem::ApiError;

/// Where the address of a mailed code is sealed to.
const PLACE: &str = "tickets.email";

const LIMITS: Limits = Limits { pair: MAIL_PAIR, address: MAIL_ADDRESS, source: MAIL_SOURCE };

/// Ask for a code and a link to sign in
///
/// A mail with a six-digit code and a link is sent. The answer is the same whether or not there is an
/// account: whoever signs in for the first time gets one.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "ask_for_code",
    request_body = SignInByMail,
    responses(
        (status = 202, description = "The mail is on its way", body = SignInChallenge),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/mail")]
pub async fn ask_for_code(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    let email = fields.email("email");
    if email.is_none() && !fields.has("email") {
        fields.refuse("email", "missing", [].into());
    }
    fields.finish()?;
    let Some(email) = email else {
        return Err(ApiError::invalid("/email", "missing"));
    };
    let now = app.clock.now();
    let keys = &app.access.keys;
    let hash = keys.email_hash(&email);
    if let Err(seconds) = throttle::take(&app.db, &LIMITS.buckets(&app, &request, &hash), now).await? {
        return Err(ApiError::too_many(seconds));
    }
    let mut ticket = NewTicket::new(Purpose::Mail, None).map_err(ApiError::internal)?;
    let code = tickets::six_digits().map_err(ApiError::internal)?;
    let token = tickets::secret().map_err(ApiError::internal)?;
    ticket.email = Some((hash.clone(), keys.seal(PLACE, email.as_bytes()).map_err(ApiError::internal)?));
    ticket.code = Some(code.clone());
    ticket.token = Some(token.clone());
    let mut tx = app.db.write().await?;
    let user = store::find_user_by_email(&mut tx, &hash).await?;
    tickets::insert(&mut tx, &ticket, now).await?;
    // Whoever was disabled gets no mail, and the same answer.
    if user.as_ref().is_none_or(|user| user.disabled_at.is_none()) {
        let lang = user.as_ref().map_or(reader.lang.as_str(), |user| user.locale.as_str());
        let values = json!({
            "code": code,
            "link": link(&app, "anmelden/link", &token),
            "minutes": Purpose::Mail.lifetime().num_minutes(),
        });
        let mail = NewMail { to: &email, lang, template: Template::SignIn, values };
        outbox::enqueue(&mut tx, keys, app.ids, now, mail).await?;
    }
    tx.commit().await?;
    app.wake();
    let expires_in = u32::try_from(Purpose::Mail.lifetime().num_seconds()).unwrap_or(0);
    let challenge = SignInChallenge { challenge: ticket.secret, expires_in };
    let body = Body::json(&challenge).map_err(ApiError::internal)?;
    Ok(Answer::new(Arc::new(body), CachePolicy::NoStore).with_status(StatusCode::ACCEPTED))
}

/// Sign in with the code, or with the token of the link
///
/// Only the device that asked can: it shows its challenge. Five wrong codes void the challenge.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "answer_code",
    request_body = ChallengeAnswer,
    responses(
        (status = 200, description = "Signed in; the refresh token is in a cookie", body = SignedIn),
        (status = 401, description = "Code or link are wrong, used or too old", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/mail/answer")]
pub async fn answer_code(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    let challenge = fields.secret("challenge", 100);
    let token = fields.has("token").then(|| fields.secret("token", 100)).flatten();
    let code = if fields.has("token") { fields.text("code", 20) } else { fields.required_text("code", 20) };
    fields.finish()?;
    let failed = || ApiError::new(ProblemKind::SignInFailed);
    let challenge = challenge.ok_or_else(failed)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let ticket = tickets::find(&mut tx, Purpose::Mail, &challenge, now).await?.ok_or_else(failed)?;
    if !fits(&ticket, &challenge, code.as_deref(), token.as_deref()) {
        tickets::fail(&mut tx, &ticket).await?;
        tx.commit().await?;
        return Err(failed());
    }
    if !tickets::take(&mut tx, &ticket, now).await? {
        return Err(failed());
    }
    let user = find_or_make(&app, &mut tx, &ticket, &reader.lang, now).await?.ok_or_else(failed)?;
    arrive(&app, tx, &request, &user, Strength::Mail, Vec::new()).await
}

fn fits(ticket: &Ticket, challenge: &str, code: Option<&str>, token: Option<&str>) -> bool {
    let same = |kept: &Option<Vec<u8>>, shown: Vec<u8>| {
        kept.as_ref().is_some_and(|kept| bool::from(kept.as_slice().ct_eq(&shown)))
    };
    let digits = |code: &str| code.chars().filter(char::is_ascii_digit).collect::<String>();
    code.is_some_and(|code| same(&ticket.code_hash, tickets::code_hash(challenge, &digits(code))))
        || token.is_some_and(|token| same(&ticket.token_hash, tickets::hash(token)))
}

/// The account of the address that the ticket was mailed to; made now if there is none.
async fn find_or_make(
    app: &App,
    tx: &mut Tx,
    ticket: &Ticket,
    lang: &str,
    now: Timestamp,
) -> Result<Option<store::UserRow>, ApiError> {
    let Some((hash, sealed)) = ticket.email_hash.as_ref().zip(ticket.email_sealed.as_ref()) else {
        return Ok(None);
    };
    if store::find_user_by_email(tx, hash).await?.is_none() {
        let keys = &app.access.keys;
        let email = keys.open_text(PLACE, sealed).map_err(ApiError::internal)?;
        let row = store::NewUserRow {
            id: UserId(app.ids.next()),
            email: (hash.clone(), keys.seal(present::EMAIL, email.as_bytes()).map_err(ApiError::internal)?),
            name: "",
            name_folded: "",
            locale: lang,
        };
        store::insert_user(tx, &row, now).await?;
    }
    Ok(store::find_user_by_email(tx, hash).await?.filter(|user| user.disabled_at.is_none()))
}
