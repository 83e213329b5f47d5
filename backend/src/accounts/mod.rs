//! Accounts: residents who sign in by mail, staff with password and second factor, and who gives whom
//! which role. Tables: `users`, `recovery_codes`, `role_grants`.

mod arrive;
pub mod command;
pub mod domain;
mod present;
mod routes;
pub mod store;

use crate::http::Mount;

pub use arrive::set_up_link;

/// The slice's routes.
pub fn routes(config: &mut impl Mount) {
    routes::mount(config);
}
