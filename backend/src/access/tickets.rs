//! One-time proofs on their way: a mailed code, a link, an invitation, a password that waits for its
//! second factor. The database has hashes of their secrets only.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
use sha2::{Digest as _, Sha256};
use sqlx::{FromRow, query, query_as};

use super::keys::{KeysError, random};
use crate::db::{DbError, Timestamp, Tx};
use crate::ids::UserId;
use crate::on;

/// Wrong codes after which a ticket is void: six digits allow no more.
pub const MOST_FAILURES: i64 = 5;

/// What a ticket is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Sign in by a mailed code or link.
    Mail,
    /// The password was right; a code of the second factor is missing.
    SecondFactor,
    /// The password was right; a second factor has to be set up.
    Enrol,
    /// Choose the first password.
    Invitation,
    /// Choose a new password.
    Reset,
    /// Make the very first account.
    SetUp,
    /// Come back from the city's identity provider.
    Oidc,
}

impl Purpose {
    /// As the database writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::SecondFactor => "second_factor",
            Self::Enrol => "enrol",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::SetUp => "set_up",
            Self::Oidc => "oidc",
        }
    }

    /// How long it is good. Codes and links that sign in: ten minutes (ASVS 5.0, 6.5.5).
    pub const fn lifetime(self) -> Duration {
        match self {
            Self::Mail | Self::SecondFactor | Self::Oidc => Duration::minutes(10),
            Self::Enrol => Duration::minutes(30),
            Self::Reset => Duration::hours(1),
            Self::SetUp => Duration::hours(24),
            Self::Invitation => Duration::days(7),
        }
    }
}

/// A new secret of 256 bits, as text for links and JSON.
pub fn secret() -> Result<String, KeysError> {
    Ok(URL_SAFE_NO_PAD.encode(random::<32>()?))
}

/// The hash under which a secret is kept; secrets of 256 bits need no slow hash.
pub fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// Six random digits.
pub fn six_digits() -> Result<String, KeysError> {
    // 2^64 is so much larger than 10^6 that the remainder favours no digit measurably.
    Ok(format!("{:06}", u64::from_be_bytes(random::<8>()?) % 1_000_000))
}

/// A ticket on its way into the database.
#[derive(Debug)]
pub struct NewTicket {
    /// What its holder shows.
    pub secret: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is.
    pub user: Option<UserId>,
    /// The address that it was mailed to: keyed hash and sealed.
    pub email: Option<(Vec<u8>, Vec<u8>)>,
    /// The six digits, where there are some.
    pub code: Option<String>,
    /// The link's token, where it is another than the secret.
    pub token: Option<String>,
    /// What only this purpose needs, sealed.
    pub payload: Option<Vec<u8>>,
}

impl NewTicket {
    /// One for a purpose with a new secret and nothing else.
    pub fn new(purpose: Purpose, user: Option<UserId>) -> Result<Self, KeysError> {
        Ok(Self { secret: secret()?, purpose, user, email: None, code: None, token: None, payload: None })
    }
}

/// A ticket that is good.
#[derive(Debug, FromRow)]
pub struct Ticket {
    /// The hash of its secret.
    pub id: Vec<u8>,
    /// Whose it is.
    pub user_id: Option<UserId>,
    /// The keyed hash of the address.
    pub email_hash: Option<Vec<u8>>,
    /// The address, sealed.
    pub email_sealed: Option<Vec<u8>>,
    /// The hash of the six digits.
    pub code_hash: Option<Vec<u8>>,
    /// The hash of the link's token.
    pub token_hash: Option<Vec<u8>>,
    /// What only this purpose needs, sealed.
    pub payload_sealed: Option<Vec<u8>>,
}

/// The hash of a short code, bound to its ticket.
pub fn code_hash(secret: &str, code: &str) -> Vec<u8> {
    hash(&format!("{secret}:{code}"))
}

/// Keeps a ticket.
pub async fn insert(tx: &mut Tx, ticket: &NewTicket, now: Timestamp) -> Result<(), DbError> {
    let code = ticket.code.as_ref().map(|code| code_hash(&ticket.secret, code));
    let (email_hash, email_sealed) = ticket.email.clone().unzip();
    on!(tx, |c| {
        query(
        "insert into tickets (id, purpose, user_id, email_hash, email_sealed, code_hash, token_hash, \
         payload_sealed, failures, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)",
    )
    .bind(hash(&ticket.secret))
    .bind(ticket.purpose.as_str())
    .bind(ticket.user)
    .bind(email_hash)
    .bind(email_sealed)
    .bind(code)
    .bind(ticket.token.as_deref().map(hash))
    .bind(&ticket.payload)
    .bind(now)
    .bind(Timestamp::new(now.utc() + ticket.purpose.lifetime()))
    .execute(c)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// The ticket with this secret, if it is for this and still good.
pub async fn find(
    tx: &mut Tx,
    purpose: Purpose,
    secret: &str,
    now: Timestamp,
) -> Result<Option<Ticket>, DbError> {
    Ok(on!(tx, |c| query_as::<_, Ticket>(
        "select id, user_id, email_hash, email_sealed, code_hash, token_hash, payload_sealed from tickets \
         where id = $1 and purpose = $2 and used_at is null and expires_at > $3 and failures < $4",
    )
    .bind(hash(secret))
    .bind(purpose.as_str())
    .bind(now)
    .bind(MOST_FAILURES)
    .fetch_optional(c)
    .await)?)
}

/// Uses a ticket up; `false` if somebody was faster.
pub async fn take(tx: &mut Tx, ticket: &Ticket, now: Timestamp) -> Result<bool, DbError> {
    let taken = on!(tx, |c| query("update tickets set used_at = $2 where id = $1 and used_at is null")
        .bind(&ticket.id)
        .bind(now)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(taken == 1)
}

/// Counts a wrong code.
pub async fn fail(tx: &mut Tx, ticket: &Ticket) -> Result<(), DbError> {
    on!(tx, |c| query("update tickets set failures = failures + 1 where id = $1")
        .bind(&ticket.id)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Voids every open ticket of this purpose: of one user, or, without a user, of all.
pub async fn void(
    tx: &mut Tx,
    purpose: Purpose,
    user: Option<UserId>,
    now: Timestamp,
) -> Result<(), DbError> {
    on!(tx, |c| query(
        "update tickets set used_at = $3 where purpose = $1 and used_at is null \
         and (user_id = $2 or $4)",
    )
    .bind(purpose.as_str())
    .bind(user)
    .bind(now)
    .bind(user.is_none())
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Voids every open ticket of a user: what began with the old credentials does not go on.
pub async fn void_all(tx: &mut Tx, user: UserId, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("update tickets set used_at = $2 where user_id = $1 and used_at is null")
        .bind(user)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Forgets what has expired.
pub async fn sweep(tx: &mut Tx, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("delete from tickets where expires_at < $1").bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}
