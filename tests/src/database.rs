//! A database for one test.

use std::path::{Path, PathBuf};

use sqlx::{Connection as _, PgConnection};
use tempfile::TempDir;

/// Which engine the tests run on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded one.
    Sqlite,
    /// PostgreSQL at this address.
    Postgres(String),
}

impl Engine {
    /// The engine of this run.
    #[expect(clippy::disallowed_methods, reason = "the one place where a test run is told its engine")]
    pub fn of_this_run() -> Self {
        match std::env::var("MITWIRKEN_TEST_POSTGRES") {
            Ok(url) if !url.is_empty() => Self::Postgres(url),
            _ => Self::Sqlite,
        }
    }
}

/// An empty database that vanishes with the test.
#[derive(Debug)]
pub struct TestDatabase {
    #[expect(dead_code, reason = "its drop removes everything")]
    folder: TempDir,
    data: PathBuf,
    url: String,
}

impl TestDatabase {
    /// Makes one on the engine of this run.
    pub async fn new() -> Self {
        Self::on(&Engine::of_this_run()).await
    }

    /// Makes one on the given engine.
    #[expect(clippy::disallowed_methods, reason = "the name of a test's database must only be unique")]
    pub async fn on(engine: &Engine) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // A level deeper, so that the secret, which lies beside the data folder, vanishes with it.
        let data = folder.path().join("data");
        std::fs::create_dir(&data).expect("a folder");
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", data.join("test.db").display()),
            Engine::Postgres(server) => {
                let name = format!("test_{}", uuid::Uuid::now_v7().simple());
                let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers");
                // The name is ours and holds only letters and digits; it cannot be bound.
                let create = sqlx::AssertSqlSafe(format!("create database {name}"));
                sqlx::raw_sql(create).execute(&mut connection).await.expect("a new database");
                let (address, _) = server.rsplit_once('/').expect("postgres://…/database");
                format!("{address}/{name}")
            }
        };
        Self { folder, data, url }
    }

    /// Its address, as `MITWIRKEN_DATABASE_URL` takes it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder that vanishes with it.
    pub fn folder(&self) -> &Path {
        &self.data
    }
}
