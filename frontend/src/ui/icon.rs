//! Icons from one file of symbols. They only decorate: the word stands beside them.

use leptos::prelude::*;

/// An icon in the size of the text.
pub fn icon(name: &str) -> AnyView {
    sized(name, "icon")
}

/// A small one.
pub fn small(name: &str) -> AnyView {
    sized(name, "icon icon--s")
}

fn sized(name: &str, class: &'static str) -> AnyView {
    let href = format!("{}icons.svg#{name}", crate::lang::base());
    view! { <svg class=class aria-hidden="true"><use href=href/></svg> }.into_any()
}
