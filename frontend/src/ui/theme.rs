//! Light, dark, or as the device wishes.

use leptos::prelude::*;

use super::icon;
use crate::lang::{t, word};

const THEMES: [(&str, &str); 3] = [("light", "sun"), ("dark", "moon"), ("auto", "device")];

fn storage() -> Option<web_sys::Storage> {
    js_sys::Reflect::get(&window(), &"localStorage".into()).ok().map(wasm_bindgen::JsCast::unchecked_into)
}

fn choose(theme: &str) {
    let root = document().document_element();
    if theme == "auto" {
        if let Some(root) = root {
            let _ = root.remove_attribute("data-theme");
        }
        if let Some(storage) = storage() {
            let _ = storage.remove_item("theme");
        }
        return;
    }
    if let Some(root) = root {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Some(storage) = storage() {
        let _ = storage.set_item("theme", theme);
    }
}

/// The switch in the top bar.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let now = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-theme"))
        .unwrap_or_else(|| "auto".to_owned());
    view! {
        <fieldset class="segmented">
            <legend class="kern-sr-only">{t("theme-label")}</legend>
            {THEMES.map(|(theme, picture)| view! {
                <label class="segmented__option" title=word("theme", theme)>
                    <input type="radio" name="theme" value=theme checked=now == theme on:change=move |_| choose(theme)/>
                    <span class="segmented__face">{icon(picture)}<span class="kern-sr-only">{word("theme", theme)}</span></span>
                </label>
            }).collect_view()}
        </fieldset>
    }
}
