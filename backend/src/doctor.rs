//! `mitwirken doctor`: looks for what is wrong and says how to mend it.

use crate::app::{StartError, open_database};
use crate::config::Config;
use crate::content;
use crate::db::{Db, DbError, schema_version};
use crate::shell::Assets;
use crate::snapshot::Snapshot;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub name: &'static str,
    /// `Ok` with what was found, or `Err` with what is wrong and how to mend it.
    pub outcome: Result<String, String>,
}

/// Looks at everything; changes nothing but what opening a database changes.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![
        Finding {
            name: "shipped content",
            outcome: content::shipped()
                .map(|bundle| format!("{} formats", bundle.formats.len()))
                .map_err(|issues| format!("{} faults in the shipped files", issues.len())),
        },
        Finding {
            name: "app files",
            outcome: if Assets::load().has_app() {
                Ok("embedded".to_owned())
            } else {
                Err("this binary was built without the app: build it with `make dist`".to_owned())
            },
        },
    ];
    let db = match open_database(config).await {
        Ok(db) => db,
        Err(error) => {
            findings.push(Finding { name: "database", outcome: Err(error.to_string()) });
            return findings;
        }
    };
    findings.push(Finding { name: "schema", outcome: schema(&db).await });
    findings.push(Finding {
        name: "integrity",
        outcome: integrity(&db).await.map_err(|error| error.to_string()),
    });
    findings.push(Finding {
        name: "public objects",
        outcome: Snapshot::load(&db)
            .await
            .map(|snapshot| {
                format!(
                    "{} formats, {} examples, {} guides, {} concepts can be read",
                    snapshot.formats.entries.len(),
                    snapshot.examples.entries.len(),
                    snapshot.guides.entries.len(),
                    snapshot.concepts.entries.len()
                )
            })
            .map_err(|error| StartError::from(error).to_string()),
    });
    db.close().await;
    findings
}

async fn schema(db: &Db) -> Result<String, String> {
    let current = db.current_version().await.map_err(|error| error.to_string())?;
    let known = schema_version();
    match current.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(format!("version {current}")),
        std::cmp::Ordering::Less => {
            Err(format!("version {current}, this program needs {known}: run `mitwirken migrate`"))
        }
        std::cmp::Ordering::Greater => {
            Err(format!("version {current} is newer than this program ({known}): start the newer program"))
        }
    }
}

async fn integrity(db: &Db) -> Result<String, DbError> {
    match db {
        Db::Sqlite { read, .. } => {
            let (word,): (String,) = sqlx::query_as("pragma integrity_check").fetch_one(read).await?;
            if word == "ok" {
                Ok("SQLite says ok".to_owned())
            } else {
                Err(DbError::Inconsistent {
                    table: "database",
                    row: "file".to_owned(),
                    problem: format!("{word}; restore the last backup"),
                })
            }
        }
        Db::Postgres(pool) => {
            let (version,): (String,) =
                sqlx::query_as("select current_setting('server_version')").fetch_one(pool).await?;
            Ok(format!("PostgreSQL {version} answers"))
        }
    }
}
