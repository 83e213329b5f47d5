//! One server at a time opens and migrates a SQLite file.
//!
//! The first switch to the write-ahead log does not wait for other connections as everything later
//! does, and sqlx takes no lock while it migrates; so starting servers queue at a file beside the
//! database. The lock ends with the value, or with the process.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::DbError;

/// Waits for other servers that are starting on the database at `path`.
pub(super) async fn start_lock(path: &Path) -> Result<File, DbError> {
    let lock = PathBuf::from(format!("{}.start-lock", path.display()));
    let failed = |error: std::io::Error| DbError::File {
        path: lock.display().to_string(),
        problem: error.to_string(),
    };
    let file = File::create(&lock).map_err(failed)?;
    // Waiting blocks, so it has a thread of its own.
    tokio::task::spawn_blocking(move || file.lock().map(|()| file))
        .await
        .map_err(|error| failed(std::io::Error::other(error)))?
        .map_err(failed)
}
