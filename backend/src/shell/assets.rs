//! The built app, embedded: copying one file is the installation.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::http::header::HeaderValue;
use bytes::Bytes;
use rust_embed::RustEmbed;

use super::page::Page;
use crate::config::Config;
use crate::http::Body;

#[derive(RustEmbed)]
#[folder = "../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// What is served before an app was built: the content without the app around it.
const BARE: &str = "<!doctype html>\n<html lang=\"{{lang}}\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{{head}}</head>\n\
<body>\n<div id=\"app\">{{content}}</div>\n</body>\n</html>\n";

/// The app's files by path, with what was compressed at build time.
#[derive(Debug)]
pub struct Assets {
    files: HashMap<String, Arc<Body>>,
    template: String,
    has_app: bool,
}

impl Assets {
    /// Takes the embedded files; in development those that were built last.
    pub fn load() -> Self {
        let bytes = |path: &str| Dist::get(path).map(|file| Bytes::from(file.data.into_owned()));
        let files = Dist::iter()
            .filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
            .filter_map(|path| {
                let body = Body::with_type(content_type(&path), bytes(&path)?)
                    .precompressed(bytes(&format!("{path}.br")), bytes(&format!("{path}.gz")));
                Some((format!("/{path}"), Arc::new(body)))
            })
            .collect();
        let template =
            Dist::get("index.html").and_then(|file| String::from_utf8(file.data.into_owned()).ok());
        Self { files, has_app: template.is_some(), template: template.unwrap_or_else(|| BARE.to_owned()) }
    }

    /// The file at this path.
    pub fn find(&self, path: &str) -> Option<Arc<Body>> {
        self.files.get(path).cloned()
    }

    /// Whether an app was built.
    pub const fn has_app(&self) -> bool {
        self.has_app
    }

    /// `page` as a whole document.
    pub fn document(&self, config: &Config, page: &Page) -> Body {
        let head = page.head(&config.site_name, config.public_url.as_str());
        let html = self
            .template
            .replace("{{lang}}", page.lang)
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
