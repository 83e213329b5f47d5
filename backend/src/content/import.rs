//! Brings a set of content into the database: all of it or nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::issue::FileIssue;
use super::read::Bundle;
use crate::changes;
use crate::concepts;
use crate::db::{AboutFormats, AboutTable, Db, DbError, Entry, Origin, Stored, Table, Timestamp, Tx};
use crate::examples;
use crate::formats;
use crate::guides;
use crate::ids::Ids;
use crate::l10n::L10n;
use crate::search::folded;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Objects that were not there before.
    pub inserted: usize,
    /// Objects that were there and differ now.
    pub updated: usize,
    /// Objects that were there just so.
    pub unchanged: usize,
    /// Shipped objects that somebody has edited here, and which were left alone.
    pub kept: Vec<String>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The content refers to something that is not there.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Content(Vec<FileIssue>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Imports `bundle` in one transaction. Shipped content leaves alone what was edited here; a local
/// import replaces it.
pub async fn import(
    db: &Db,
    bundle: &Bundle,
    origin: Origin,
    ids: Ids,
    now: Timestamp,
) -> Result<ImportReport, ImportError> {
    let mut tx = db.write().await?;
    let report = import_into(&mut tx, bundle, origin, ids, now).await?;
    tx.commit().await?;
    Ok(report)
}

/// The same within a transaction of the caller's.
pub(super) async fn import_into(
    tx: &mut Tx,
    bundle: &Bundle,
    origin: Origin,
    ids: Ids,
    now: Timestamp,
) -> Result<ImportReport, ImportError> {
    let existing = formats::store::list_documents(tx).await?;
    check_references(bundle, &existing)?;
    let mut report = ImportReport::default();
    let mut write = Write { tx, report: &mut report, origin, ids, now };

    // Formats first, without relations: a relation may lead to a format that comes later.
    let mut changed = Vec::new();
    let old = by_slug(existing, |format| &format.slug);
    for (slug, format) in &bundle.formats {
        let mut bare = format.clone();
        bare.relations.clear();
        let table = &formats::store::TABLE;
        if let Some(id) = write.put(table, slug, &format.title, format, &bare, old.get(slug)).await? {
            changed.push((id, format));
        }
    }
    let all = formats::store::TABLE.list_all::<formats::FormatDocument>(write.tx).await?;
    let format_ids = all.into_iter().map(|row| (row.document.slug, row.id)).collect::<HashMap<_, _>>();
    for (id, format) in changed {
        let relations = format
            .relations
            .iter()
            .filter_map(|relation| Some((*format_ids.get(&relation.format)?, relation)))
            .collect::<Vec<_>>();
        formats::store::replace_relations(write.tx, id, &relations).await?;
    }

    write.put_about(&examples::store::TABLE, &bundle.examples, &format_ids).await?;
    write.put_about(&guides::store::TABLE, &bundle.guides, &format_ids).await?;
    write.put_about(&concepts::store::TABLE, &bundle.concepts, &format_ids).await?;
    Ok(report)
}

struct Write<'import> {
    tx: &'import mut Tx,
    report: &'import mut ImportReport,
    origin: Origin,
    ids: Ids,
    now: Timestamp,
}

impl Write<'_> {
    /// Writes the documents of one kind and the formats that each names.
    async fn put_about<D: AboutFormats>(
        &mut self,
        table: &AboutTable,
        documents: &BTreeMap<String, D>,
        format_ids: &HashMap<String, Uuid>,
    ) -> Result<(), DbError> {
        let old = by_slug(table.list_all::<D>(self.tx).await?, D::slug);
        for (slug, document) in documents {
            let mut bare = document.clone();
            bare.formats_mut().clear();
            let written = self.put(&table.documents, slug, document.title(), document, &bare, old.get(slug));
            if let Some(id) = written.await? {
                table.replace_links(self.tx, id, &ids_of(format_ids, document.formats())).await?;
            }
        }
        Ok(())
    }

    /// Writes `bare` (the document without what stands in other tables) if `whole` differs from
    /// what is there; the id if it was written.
    async fn put<D: Serialize + DeserializeOwned + PartialEq>(
        &mut self,
        table: &Table,
        slug: &str,
        title: &L10n,
        whole: &D,
        bare: &D,
        old: Option<&Stored<D>>,
    ) -> Result<Option<Uuid>, DbError> {
        let id = match old {
            None => {
                self.report.inserted += 1;
                self.ids.next()
            }
            Some(old) if old.document == *whole => {
                self.report.unchanged += 1;
                return Ok(None);
            }
            Some(old) if self.origin == Origin::Shipped && !old.untouched => {
                self.report.kept.push(format!("{}/{slug}", table.name));
                return Ok(None);
            }
            Some(old) => {
                self.report.updated += 1;
                old.id
            }
        };
        let title_folded = &folded(title.german());
        let entry = Entry { id, slug, title_folded, document: bare, origin: self.origin, now: self.now };
        if old.is_some() {
            table.update(self.tx, entry).await?;
        } else {
            table.insert(self.tx, entry).await?;
        }
        changes::push(self.tx, table.name, id, self.now).await?;
        Ok(Some(id))
    }
}

fn by_slug<D>(stored: Vec<Stored<D>>, slug: fn(&D) -> &str) -> HashMap<String, Stored<D>> {
    stored.into_iter().map(|row| (slug(&row.document).to_owned(), row)).collect()
}

fn ids_of(ids: &HashMap<String, Uuid>, slugs: &[String]) -> Vec<Uuid> {
    slugs.iter().filter_map(|slug| ids.get(slug).copied()).collect()
}

/// Every format that is referred to must be in the bundle or in the database.
fn check_references(
    bundle: &Bundle,
    existing: &[Stored<formats::FormatDocument>],
) -> Result<(), ImportError> {
    let known = existing
        .iter()
        .map(|row| row.document.slug.as_str())
        .chain(bundle.formats.keys().map(String::as_str))
        .collect::<BTreeSet<_>>();
    let mut wrong = Vec::new();
    let mut refer = |kind: &str, slug: &str, pointer: String, to: &str| {
        if !known.contains(to) {
            wrong.push(bundle.issue(kind, slug, pointer, format!("there is no format `{to}`")));
        }
    };
    for (slug, format) in &bundle.formats {
        for (position, relation) in format.relations.iter().enumerate() {
            refer("formats", slug, format!("/relations/{position}/format"), &relation.format);
        }
        let twin = format.contactless.as_ref().and_then(|contactless| contactless.format.as_ref());
        if let Some(twin) = twin {
            refer("formats", slug, "/contactless/format".to_owned(), twin);
        }
    }
    for (slug, example) in &bundle.examples {
        for (position, format) in example.formats.iter().enumerate() {
            refer("examples", slug, format!("/formats/{position}"), format);
        }
    }
    for (slug, guide) in &bundle.guides {
        for (position, format) in guide.formats.iter().enumerate() {
            refer("guides", slug, format!("/formats/{position}"), format);
        }
    }
    for (slug, concept) in &bundle.concepts {
        for (position, format) in concept.formats.iter().enumerate() {
            refer("concepts", slug, format!("/formats/{position}"), format);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(ImportError::Content(wrong)) }
}
