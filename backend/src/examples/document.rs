//! A practice example as we keep it (`content/README.md`).

use mitwirken_shared::examples::{ExampleStatus, Impact};
use serde::{Deserialize, Serialize};

use crate::about_formats;
use crate::day::Day;
use crate::l10n::{L10n, L10nList};
use crate::source::SourceDocument;

/// A practice example with everything the editors know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleDocument {
    /// The readable part of its address; never changes once published.
    pub slug: String,
    /// Its name.
    pub title: L10n,
    /// In one or two sentences.
    pub summary: L10n,
    /// Where.
    pub place: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Who did it.
    pub organisation: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Day>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Day>,
    /// How far it has come.
    pub status: ExampleStatus,
    /// What became of it.
    pub impact: Impact,
    /// How many people took part, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<u32>,
    /// What was the matter.
    pub background: L10n,
    /// What they wanted.
    pub aim: L10n,
    /// What they did.
    pub process: L10n,
    /// What came out.
    pub results: L10n,
    /// What others can learn.
    pub lessons: L10nList,
    /// Slugs of the formats that were used. In the database these are rows of `example_formats`,
    /// not part of the `document` column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<String>,
    /// Where all this is documented.
    pub sources: Vec<SourceDocument>,
}

about_formats!(ExampleDocument);
