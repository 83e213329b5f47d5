//! What the city says of itself: name, contact, imprint, privacy, accessibility. And what the
//! machinery around the server asks: is it alive, is it ready, which version is it.

mod health;
mod legal;
mod page;
mod routes;

use crate::http::Mount;
use actix_web::web::ServiceConfig as ActixConfig;

pub use page::{home_page, legal_page};

/// The site's part of the API.
pub fn routes(config: &mut impl Mount) {
    config.service(routes::find_site).service(routes::find_page);
}

/// `/livez`, `/readyz`, `/version`.
pub fn mount(config: &mut ActixConfig) {
    config.service(health::livez).service(health::readyz).service(health::version);
}
