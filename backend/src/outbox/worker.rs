//! The worker that sends: takes what is due, hands it over, and notes what became of it.

use std::sync::Arc;

use chrono::Duration;

use super::render::{RenderError, Sender};
use super::store::{self, Claimed};
use super::{RECIPIENT, Transport, TransportError, VALUES};
use crate::access::Keys;
use crate::access::keys::KeysError;
use crate::db::{Db, DbError, Timestamp};
use crate::ids::MailId;

/// Mails that one server has in hand at once.
const AT_ONCE: i64 = 20;
/// Attempts after which a mail server's "later" counts as "never".
const MOST_ATTEMPTS: i64 = 12;
/// How long sent mails are remembered, without address and content.
const REMEMBERED: Duration = Duration::days(30);

/// What the worker works with.
#[derive(Debug)]
pub struct Outbox {
    /// How mails leave.
    pub transport: Transport,
    /// What they say of us.
    pub sender: Sender,
    /// Wakes the worker.
    pub wake: tokio::sync::Notify,
}

#[derive(Debug, thiserror::Error)]
enum Unsendable {
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Values(#[from] serde_json::Error),
    #[error("address or content is gone")]
    Gone,
    #[error(transparent)]
    Transport(#[from] TransportError),
}

impl Outbox {
    /// Sends everything that is due; how many mails left.
    pub async fn run(self: &Arc<Self>, db: &Db, keys: &Keys, now: Timestamp) -> Result<usize, DbError> {
        let mut left = 0;
        loop {
            let mut tx = db.write().await?;
            store::expire(&mut tx, now).await?;
            let mails = store::claim(&mut tx, now, AT_ONCE).await?;
            tx.commit().await?;
            if mails.is_empty() {
                return Ok(left);
            }
            let mut handed = tokio::task::JoinSet::new();
            for mail in mails {
                let (outbox, keys) = (Arc::clone(self), keys.clone());
                handed.spawn(async move {
                    let outcome = outbox.hand_over(&keys, &mail).await;
                    (mail.id, mail.attempts, outcome)
                });
            }
            while let Some(done) = handed.join_next().await {
                let Ok((id, attempts, outcome)) = done else {
                    // The lease ends by itself, and somebody takes the mail again.
                    continue;
                };
                left += usize::from(outcome.is_ok());
                note(db, id, attempts, outcome, now).await?;
            }
        }
    }

    async fn hand_over(&self, keys: &Keys, mail: &Claimed) -> Result<String, Unsendable> {
        let (recipient, values) =
            mail.recipient_sealed.as_ref().zip(mail.values_sealed.as_ref()).ok_or(Unsendable::Gone)?;
        let to = keys.open_text(RECIPIENT, recipient)?;
        let values = serde_json::from_slice(&keys.open(VALUES, values)?)?;
        let words = self.sender.words(&mail.template, &mail.lang, &values)?;
        let message = self.sender.message(mail.id, &to, &words, &mail.lang, mail.created_at)?;
        Ok(self.transport.send(&mail.id.0.simple().to_string(), &message).await?)
    }

    /// Forgets what was finished long ago.
    pub async fn sweep(&self, db: &Db, now: Timestamp) -> Result<(), DbError> {
        let mut tx = db.write().await?;
        store::sweep(&mut tx, Timestamp::new(now.utc() - REMEMBERED)).await?;
        tx.commit().await
    }
}

async fn note(
    db: &Db,
    id: MailId,
    attempts: i64,
    outcome: Result<String, Unsendable>,
    now: Timestamp,
) -> Result<(), DbError> {
    let mut tx = db.write().await?;
    match outcome {
        Ok(answer) => store::sent(&mut tx, id, &answer, now).await?,
        Err(Unsendable::Transport(TransportError::Later(answer))) if attempts < MOST_ATTEMPTS => {
            tracing::info!(mail = %id, attempts, answer, "mail has to wait");
            store::postpone(&mut tx, id, &answer, Timestamp::new(now.utc() + pause(attempts))).await?;
        }
        Err(reason) => {
            tracing::warn!(mail = %id, attempts, %reason, "mail could not be sent");
            store::failed(&mut tx, id, &reason.to_string(), now).await?;
        }
    }
    tx.commit().await
}

/// How long to wait after so many attempts: half a minute, doubled each time, six hours at most. The first
/// pauses are short because greylisting servers want a second try after a minute or five.
fn pause(attempts: i64) -> Duration {
    let doubled = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    Duration::seconds((30 << doubled).min(6 * 3600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_end_at_six_hours() {
        assert_eq!(pause(1), Duration::seconds(30));
        assert_eq!(pause(4), Duration::minutes(4));
        assert_eq!(pause(11), Duration::hours(6));
        assert_eq!(pause(i64::MAX), Duration::hours(6));
    }
}
