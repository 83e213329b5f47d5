//! What every way to sign in shares: limits, the mark of a known device, and the session at the end.

use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
use chrono_tz::Europe::Berlin;
use mitwirken_shared::accounts::{Role, SecondFactorWanted, SignInStep, SignedIn, Strength};
use serde_json::json;
use subtle::ConstantTimeEq as _;

use super::{present, store};
use crate::access::throttle::{Bucket, Limit};
use crate::access::tickets::{self, NewTicket, Purpose};
use crate::access::{cookies, keys, sessions, tokens};
use crate::app::App;
use crate::audit::{self, Actor, Event};
use crate::db::{Timestamp, Tx};
use crate::http::{Answer, RequestId, bucket};
use crate::ids::{SessionId, UserId};
use crate::outbox::{self, NewMail, Template};
use crate::problem::ApiError;

/// How often mail to one address may be asked for from one network …
pub(super) const MAIL_PAIR: Limit = Limit { name: "mail-pair", burst: 3, refill: Duration::minutes(5) };
/// … and from all networks together, known devices aside, so that nobody can lock somebody else out.
pub(super) const MAIL_ADDRESS: Limit =
    Limit { name: "mail-address", burst: 10, refill: Duration::minutes(10) };
/// How much mail one network may ask for: a town hall or a library shares one.
pub(super) const MAIL_SOURCE: Limit = Limit { name: "mail-source", burst: 60, refill: Duration::seconds(10) };
/// The same for passwords; what was right is given back.
pub(super) const PASSWORD_PAIR: Limit =
    Limit { name: "password-pair", burst: 5, refill: Duration::minutes(2) };
pub(super) const PASSWORD_ADDRESS: Limit =
    Limit { name: "password-address", burst: 30, refill: Duration::minutes(1) };
pub(super) const PASSWORD_SOURCE: Limit =
    Limit { name: "password-source", burst: 300, refill: Duration::seconds(2) };
/// Codes of the second factor: only who has the password gets here.
pub(super) const CODE_USER: Limit = Limit { name: "code-user", burst: 10, refill: Duration::minutes(2) };

/// The three buckets of a try with an address.
pub(super) struct Limits {
    pub pair: Limit,
    pub address: Limit,
    pub source: Limit,
}

impl Limits {
    /// The buckets for this request: a device that signed in to this address before has one of its own.
    pub fn buckets(&self, app: &App, request: &HttpRequest, email_hash: &[u8]) -> Vec<Bucket> {
        let keys = &app.access.keys;
        let source = source_of(app, request);
        let mut buckets = vec![self.source.bucket(keys, &[&source])];
        if let Some(mark) = known_device(app, request, email_hash) {
            buckets.push(self.pair.bucket(keys, &[email_hash, b"device", mark.as_bytes()]));
        } else {
            buckets.push(self.pair.bucket(keys, &[email_hash, &source]));
            buckets.push(self.address.bucket(keys, &[email_hash]));
        }
        buckets
    }
}

/// The network that a request comes from.
fn source_of(app: &App, request: &HttpRequest) -> Vec<u8> {
    match app.config.client_address(request).map(bucket) {
        Some(IpAddr::V4(address)) => address.octets().to_vec(),
        Some(IpAddr::V6(address)) => address.octets().to_vec(),
        None => Vec::new(),
    }
}

/// The mark of this device, if it signed in to this address before.
pub(super) fn known_device(app: &App, request: &HttpRequest, email_hash: &[u8]) -> Option<String> {
    let value = cookies::value_of(request, cookies::DEVICE)?;
    let (mark, proof) = value.split_once('.')?;
    let expected = device_proof(app, mark, email_hash);
    bool::from(proof.as_bytes().ct_eq(expected.as_bytes())).then(|| mark.to_owned())
}

fn device_proof(app: &App, mark: &str, email_hash: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(app.access.keys.hash("device", &[mark.as_bytes(), b".", email_hash].concat()))
}

