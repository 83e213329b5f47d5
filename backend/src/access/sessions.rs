//! Sign-ins on one device each, and their refresh tokens.
//!
//! A refresh token is good until its successor is first used: an answer that got lost does no harm, and a
//! stolen token that is used after that ends the whole family (RFC 9700, section 4.14.2).

use chrono::Duration;
use mitwirken_shared::accounts::Strength;
use mitwirken_shared::vocabulary::Vocabulary as _;
use sqlx::{FromRow, query, query_as, query_scalar};

use super::tickets::{hash, secret};
use crate::db::{DbError, Timestamp, Tx};
use crate::ids::{SessionId, UserId};
use crate::on;

/// How long a session may be unused, and how long it lasts at most.
pub const fn limits(strength: Strength) -> (Duration, Duration) {
    match strength {
        Strength::Mail => (Duration::days(30), Duration::days(90)),
        Strength::Totp | Strength::Oidc => (Duration::minutes(30), Duration::hours(12)),
    }
}

/// A session that is open.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// Its id.
    pub id: SessionId,
    /// Whose it is.
    pub user: UserId,
    /// How it came about.
    pub strength: Strength,
}

#[derive(FromRow)]
struct Row {
    id: SessionId,
    user_id: UserId,
    strength: String,
    last_used_at: Timestamp,
    expires_at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl Row {
    fn open(self, now: Timestamp) -> Option<OpenSession> {
        let strength = Strength::parse(&self.strength)?;
        let (idle, _) = limits(strength);
        let open =
            self.ended_at.is_none() && now < self.expires_at && now.utc() < self.last_used_at.utc() + idle;
        open.then_some(OpenSession { id: self.id, user: self.user_id, strength })
    }
}

/// Why a session ended, as the database writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person signed out.
    SignedOut,
    /// The person signed out everywhere.
    SignedOutEverywhere,
    /// A refresh token was used again after its successor.
    Reuse,
    /// Password or second factor were set anew.
    CredentialsChanged,
    /// The account was disabled.
    Disabled,
}

impl End {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::SignedOutEverywhere => "signed_out_everywhere",
            Self::Reuse => "reuse",
            Self::CredentialsChanged => "credentials_changed",
            Self::Disabled => "disabled",
        }
    }
}

/// Opens a session and gives its first refresh token.
pub async fn insert(
    tx: &mut Tx,
    id: SessionId,
    user: UserId,
    strength: Strength,
    device: &str,
    now: Timestamp,
) -> Result<String, SessionError> {
    let (_, longest) = limits(strength);
    on!(&mut *tx, |c| query(
        "insert into sessions (id, user_id, strength, device, created_at, last_used_at, expires_at) \
         values ($1, $2, $3, $4, $5, $5, $6)",
    )
    .bind(id)
    .bind(user)
    .bind(strength.as_str())
    .bind(device)
    .bind(now)
    .bind(Timestamp::new(now.utc() + longest))
    .execute(c)
    .await
    .map(|_| ()))?;
    insert_token(tx, id, 0).await
}

/// Why a token could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The machine gives no random numbers.
    #[error(transparent)]
    Keys(#[from] super::keys::KeysError),
}

impl From<sqlx::Error> for SessionError {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error.into())
    }
}

