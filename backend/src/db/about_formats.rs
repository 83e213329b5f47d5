//! Documents about formats: examples, guides and concepts name formats by slug; the database keeps that as a
//! table of links, in the document's order.

use std::collections::HashMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{query, query_as};
use uuid::Uuid;

use super::{DbError, Stored, Table, Tx};
use crate::l10n::L10n;
use crate::on;

/// A document that names formats.
pub trait AboutFormats: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The readable part of its address.
    fn slug(&self) -> &str;
    /// Its name.
    fn title(&self) -> &L10n;
    /// The slugs of the formats that it names.
    fn formats(&self) -> &[String];
    /// The same, to be put back or taken out.
    fn formats_mut(&mut self) -> &mut Vec<String>;
}

/// Implements [`AboutFormats`](crate::db::AboutFormats) for a document with the fields `slug`, `title` and
/// `formats`.
#[macro_export]
macro_rules! about_formats {
    ($document:ty) => {
        impl $crate::db::AboutFormats for $document {
            fn slug(&self) -> &str {
                &self.slug
            }
            fn title(&self) -> &$crate::l10n::L10n {
                &self.title
            }
            fn formats(&self) -> &[String] {
                &self.formats
            }
            fn formats_mut(&mut self) -> &mut Vec<String> {
                &mut self.formats
            }
        }
    };
}

/// A table of documents with its table of links; made by
/// [`about_formats_table!`](crate::about_formats_table).
#[derive(Debug)]
pub struct AboutTable {
    /// The documents, without the formats.
    pub documents: Table,
    /// Lists all links, in order.
    pub list_links: &'static str,
    /// Deletes the links of one document.
    pub delete_links: &'static str,
    /// Inserts one link.
    pub insert_link: &'static str,
}

/// The [`AboutTable`] of this name, with the table of its links and the column that leads back.
#[macro_export]
macro_rules! about_formats_table {
    ($name:literal, $links:literal, $owner:literal) => {
        $crate::db::AboutTable {
            documents: $crate::documents_table!($name),
            list_links: concat!(
                "select l.",
                $owner,
                ", f.slug from ",
                $links,
                " l join formats f on f.id = l.format_id order by l.",
                $owner,
                ", l.position"
            ),
            delete_links: concat!("delete from ", $links, " where ", $owner, " = $1"),
            insert_link: concat!(
                "insert into ",
                $links,
                " (",
                $owner,
                ", format_id, position) values ($1, $2, $3)"
            ),
        }
    };
}

impl AboutTable {
    /// What the public may see, by title, with the formats put back.
    pub async fn list_published<D: AboutFormats>(&self, tx: &mut Tx) -> Result<Vec<Stored<D>>, DbError> {
        let stored = self.documents.list_published(tx).await?;
        self.with_formats(tx, stored).await
    }

    /// Every document with the formats put back, by slug.
    pub async fn list_all<D: AboutFormats>(&self, tx: &mut Tx) -> Result<Vec<Stored<D>>, DbError> {
        let stored = self.documents.list_all(tx).await?;
        self.with_formats(tx, stored).await
    }

    async fn with_formats<D: AboutFormats>(
        &self,
        tx: &mut Tx,
        mut stored: Vec<Stored<D>>,
    ) -> Result<Vec<Stored<D>>, DbError> {
        let rows: Vec<(Uuid, String)> = on!(tx, |c| query_as(self.list_links).fetch_all(c).await)?;
        let mut links = HashMap::<Uuid, Vec<String>>::new();
        for (owner, slug) in rows {
            links.entry(owner).or_default().push(slug);
        }
        for row in &mut stored {
            *row.document.formats_mut() = links.remove(&row.id).unwrap_or_default();
        }
        Ok(stored)
    }

    /// Writes the formats that one document names anew.
    pub async fn replace_links(&self, tx: &mut Tx, owner: Uuid, formats: &[Uuid]) -> Result<(), DbError> {
        on!(tx, |c| query(self.delete_links).bind(owner).execute(c).await.map(|_| ()))?;
        for (position, format) in (0_i64..).zip(formats) {
            on!(tx, |c| query(self.insert_link)
                .bind(owner)
                .bind(format)
                .bind(position)
                .execute(c)
                .await
                .map(|_| ()))?;
        }
        Ok(())
    }
}
