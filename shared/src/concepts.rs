//! Concepts and ideas: how a city could let people take part, thought out or not yet tried.

use serde::{Deserialize, Serialize};

use crate::formats::FormatLink;
use crate::l10n::{LocalizedList, LocalizedText, RichText};
use crate::source::Source;
use crate::vocabulary;

vocabulary! {
    /// What an entry is.
    ConceptKind {
        /// Konzept.
        Concept = "concept",
        /// Idee.
        Idea = "idea",
    }
}

vocabulary! {
    /// How far it has come.
    Maturity {
        /// Nur gedacht.
        Draft = "draft",
        /// Ausprobiert.
        Tried = "tried",
        /// Beschlossen.
        Adopted = "adopted",
    }
}

/// A concept or an idea as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ConceptSummary {
    /// UUIDv7.
    pub id: String,
    /// The readable part of its address.
    pub slug: String,
    /// Its name.
    pub title: LocalizedText,
    /// In one or two sentences.
    pub summary: LocalizedText,
    /// What it is.
    pub kind: ConceptKind,
    /// Who thought it up.
    pub authors: String,
    /// The year in which it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// How far it has come.
    pub maturity: Maturity,
    /// The formats that it builds on; may be empty.
    pub formats: Vec<FormatLink>,
}

/// A concept or an idea with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Concept {
    /// What the list shows.
    #[serde(flatten)]
    pub summary: ConceptSummary,
    /// Counts the changes.
    pub version: i64,
    /// The whole text.
    pub body: RichText,
    /// What nobody has answered yet; may be empty.
    pub open_questions: LocalizedList,
    /// Where it is documented; may be empty for an idea.
    pub sources: Vec<Source>,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
}
