//! Tables of published documents: formats, examples, guides and concepts have the same columns.

use chrono::DateTime;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use super::{DbError, Timestamp, Tx};
use crate::digest::sha256_hex;
use crate::on;

/// The SQL texts for one table of documents; made by [`documents_table!`](crate::documents_table).
#[derive(Debug)]
pub struct Table {
    /// Its name, which is also the kind in `search_changes`.
    pub name: &'static str,
    /// Inserts a row.
    pub insert: &'static str,
    /// Replaces the document of a row.
    pub update: &'static str,
    /// Finds one row by slug.
    pub find: &'static str,
    /// Lists what the public may see, by title.
    pub list_published: &'static str,
    /// Lists every row, by slug.
    pub list_all: &'static str,
}

/// The [`Table`] of this name.
#[macro_export]
macro_rules! documents_table {
    ($name:literal) => {
        $crate::db::Table {
            name: $name,
            insert: concat!(
                "insert into ",
                $name,
                " (id, slug, status, title_folded, document, origin, ",
                "shipped_digest, version, created_at, updated_at, published_at) ",
                "values ($1, $2, 'published', $3, $4, $5, $6, 1, $7, $7, $7)"
            ),
            update: concat!(
                "update ",
                $name,
                " set title_folded = $2, document = $3, origin = $4, ",
                "shipped_digest = $5, version = version + 1, updated_at = $6 where id = $1"
            ),
            find: concat!(
                "select id, slug, document, origin, shipped_digest, version, updated_at, ",
                "published_at from ",
                $name,
                " where slug = $1"
            ),
            list_published: concat!(
                "select id, slug, document, origin, shipped_digest, version, updated_at, ",
                "published_at from ",
                $name,
                " where status = 'published' order by title_folded, id"
            ),
            list_all: concat!(
                "select id, slug, document, origin, shipped_digest, version, updated_at, ",
                "published_at from ",
                $name,
                " order by slug"
            ),
        }
    };
}

/// Where a document came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// With the program.
    Shipped,
    /// Written or imported here.
    Local,
}

impl Origin {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Shipped => "shipped",
            Self::Local => "local",
        }
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    slug: String,
    document: String,
    origin: String,
    shipped_digest: Option<String>,
    version: i64,
    updated_at: Timestamp,
    published_at: Option<Timestamp>,
}

/// A document as it stands in the database.
#[derive(Clone, Debug)]
pub struct Stored<D> {
    /// Its id.
    pub id: Uuid,
    /// Counts its changes.
    pub version: i64,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was published.
    pub published_at: Timestamp,
    /// Whether it is still exactly as it was shipped.
    pub untouched: bool,
    /// The document, without what stands in other tables.
    pub document: D,
}

/// A document on its way into the database.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'entry, D> {
    /// Its id.
    pub id: Uuid,
    /// Its slug.
    pub slug: &'entry str,
    /// Its title, folded for sorting.
    pub title_folded: &'entry str,
    /// The document, without what stands in other tables.
    pub document: &'entry D,
    /// Where it comes from.
    pub origin: Origin,
    /// Now.
    pub now: Timestamp,
}

impl Table {
    /// Inserts an entry as published.
    pub async fn insert<D: Serialize>(&self, tx: &mut Tx, entry: Entry<'_, D>) -> Result<(), DbError> {
        let json = self.to_json(entry.slug, entry.document)?;
        let shipped = (entry.origin == Origin::Shipped).then(|| sha256_hex(json.as_bytes()));
        on!(tx, |c| query(self.insert)
            .bind(entry.id)
            .bind(entry.slug)
            .bind(entry.title_folded)
            .bind(json)
            .bind(entry.origin.as_str())
            .bind(shipped)
            .bind(entry.now)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Replaces the document of the row with the entry's id.
    pub async fn update<D: Serialize>(&self, tx: &mut Tx, entry: Entry<'_, D>) -> Result<(), DbError> {
        let json = self.to_json(entry.slug, entry.document)?;
        let shipped = (entry.origin == Origin::Shipped).then(|| sha256_hex(json.as_bytes()));
        let affected = on!(tx, |c| query(self.update)
            .bind(entry.id)
            .bind(entry.title_folded)
            .bind(json)
            .bind(entry.origin.as_str())
            .bind(shipped)
            .bind(entry.now)
            .execute(c)
            .await
            .map(|done| done.rows_affected()))?;
        if affected == 1 { Ok(()) } else { Err(self.inconsistent(entry.slug, "the row has gone")) }
    }

    /// The document with this slug.
    pub async fn find<D: DeserializeOwned>(
        &self,
        tx: &mut Tx,
        slug: &str,
    ) -> Result<Option<Stored<D>>, DbError> {
        on!(tx, |c| query_as::<_, Row>(self.find).bind(slug).fetch_optional(c).await)?
            .map(|row| self.stored(&row))
            .transpose()
    }

    /// What the public may see, by title.
    pub async fn list_published<D: DeserializeOwned>(&self, tx: &mut Tx) -> Result<Vec<Stored<D>>, DbError> {
        on!(tx, |c| query_as::<_, Row>(self.list_published).fetch_all(c).await)?
            .into_iter()
            .map(|row| self.stored(&row))
            .collect()
    }

    /// Every document, by slug.
    pub async fn list_all<D: DeserializeOwned>(&self, tx: &mut Tx) -> Result<Vec<Stored<D>>, DbError> {
        on!(tx, |c| query_as::<_, Row>(self.list_all).fetch_all(c).await)?
            .into_iter()
            .map(|row| self.stored(&row))
            .collect()
    }

    fn stored<D: DeserializeOwned>(&self, row: &Row) -> Result<Stored<D>, DbError> {
        let document = serde_json::from_str(&row.document)
            .map_err(|error| self.inconsistent(&row.slug, &error.to_string()))?;
        Ok(Stored {
            id: row.id,
            version: row.version,
            updated_at: row.updated_at,
            published_at: row.published_at.unwrap_or_else(|| Timestamp::new(DateTime::UNIX_EPOCH)),
            untouched: row.origin == Origin::Shipped.as_str()
                && row.shipped_digest.as_deref() == Some(sha256_hex(row.document.as_bytes()).as_str()),
            document,
        })
    }

    fn to_json<D: Serialize>(&self, slug: &str, document: &D) -> Result<String, DbError> {
        serde_json::to_string(document).map_err(|error| self.inconsistent(slug, &error.to_string()))
    }

    fn inconsistent(&self, row: &str, problem: &str) -> DbError {
        DbError::Inconsistent { table: self.name, row: row.to_owned(), problem: problem.to_owned() }
    }
}
