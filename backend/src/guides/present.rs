//! Guides as the API shows them.

use mitwirken_shared::guides::{Guide, GuideSummary};

use super::document::GuideDocument;
use crate::db::Stored;
use crate::formats;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// The guides for one format: those that name it first, then those for all formats.
pub fn for_format<'set>(
    snapshot: &'set Snapshot,
    slug: &str,
) -> impl Iterator<Item = &'set Stored<GuideDocument>> {
    snapshot.guides.naming(slug).chain(snapshot.guides.naming_none())
}

/// The guides for one format, as rows of a list.
pub fn about(snapshot: &Snapshot, slug: &str, reader: &Reader) -> Vec<GuideSummary> {
    for_format(snapshot, slug).map(|guide| summary(snapshot, guide, reader)).collect()
}

/// The row of a list.
pub fn summary(snapshot: &Snapshot, stored: &Stored<GuideDocument>, reader: &Reader) -> GuideSummary {
    let doc = &stored.document;
    GuideSummary {
        id: stored.id.to_string(),
        slug: doc.slug.clone(),
        title: doc.title.localize(reader),
        summary: doc.summary.localize(reader),
        publisher: doc.publisher.clone(),
        year: doc.year,
        kind: doc.kind,
        audiences: doc.audiences.clone(),
        language: doc.language.clone(),
        url: doc.url.clone(),
        formats: doc.formats.iter().filter_map(|slug| formats::link(snapshot, slug, reader)).collect(),
    }
}

/// The whole guide.
pub fn guide(snapshot: &Snapshot, stored: &Stored<GuideDocument>, reader: &Reader) -> Guide {
    let doc = &stored.document;
    Guide {
        summary: summary(snapshot, stored, reader),
        version: stored.version,
        body: (!doc.body.is_empty()).then(|| doc.body.localize_rich(reader)),
        licence: doc.licence.clone(),
        seen: doc.seen,
        checked: doc.checked.to_string(),
        updated_at: stored.updated_at.to_string(),
    }
}
