//! Concepts and ideas: thought-out plans for participation, and formats that nobody has tried yet.
//!
//! Owns the tables `concepts` and `concept_formats`.

mod check;
mod document;
mod page;
mod present;
mod routes;
pub mod store;

use crate::http::Mount;

pub use check::check;
pub use document::ConceptDocument;
pub use page::{concept_page, list_page};
pub use present::about;

/// The API of the concepts.
pub fn routes(config: &mut impl Mount) {
    config.service(routes::list_concepts).service(routes::find_concept);
}
