//! Brings the schema up to date, one server at a time.

use sqlx::migrate::{Migrate as _, Migrator};

use super::start_lock::start_lock;
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
        let _lock = match self {
            Self::Sqlite { write, .. } => Some(start_lock(write.connect_options().get_filename()).await?),
            Self::Postgres(_) => None,
        };
        let before = self.current_version().await?;
        let known = schema_version();
        if before > known {
            return Err(DbError::TooNew { found: before, known });
        }
        match self {
            Self::Sqlite { write, .. } => up_to(&SQLITE, version).run(write).await?,
            Self::Postgres(pool) => up_to(&POSTGRES, version).run(pool).await?,
        }
        Ok(MigrationState { before, after: self.current_version().await? })
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
}

fn up_to(migrator: &'static Migrator, version: i64) -> Migrator {
    Migrator::with_migrations(
        migrator.iter().filter(|migration| migration.version <= version).cloned().collect(),
    )
}
