//! The feed of what changed in public: written in the transaction of the change, tailed by every
//! server to keep its snapshot and its search index current.

use std::collections::BTreeSet;

use sqlx::{query, query_as};
use uuid::Uuid;

use crate::db::{Db, DbError, Timestamp, Tx};
use crate::on;

/// How many sequence numbers behind the newest are read again: a PostgreSQL transaction that took
/// a lower number may commit later than one with a higher.
const WINDOW: i64 = 500;

/// Records that the public object `id` of `kind` changed.
pub async fn push(tx: &mut Tx, kind: &str, id: Uuid, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("insert into search_changes (kind, object_id, changed_at) values ($1, $2, $3)")
        .bind(kind)
        .bind(id)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Reads the feed from where it stood.
#[derive(Debug, Default)]
pub struct Tail {
    newest: i64,
    seen: BTreeSet<i64>,
}

impl Tail {
    /// Takes everything that is there now as seen.
    pub async fn from_now(tx: &mut Tx) -> Result<Self, DbError> {
        let mut tail = Self::default();
        let (newest,): (i64,) =
            on!(tx, |c| query_as("select coalesce(max(seq), 0) from search_changes").fetch_one(c).await)?;
        tail.newest = newest;
        tail.read(tx).await?;
        Ok(tail)
    }

    /// Whether something is there that was not seen before; marks it as seen.
    pub async fn advance(&mut self, db: &Db) -> Result<bool, DbError> {
        let mut tx = db.read().await?;
        self.read(&mut tx).await
    }

    async fn read(&mut self, tx: &mut Tx) -> Result<bool, DbError> {
        let rows: Vec<(i64,)> =
            on!(tx, |c| query_as("select seq from search_changes where seq > $1 order by seq")
                .bind(self.newest - WINDOW)
                .fetch_all(c)
                .await)?;
        let mut fresh = false;
        for (seq,) in rows {
            fresh |= self.seen.insert(seq);
            self.newest = self.newest.max(seq);
        }
        self.seen = self.seen.split_off(&(self.newest - WINDOW));
        Ok(fresh)
    }
}
