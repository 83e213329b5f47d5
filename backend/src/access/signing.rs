//! The signing keys of access tokens in the database: made on first start, turned over without signing
//! anybody out.

use chrono::Duration;
use sqlx::{FromRow, query, query_as};

use super::keys::{Keys, KeysError};
use super::tokens::{KeyPair, KeyRing, LIFETIME};
use crate::db::{Db, DbError, Timestamp, Tx};
use crate::ids::Ids;
use crate::on;

/// Where the private part is sealed to.
const PLACE: &str = "signing_keys.private";

/// Why the signing keys cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A key cannot be made or opened.
    #[error("signing key: {0}")]
    Keys(#[from] KeysError),
}

impl From<sqlx::Error> for SigningError {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error.into())
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    public_key: Vec<u8>,
    private_sealed: Vec<u8>,
    retired_at: Option<Timestamp>,
}

/// The ring of all keys that may still have signed a token that is good; makes the first key.
pub async fn load(db: &Db, keys: &Keys, ids: Ids, now: Timestamp) -> Result<KeyRing, SigningError> {
    let mut tx = db.read().await?;
    let rows = list(&mut tx, now).await?;
    drop(tx);
    if let Some(ring) = ring(&rows, keys)? {
        return Ok(ring);
    }
    let mut tx = db.write().await?;
    if let Tx::Postgres(transaction) = &mut tx {
        // Of several servers that start at once one makes the key; SQLite's write lock does the same.
        query("lock table signing_keys in exclusive mode").execute(&mut **transaction).await?;
    }
    let mut rows = list(&mut tx, now).await?;
    if !rows.iter().any(|row| row.retired_at.is_none()) {
        rows.push(insert(&mut tx, keys, ids, now).await?);
    }
    tx.commit().await?;
    ring(&rows, keys)?.ok_or(SigningError::Keys(KeysError::Sealed))
}

/// Makes a new key the signing one; the old ones still check what they signed.
pub async fn rotate(db: &Db, keys: &Keys, ids: Ids, now: Timestamp) -> Result<(), SigningError> {
    let mut tx = db.write().await?;
    on!(&mut tx, |c| query("update signing_keys set retired_at = $1 where retired_at is null")
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    insert(&mut tx, keys, ids, now).await?;
    tx.commit().await?;
    Ok(())
}

async fn list(tx: &mut Tx, now: Timestamp) -> Result<Vec<Row>, DbError> {
    // A server may go on signing with a retired key until it looks again.
    let since = Timestamp::new(now.utc() - LIFETIME - Duration::hours(1));
    Ok(on!(tx, |c| query_as::<_, Row>(
        "select id, public_key, private_sealed, retired_at from signing_keys \
         where retired_at is null or retired_at > $1 order by created_at, id",
    )
    .bind(since)
    .fetch_all(c)
    .await)?)
}

async fn insert(tx: &mut Tx, keys: &Keys, ids: Ids, now: Timestamp) -> Result<Row, SigningError> {
    let pair = KeyPair::new(ids.next().simple().to_string())?;
    let row = Row {
        private_sealed: keys.seal(PLACE, &pair.private)?,
        id: pair.id,
        public_key: pair.public,
        retired_at: None,
    };
    on!(tx, |c| query(
        "insert into signing_keys (id, public_key, private_sealed, created_at) values ($1, $2, $3, $4)"
    )
    .bind(&row.id)
    .bind(&row.public_key)
    .bind(&row.private_sealed)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(row)
}

fn ring(rows: &[Row], keys: &Keys) -> Result<Option<KeyRing>, KeysError> {
    let Some(current) = rows.iter().rfind(|row| row.retired_at.is_none()) else {
        return Ok(None);
    };
    let pair = KeyPair {
        id: current.id.clone(),
        public: current.public_key.clone(),
        private: keys.open(PLACE, &current.private_sealed)?,
    };
    let public = rows.iter().map(|row| (row.id.clone(), row.public_key.clone())).collect::<Vec<_>>();
    Ok(Some(KeyRing::new(&pair, &public)))
}
