//! Texts in the language that fits the reader best.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The tag of German, the language in which every text exists.
pub const GERMAN: &str = "de";
/// The tag of English.
pub const ENGLISH: &str = "en";
/// The tag under which we keep Einfache Sprache (our own editorial plain German, not yet tested
/// by a test group, hence not "Leichte Sprache").
pub const SIMPLE_GERMAN: &str = "de-simple";

crate::vocabulary! {
    /// A language that answers can be in.
    Language {
        /// Deutsch.
        German = "de",
        /// English.
        English = "en",
    }
}

/// A text in one language, and in all of them where `all_languages=true` was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct LocalizedText {
    /// Plain text, never HTML.
    pub text: String,
    /// BCP 47 tag of the language `text` is in; it may differ from the one asked for.
    pub lang: String,
    /// Every language of this text by tag; only with `all_languages=true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translations: Option<BTreeMap<String, String>>,
}

/// A list of short texts in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct LocalizedList {
    /// Plain texts, in order.
    pub items: Vec<String>,
    /// BCP 47 tag of their language.
    pub lang: String,
    /// Every language of this list by tag; only with `all_languages=true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translations: Option<BTreeMap<String, Vec<String>>>,
}

/// A text with structure: as written, and as safe HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RichText {
    /// The text as written (CommonMark).
    pub markdown: String,
    /// The same as HTML, sanitised on the server: safe to put into a page as it is.
    pub html: String,
    /// BCP 47 tag of its language.
    pub lang: String,
    /// Every language of this text (Markdown) by tag; only with `all_languages=true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translations: Option<BTreeMap<String, String>>,
}

/// A piece of a text with the information whether the search found it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Fragment {
    /// Plain text; the pieces joined give the whole.
    pub text: String,
    /// Whether this piece is what was searched for.
    #[serde(rename = "match")]
    pub is_match: bool,
}
