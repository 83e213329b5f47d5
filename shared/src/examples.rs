//! Practice examples: where a format was really used, and what became of it.

use serde::{Deserialize, Serialize};

use crate::formats::FormatLink;
use crate::l10n::{LocalizedList, LocalizedText};
use crate::source::Source;
use crate::vocabulary;

vocabulary! {
    /// How far a practice example has come.
    ExampleStatus {
        /// Geplant.
        Planned = "planned",
        /// Läuft.
        Running = "running",
        /// Abgeschlossen.
        Done = "done",
    }
}

vocabulary! {
    /// What became of it.
    Impact {
        /// Keine Wirkung bekannt geworden.
        None = "none",
        /// Floss in eine Entscheidung ein.
        InformedDecision = "informed_decision",
        /// Änderte einen Plan.
        ChangedPlan = "changed_plan",
        /// Wurde umgesetzt.
        Implemented = "implemented",
        /// Nicht dokumentiert.
        Unknown = "unknown",
    }
}

/// A practice example as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ExampleSummary {
    /// UUIDv7.
    pub id: String,
    /// The readable part of its address.
    pub slug: String,
    /// Its name.
    pub title: LocalizedText,
    /// In one or two sentences.
    pub summary: LocalizedText,
    /// Where.
    pub place: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Who did it.
    pub organisation: String,
    /// First day, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// How far it has come.
    pub status: ExampleStatus,
    /// What became of it.
    pub impact: Impact,
    /// How many people took part, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<u32>,
    /// The formats that were used.
    pub formats: Vec<FormatLink>,
}

/// A practice example with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Example {
    /// What the list shows.
    #[serde(flatten)]
    pub summary: ExampleSummary,
    /// Counts the changes.
    pub version: i64,
    /// What was the matter.
    pub background: LocalizedText,
    /// What they wanted.
    pub aim: LocalizedText,
    /// What they did.
    pub process: LocalizedText,
    /// What came out.
    pub results: LocalizedText,
    /// What others can learn.
    pub lessons: LocalizedList,
    /// Where all this is documented.
    pub sources: Vec<Source>,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
}
