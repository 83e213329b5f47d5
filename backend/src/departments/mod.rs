//! Organisations, and the city's departments as a tree with their roll-out. Tables: `organisations`,
//! `departments`.

mod organisations;
mod routes;
pub mod store;

use crate::http::Mount;

/// The slice's routes.
pub fn routes(config: &mut impl Mount) {
    config
        .service(organisations::list_organisations)
        .service(organisations::create_organisation)
        .service(organisations::update_organisation)
        .service(routes::list_departments)
        .service(routes::create_department)
        .service(routes::find_department)
        .service(routes::update_department);
}
