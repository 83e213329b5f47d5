//! All public guides in memory.

use std::collections::HashMap;

use mitwirken_shared::guides::{Guide, GuideSummary};

use super::document::GuideDocument;
use crate::db::Stored;
use crate::formats;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// All public guides, by title.
#[derive(Debug, Default)]
pub struct GuideSet {
    /// The guides.
    pub entries: Vec<Stored<GuideDocument>>,
    by_slug: HashMap<String, usize>,
}

impl GuideSet {
    /// Builds the set; `entries` must be in the order of titles.
    pub fn build(entries: Vec<Stored<GuideDocument>>) -> Self {
        Self {
            by_slug: entries
                .iter()
                .enumerate()
                .map(|(position, entry)| (entry.document.slug.clone(), position))
                .collect(),
            entries,
        }
    }

    /// The guide with this slug.
    pub fn find(&self, slug: &str) -> Option<&Stored<GuideDocument>> {
        self.entries.get(*self.by_slug.get(slug)?)
    }

    /// The guides for one format: those that name it first, then those for all formats.
    pub fn of_format(&self, slug: &str) -> impl Iterator<Item = &Stored<GuideDocument>> {
        let named = self
            .entries
            .iter()
            .filter(move |guide| guide.document.formats.iter().any(|format| format == slug));
        let general = self.entries.iter().filter(|guide| guide.document.formats.is_empty());
        named.chain(general)
    }

    /// The guides for one format, as rows of a list.
    pub fn about(&self, snapshot: &Snapshot, slug: &str, reader: &Reader) -> Vec<GuideSummary> {
        self.of_format(slug).map(|guide| summary(snapshot, guide, reader)).collect()
    }
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
