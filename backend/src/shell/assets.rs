//! The built app, embedded: copying one file is the installation.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use actix_web::http::header::HeaderValue;
use bytes::Bytes;
use rust_embed::RustEmbed;

use super::page::Page;
use crate::config::Config;
use crate::http::Body;
use crate::texts::{self, Args};

#[derive(RustEmbed)]
#[folder = "../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// What is served before an app was built: the content without anything around it.
const BARE: &str = "<!doctype html>\n<html lang=\"{{lang}}\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{{head}}</head>\n\
<body>\n<div id=\"app\">{{content}}</div>\n</body>\n</html>\n";

/// What is around a page's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// The app, which takes over.
    App,
    /// Header and styles only: documents that the app does not know.
    Document,
}

impl Shell {
    const fn file(self) -> &'static str {
        match self {
            Self::App => "index.html",
            Self::Document => "document.html",
        }
    }

    fn template(self) -> Option<String> {
        String::from_utf8(Dist::get(self.file())?.data.into_owned()).ok()
    }
}

/// The app's files by path, with what was compressed at build time.
#[derive(Debug)]
pub struct Assets {
    files: HashMap<String, Arc<Body>>,
    app: Option<String>,
    document: Option<String>,
}

impl Assets {
    /// Takes the embedded files; in development those that were built last.
    pub fn load() -> Self {
        let bytes = |path: &str| {
            Dist::get(path).map(|file| match file.data {
                // In the binary already: a copy would cost five megabytes of memory.
                Cow::Borrowed(embedded) => Bytes::from_static(embedded),
                Cow::Owned(read) => Bytes::from(read),
            })
        };
        let files = Dist::iter()
            // Shells are filled before they are sent, compressed files stand beside the plain ones.
            .filter(|path| ![".br", ".gz", ".html"].iter().any(|end| path.ends_with(end)))
            .filter_map(|path| {
                let body = Body::with_type(content_type(&path), bytes(&path)?)
                    .precompressed(bytes(&format!("{path}.br")), bytes(&format!("{path}.gz")));
                Some((format!("/{path}"), Arc::new(body)))
            })
            .collect();
        Self { files, app: Shell::App.template(), document: Shell::Document.template() }
    }

    /// The file at this path.
    pub fn find(&self, path: &str) -> Option<Arc<Body>> {
        self.files.get(path).cloned()
    }

    /// Whether an app was built.
    pub const fn has_app(&self) -> bool {
        self.app.is_some()
    }

    /// `page` with what is around it.
    pub fn page(&self, shell: Shell, config: &Config, page: &Page) -> Body {
        let template = match shell {
            Shell::App => &self.app,
            Shell::Document => &self.document,
        };
        let head = page.head(shell, &config.site_name, config.public_url.as_str());
        let html = template
            .as_deref()
            .unwrap_or(BARE)
            .replace("{{lang}}", page.lang)
            .replace("{{skip}}", &texts::get(page.lang, "page-skip", &Args::new()))
            .replace("{{head}}", &head)
            .replace("{{content}}", &page.content);
        Body::new("text/html; charset=utf-8", html)
    }
}

fn content_type(path: &str) -> HeaderValue {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let essence = guess.essence_str();
    let header = if essence.starts_with("text/") {
        HeaderValue::from_str(&format!("{essence}; charset=utf-8"))
    } else {
        HeaderValue::from_str(essence)
    };
    header.unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"))
}
