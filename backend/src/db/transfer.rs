//! Backup and restore, under load and across engines.
//!
//! A backup is gzipped lines of JSON: a header, then for each table its columns and its rows, then
//! a trailer with the number of rows and the SHA-256 of all lines before it. It is read in one
//! transaction, so it is the database at one moment; it is restored in one transaction, so it
//! comes back whole or not at all.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Row as _, query};
use uuid::Uuid;

use super::tables::{ColumnType, Columns, TABLES};
use super::{Db, DbError, Timestamp, Tx, schema_version};
use crate::digest::{hex, unhex};
use crate::on;

use ColumnType::{Boolean, Bytes, Integer, Text, Timestamp as Time, Uuid as Id};

/// The version of the file's layout.
const LAYOUT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Header {
    mitwirken_backup: u32,
    schema: i64,
    engine: String,
    created_at: String,
}

#[derive(Serialize, Deserialize)]
struct TableHeader {
    table: String,
    columns: Vec<(String, ColumnType)>,
}

#[derive(Serialize, Deserialize)]
struct Trailer {
    rows: u64,
    sha256: String,
}

/// Writes the whole database to `path`; the number of rows. The file appears only when it is whole.
pub async fn backup(db: &Db, path: &Path, now: Timestamp) -> Result<u64, DbError> {
    let failed = |error: &dyn std::fmt::Display| DbError::File {
        path: path.display().to_string(),
        problem: error.to_string(),
    };
    let partial = path.with_extension("partial");
    let file = File::create(&partial).map_err(|error| failed(&error))?;
    let mut out = Lines::new(GzEncoder::new(BufWriter::new(file), Compression::default()));
    let mut tx = db.read().await?;
    if let Tx::Postgres(transaction) = &mut tx {
        // SQLite's read transaction is a snapshot by itself.
        query("set transaction isolation level repeatable read").execute(&mut **transaction).await?;
    }
    let header = Header {
        mitwirken_backup: LAYOUT,
        schema: schema_version(),
        engine: db.engine().to_owned(),
        created_at: now.to_string(),
    };
    out.write(&header).map_err(|error| failed(&error))?;
    let mut rows = 0;
    for (table, columns) in TABLES {
        let header = TableHeader {
            table: (*table).to_owned(),
            columns: columns.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect(),
        };
        out.write(&header).map_err(|error| failed(&error))?;
        for row in read_table(&mut tx, table, columns).await? {
            out.write(&row).map_err(|error| failed(&error))?;
            rows += 1;
        }
    }
    let sha256 = out.digest();
    out.write(&Trailer { rows, sha256 }).map_err(|error| failed(&error))?;
    out.finish().map_err(|error| failed(&error))?;
    std::fs::rename(&partial, path).map_err(|error| failed(&error))?;
    Ok(rows)
}

/// Restores the backup at `path` into an empty database; the number of rows.
///
/// # Errors
/// If the file is not whole, is of a newer version, or the database is not empty. Nothing is
/// changed then.
pub async fn restore(db: &Db, path: &Path) -> Result<u64, DbError> {
    let failed = |problem: String| DbError::File { path: path.display().to_string(), problem };
    let lines = read_lines(path).map_err(|error| failed(error.to_string()))?;
    let (header, tables) = parse(&lines).map_err(failed)?;
    if header.mitwirken_backup != LAYOUT || header.schema > schema_version() {
        return Err(failed(format!(
            "written by a newer version (schema {}); this one knows {}",
            header.schema,
            schema_version()
        )));
    }
    // An older backup comes back into its own schema, and then takes every step that came since.
    if db.current_version().await? > header.schema {
        return Err(failed(format!(
            "the database is at schema {} already, the backup is of schema {}: restore into a new database",
            db.current_version().await?,
            header.schema
        )));
    }
    db.migrate_to(header.schema).await?;
    let mut tx = db.write().await?;
    let mut count = 0;
    for (table, rows) in &tables {
        let known =
            columns_of(&table.table).ok_or_else(|| failed(format!("unknown table {}", table.table)))?;
        let fine = table.columns.iter().all(|(name, kind)| known.contains(&(name.as_str(), *kind)));
        if !fine {
            return Err(failed(format!("table {} has unknown columns", table.table)));
        }
        if !is_empty(&mut tx, &table.table).await? {
            return Err(failed(format!(
                "the database is not empty (table {}); restore into a new one",
                table.table
            )));
        }
        for row in rows {
            insert_row(&mut tx, table, row).await?;
            count += 1;
        }
    }
    tx.commit().await?;
    db.migrate().await?;
    Ok(count)
}

fn columns_of(table: &str) -> Option<Columns> {
    TABLES.iter().find(|(name, _)| *name == table).map(|(_, columns)| *columns)
}

/// Writes lines and keeps the digest of what was written.
struct Lines<W: Write> {
    out: GzEncoder<W>,
    hasher: Sha256,
}

