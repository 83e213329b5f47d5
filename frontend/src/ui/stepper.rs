//! A number that can be typed or stepped.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::icon;
use crate::lang::{lang, t};

/// A whole number as people type it: with thousands as their language writes them; what follows the
/// decimal sign is cut off.
fn whole(text: &str) -> Option<u32> {
    let decimal = if lang() == "en" { '.' } else { ',' };
    let text = text.split(decimal).next().unwrap_or_default();
    let digits = text.chars().filter(|sign| !matches!(sign, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'));
    digits.collect::<String>().parse().ok()
}

/// A number field with buttons. An empty field is `None`.
#[component]
pub fn Stepper(
    /// The id of the field, for its label.
    id: &'static str,
    /// What the number is, for the names of the buttons where a page has several.
    #[prop(optional, into)]
    label: Option<String>,
    /// The number.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// By how much the buttons change it.
    step: u32,
    /// Where the buttons begin from an empty field.
    start: u32,
    /// The smallest number.
    #[prop(default = 1)]
    least: u32,
    /// The largest number.
    #[prop(default = 1_000_000)]
    most: u32,
    /// Called with every new number.
    on_change: impl Fn(Option<u32>) + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let (less, more, typed) = (on_change.clone(), on_change.clone(), on_change);
    let of = label.map(|label| format!(": {label}")).unwrap_or_default();
    let of_more = of.clone();
    view! {
        <span class="stepper">
            <button type="button" class="stepper__btn" on:click=move |_| {
                let now = value.get_untracked().unwrap_or(start);
                less(Some(now.saturating_sub(step).max(least)));
            }>{icon("minus")}<span class="kern-sr-only">{t("stepper-less")}{of}</span></button>
            <input class="stepper__input" id=id inputmode="numeric" autocomplete="off"
                prop:value=move || value.get().map(|number| number.to_string()).unwrap_or_default()
                on:change=move |event| {
                    let field = event_target::<HtmlInputElement>(&event);
                    let number = whole(&field.value()).map(|number| number.clamp(least, most));
                    typed(number);
                    // The field shows what counts, also where the number stays as it was.
                    field.set_value(&number.map(|number| number.to_string()).unwrap_or_default());
                }/>
            <button type="button" class="stepper__btn" on:click=move |_| {
                let next = value.get_untracked().map_or(start, |now| now.saturating_add(step).min(most));
                more(Some(next));
            }>{icon("plus")}<span class="kern-sr-only">{t("stepper-more")}{of_more}</span></button>
        </span>
    }
}
