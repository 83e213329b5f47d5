//! What every page does: its title, the focus on its heading, where it stands.

use std::cell::Cell;

use leptos::prelude::*;
use mitwirken_shared::formats::FormatLink;
use wasm_bindgen::JsCast as _;

use super::{icon, text};
use crate::lang::t;
use crate::site_map;

thread_local! {
    static LAST: Cell<Option<String>> = const { Cell::new(None) };
}

/// Call when a page shows its content: sets the title and, if the reader came from another page of
/// the app, moves the focus to the heading, so that a screen reader reads on from there.
pub fn entered(title: &str) {
    entered_part(title, "");
}

/// The same for a page that shows one of several parts, each with a heading of its own.
pub fn entered_part(title: &str, part: &str) {
    let whole = format!("{title} – {}", t("site-name"));
    document().set_title(&whole);
    let path = format!("{}#{part}", window().location().pathname().unwrap_or_default());
    let before = LAST.replace(Some(path.clone()));
    if before.as_ref() == Some(&path) {
        return;
    }
    // The browser looked for the part that the address names before it was there.
    let part = window().location().hash().unwrap_or_default();
    if part.len() > 1 {
        request_animation_frame(move || {
            if let Some(part) = part.get(1..).and_then(|id| document().get_element_by_id(id)) {
                part.scroll_into_view();
            }
        });
        return;
    }
    if before.is_none() {
        return;
    }
    request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0));
    focus_on("main h1".to_owned());
}

/// Moves the focus to the first element that fits `selector`, once it has been drawn.
pub fn focus_on(selector: String) {
    request_animation_frame(move || {
        let element = document().query_selector(&selector).ok().flatten();
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Where the page lies: the pages above it, from the start page down, and its own name.
pub fn crumbs(above: Vec<(String, String)>, here: AnyView) -> AnyView {
    let above = std::iter::once((site_map::home(), t("nav-home"))).chain(above);
    view! {
        <nav class="crumbs wrap" aria-label=t("crumbs")><ol class="crumbs__list">
            {above.map(|(address, name)| view! { <li><a href=address>{name}</a></li> }).collect_view()}
            <li><span aria-current="page">{here}</span></li>
        </ol></nav>
    }
    .into_any()
}

/// A page's heading with a sentence below.
pub fn page_head(title: String, lead: Option<String>) -> AnyView {
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{title}</h1>
            {lead.map(|lead| view! { <p class="page-head__lead">{lead}</p> })}
        </div>
    }
    .into_any()
}

/// A section with a row for each format that an entry is about; nothing if there is none.
pub fn format_rows(title: String, formats: Vec<FormatLink>) -> Option<AnyView> {
    let rows = |formats: Vec<FormatLink>| {
        formats.into_iter().map(|format| view! {
            <li class="row-link"><span class="row-link__kind">{t("row-format")}</span><a href=site_map::format(&format.slug)>{text(format.title)}</a>{icon("arrow-right")}</li>
        }).collect_view()
    };
    (!formats.is_empty()).then(|| {
        view! { <section class="detail__section"><h2>{title}</h2><ul class="row-links">{rows(formats)}</ul></section> }.into_any()
    })
}
