//! SQL for guides and the formats they are about.

use std::collections::HashMap;

use sqlx::{query, query_as};
use uuid::Uuid;

use super::document::GuideDocument;
use crate::db::{DbError, Stored, Table, Tx};
use crate::{documents_table, on};

/// The table `guides`.
pub static TABLE: Table = documents_table!("guides");

/// The slugs of the formats that each guide is about, by the guide's id.
pub async fn list_links(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<String>>, DbError> {
    let rows: Vec<(Uuid, String)> = on!(tx, |c| query_as(
        "select l.guide_id, f.slug from guide_formats l join formats f on f.id = l.format_id \
         order by l.guide_id, l.position"
    )
    .fetch_all(c)
    .await)?;
    let mut links = HashMap::<Uuid, Vec<String>>::new();
    for (guide, slug) in rows {
        links.entry(guide).or_default().push(slug);
    }
    Ok(links)
}

/// Writes the formats that one guide is about anew.
pub async fn replace_links(tx: &mut Tx, guide: Uuid, formats: &[Uuid]) -> Result<(), DbError> {
    on!(tx, |c| query("delete from guide_formats where guide_id = $1")
        .bind(guide)
        .execute(c)
        .await
        .map(|_| ()))?;
    for (position, format) in (0_i64..).zip(formats) {
        on!(tx, |c| query("insert into guide_formats (guide_id, format_id, position) values ($1, $2, $3)")
            .bind(guide)
            .bind(format)
            .bind(position)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

/// What the public may see, by title, with the formats put back.
pub async fn list_published(tx: &mut Tx) -> Result<Vec<Stored<GuideDocument>>, DbError> {
    let stored = TABLE.list_published(tx).await?;
    with_links(tx, stored).await
}

/// Every guide with the formats put back, by slug: what export writes.
pub async fn list_documents(tx: &mut Tx) -> Result<Vec<Stored<GuideDocument>>, DbError> {
    let stored = TABLE.list_all(tx).await?;
    with_links(tx, stored).await
}

async fn with_links(
    tx: &mut Tx,
    mut stored: Vec<Stored<GuideDocument>>,
) -> Result<Vec<Stored<GuideDocument>>, DbError> {
    let mut links = list_links(tx).await?;
    for row in &mut stored {
        row.document.formats = links.remove(&row.id).unwrap_or_default();
    }
    Ok(stored)
}
