//! Practice examples: where a format was really used.
//!
//! Owns the tables `examples` and `example_formats`.

mod check;
mod document;
mod page;
mod present;
mod routes;
pub mod store;

use crate::http::Mount;

pub use check::check;
pub use document::ExampleDocument;
pub use page::{example_page, list_page};
pub use present::about;

/// The API of the practice examples.
pub fn routes(config: &mut impl Mount) {
    config.service(routes::list_examples).service(routes::find_example);
}
