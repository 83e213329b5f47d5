//! The content and its files: one TOML file per format, example, guide and concept (`content/README.md`).
//!
//! Reading is all or nothing: a bad file names file, line and field, and nothing is imported.

pub mod export;
mod import;
pub mod issue;
mod locate;
mod read;
mod shipped;
pub mod texts;

pub use import::{ImportError, ImportReport, import};
pub use read::{Bundle, read_folder};
pub use shipped::{import_if_changed, shipped};