async fn insert_token(tx: &mut Tx, session: SessionId, generation: i64) -> Result<String, SessionError> {
    let token = secret()?;
    on!(tx, |c| query(
        "insert into refresh_tokens (token_hash, session_id, generation) values ($1, $2, $3)"
    )
    .bind(hash(&token))
    .bind(session)
    .bind(generation)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(token)
}

/// What showing a refresh token brought.
#[derive(Debug)]
pub enum Refreshed {
    /// The session goes on, with a new token.
    Goes(OpenSession, String),
    /// The token was used before its time was over: the session of this user has ended.
    Reused(OpenSession),
    /// There is no such token, or its session is over.
    Over,
}

/// Takes a refresh token and gives the next one.
pub async fn refresh(tx: &mut Tx, token: &str, now: Timestamp) -> Result<Refreshed, SessionError> {
    let shown = hash(token);
    let Some((session_id, generation)) = on!(&mut *tx, |c| query_as::<_, (SessionId, i64)>(
        "select session_id, generation from refresh_tokens where token_hash = $1"
    )
    .bind(&shown)
    .fetch_optional(c)
    .await)?
    else {
        return Ok(Refreshed::Over);
    };
    let row = on!(&mut *tx, |c| query_as::<_, Row>(
        "select id, user_id, strength, last_used_at, expires_at, ended_at from sessions where id = $1"
    )
    .bind(session_id)
    .fetch_one(c)
    .await)?;
    let Some(session) = row.open(now) else {
        return Ok(Refreshed::Over);
    };
    // The update holds the row, so that two requests with one token come one after the other.
    on!(&mut *tx, |c| query("update sessions set last_used_at = $2 where id = $1")
        .bind(session.id)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    let overtaken = on!(&mut *tx, |c| query_scalar::<_, i64>(
        "select count(*) from refresh_tokens where session_id = $1 and used_at is not null \
         and (generation > $2 or (generation = $2 and token_hash <> $3))",
    )
    .bind(session.id)
    .bind(generation)
    .bind(&shown)
    .fetch_one(c)
    .await)?;
    if overtaken > 0 {
        end(tx, session.id, End::Reuse, now).await?;
        return Ok(Refreshed::Reused(session));
    }
    on!(&mut *tx, |c| query(
        "update refresh_tokens set used_at = $2 where token_hash = $1 and used_at is null"
    )
    .bind(&shown)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    let next = insert_token(tx, session.id, generation + 1).await?;
    Ok(Refreshed::Goes(session, next))
}

/// The session of a refresh token, open or not, to end it.
pub async fn of_token(tx: &mut Tx, token: &str) -> Result<Option<SessionId>, DbError> {
    Ok(on!(tx, |c| query_scalar::<_, SessionId>(
        "select session_id from refresh_tokens where token_hash = $1"
    )
    .bind(hash(token))
    .fetch_optional(c)
    .await)?)
}

/// Ends a session; `false` if it had ended.
pub async fn end(tx: &mut Tx, id: SessionId, because: End, now: Timestamp) -> Result<bool, DbError> {
    let ended = on!(tx, |c| query(
        "update sessions set ended_at = $2, ended_because = $3 where id = $1 and ended_at is null"
    )
    .bind(id)
    .bind(now)
    .bind(because.as_str())
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(ended == 1)
}

/// Ends every session of a user but `except`; how many.
pub async fn end_all(
    tx: &mut Tx,
    user: UserId,
    except: Option<SessionId>,
    because: End,
    now: Timestamp,
) -> Result<u64, DbError> {
    Ok(on!(tx, |c| query(
        "update sessions set ended_at = $2, ended_because = $3 \
         where user_id = $1 and ended_at is null and ($4 or id <> $5)",
    )
    .bind(user)
    .bind(now)
    .bind(because.as_str())
    .bind(except.is_none())
    .bind(except.unwrap_or(SessionId(uuid::Uuid::nil())))
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?)
}

/// A session as its owner sees it.
#[derive(Clone, Debug, FromRow)]
pub struct Listed {
    /// Its id.
    pub id: SessionId,
    /// What people recognise it by.
    pub device: String,
    /// How it came about.
    pub strength: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
}

/// The open sessions of a user, the last used first.
pub async fn list_open(tx: &mut Tx, user: UserId, now: Timestamp) -> Result<Vec<Listed>, DbError> {
    let rows = on!(tx, |c| query_as::<_, Listed>(
        "select id, device, strength, created_at, last_used_at, expires_at from sessions \
         where user_id = $1 and ended_at is null and expires_at > $2 order by last_used_at desc, id",
    )
    .bind(user)
    .bind(now)
    .fetch_all(c)
    .await)?;
    Ok(rows
        .into_iter()
        .filter(|row| {
            Strength::parse(&row.strength)
                .is_some_and(|strength| now.utc() < row.last_used_at.utc() + limits(strength).0)
        })
        .collect())
}

/// Forgets sessions that ended or expired before `before`, with their tokens.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("delete from sessions where expires_at < $1 or ended_at < $1")
        .bind(before)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// What people recognise a device by, from its user agent: browser and system, nothing else.
pub fn device_of(user_agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::device_of;

    #[test]
    fn a_device_is_named_by_browser_and_system_alone() {
        for (agent, name) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.5.0", ""),
        ] {
            assert_eq!(device_of(agent), name);
        }
    }
}
