//! What server and app say to each other: the DTOs of the API, their vocabularies, and the
//! computations that both sides must agree on. Compiles to WASM; no I/O, no clock, no randomness.
//!
//! Ids and times are strings here on purpose: typed ids live in the backend, because `uuid` and
//! `chrono` would cost every first visit of the app 9 KB.

pub mod accounts;
pub mod audit;
pub mod catalogue;
pub mod concepts;
pub mod departments;
pub mod examples;
pub mod formats;
pub mod guides;
pub mod l10n;
pub mod outbox;
pub mod page;
pub mod plain_language;
pub mod planning;
pub mod problem;
pub mod range;
pub mod site;
pub mod source;
pub mod vocabulary;
