//! What every test through the front door needs: [`TestApp`], the real server on a port of its own
//! with a database of its own, and [`Reply`], its answers.
//!
//! The engine is picked by `MITWIRKEN_TEST_POSTGRES` (the address of a PostgreSQL server whose user
//! may create databases); without it the tests run on SQLite. `make test` runs both.

// Tests stop at the first thing that is not as it must be; a message is all they owe.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test's failure is a panic"
)]

mod database;
pub mod load;
mod mailbox;
mod people;
mod python;
mod reply;
mod test_app;

pub use database::{Engine, TestDatabase};
pub use mailbox::Mail;
pub use people::Person;
pub use python::python;
pub use reply::Reply;
pub use test_app::{TestApp, boot};
