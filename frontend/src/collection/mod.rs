//! A collection of formats: kept on this device without an account, shared by a link, printed as a
//! booklet. A link holds the whole collection, so that nothing is stored on the server.

mod booklet;
mod list;

use std::collections::HashSet;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::pick_list::MOST_KEPT;
use crate::query_string::QueryString;

/// Names of the address: the formats, the heading, and whether to show the booklet.
const KNOWN: [&str; 3] = ["slug", "title", "booklet"];

/// The formats that the address names, each once and no more than a collection holds: anybody can write
/// such an address.
fn named(query: &QueryString) -> Vec<String> {
    let mut seen = HashSet::new();
    let slugs = query.all("slug").into_iter().filter(|slug| seen.insert(slug.clone()));
    slugs.take(MOST_KEPT).collect()
}

/// The page: the device's collection, a shared one, or a booklet.
#[component]
fn Collection() -> impl IntoView {
    let search = use_location().search;
    let query = Memo::new(move |_| QueryString::parse(&search.get(), |name| KNOWN.contains(&name)));
    move || {
        let shared = query.get();
        if shared.get("booklet").is_some() {
            booklet::booklet(&shared)
        } else if shared.get("slug").is_some() {
            list::shared(&shared)
        } else {
            list::own()
        }
    }
}

/// The page, for a module of its own.
pub fn view() -> AnyView {
    view! { <Collection/> }.into_any()
}
