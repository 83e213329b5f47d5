//! The chain: each event's hash covers the one before, so that none can be changed, moved or taken out
//! unnoticed. One worker seals it, in the order in which it finds the events.

use sha2::{Digest as _, Sha256};
use sqlx::query_scalar;

use super::details_digest;
use super::store::{self, Link};
use crate::db::{Db, DbError, Tx};
use crate::digest::hex;

/// How many events are sealed in one transaction.
const AT_ONCE: i64 = 500;
/// The key of PostgreSQL's advisory lock for the one worker.
const LOCK: i64 = 0x6d69_7477_6175_6469;

/// What the first event is chained to.
const BEGINNING: [u8; 32] = [0; 32];

fn hash(link: &Link, position: i64, before: &[u8]) -> Vec<u8> {
    let optional = |id: Option<uuid::Uuid>| id.map_or_else(String::new, |id| id.to_string());
    let text = [
        position.to_string(),
        link.id.to_string(),
        link.at.to_string(),
        link.actor_kind.clone(),
        optional(link.actor_id),
        link.action.clone(),
        link.object_kind.clone(),
        optional(link.object_id),
        optional(link.department_id),
        link.request_id.clone().unwrap_or_default(),
        hex(&link.details_digest),
    ]
    .join("\n");
    Sha256::new().chain_update(before).chain_update(text.as_bytes()).finalize().to_vec()
}

/// Seals what is not sealed yet; how many events.
pub async fn seal(db: &Db) -> Result<usize, DbError> {
    let mut sealed = 0;
    loop {
        let mut tx = db.write().await?;
        if let Tx::Postgres(transaction) = &mut tx {
            let first = query_scalar::<_, bool>("select pg_try_advisory_xact_lock($1)")
                .bind(LOCK)
                .fetch_one(&mut **transaction)
                .await?;
            if !first {
                return Ok(sealed);
            }
        }
        let open = store::list_unsealed(&mut tx, AT_ONCE).await?;
        if open.is_empty() {
            return Ok(sealed);
        }
        let (mut position, mut before) =
            store::head(&mut tx).await?.unwrap_or_else(|| (0, BEGINNING.to_vec()));
        for link in &open {
            position += 1;
            before = hash(link, position, &before);
            store::seal(&mut tx, link.id, position, &before).await?;
        }
        tx.commit().await?;
        sealed += open.len();
    }
}

/// What checking the chain showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whole: so many events, the last of this hash (hexadecimal).
    Whole(usize, String),
    /// Broken at this position.
    Broken(i64),
}

/// Checks the whole chain, and the details that are still there.
pub async fn verify(db: &Db) -> Result<Verdict, DbError> {
    let mut tx = db.read().await?;
    let links = store::list_sealed(&mut tx).await?;
    let mut before = BEGINNING.to_vec();
    for (expected, sealed) in (1_i64..).zip(&links) {
        let details_fit = sealed
            .details
            .as_ref()
            .is_none_or(|(salt, details)| details_digest(salt, details) == sealed.link.details_digest);
        let hash = hash(&sealed.link, expected, &before);
        if sealed.position != expected || sealed.hash != hash || !details_fit {
            return Ok(Verdict::Broken(expected));
        }
        before = hash;
    }
    Ok(Verdict::Whole(links.len(), hex(&before)))
}
