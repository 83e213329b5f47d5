//! The store: one SQL text, two engines.
//!
//! [`Db`] holds the pools, [`Tx`] is one transaction, and [`on!`](crate::on) runs the same query on
//! whichever engine it is. SQLite takes `$1` like PostgreSQL, and `derive(FromRow)` is generic over
//! the engine, so the compiler checks both expansions.

mod about_formats;
pub mod app_state;
mod documents;
mod error;
mod migrate;
mod start_lock;
mod tables;
mod time;
mod transfer;

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, PgPool, Postgres, Sqlite, SqlitePool, Transaction};

pub use about_formats::{AboutFormats, AboutTable};
pub use documents::{Entry, Origin, Stored, Table};
pub use error::DbError;
pub use migrate::{MigrationState, schema_version};
pub use tables::{LEFT_OUT, TABLES};
pub use time::Timestamp;
pub use transfer::{backup, restore};

/// Runs the body with the connection of the transaction's engine as `$c`.
#[macro_export]
macro_rules! on {
    ($tx:expr, |$c:ident| $body:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(transaction) => {
                let $c = &mut **transaction;
                $body
            }
            $crate::db::Tx::Postgres(transaction) => {
                let $c = &mut **transaction;
                $body
            }
        }
    };
}

/// The database, open.
#[derive(Clone, Debug)]
pub enum Db {
    /// One file; readers beside a single writer.
    Sqlite {
        /// Readers, as many as cores × 2.
        read: SqlitePool,
        /// The one writer.
        write: SqlitePool,
    },
    /// A PostgreSQL server.
    Postgres(PgPool),
}

/// One transaction. Dropping it rolls back.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Opens the database at `url` (`sqlite:<path>` or `postgres://…`); a SQLite file is created
    /// if it does not exist. Does not migrate.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            Self::open_sqlite(Path::new(path.trim_start_matches("//"))).await
        } else {
            let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(5))
                .connect_with(options)
                .await?;
            Ok(Self::Postgres(pool))
        }
    }

    async fn open_sqlite(path: &Path) -> Result<Self, DbError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What we acknowledge must survive a power cut, not only a crash.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .disable_statement_logging();
        let _lock = start_lock::start_lock(path).await?;
        let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        let readers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get) * 2;
        let read = SqlitePoolOptions::new()
            .max_connections(u32::try_from(readers).unwrap_or(8))
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(options.read_only(true))
            .await?;
        Ok(Self::Sqlite { read, write })
    }

    /// A transaction that only reads.
    pub async fn read(&self) -> Result<Tx, DbError> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that writes; on SQLite it takes the write lock at once, so that it cannot
    /// fail half-way because somebody else wrote.
    pub async fn write(&self) -> Result<Tx, DbError> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// The engine's name, for people.
    pub const fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// Closes all connections; SQLite folds its log into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything that was written in this transaction permanent.
    pub async fn commit(self) -> Result<(), DbError> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await?,
            Self::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}
