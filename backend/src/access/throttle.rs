//! How often something may be tried, across all servers of one database: the generic cell rate algorithm
//! (ITU-T I.371), one row for each key.

use chrono::Duration;
use sqlx::query;

use super::keys::Keys;
use crate::db::{Db, DbError, Timestamp, Tx};
use crate::on;

/// A budget: `burst` tries at once, and one more after each `refill`.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is limited; part of the key.
    pub name: &'static str,
    /// Tries at once.
    pub burst: u32,
    /// Until one more.
    pub refill: Duration,
}

/// A limit together with whom it counts for.
#[derive(Clone, Debug)]
pub struct Bucket {
    key: Vec<u8>,
    limit: Limit,
}

impl Limit {
    /// The bucket of somebody; who it is can't be read from the database.
    pub fn bucket(self, keys: &Keys, who: &[&[u8]]) -> Bucket {
        let mut value = Vec::new();
        for part in who {
            value.extend_from_slice(part);
            // Lengths keep `ab`,`c` and `a`,`bc` apart.
            value.extend_from_slice(&(part.len() as u64).to_be_bytes());
        }
        Bucket { key: keys.hash(self.name, &value), limit: self }
    }
}

/// Takes one try from every bucket, or from none: then the seconds until it is worth trying again.
pub async fn take(db: &Db, buckets: &[Bucket], now: Timestamp) -> Result<Result<(), u64>, DbError> {
    let mut tx = db.write().await?;
    for bucket in buckets {
        if let Err(seconds) = take_one(&mut tx, bucket, now).await? {
            return Ok(Err(seconds));
        }
    }
    tx.commit().await?;
    Ok(Ok(()))
}

async fn take_one(tx: &mut Tx, bucket: &Bucket, now: Timestamp) -> Result<Result<(), u64>, DbError> {
    let now = now.utc().timestamp_micros();
    let step = bucket.limit.refill.num_microseconds().unwrap_or(i64::MAX / 4096);
    let latest = now.saturating_add(step.saturating_mul(i64::from(bucket.limit.burst.max(1)) - 1));
    // One statement each, so that two servers cannot both take the last try.
    let taken = on!(&mut *tx, |c| query(
        "update throttles set free_at = case when free_at > $2 then free_at else $2 end + $3 \
         where key = $1 and free_at <= $4",
    )
    .bind(&bucket.key)
    .bind(now)
    .bind(step)
    .bind(latest)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if taken == 1 {
        return Ok(Ok(()));
    }
    let first = on!(&mut *tx, |c| query(
        "insert into throttles (key, free_at) values ($1, $2) on conflict (key) do nothing"
    )
    .bind(&bucket.key)
    .bind(now.saturating_add(step))
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if first == 1 {
        return Ok(Ok(()));
    }
    let free_at =
        on!(&mut *tx, |c| sqlx::query_scalar::<_, i64>("select free_at from throttles where key = $1")
            .bind(&bucket.key)
            .fetch_one(c)
            .await)?;
    let wait = free_at.saturating_sub(latest).max(0);
    Ok(Err(u64::try_from(wait).unwrap_or(0).div_ceil(1_000_000).max(1)))
}

/// Gives back one try to each bucket: what succeeded was no guess.
pub async fn give_back(tx: &mut Tx, buckets: &[Bucket]) -> Result<(), DbError> {
    for bucket in buckets {
        let step = bucket.limit.refill.num_microseconds().unwrap_or(0);
        on!(&mut *tx, |c| query("update throttles set free_at = free_at - $2 where key = $1")
            .bind(&bucket.key)
            .bind(step)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

/// Forgets buckets that are full again.
pub async fn sweep(tx: &mut Tx, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("delete from throttles where free_at < $1")
        .bind(now.utc().timestamp_micros())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
