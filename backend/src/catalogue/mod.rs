//! The catalogue: all public content as one document with licence and provenance, which other
//! installations harvest and `mitwirken import` takes.

mod read;
mod routes;

use crate::http::Mount;

pub use read::read_catalogue;

/// The catalogue's part of the API.
pub fn routes(config: &mut impl Mount) {
    config.service(routes::find_catalogue);
}
