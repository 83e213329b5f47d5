//! Files of the app and its pages. Anyone may get them.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, Responder as _};

use super::assets::Shell;
use super::page::{Page, escape};
use crate::app::App;
use crate::http::{Answer, CachePolicy, Reader};
use crate::problem::ApiError;
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};
use crate::{concepts, examples, formats, guides, site};

/// Everything that is no API.
pub fn mount(config: &mut ServiceConfig) {
    config.default_service(web::to(page_or_file));
}

async fn page_or_file(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    if request.method() != actix_web::http::Method::GET {
        return Err(ApiError {
            allow: Some("GET, HEAD".to_owned()),
            ..ApiError::new(mitwirken_shared::problem::ProblemKind::MethodNotAllowed)
        });
    }
    let path = request.path();
    if let Some(file) = app.assets.find(path) {
        let cache = if path.starts_with("/pkg/") { CachePolicy::Immutable } else { CachePolicy::Revalidate };
        return Ok(Answer::new(file, cache).respond_to(&request));
    }
    // A page would hide that a file is missing: an old tab must notice and load itself anew.
    if path.starts_with("/pkg/") || path.starts_with("/api/") {
        return Err(ApiError::not_found());
    }
    let snapshot = app.snapshot();
    let (lang, german) = match path.strip_prefix("/en") {
        Some("") => ("en", "/"),
        Some(rest) if rest.starts_with('/') => ("en", rest),
        _ => ("de", path),
    };
    let found = page(&app, &snapshot, lang, german);
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let body = snapshot_body(&app, &snapshot, lang, german, found)?;
    Ok(Answer::new(body, CachePolicy::Revalidate).with_status(status).respond_to(&request))
}

fn snapshot_body(
    app: &App,
    snapshot: &Snapshot,
    lang: &'static str,
    path: &str,
    found: Option<Page>,
) -> Result<Arc<crate::http::Body>, ApiError> {
    match found {
        Some(page) => snapshot
            .body(&format!("page/{lang}{path}"), || Ok(app.assets.page(Shell::App, &app.config, &page))),
        None => Ok(Arc::new(app.assets.page(Shell::App, &app.config, &missing(lang, path)))),
    }
}

/// The page at `path` (in German), or `None` if there is none.
fn page(app: &App, snapshot: &Snapshot, lang: &'static str, path: &str) -> Option<Page> {
    let reader = Reader { lang: lang.to_owned(), all_languages: false };
    let path = if path.len() > 1 { path.trim_end_matches('/') } else { path };
    let mut parts = path.trim_start_matches('/').split('/');
    let page = match (parts.next()?, parts.next(), parts.next()) {
        ("", None, None) => site::home_page(&app.config, snapshot, lang),
        ("mitmachbox", None, None) => formats::list_page(snapshot, lang, &reader),
        ("mitmachbox", Some("vergleich"), None) => tool(lang, path, "page-compare"),
        ("mitmachbox", Some("finder"), None) => tool(lang, path, "page-finder"),
        ("mitmachbox", Some("sammlung"), None) => tool(lang, path, "page-collection"),
        ("mitmachbox", Some(slug), None) => formats::format_page(&app.config, snapshot, slug, lang, &reader)?,
        ("beispiele", None, None) => examples::list_page(snapshot, lang, &reader),
        ("beispiele", Some(slug), None) => examples::example_page(snapshot, slug, lang, &reader)?,
        ("leitfaeden", None, None) => guides::list_page(snapshot, lang, &reader),
        ("leitfaeden", Some(slug), None) => guides::guide_page(snapshot, slug, lang, &reader)?,
        ("konzepte", None, None) => concepts::list_page(snapshot, lang, &reader),
        ("konzepte", Some(slug), None) => concepts::concept_page(snapshot, slug, lang, &reader)?,
        ("anmelden", None | Some("link"), None) => tool(lang, path, "page-sign-in"),
        ("zugang", None, None) => tool(lang, path, "page-access"),
        ("konto", None, None) => tool(lang, path, "page-account"),
        ("verwaltung", None | Some("personen" | "stellen" | "protokoll" | "post"), None) => {
            tool(lang, path, "page-administration")
        }
        // Whether there is such an account is nobody's business before signing in.
        ("verwaltung", Some("personen"), Some(id)) if id.parse::<uuid::Uuid>().is_ok() => {
            tool(lang, path, "page-administration")
        }
        (name, None, None) => site::legal_page(&app.config, name, lang)?,
        _ => return None,
    };
    Some(page)
}

/// A page that only the app can show: its words are `<key>-title` and `<key>-description`.
fn tool(lang: &'static str, path: &str, key: &str) -> Page {
    let text = |part: &str| texts::get(lang, &format!("{key}-{part}"), &Args::new());
    let (title, description) = (text("title"), text("description"));
    Page {
        lang,
        content: format!("<main><h1>{}</h1><p>{}</p></main>", escape(&title), escape(&description)),
        title,
        description,
        path: path.to_owned(),
        data: None,
        json_ld: None,
    }
}

fn missing(lang: &'static str, path: &str) -> Page {
    let title = texts::get(lang, "page-missing-title", &Args::new());
    let description = texts::get(lang, "page-missing-description", &Args::new());
    Page {
        lang,
        content: format!("<main><h1>{title}</h1><p>{description}</p></main>"),
        title,
        description,
        path: path.to_owned(),
        data: None,
        json_ld: None,
    }
}
