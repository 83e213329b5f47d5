//! Guides: publications and checklists that help to do it.
//!
//! Owns the tables `guides` and `guide_formats`.

mod check;
mod document;
mod page;
mod present;
mod routes;
pub mod store;

use crate::http::Mount;

pub use check::check;
pub use document::GuideDocument;
pub use page::{guide_page, list_page};
pub use present::about;

/// The API of the guides.
pub fn routes(config: &mut impl Mount) {
    config.service(routes::list_guides).service(routes::find_guide);
}
