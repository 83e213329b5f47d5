//! All public concepts and ideas in memory.

use std::collections::HashMap;

use mitwirken_shared::concepts::{Concept, ConceptSummary};

use super::document::ConceptDocument;
use crate::db::Stored;
use crate::formats;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// All public concepts and ideas, by title.
#[derive(Debug, Default)]
pub struct ConceptSet {
    /// The concepts and ideas.
    pub entries: Vec<Stored<ConceptDocument>>,
    by_slug: HashMap<String, usize>,
}

impl ConceptSet {
    /// Builds the set; `entries` must be in the order of titles.
    pub fn build(entries: Vec<Stored<ConceptDocument>>) -> Self {
        Self {
            by_slug: entries
                .iter()
                .enumerate()
                .map(|(position, entry)| (entry.document.slug.clone(), position))
                .collect(),
            entries,
        }
    }

    /// The concept with this slug.
    pub fn find(&self, slug: &str) -> Option<&Stored<ConceptDocument>> {
        self.entries.get(*self.by_slug.get(slug)?)
    }

    /// The concepts that build on one format. One that names no format stands for itself, unlike a guide.
    pub fn of_format(&self, slug: &str) -> impl Iterator<Item = &Stored<ConceptDocument>> {
        self.entries
            .iter()
            .filter(move |concept| concept.document.formats.iter().any(|format| format == slug))
    }

    /// The concepts that build on one format, as rows of a list.
    pub fn about(&self, snapshot: &Snapshot, slug: &str, reader: &Reader) -> Vec<ConceptSummary> {
        self.of_format(slug).map(|concept| summary(snapshot, concept, reader)).collect()
    }
}

/// The row of a list.
pub fn summary(snapshot: &Snapshot, stored: &Stored<ConceptDocument>, reader: &Reader) -> ConceptSummary {
    let doc = &stored.document;
    ConceptSummary {
        id: stored.id.to_string(),
        slug: doc.slug.clone(),
        title: doc.title.localize(reader),
        summary: doc.summary.localize(reader),
        kind: doc.kind,
        authors: doc.authors.clone(),
        year: doc.year,
        maturity: doc.maturity,
        formats: doc.formats.iter().filter_map(|slug| formats::link(snapshot, slug, reader)).collect(),
    }
}

/// The whole concept.
pub fn concept(snapshot: &Snapshot, stored: &Stored<ConceptDocument>, reader: &Reader) -> Concept {
    let doc = &stored.document;
    Concept {
        summary: summary(snapshot, stored, reader),
        version: stored.version,
        body: doc.body.localize_rich(reader),
        open_questions: doc.open_questions.localize(reader),
        sources: doc.sources.iter().map(Into::into).collect(),
        updated_at: stored.updated_at.to_string(),
    }
}
