//! The whole content as one document, for other cities to take over.

use serde::{Deserialize, Serialize};

/// The layout of the document that this version writes.
pub const LAYOUT: u32 = 1;

/// An object of the catalogue with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CatalogueItem {
    /// The page that shows it.
    pub url: String,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
    /// The object in the shape of its content file, in all its languages.
    pub document: serde_json::Value,
}

/// All public content of an installation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Version of this layout.
    pub mitwirken_catalogue: u32,
    /// Name of the portal that gives it.
    pub name: String,
    /// Who is responsible for the portal; empty if it does not say.
    pub publisher: String,
    /// Address of the portal.
    pub url: String,
    /// SPDX name of the licence of all texts.
    pub licence: String,
    /// Where the licence can be read.
    pub licence_url: String,
    /// When anything in it last changed, RFC 3339.
    pub updated_at: String,
    /// The formats.
    pub formats: Vec<CatalogueItem>,
    /// The practice examples.
    pub examples: Vec<CatalogueItem>,
    /// The guides.
    pub guides: Vec<CatalogueItem>,
    /// Concepts and ideas.
    #[serde(default)]
    pub concepts: Vec<CatalogueItem>,
}
