//! All public practice examples in memory.

use std::collections::HashMap;

use mitwirken_shared::examples::{Example, ExampleSummary};

use super::document::ExampleDocument;
use crate::db::Stored;
use crate::formats;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// All public practice examples, by title.
#[derive(Debug, Default)]
pub struct ExampleSet {
    /// The examples.
    pub entries: Vec<Stored<ExampleDocument>>,
    by_slug: HashMap<String, usize>,
    by_format: HashMap<String, Vec<usize>>,
}

impl ExampleSet {
    /// Builds the set; `entries` must be in the order of titles.
    pub fn build(entries: Vec<Stored<ExampleDocument>>) -> Self {
        let mut set = Self::default();
        for (position, entry) in entries.iter().enumerate() {
            set.by_slug.insert(entry.document.slug.clone(), position);
            for format in &entry.document.formats {
                set.by_format.entry(format.clone()).or_default().push(position);
            }
        }
        set.entries = entries;
        set
    }

    /// The example with this slug.
    pub fn find(&self, slug: &str) -> Option<&Stored<ExampleDocument>> {
        self.entries.get(*self.by_slug.get(slug)?)
    }

    /// The examples of one format.
    pub fn of_format(&self, slug: &str) -> impl Iterator<Item = &Stored<ExampleDocument>> {
        self.by_format.get(slug).into_iter().flatten().filter_map(|position| self.entries.get(*position))
    }

    /// The examples of one format, as rows of a list.
    pub fn about(&self, snapshot: &Snapshot, slug: &str, reader: &Reader) -> Vec<ExampleSummary> {
        self.of_format(slug).map(|example| summary(snapshot, example, reader)).collect()
    }
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
