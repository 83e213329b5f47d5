//! SQL for formats and their relations.

use mitwirken_shared::formats::RelationKind;
use mitwirken_shared::vocabulary::Vocabulary as _;
use sqlx::{query, query_as};
use uuid::Uuid;

use super::document::{FormatDocument, RelationDocument};
use crate::db::{DbError, Stored, Table, Tx};
use crate::{documents_table, on};

/// The table `formats`.
pub static TABLE: Table = documents_table!("formats");

/// One relation as it was written, with ids.
#[derive(Clone, Debug)]
pub struct StoredRelation {
    /// The format at which it was written.
    pub format: Uuid,
    /// How it stands to the other.
    pub kind: RelationKind,
    /// The other.
    pub other: Uuid,
    /// Why, as JSON by language.
    pub note: String,
}

/// All relations, in the order of the files.
pub async fn list_relations(tx: &mut Tx) -> Result<Vec<StoredRelation>, DbError> {
    let rows: Vec<(Uuid, String, Uuid, String)> = on!(tx, |c| query_as(
        "select format_id, kind, other_id, note from format_relations order by format_id, position"
    )
    .fetch_all(c)
    .await)?;
    rows.into_iter()
        .map(|(format, kind, other, note)| {
            let kind = RelationKind::parse(&kind).ok_or_else(|| DbError::Inconsistent {
                table: "format_relations",
                row: format.to_string(),
                problem: format!("unknown kind `{kind}`"),
            })?;
            Ok(StoredRelation { format, kind, other, note })
        })
        .collect()
}

/// Writes the relations of one format anew.
pub async fn replace_relations(
    tx: &mut Tx,
    format: Uuid,
    relations: &[(Uuid, &RelationDocument)],
) -> Result<(), DbError> {
    on!(tx, |c| query("delete from format_relations where format_id = $1")
        .bind(format)
        .execute(c)
        .await
        .map(|_| ()))?;
    for (position, (other, relation)) in (0_i64..).zip(relations) {
        let note = serde_json::to_string(&relation.note).unwrap_or_default();
        on!(tx, |c| query(
            "insert into format_relations (format_id, kind, other_id, position, note) \
             values ($1, $2, $3, $4, $5)"
        )
        .bind(format)
        .bind(relation.kind.as_str())
        .bind(other)
        .bind(position)
        .bind(note)
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    Ok(())
}

/// Every format with its relations put back, by slug: what export writes.
pub async fn list_documents(tx: &mut Tx) -> Result<Vec<Stored<FormatDocument>>, DbError> {
    let mut stored = TABLE.list_all::<FormatDocument>(tx).await?;
    let slugs = stored
        .iter()
        .map(|row| (row.id, row.document.slug.clone()))
        .collect::<std::collections::HashMap<_, _>>();
    for relation in list_relations(tx).await? {
        let note = serde_json::from_str(&relation.note).unwrap_or_default();
        if let Some(row) = stored.iter_mut().find(|row| row.id == relation.format)
            && let Some(other) = slugs.get(&relation.other)
        {
            row.document.relations.push(RelationDocument {
                kind: relation.kind,
                format: other.clone(),
                note,
            });
        }
    }
    Ok(stored)
}
