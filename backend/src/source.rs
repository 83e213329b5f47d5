//! Where facts come from, as we keep it.

use mitwirken_shared::source::Source;
use serde::{Deserialize, Serialize};

use crate::day::Day;

/// A publication or page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDocument {
    /// Short name, unique within the object.
    pub key: String,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Year of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Whether the page was read, whole or in part.
    pub seen: bool,
    /// The day on which the editors last looked.
    pub checked: Day,
}

impl From<&SourceDocument> for Source {
    fn from(source: &SourceDocument) -> Self {
        Self {
            key: source.key.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            url: source.url.clone(),
            year: source.year,
            seen: source.seen,
            checked: source.checked.to_string(),
        }
    }
}
