//! The search field with suggestions: a combobox as the ARIA Authoring Practices describe it.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use mitwirken_shared::formats::FormatSuggestions;

use super::query;
use crate::lang::t;
use crate::query_string::QueryString;
use crate::ui::{fragments, icon};
use crate::{api, site_map};

/// How long somebody must have stopped typing.
const PAUSE: Duration = Duration::from_millis(200);

/// The search field. In the list the results follow while somebody types.
#[component]
pub fn Search() -> impl IntoView {
    let location = use_location();
    let navigate = site_map::navigator();
    let search = location.search;
    let path = location.pathname;
    let in_list = move || path.get_untracked() == site_map::formats();
    let typed = RwSignal::new(query::read(&search.get_untracked()).get("q").unwrap_or_default().to_owned());
    // What came by a link or "back" belongs into the field, too.
    Effect::new(move |before: Option<String>| {
        let now = query::read(&search.get()).get("q").unwrap_or_default().to_owned();
        if before.is_some_and(|before| before != now) && now.trim() != typed.get_untracked().trim() {
            typed.set(now.clone());
        }
        now
    });
    let asked = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
    };
    // Whoever is quicker than the pause leaves the page before it ends.
    on_cleanup(stop_waiting);
    let suggestions = api::read::<FormatSuggestions>(api::answer(move || {
        let asked = asked.get();
        if asked.trim().is_empty() {
            String::new()
        } else {
            format!("/formats/suggest?q={}", api::encoded(asked.trim()))
        }
    }));
    let items = move || suggestions.get().and_then(Result::ok).map(|found| found.items).unwrap_or_default();
    let shown = move || open.get() && !items().is_empty();
    let search_for = move |text: String, replace: bool| {
        let query = if in_list() { query::read(&search.get_untracked()) } else { QueryString::default() };
        let query = query.with("q", Some(text.trim().to_owned()));
        navigate.go(&site_map::formats_with(&query.text()), replace);
    };
    let go_to = move |slug: String| {
        open.set(false);
        navigate.go(&site_map::format(&slug), false);
    };
    let on_input = move |text: String| {
        typed.set(text.clone());
        active.set(None);
        stop_waiting();
        let later = set_timeout_with_handle(
            move || {
                asked.set(text.clone());
                open.set(true);
                if in_list() {
                    search_for(text, true);
                }
            },
            PAUSE,
        );
        waiting.set_value(later.ok());
    };
    let on_key = move |event: KeyboardEvent| {
        let count = items().len();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                event.prevent_default();
                open.set(true);
                active.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count)));
            }
            "ArrowUp" if count > 0 => {
                event.prevent_default();
                active.update(|at| *at = Some(at.map_or(count - 1, |at| (at + count - 1) % count)));
            }
            "Escape" if open.get_untracked() => {
                event.prevent_default();
                open.set(false);
                active.set(None);
            }
            "Enter" => {
                if let Some(found) = active.get_untracked().and_then(|at| items().into_iter().nth(at)) {
                    event.prevent_default();
                    go_to(found.slug);
                }
            }
            _ => {}
        }
    };
    view! {
        <form class="search" role="search" on:submit=move |event| {
            event.prevent_default();
            stop_waiting();
            open.set(false);
            search_for(typed.get_untracked(), false);
        }>
            <label class="search__label kern-sr-only" for="q">{t("search-label")}</label>
            <div class="search__field">
                {icon("search")}
                <input class="search__input" id="q" name="q" type="search" autocomplete="off" maxlength="200" role="combobox"
                    placeholder=t("search-placeholder") aria-autocomplete="list" aria-controls="suggestions"
                    aria-expanded=move || if shown() { "true" } else { "false" }
                    aria-activedescendant=move || active.get().map(|at| format!("suggestion-{at}"))
                    prop:value=move || typed.get()
                    on:input=move |event| on_input(event_target_value(&event))
                    on:keydown=on_key
                    on:blur=move |_| open.set(false)/>
                <button type="submit" class="kern-btn kern-btn--primary btn--sun search__submit">{icon("search")}<span class="kern-label">{t("search-submit")}</span></button>
            </div>
            <ul class="search__list" id="suggestions" role="listbox" aria-label=t("search-suggestions") hidden=move || !shown()>
                {move || items().into_iter().enumerate().map(|(at, item)| {
                    let slug = item.slug.clone();
                    // Found by another name: say which format that is.
                    let found = item.fragments.iter().map(|fragment| fragment.text.as_str()).collect::<String>();
                    let title = (found != item.title.text).then_some(item.title.text);
                    view! {
                        <li class="search__option" role="option" id=format!("suggestion-{at}")
                            aria-selected=move || if active.get() == Some(at) { "true" } else { "false" }
                            on:mousedown=move |event| { event.prevent_default(); go_to(slug.clone()); }>
                            {icon("book")}
                            <span>{fragments(item.fragments)}</span>{title.map(|title| view! { <span class="search__option-note">{title}</span> })}
                        </li>
                    }
                }).collect_view()}
            </ul>
        </form>
    }
}
