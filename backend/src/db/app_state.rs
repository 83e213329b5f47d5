//! What the program remembers about itself.

use sqlx::{query, query_scalar};

use super::{DbError, Tx};
use crate::on;

/// What is remembered under `key`.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<String>, DbError> {
    Ok(on!(tx, |c| query_scalar::<_, String>("select value from app_state where key = $1")
        .bind(key)
        .fetch_optional(c)
        .await)?)
}

/// Remembers `value` under `key`, in place of what was there.
pub async fn set(tx: &mut Tx, key: &str, value: &str) -> Result<(), DbError> {
    on!(tx, |c| {
        query(
        "insert into app_state (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value"
    )
    .bind(key)
    .bind(value)
    .execute(c)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// Remembers `value` under `key` unless something is there; what is there then.
pub async fn set_once(tx: &mut Tx, key: &str, value: &str) -> Result<String, DbError> {
    on!(&mut *tx, |c| query(
        "insert into app_state (key, value) values ($1, $2) on conflict (key) do nothing"
    )
    .bind(key)
    .bind(value)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(find(tx, key).await?.unwrap_or_else(|| value.to_owned()))
}
