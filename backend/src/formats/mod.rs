//! Participation formats: the Mitmachbox.
//!
//! Owns the tables `formats` and `format_relations`. The public reads everything from the snapshot;
//! SQL is only asked when something changes.

mod advice;
mod atom;
mod check;
mod csv;
mod document;
mod filter;
mod finder;
mod listing;
mod page;
mod present;
mod routes;
mod set;
pub mod store;

use crate::http::Mount;

pub use check::check;
pub use document::{FormatDocument, RelationDocument};
pub use filter::{FACETS, FormatFilter, named};
pub use listing::{Listing, list};
pub use page::{format_page, list_page};
pub use present::link;
pub use set::{FormatEntry, FormatSet, Row};

/// The API of the Mitmachbox.
pub fn routes(config: &mut impl Mount) {
    config
        .service(routes::list_formats)
        .service(routes::suggest_formats)
        .service(routes::compare_formats)
        .service(routes::find_formats)
        .service(routes::find_format);
}

/// Downloads and feeds, which lie beside the collection.
pub fn feeds(config: &mut impl Mount) {
    config.service(routes::export_formats).service(routes::feed_formats);
}
