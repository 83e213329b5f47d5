//! The page before the app: what the browser, a crawler or somebody without WASM gets at once.
//!
//! The bundler's `index.html` has placeholders for language, head and content; every page is filled
//! with its own title, description, links between the languages, JSON-LD, readable HTML and a
//! truthful status. The app takes over the mount point when it has loaded. Pages that the app does not
//! know (the API's documentation) get `document.html`, which loads no app.

mod assets;
mod page;
mod routes;

pub use assets::{Assets, Shell};
pub use page::{Page, escape};
pub use routes::mount;
