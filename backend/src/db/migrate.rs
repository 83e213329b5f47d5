//! Brings the schema up to date, one server at a time.

use std::fs::File;
use std::path::PathBuf;

use sqlx::migrate::{Migrate as _, Migrator};

use super::{Db, DbError};

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

/// What a call to [`Db::migrate`] found and did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MigrationState {
    /// Schema version before; 0 for a new database.
    pub before: i64,
    /// Schema version now.
    pub after: i64,
}

/// The schema version that this program knows.
pub fn schema_version() -> i64 {
    SQLITE.iter().map(|migration| migration.version).max().unwrap_or(0)
}

impl Db {
    /// Brings the schema up to date. Several servers may call it at once: PostgreSQL takes an
    /// advisory lock, SQLite a lock on a file beside the database.
    ///
    /// # Errors
    /// [`DbError::TooNew`] if a newer version of the program wrote the database.
    pub async fn migrate(&self) -> Result<MigrationState, DbError> {
        self.migrate_to(schema_version()).await
    }

    /// Brings the schema up to `version`; older backups are restored into their own schema first.
    pub async fn migrate_to(&self, version: i64) -> Result<MigrationState, DbError> {
        let _lock = self.lock_file().await?;
        let before = self.current_version().await?;
        let known = schema_version();
        if before > known {
            return Err(DbError::TooNew {
                found: before,
                known,
            });
        }
        match self {
            Self::Sqlite { write, .. } => up_to(&SQLITE, version).run(write).await?,
            Self::Postgres(pool) => up_to(&POSTGRES, version).run(pool).await?,
        }
        Ok(MigrationState {
            before,
            after: self.current_version().await?,
        })
    }

    /// The newest migration that was applied; 0 for a new database.
    pub async fn current_version(&self) -> Result<i64, DbError> {
        let applied = match self {
            Self::Sqlite { write, .. } => {
                let mut connection = write.acquire().await?;
                connection.ensure_migrations_table("_sqlx_migrations").await?;
                connection.list_applied_migrations("_sqlx_migrations").await?
            }
            Self::Postgres(pool) => {
                let mut connection = pool.acquire().await?;
                // Two servers that create the table at the same moment would collide.
                connection.lock().await?;
                let listed = async {
                    connection.ensure_migrations_table("_sqlx_migrations").await?;
                    connection.list_applied_migrations("_sqlx_migrations").await
                }
                .await;
                connection.unlock().await?;
                listed?
            }
        };
        Ok(applied.iter().map(|migration| migration.version).max().unwrap_or(0))
    }

    /// sqlx takes no lock on SQLite, so two starting servers would run the same migration twice.
    async fn lock_file(&self) -> Result<Option<File>, DbError> {
        let Self::Sqlite { write, .. } = self else {
            return Ok(None);
        };
        let path = write.connect_options().get_filename().to_owned();
        let lock = PathBuf::from(format!("{}.migrate-lock", path.display()));
        let failed = |error: std::io::Error| DbError::File {
            path: lock.display().to_string(),
            problem: error.to_string(),
        };
        let file = File::create(&lock).map_err(failed)?;
        // Waiting for another server's migration blocks, so it has a thread of its own.
        let file = tokio::task::spawn_blocking(move || file.lock().map(|()| file))
            .await
            .map_err(|error| failed(std::io::Error::other(error)))?
            .map_err(failed)?;
        Ok(Some(file))
    }
}

fn up_to(migrator: &'static Migrator, version: i64) -> Migrator {
    Migrator::with_migrations(
        migrator
            .iter()
            .filter(|migration| migration.version <= version)
            .cloned()
            .collect(),
    )
}
