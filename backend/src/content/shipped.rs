//! The content that comes with the program.

use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};
use sqlx::query;

use super::import::{ImportError, ImportReport, import_into};
use super::issue::FileIssue;
use super::read::Bundle;
use crate::db::{Db, DbError, Origin, Timestamp, Tx, app_state};
use crate::digest::hex;
use crate::ids::Ids;

#[derive(RustEmbed)]
#[folder = "content"]
#[include = "*/*.toml"]
struct Files;

/// The row of `app_state` that says which shipped content was imported last.
const STATE_KEY: &str = "shipped_content";

/// The shipped content.
///
/// # Errors
/// What is wrong with it, which the tests rule out.
pub fn shipped() -> Result<Bundle, Vec<FileIssue>> {
    let mut bundle = Bundle::default();
    let mut wrong = Vec::new();
    for path in Files::iter() {
        if let Some(file) = Files::get(&path)
            && let Err(mut issues) = bundle.add(&path, &String::from_utf8_lossy(&file.data))
        {
            wrong.append(&mut issues);
        }
    }
    if wrong.is_empty() { Ok(bundle) } else { Err(wrong) }
}

/// Imports the shipped content unless this very content was imported before. `None` if there was
/// nothing to do.
pub async fn import_if_changed(
    db: &Db,
    ids: Ids,
    now: Timestamp,
) -> Result<Option<ImportReport>, ImportError> {
    let digest = digest();
    let mut tx = db.read().await?;
    let before = app_state::find(&mut tx, STATE_KEY).await?;
    drop(tx);
    if before.as_deref() == Some(digest.as_str()) {
        return Ok(None);
    }
    let bundle = shipped().map_err(ImportError::Content)?;
    let mut tx = db.write().await?;
    // Another server may have been faster while we waited for the lock.
    lock(&mut tx).await?;
    if app_state::find(&mut tx, STATE_KEY).await?.as_deref() == Some(digest.as_str()) {
        return Ok(None);
    }
    let report = import_into(&mut tx, &bundle, Origin::Shipped, ids, now).await?;
    app_state::set(&mut tx, STATE_KEY, &digest).await?;
    tx.commit().await?;
    Ok(Some(report))
}

/// PostgreSQL lets two servers write at once; this lets one wait for the other. SQLite's write
/// transaction waits by itself.
async fn lock(tx: &mut Tx) -> Result<(), DbError> {
    if let Tx::Postgres(transaction) = tx {
        query("select pg_advisory_xact_lock(7314201)").execute(&mut **transaction).await?;
    }
    Ok(())
}

fn digest() -> String {
    let mut hasher = Sha256::new();
    for path in Files::iter() {
        if let Some(file) = Files::get(&path) {
            hasher.update(path.as_bytes());
            hasher.update(file.metadata.sha256_hash());
        }
    }
    hex(&hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::shipped;

    #[test]
    fn the_shipped_content_is_sound() {
        if let Err(issues) = shipped() {
            let list = issues.iter().map(ToString::to_string).collect::<Vec<_>>();
            panic!("{}", list.join("\n"));
        }
    }
}
