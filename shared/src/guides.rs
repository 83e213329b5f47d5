//! Guides: publications and checklists that help to do it.

use serde::{Deserialize, Serialize};

use crate::formats::FormatLink;
use crate::l10n::{LocalizedText, RichText};
use crate::vocabulary;

vocabulary! {
    /// What a guide is.
    GuideKind {
        /// Leitfaden.
        Guideline = "guideline",
        /// Checkliste.
        Checklist = "checklist",
        /// Vorlage.
        Template = "template",
        /// Video.
        Video = "video",
        /// Recht.
        Law = "law",
    }
}

vocabulary! {
    /// For whom a guide is written.
    Audience {
        /// Bürger*innen.
        Citizens = "citizens",
        /// Verwaltung.
        Staff = "staff",
        /// Initiativen und Vereine.
        Initiatives = "initiatives",
    }
}

/// A guide as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct GuideSummary {
    /// UUIDv7.
    pub id: String,
    /// The readable part of its address.
    pub slug: String,
    /// Its name.
    pub title: LocalizedText,
    /// In one or two sentences.
    pub summary: LocalizedText,
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
    /// Where to read it; absent for what stands here in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The formats it helps with; empty = all.
    pub formats: Vec<FormatLink>,
}

/// A guide with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Guide {
    /// What the list shows.
    #[serde(flatten)]
    pub summary: GuideSummary,
    /// Counts the changes.
    pub version: i64,
    /// The whole text, where it is our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<RichText>,
    /// Licence of the publication, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether the editors have read its page, whole or in part.
    pub seen: bool,
    /// The day on which they last looked, `YYYY-MM-DD`.
    pub checked: String,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
}
