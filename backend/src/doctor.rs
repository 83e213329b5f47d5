//! `mitwirken doctor`: looks for what is wrong and says how to mend it.

use crate::app::{self, StartError, open_database};
use crate::audit::chain::{self, Verdict};
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
    findings.push(Finding { name: "secret", outcome: secret(config, &db).await });
    findings.push(Finding {
        name: "audit log",
        outcome: audit_log(&db).await.unwrap_or_else(|error| Err(error.to_string())),
    });
    findings.push(Finding {
        name: "mail templates",
        outcome: app::sender(config)
            .check()
            .map(|()| "all can be rendered".to_owned())
            .map_err(|error| error.to_string()),
    });
    db.close().await;
    findings
}

/// The secret must be the right one, and lie outside what a backup of the data folder takes along.
async fn secret(config: &Config, db: &Db) -> Result<String, String> {
    let path = config.key_path();
    let place = |path: &std::path::Path| std::fs::canonicalize(path).ok();
    if let (Some(key), Some(data)) = (place(&path), place(&config.data_dir))
        && key.starts_with(&data)
    {
        return Err(format!(
            "{} lies in the data folder: move it out and say where it is (MITWIRKEN_KEY_FILE)",
            path.display()
        ));
    }
    app::keys(config, db)
        .await
        .map(|_| "opens what the database holds".to_owned())
        .map_err(|error| error.to_string())
}

async fn audit_log(db: &Db) -> Result<Result<String, String>, DbError> {
    Ok(match chain::verify(db).await? {
        Verdict::Whole(count, head) => Ok(format!("{count} events, the chain is whole up to {head}")),
        Verdict::Broken(position) => Err(format!(
            "the chain is broken at {position}: somebody changed the database by hand; restore the last backup"
        )),
    })
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
