//! A guide as we keep it (`content/README.md`).

use mitwirken_shared::guides::{Audience, GuideKind};
use serde::{Deserialize, Serialize};

use crate::about_formats;
use crate::day::Day;
use crate::l10n::L10n;

/// A guide with everything the editors know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideDocument {
    /// The readable part of its address; never changes once published.
    pub slug: String,
    /// Its name.
    pub title: L10n,
    /// In one or two sentences.
    pub summary: L10n,
    /// Who published it.
    pub publisher: String,
    /// Year of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// What it is.
    pub kind: GuideKind,
    /// For whom.
    pub audiences: Vec<Audience>,
    /// BCP 47 tag of the publication's language.
    pub language: String,
    /// Where to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The whole text, where it is our own; Markdown.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub body: L10n,
    /// Licence of the publication, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether the editors have read its page, whole or in part.
    pub seen: bool,
    /// The day on which they last looked.
    pub checked: Day,
    /// Slugs of the formats it helps with; empty = all. In the database these are rows of
    /// `guide_formats`, not part of the `document` column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<String>,
}

about_formats!(GuideDocument);
