//! What the store can fail with.

/// A failure of the database. "Not found" is never one: look-ups return `Option`.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The engine refused or is out of reach.
    #[error("database: {0}")]
    Engine(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The database was written by a newer version of this program.
    #[error(
        "the database has schema version {found}, this program knows {known}: it was written by a \
         newer version. Start that version, or restore a backup"
    )]
    TooNew {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration in the program.
        known: i64,
    },
    /// A stored value cannot be read.
    #[error("table {table}, row {row}: {problem}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row, by id or slug.
        row: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A backup cannot be written or read.
    #[error("{path}: {problem}")]
    File {
        /// The file.
        path: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl DbError {
    /// Whether it is worth trying again: the engine is out of reach or busy.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Engine(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_)))
    }
}
