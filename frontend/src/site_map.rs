//! Every address of the app. German addresses have no prefix, English ones `/en`.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::lang::lang;

/// What stands before every path in the page's language.
pub fn prefix() -> &'static str {
    if lang() == "en" { "/en" } else { "" }
}

/// The start page.
pub fn home() -> String {
    if lang() == "en" { "/en/".to_owned() } else { "/".to_owned() }
}

/// The Mitmachbox.
pub fn formats() -> String {
    format!("{}/mitmachbox", prefix())
}

/// The Mitmachbox with filters: a query string without `?`.
pub fn formats_with(query: &str) -> String {
    if query.is_empty() { formats() } else { format!("{}?{query}", formats()) }
}

/// One format.
pub fn format(slug: &str) -> String {
    format!("{}/mitmachbox/{slug}", prefix())
}

/// The format finder with a plan: a query string without `?`.
pub fn finder_with(query: &str) -> String {
    let path = format!("{}/mitmachbox/finder", prefix());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Formats side by side.
pub fn compare(slugs: &[String]) -> String {
    let query = slugs.iter().map(|slug| format!("slug={slug}")).collect::<Vec<_>>().join("&");
    format!("{}/mitmachbox/vergleich?{query}", prefix())
}

/// What this device collects.
pub fn collection() -> String {
    format!("{}/mitmachbox/sammlung", prefix())
}

/// A collection as a link that holds all of it.
pub fn shared_collection(slugs: &[String], title: &str) -> String {
    let formats = slugs.iter().map(|slug| format!("slug={}", crate::api::encoded(slug)));
    let title = (!title.is_empty()).then(|| format!("title={}", crate::api::encoded(title)));
    format!("{}?{}", collection(), formats.chain(title).collect::<Vec<_>>().join("&"))
}

/// A collection as a booklet to print.
pub fn booklet(slugs: &[String], title: &str) -> String {
    format!("{}&booklet=yes", shared_collection(slugs, title))
}

/// The practice examples.
pub fn examples() -> String {
    format!("{}/beispiele", prefix())
}

/// One practice example.
pub fn example(slug: &str) -> String {
    format!("{}/beispiele/{slug}", prefix())
}

/// The guides.
pub fn guides() -> String {
    format!("{}/leitfaeden", prefix())
}

/// One guide.
pub fn guide(slug: &str) -> String {
    format!("{}/leitfaeden/{slug}", prefix())
}

/// Concepts and ideas.
pub fn concepts() -> String {
    format!("{}/konzepte", prefix())
}

/// One concept or idea.
pub fn concept(slug: &str) -> String {
    format!("{}/konzepte/{slug}", prefix())
}

/// Sign in.
pub fn sign_in() -> String {
    format!("{}/anmelden", prefix())
}

/// The own account.
pub fn account() -> String {
    format!("{}/konto", prefix())
}

/// The staff views: `part` is empty, or `personen`, `stellen`, `protokoll`, `post`.
pub fn administration(part: &str) -> String {
    if part.is_empty() {
        format!("{}/verwaltung", prefix())
    } else {
        format!("{}/verwaltung/{part}", prefix())
    }
}

/// One account of staff.
pub fn person(id: &str) -> String {
    format!("{}/verwaltung/personen/{id}", prefix())
}

/// Imprint, privacy, accessibility.
pub fn legal(page: &str) -> String {
    format!("{}/{page}", prefix())
}

/// This page in the other language.
pub fn in_language(wanted: &str, path: &str, search: &str) -> String {
    let german = path.strip_prefix("/en").unwrap_or(path);
    let german = if german.is_empty() { "/" } else { german };
    let query =
        if search.is_empty() { String::new() } else { format!("?{}", search.trim_start_matches('?')) };
    if wanted == "en" { format!("/en{german}{query}") } else { format!("{german}{query}") }
}

type Go = Box<dyn Fn(&str, NavigateOptions)>;

/// Moves to another address of the app.
#[derive(Clone, Copy)]
pub struct Navigator(StoredValue<Go, LocalStorage>);

/// The navigator: take it while the component is built.
pub fn navigator() -> Navigator {
    Navigator(StoredValue::new_local(Box::new(use_navigate())))
}

impl Navigator {
    /// Goes to `address`. `replace`: in place of the present one, without a step in the history and
    /// without scrolling.
    pub fn go(self, address: &str, replace: bool) {
        // The addresses here are whole; the router would put its prefix before them again.
        let options =
            NavigateOptions { resolve: false, replace, scroll: !replace, ..NavigateOptions::default() };
        self.0.with_value(|go| go(address, options));
    }
}
