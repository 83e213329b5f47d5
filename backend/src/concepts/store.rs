//! SQL for concepts and the formats that they build on.

use std::collections::HashMap;

use sqlx::{query, query_as};
use uuid::Uuid;

use super::document::ConceptDocument;
use crate::db::{DbError, Stored, Table, Tx};
use crate::{documents_table, on};

/// The table `concepts`.
pub static TABLE: Table = documents_table!("concepts");

/// The slugs of the formats that each concept builds on, by the concept's id.
pub async fn list_links(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<String>>, DbError> {
    let rows: Vec<(Uuid, String)> = on!(tx, |c| query_as(
        "select l.concept_id, f.slug from concept_formats l join formats f on f.id = l.format_id \
         order by l.concept_id, l.position"
    )
    .fetch_all(c)
    .await)?;
    let mut links = HashMap::<Uuid, Vec<String>>::new();
    for (concept, slug) in rows {
        links.entry(concept).or_default().push(slug);
    }
    Ok(links)
}

/// Writes the formats that one concept builds on anew.
pub async fn replace_links(tx: &mut Tx, concept: Uuid, formats: &[Uuid]) -> Result<(), DbError> {
    on!(tx, |c| query("delete from concept_formats where concept_id = $1")
        .bind(concept)
        .execute(c)
        .await
        .map(|_| ()))?;
    for (position, format) in (0_i64..).zip(formats) {
        on!(tx, |c| query(
            "insert into concept_formats (concept_id, format_id, position) values ($1, $2, $3)"
        )
        .bind(concept)
        .bind(format)
        .bind(position)
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    Ok(())
}

/// What the public may see, by title, with the formats put back.
pub async fn list_published(tx: &mut Tx) -> Result<Vec<Stored<ConceptDocument>>, DbError> {
    let stored = TABLE.list_published(tx).await?;
    with_links(tx, stored).await
}

/// Every concept with the formats put back, by slug: what export writes.
pub async fn list_documents(tx: &mut Tx) -> Result<Vec<Stored<ConceptDocument>>, DbError> {
    let stored = TABLE.list_all(tx).await?;
    with_links(tx, stored).await
}

async fn with_links(
    tx: &mut Tx,
    mut stored: Vec<Stored<ConceptDocument>>,
) -> Result<Vec<Stored<ConceptDocument>>, DbError> {
    let mut links = list_links(tx).await?;
    for row in &mut stored {
        row.document.formats = links.remove(&row.id).unwrap_or_default();
    }
    Ok(stored)
}
