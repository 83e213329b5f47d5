//! The server of MitWIRken.
//!
//! - [`app`] puts everything together; it is the only place that mounts slices.
//! - [`config`], [`telemetry`], [`clock`]: what a running server needs.
//! - [`http`]: what every route shares. [`problem`]: how it fails.
//! - [`db`]: one SQL text on two engines. [`search`]: full text. [`snapshot`]: public reads from memory.
//! - [`content`]: the shipped content and its files.
//! - [`shell`]: the page that the browser gets before the app starts.
//! - [`access`]: who may come in and do what. [`audit`]: who did what. [`outbox`]: mail on its way.
//! - The slices, all alike: [`accounts`], [`departments`], [`formats`], [`examples`], [`guides`], [`concepts`], [`catalogue`],
//!   [`site`].

pub mod access;
pub mod accounts;
pub mod app;
pub mod audit;
pub mod catalogue;
pub mod changes;
pub mod clock;
pub mod concepts;
pub mod config;
pub mod content;
pub mod day;
pub mod db;
pub mod departments;
mod digest;
pub mod doctor;
pub mod examples;
pub mod formats;
pub mod guides;
pub mod http;
pub mod ids;
pub mod l10n;
pub mod markdown;
pub mod openapi;
pub mod outbox;
pub mod planning;
pub mod problem;
pub mod published;
pub mod search;
pub mod shell;
pub mod site;
pub mod snapshot;
pub mod source;
pub mod telemetry;
pub mod texts;
