//! The catalogue: all public content as one document with licence and provenance, which other
//! installations harvest and `mitwirken import` takes.

mod read;
mod routes;

use utoipa_actix_web::service_config::ServiceConfig;

pub use read::read_catalogue;

/// The catalogue's part of the API.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(routes::find_catalogue);
}
