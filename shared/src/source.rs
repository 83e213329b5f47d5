//! Where a fact comes from.

use serde::{Deserialize, Serialize};

/// A publication or page that something was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short name by which facts refer to it, unique within the object.
    pub key: String,
    /// Title of the publication or page, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Year of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Whether the editors have read the page, whole or in part. `false` = "page not seen".
    pub seen: bool,
    /// The day on which the editors last looked, `YYYY-MM-DD`.
    pub checked: String,
}
