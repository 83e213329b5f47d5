//! A number that can be typed or stepped.

use leptos::prelude::*;

use super::icon;
use crate::lang::t;

/// A number field with buttons. An empty field is `None`.
#[component]
pub fn Stepper(
    /// The id of the field, for its label.
    id: &'static str,
    /// The number.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// By how much the buttons change it.
    step: u32,
    /// Where the buttons begin from an empty field.
    start: u32,
    /// Called with every new number.
    on_change: impl Fn(Option<u32>) + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let (less, more, typed) = (on_change.clone(), on_change.clone(), on_change);
    view! {
        <span class="stepper">
            <button type="button" class="stepper__btn" on:click=move |_| {
                let now = value.get_untracked().unwrap_or(start);
                less(Some(now.saturating_sub(step).max(1)));
            }>{icon("minus")}<span class="kern-sr-only">{t("stepper-less")}</span></button>
            <input class="stepper__input" id=id inputmode="numeric" autocomplete="off"
                prop:value=move || value.get().map(|number| number.to_string()).unwrap_or_default()
                on:change=move |event| {
                    let text = event_target_value(&event);
                    typed(text.trim().parse::<u32>().ok().filter(|number| *number > 0).map(|number| number.min(1_000_000)));
                }/>
            <button type="button" class="stepper__btn" on:click=move |_| {
                let next = value.get_untracked().map_or(start, |now| (now + step).min(1_000_000));
                more(Some(next));
            }>{icon("plus")}<span class="kern-sr-only">{t("stepper-more")}</span></button>
        </span>
    }
}
