//! Practice examples as the API shows them.

use mitwirken_shared::examples::{Example, ExampleSummary};

use super::document::ExampleDocument;
use crate::db::Stored;
use crate::formats;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// The examples of one format, as rows of a list.
pub fn about(snapshot: &Snapshot, slug: &str, reader: &Reader) -> Vec<ExampleSummary> {
    snapshot.examples.naming(slug).map(|example| summary(snapshot, example, reader)).collect()
}

/// The row of a list.
pub fn summary(snapshot: &Snapshot, stored: &Stored<ExampleDocument>, reader: &Reader) -> ExampleSummary {
    let doc = &stored.document;
    ExampleSummary {
        id: stored.id.to_string(),
        slug: doc.slug.clone(),
        title: doc.title.localize(reader),
        summary: doc.summary.localize(reader),
        place: doc.place.clone(),
        country: doc.country.clone(),
        organisation: doc.organisation.clone(),
        started: doc.started.map(|day| day.to_string()),
        ended: doc.ended.map(|day| day.to_string()),
        status: doc.status,
        impact: doc.impact,
        participants: doc.participants,
        formats: doc.formats.iter().filter_map(|slug| formats::link(snapshot, slug, reader)).collect(),
    }
}

/// The whole example.
pub fn example(snapshot: &Snapshot, stored: &Stored<ExampleDocument>, reader: &Reader) -> Example {
    let doc = &stored.document;
    Example {
        summary: summary(snapshot, stored, reader),
        version: stored.version,
        background: doc.background.localize(reader),
        aim: doc.aim.localize(reader),
        process: doc.process.localize(reader),
        results: doc.results.localize(reader),
        lessons: doc.lessons.localize(reader),
        sources: doc.sources.iter().map(Into::into).collect(),
        updated_at: stored.updated_at.to_string(),
    }
}
