//! Texts of the content. They may be in another language than the page, and then say in which, so that a
//! screen reader speaks them rightly.

use leptos::prelude::*;
use mitwirken_shared::l10n::{LocalizedList, LocalizedText, RichText};

use super::icon;
use crate::lang::other;

/// A short text.
pub fn text(text: LocalizedText) -> AnyView {
    match other(&text.lang) {
        Some(lang) => view! { <span lang=lang>{text.text}</span> }.into_any(),
        None => text.text.into_any(),
    }
}

/// A text with structure.
pub fn prose(text: RichText) -> AnyView {
    view! { <div class="prose" lang=other(&text.lang) inner_html=text.html></div> }.into_any()
}

/// A list of short texts, each with the same picture before it.
pub fn ticks(list: LocalizedList, class: &'static str, picture: &'static str) -> AnyView {
    let items = list.items.into_iter().map(|item| view! { <li>{icon(picture)}<span>{item}</span></li> });
    view! { <ul class=format!("ticks {class}") lang=other(&list.lang)>{items.collect_view()}</ul> }.into_any()
}
