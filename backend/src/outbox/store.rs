//! SQL of the outbox.

use chrono::Duration;
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::db::{DbError, Timestamp, Tx};
use crate::ids::MailId;
use crate::on;

/// How long one server keeps a mail to itself while it sends it.
pub const LEASE: Duration = Duration::minutes(5);

/// A mail on its way in.
#[derive(Debug)]
pub struct NewRow<'row> {
    /// Its id.
    pub id: MailId,
    /// The template's name.
    pub template: &'static str,
    /// The language.
    pub lang: &'row str,
    /// The address, sealed.
    pub recipient_sealed: Vec<u8>,
    /// The address's keyed hash.
    pub recipient_hash: Vec<u8>,
    /// What the text needs, sealed.
    pub values_sealed: Vec<u8>,
    /// After that nobody needs it.
    pub expires_at: Timestamp,
}

/// A mail that this server has to send.
#[derive(Debug, FromRow)]
pub struct Claimed {
    /// Its id.
    pub id: MailId,
    /// The template's name.
    pub template: String,
    /// The language.
    pub lang: String,
    /// The address, sealed.
    pub recipient_sealed: Option<Vec<u8>>,
    /// What the text needs, sealed.
    pub values_sealed: Option<Vec<u8>>,
    /// Which attempt this is, from 1.
    pub attempts: i64,
    /// When it was put in.
    pub created_at: Timestamp,
}

pub(super) async fn insert(tx: &mut Tx, row: &NewRow<'_>, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query(
        "insert into outbox_mails (id, template, lang, recipient_sealed, recipient_hash, values_sealed, \
         state, attempts, next_attempt_at, expires_at, created_at) \
         values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $8, $7)",
    )
    .bind(row.id)
    .bind(row.template)
    .bind(row.lang)
    .bind(&row.recipient_sealed)
    .bind(&row.recipient_hash)
    .bind(&row.values_sealed)
    .bind(now)
    .bind(row.expires_at)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Takes up to `most` mails whose turn it is, so that no other server takes them.
pub async fn claim(tx: &mut Tx, now: Timestamp, most: i64) -> Result<Vec<Claimed>, DbError> {
    // The one true difference between the engines: SQLite has one writer, PostgreSQL skips what others hold.
    macro_rules! claim {
        ($lock:literal) => {
            concat!(
                "update outbox_mails set state = 'sending', attempts = attempts + 1, leased_until = $2 ",
                "where id in (select id from outbox_mails where ",
                "(state = 'waiting' and next_attempt_at <= $1) or (state = 'sending' and leased_until < $1) ",
                "order by next_attempt_at, id limit $3 ",
                $lock,
                ") returning id, template, lang, recipient_sealed, values_sealed, attempts, created_at"
            )
        };
    }
    let until = Timestamp::new(now.utc() + LEASE);
    let mut mails = match tx {
        Tx::Sqlite(transaction) => {
            query_as::<_, Claimed>(claim!(""))
                .bind(now)
                .bind(until)
                .bind(most)
                .fetch_all(&mut **transaction)
                .await?
        }
        Tx::Postgres(transaction) => {
            query_as::<_, Claimed>(claim!("for update skip locked"))
                .bind(now)
                .bind(until)
                .bind(most)
                .fetch_all(&mut **transaction)
                .await?
        }
    };
    mails.sort_by_key(|mail| mail.id);
    Ok(mails)
}

/// It was taken by the mail server; address and content go.
pub async fn sent(tx: &mut Tx, id: MailId, answer: &str, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query(
        "update outbox_mails set state = 'sent', recipient_sealed = null, values_sealed = null, \
         leased_until = null, last_answer = $2, finished_at = $3 where id = $1",
    )
    .bind(id)
    .bind(answer)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// It has to wait until `next`.
pub async fn postpone(tx: &mut Tx, id: MailId, answer: &str, next: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query(
        "update outbox_mails set state = 'waiting', leased_until = null, last_answer = $2, \
         next_attempt_at = $3 where id = $1",
    )
    .bind(id)
    .bind(answer)
    .bind(next)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// It will not be sent, unless staff says so.
pub async fn failed(tx: &mut Tx, id: MailId, answer: &str, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query(
        "update outbox_mails set state = 'failed', leased_until = null, last_answer = $2, finished_at = $3 \
         where id = $1",
    )
    .bind(id)
    .bind(answer)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// What waited too long is let go: nobody needs it any more.
pub async fn expire(tx: &mut Tx, now: Timestamp) -> Result<u64, DbError> {
    Ok(on!(tx, |c| {
        query(
        "update outbox_mails set state = 'failed', last_answer = 'expired', leased_until = null, \
         finished_at = $1 where expires_at < $1 and (state = 'waiting' or (state = 'sending' and leased_until < $1))",
    )
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected())
    })?)
}

/// Forgets what was finished before `before`.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("delete from outbox_mails where finished_at < $1")
        .bind(before)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// A mail as staff sees it.
#[derive(Clone, Debug, FromRow)]
pub struct Row {
    /// Its id.
    pub id: Uuid,
    /// The template's name.
    pub template: String,
    /// The language.
    pub lang: String,
    /// The address, sealed; gone once it was sent.
    pub recipient_sealed: Option<Vec<u8>>,
    /// Its state.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next.
    pub next_attempt_at: Timestamp,
    /// What the mail server said last.
    pub last_answer: Option<String>,
    /// When it was put in.
    pub created_at: Timestamp,
    /// When it was sent or given up.
    pub finished_at: Option<Timestamp>,
}

/// The mails in one of these states, the latest first, after `after`.
pub async fn list(tx: &mut Tx, state: &str, after: Option<Uuid>, most: i64) -> Result<Vec<Row>, DbError> {
    Ok(on!(tx, |c| query_as::<_, Row>(
        "select id, template, lang, recipient_sealed, state, attempts, next_attempt_at, last_answer, \
         created_at, finished_at from outbox_mails where state = $1 and ($2 or id < $3) \
         order by id desc limit $4",
    )
    .bind(state)
    .bind(after.is_none())
    .bind(after.unwrap_or(Uuid::nil()))
    .bind(most)
    .fetch_all(c)
    .await)?)
}

/// How many mails are in each state.
pub async fn count(tx: &mut Tx) -> Result<Vec<(String, i64)>, DbError> {
    Ok(on!(tx, |c| query_as::<_, (String, i64)>(
        "select state, count(*) from outbox_mails group by state order by state"
    )
    .fetch_all(c)
    .await)?)
}

/// Puts a failed mail back into the queue; `false` if it has not failed or its content is gone.
pub async fn retry(tx: &mut Tx, id: MailId, now: Timestamp, until: Timestamp) -> Result<bool, DbError> {
    let done = on!(tx, |c| query(
        "update outbox_mails set state = 'waiting', next_attempt_at = $2, expires_at = $3, attempts = 0, \
         finished_at = null where id = $1 and state = 'failed' and recipient_sealed is not null",
    )
    .bind(id)
    .bind(now)
    .bind(until)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Lets a failed mail go, with address and content; `false` if it has not failed.
pub async fn discard(tx: &mut Tx, id: MailId, now: Timestamp) -> Result<bool, DbError> {
    let done = on!(tx, |c| query(
        "update outbox_mails set state = 'discarded', recipient_sealed = null, values_sealed = null, \
         finished_at = $2 where id = $1 and state = 'failed'",
    )
    .bind(id)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}
