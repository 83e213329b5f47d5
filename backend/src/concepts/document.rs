//! A concept or an idea as we keep it (`content/README.md`).

use mitwirken_shared::concepts::{ConceptKind, Maturity};
use serde::{Deserialize, Serialize};

use crate::about_formats;
use crate::l10n::{L10n, L10nList};
use crate::source::SourceDocument;

/// A concept or an idea with everything the editors know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptDocument {
    /// The readable part of its address; never changes once published.
    pub slug: String,
    /// Its name.
    pub title: L10n,
    /// In one or two sentences.
    pub summary: L10n,
    /// What it is.
    pub kind: ConceptKind,
    /// Who thought it up.
    pub authors: String,
    /// The year in which it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// How far it has come.
    pub maturity: Maturity,
    /// The whole text; Markdown.
    pub body: L10n,
    /// What nobody has answered yet.
    #[serde(default, skip_serializing_if = "L10nList::is_empty")]
    pub open_questions: L10nList,
    /// Slugs of the formats that it builds on. In the database these are rows of `concept_formats`,
    /// not part of the `document` column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<String>,
    /// Where it is documented; a concept has at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceDocument>,
}

about_formats!(ConceptDocument);