/// The id of a request, for the audit log.
pub(super) fn request_id(request: &HttpRequest) -> String {
    use actix_web::HttpMessage as _;
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// A moment as mails say it.
pub(super) fn spoken(at: Timestamp, locale: &str) -> String {
    let local = at.utc().with_timezone(&Berlin);
    let form = if locale == "en" { "%-d %B %Y at %H:%M" } else { "%d.%m.%Y um %H:%M Uhr" };
    local.format(form).to_string()
}

/// What comes after a right password.
pub(super) async fn second_factor(
    tx: &mut Tx,
    user: &store::UserRow,
    now: Timestamp,
) -> Result<SecondFactorWanted, ApiError> {
    let (next, purpose) = match user.totp_confirmed_at {
        Some(_) => (SignInStep::Code, Purpose::SecondFactor),
        None => (SignInStep::Enrol, Purpose::Enrol),
    };
    let ticket = NewTicket::new(purpose, Some(user.id)).map_err(ApiError::internal)?;
    tickets::insert(tx, &ticket, now).await?;
    let expires_in = u32::try_from(purpose.lifetime().num_seconds()).unwrap_or(0);
    Ok(SecondFactorWanted { next, ticket: ticket.secret, expires_in })
}

/// Opens the session at the end of every way to sign in, and commits.
pub(super) async fn arrive(
    app: &App,
    mut tx: Tx,
    request: &HttpRequest,
    user: &store::UserRow,
    strength: Strength,
    recovery_codes: Vec<String>,
) -> Result<Answer, ApiError> {
    let now = app.clock.now();
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let device = sessions::device_of(agent.unwrap_or_default());
    let session = SessionId(app.ids.next());
    let refresh = sessions::insert(&mut tx, session, user.id, strength, &device, now)
        .await
        .map_err(ApiError::internal)?;
    store::seen(&mut tx, user.id, now).await?;
    let request_id = request_id(request);
    let event = Event::new(Actor::User(user.id), "session.open", "user", Some(user.id.0));
    audit::record(&mut tx, app.ids, now, event.during(&request_id)).await?;
    let known = known_device(app, request, &user.email_hash);
    let email = email_of(app, user)?;
    // The very first sign-in is no surprise to anybody.
    if known.is_none() && strength != Strength::Mail && user.last_seen_at.is_some() {
        let mail = NewMail {
            to: &email,
            lang: &user.locale,
            template: Template::NewDevice,
            values: json!({ "name": user.name, "device": device, "at": spoken(now, &user.locale) }),
        };
        outbox::enqueue(&mut tx, &app.access.keys, app.ids, now, mail).await?;
    }
    let me = present::me(&mut tx, user, &email, strength, now).await?;
    tx.commit().await?;
    app.wake();
    let mark = match known {
        Some(mark) => mark,
        None => URL_SAFE_NO_PAD.encode(keys::random::<16>().map_err(ApiError::internal)?),
    };
    let device = format!("{mark}.{}", device_proof(app, &mark, &user.email_hash));
    Ok(signed_in(app, user.id, session, me, recovery_codes, now)?
        .with_header(header::SET_COOKIE, &cookies::refresh_cookie(refresh).to_string())
        .with_header(header::SET_COOKIE, &cookies::device_cookie(device).to_string()))
}

/// The answer with an access token.
pub(super) fn signed_in(
    app: &App,
    user: UserId,
    session: SessionId,
    me: mitwirken_shared::accounts::Me,
    recovery_codes: Vec<String>,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    let access_token = app.access.issue(app.config.public_url.as_str(), user.0, session.0, now)?;
    let expires_in = u32::try_from(tokens::LIFETIME.num_seconds()).unwrap_or(0);
    Answer::private(&SignedIn { access_token, expires_in, me, recovery_codes })
}

/// The address of an account, opened.
pub(super) fn email_of(app: &App, user: &store::UserRow) -> Result<String, ApiError> {
    app.access.keys.open_text(present::EMAIL, &user.email_sealed).map_err(ApiError::internal)
}

/// The link that makes the very first account; `None` once there is an admin. Each call voids the one
/// before.
pub async fn set_up_link(app: &App) -> Result<Option<String>, ApiError> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if store::is_held(&mut tx, Role::Admin, now).await? {
        return Ok(None);
    }
    tickets::void(&mut tx, Purpose::SetUp, None, now).await?;
    let ticket = NewTicket::new(Purpose::SetUp, None).map_err(ApiError::internal)?;
    tickets::insert(&mut tx, &ticket, now).await?;
    tx.commit().await?;
    Ok(Some(link(app, "zugang", &ticket.secret)))
}

/// A link into the app whose secret no server sees before the app sends it.
pub(super) fn link(app: &App, page: &str, secret: &str) -> String {
    format!("{}/{page}#{secret}", app.config.public_url)
}