impl<W: Write> Lines<W> {
    fn new(out: GzEncoder<W>) -> Self {
        Self { out, hasher: Sha256::new() }
    }

    fn write(&mut self, value: &impl Serialize) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.hasher.update(&line);
        self.out.write_all(&line)
    }

    fn digest(&self) -> String {
        hex(&self.hasher.clone().finalize())
    }

    fn finish(self) -> std::io::Result<()> {
        self.out.finish()?.flush()
    }
}

fn read_lines(path: &Path) -> std::io::Result<Vec<String>> {
    BufReader::new(GzDecoder::new(File::open(path)?)).lines().collect()
}

type ParsedTable = (TableHeader, Vec<Vec<Value>>);

fn parse(lines: &[String]) -> Result<(Header, Vec<ParsedTable>), String> {
    let not_whole = || "this is no whole backup of MitWIRken".to_owned();
    let (last, before) = lines.split_last().ok_or_else(not_whole)?;
    let trailer = serde_json::from_str::<Trailer>(last).map_err(|_| not_whole())?;
    let mut hasher = Sha256::new();
    for line in before {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    if hex(&hasher.finalize()) != trailer.sha256 {
        return Err("the file is damaged: its digest differs".to_owned());
    }
    let (first, rest) = before.split_first().ok_or_else(not_whole)?;
    let header = serde_json::from_str::<Header>(first).map_err(|_| not_whole())?;
    let mut tables = Vec::<ParsedTable>::new();
    for line in rest {
        if line.starts_with('{') {
            let table = serde_json::from_str(line).map_err(|error| error.to_string())?;
            tables.push((table, Vec::new()));
        } else if let Some((_, rows)) = tables.last_mut() {
            rows.push(serde_json::from_str(line).map_err(|error| error.to_string())?);
        }
    }
    Ok((header, tables))
}

async fn read_table(tx: &mut Tx, table: &str, columns: Columns) -> Result<Vec<Vec<Value>>, DbError> {
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    // Table and columns come from `TABLES`, never from outside.
    let sql = format!("select {names} from {table}");
    on!(tx, |c| {
        let rows = query(AssertSqlSafe(sql)).fetch_all(c).await?;
        rows.iter()
            .map(|row| {
                columns
                    .iter()
                    .enumerate()
                    .map(|(position, (_, kind))| {
                        Ok(match kind {
                            Id => row
                                .try_get::<Option<Uuid>, _>(position)?
                                .map_or(Value::Null, |id| id.to_string().into()),
                            Text => {
                                row.try_get::<Option<String>, _>(position)?.map_or(Value::Null, Value::from)
                            }
                            Bytes => row
                                .try_get::<Option<Vec<u8>>, _>(position)?
                                .map_or(Value::Null, |bytes| hex(&bytes).into()),
                            Boolean => {
                                row.try_get::<Option<bool>, _>(position)?.map_or(Value::Null, Value::from)
                            }
                            Integer => {
                                row.try_get::<Option<i64>, _>(position)?.map_or(Value::Null, Value::from)
                            }
                            Time => row
                                .try_get::<Option<Timestamp>, _>(position)?
                                .map_or(Value::Null, |time| time.to_string().into()),
                        })
                    })
                    .collect()
            })
            .collect()
    })
}

async fn is_empty(tx: &mut Tx, table: &str) -> Result<bool, DbError> {
    // Checked against `TABLES` by the caller.
    let sql = format!("select count(*) from {table}");
    let count = on!(tx, |c| query(AssertSqlSafe(sql)).fetch_one(c).await?.try_get::<i64, _>(0))?;
    Ok(count == 0)
}

async fn insert_row(tx: &mut Tx, table: &TableHeader, row: &[Value]) -> Result<(), DbError> {
    let names = table.columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
    let places = (1..=names.len()).map(|place| format!("${place}")).collect::<Vec<_>>();
    // Checked against `TABLES` by the caller.
    let sql = format!("insert into {} ({}) values ({})", table.table, names.join(", "), places.join(", "));
    let broken = |name: &str| DbError::Inconsistent {
        table: "backup",
        row: table.table.clone(),
        problem: format!("column {name} cannot be read"),
    };
    on!(tx, |c| {
        let mut insert = query(AssertSqlSafe(sql));
        for ((name, kind), value) in table.columns.iter().zip(row) {
            let text = value.as_str();
            insert = match kind {
                Id => insert.bind(text.map(str::parse::<Uuid>).transpose().map_err(|_| broken(name))?),
                Text => insert.bind(text.map(str::to_owned)),
                Bytes => insert.bind(text.map(|text| unhex(text).ok_or_else(|| broken(name))).transpose()?),
                Boolean => insert.bind(value.as_bool()),
                Integer => insert.bind(value.as_i64()),
                Time => insert.bind(text.map(str::parse::<Timestamp>).transpose().map_err(|_| broken(name))?),
            };
        }
        insert.execute(c).await.map(|_| ())
    })?;
    Ok(())
}
