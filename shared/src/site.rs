//! What a city says of itself, and the pages that the law wants.

use serde::{Deserialize, Serialize};

use crate::l10n::RichText;
use crate::vocabulary;

/// The facts about this installation that every page of the app needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Site {
    /// Name of the portal, e.g. "mitWIRken".
    pub name: String,
    /// The city or municipality, e.g. "Dortmund"; empty until it is configured.
    pub city: String,
    /// Where people can write to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
    /// Where people can call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_phone: Option<String>,
    /// How much there is, counted now.
    pub counts: Counts,
}

/// How many public objects there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Counts {
    /// Formats.
    pub formats: u64,
    /// Practice examples.
    pub examples: u64,
    /// Guides.
    pub guides: u64,
    /// Concepts and ideas.
    pub concepts: u64,
}

vocabulary! {
    /// The pages that the law wants.
    LegalPage {
        /// Impressum.
        Imprint = "imprint",
        /// Datenschutz.
        Privacy = "privacy",
        /// Erklärung zur Barrierefreiheit.
        Accessibility = "accessibility",
        /// Lotse: the rights of participation that the law gives.
        Pathfinder = "pathfinder",
    }
}

/// A page of text that the city fills in by configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct LegalText {
    /// Which.
    pub page: LegalPage,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub body: RichText,
    /// What the city has not filled in yet: configuration keys. Empty on a finished installation.
    pub missing: Vec<String>,
}
