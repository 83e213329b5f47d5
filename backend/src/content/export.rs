//! Writes content as the files that import reads.
//!
//! The layout is the one that people write by hand: dotted keys for languages, inline tables for
//! ranges, multi-line strings for long texts, dates as dates.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::concepts::{self, ConceptDocument};
use crate::db::{Db, DbError};
use crate::examples::{self, ExampleDocument};
use crate::formats;
use crate::guides::{self, GuideDocument};

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A file cannot be written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A document cannot be serialised.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
}

/// Writes every format, example, guide and concept below `folder`, one file each; the number of files.
pub async fn export(db: &Db, folder: &Path) -> Result<usize, ExportError> {
    let mut tx = db.read().await?;
    let mut files = Vec::new();
    for row in formats::store::list_documents(&mut tx).await? {
        files.push(("formats", row.document.slug.clone(), to_toml(&row.document)?));
    }
    for row in examples::store::TABLE.list_all::<ExampleDocument>(&mut tx).await? {
        files.push(("examples", row.document.slug.clone(), to_toml(&row.document)?));
    }
    for row in guides::store::TABLE.list_all::<GuideDocument>(&mut tx).await? {
        files.push(("guides", row.document.slug.clone(), to_toml(&row.document)?));
    }
    for row in concepts::store::TABLE.list_all::<ConceptDocument>(&mut tx).await? {
        files.push(("concepts", row.document.slug.clone(), to_toml(&row.document)?));
    }
    drop(tx);
    let count = files.len();
    for (kind, slug, text) in files {
        let target = folder.join(kind);
        std::fs::create_dir_all(&target)?;
        std::fs::write(target.join(format!("{slug}.toml")), text)?;
    }
    Ok(count)
}

/// The document as a content file.
pub fn to_toml(document: &impl Serialize) -> Result<String, serde_json::Error> {
    // By way of text, because `to_value` would turn 0.1_f32 into 0.10000000149011612.
    let Value::Object(fields) = serde_json::from_str(&serde_json::to_string(document)?)? else {
        return Ok(String::new());
    };
    let mut text = String::new();
    write_fields(&mut text, &fields);
    Ok(text)
}

/// First the plain values and dotted keys, then the arrays of tables, as TOML wants it.
fn write_fields(text: &mut String, fields: &Map<String, Value>) {
    for (key, value) in fields.iter().filter(|(_, value)| !is_table_array(value)) {
        match value {
            Value::Object(languages) if is_by_language(languages) => {
                for (lang, inner) in languages {
                    line(text, &format!("{key}.{lang}"), inner);
                }
            }
            _ => line(text, key, value),
        }
    }
    for (key, value) in fields.iter().filter(|(_, value)| is_table_array(value)) {
        for item in value.as_array().into_iter().flatten() {
            let _ = writeln!(text, "\n[[{key}]]");
            if let Value::Object(inner) = item {
                write_fields(text, inner);
            }
        }
    }
}

fn line(text: &mut String, key: &str, value: &Value) {
    let _ = writeln!(text, "{key} = {}", inline(key, value));
}

fn is_table_array(value: &Value) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(Value::is_object))
}

/// A map whose keys are language tags. Ranges and the like have longer keys.
fn is_by_language(fields: &Map<String, Value>) -> bool {
    !fields.is_empty()
        && fields
            .keys()
            .all(|key| key == "de-simple" || key.split('-').next().is_some_and(|tag| tag.len() == 2))
}

fn inline(key: &str, value: &Value) -> String {
    match value {
        Value::Null => "\"\"".to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) if is_date(key, text) => text.clone(),
        Value::String(text) => string(text),
        Value::Array(items) => {
            let parts = items.iter().map(|item| inline("", item)).collect::<Vec<_>>();
            let short = parts.iter().map(String::len).sum::<usize>() < 80;
            if short {
                format!("[{}]", parts.join(", "))
            } else {
                format!("[\n    {},\n]", parts.join(",\n    "))
            }
        }
        Value::Object(fields) => {
            let parts = fields
                .iter()
                .flat_map(|(name, inner)| match inner {
                    Value::Object(languages) if is_by_language(languages) => languages
                        .iter()
                        .map(|(lang, text)| format!("{name}.{lang} = {}", inline("", text)))
                        .collect::<Vec<_>>(),
                    _ => vec![format!("{name} = {}", inline(name, inner))],
                })
                .collect::<Vec<_>>();
            format!("{{ {} }}", parts.join(", "))
        }
    }
}

/// The fields that hold a day.
fn is_date(key: &str, text: &str) -> bool {
    matches!(key, "checked" | "started" | "ended")
        && text.len() == 10
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn string(text: &str) -> String {
    if text.contains('\n') && !text.contains("\"\"\"") && !text.ends_with('"') {
        format!("\"\"\"\n{}\"\"\"", text.replace('\\', "\\\\"))
    } else {
        // JSON's escapes are TOML's, but for the solidus, which serde_json leaves alone.
        Value::String(text.to_owned()).to_string()
    }
}
