//! Practice examples: where a format was really used.
//!
//! Owns the tables `examples` and `example_formats`.

mod check;
mod document;
mod page;
mod present;
mod routes;
pub mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub use check::check;
pub use document::ExampleDocument;
pub use page::{example_page, list_page};
pub use present::about;

/// The API of the practice examples.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(routes::list_examples).service(routes::find_example);
}
