//! Concepts and ideas as the API shows them.

use mitwirken_shared::concepts::{Concept, ConceptSummary};

use super::document::ConceptDocument;
use crate::db::Stored;
use crate::formats;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// The concepts that build on one format, as rows of a list. One that names no format stands for itself,
/// unlike a guide.
pub fn about(snapshot: &Snapshot, slug: &str, reader: &Reader) -> Vec<ConceptSummary> {
    snapshot.concepts.naming(slug).map(|concept| summary(snapshot, concept, reader)).collect()
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
