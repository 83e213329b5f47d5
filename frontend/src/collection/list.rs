//! The collection as a list.

use std::collections::HashMap;

use leptos::prelude::*;
use mitwirken_shared::formats::FormatSummary;

use super::named;
use crate::formats::card;
use crate::lang::{t, tr};
use crate::pick_list::{Picked, collection};
use crate::query_string::QueryString;
use crate::ui::{self, icon};
use crate::{api, site_map};

/// The cards by slug.
type Cards = HashMap<String, FormatSummary>;

/// All formats: a collection needs their cards, and there are not many. `None` while they are loading.
fn cards() -> RwSignal<Option<Result<Cards, api::Failure>>> {
    let cards = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let all = api::every::<FormatSummary>("/formats").await;
        let by_slug = all.map(|all| all.into_iter().map(|format| (format.slug.clone(), format)).collect());
        // Nobody listens any more if the reader has gone on meanwhile.
        let _ = cards.try_set(Some(by_slug));
    });
    cards
}

/// What this device keeps.
pub fn own() -> AnyView {
    let kept = collection();
    let heading = t("collection-own");
    ui::entered_part(&heading, "own");
    let answer = cards();
    let name = RwSignal::new(String::new());
    let slugs = move || kept.get().into_iter().map(|picked| picked.slug).collect::<Vec<_>>();
    let empty = move || kept.get().is_empty();
    let body = move || {
        match answer.get() {
        _ if empty() => view! {
            <section class="empty" aria-labelledby="collection-empty"><h2 id="collection-empty">{t("collection-empty")}</h2><p>{t("collection-empty-text")}</p>
                <div class="btn-row"><a class="kern-btn kern-btn--primary" href=site_map::formats()><span class="kern-label">{t("missing-formats")}</span></a></div></section>
        }
        .into_any(),
        None => ui::loading(t("loading")),
        Some(Err(problem)) => ui::failure(problem, || { let _ = window().location().reload(); }),
        Some(Ok(mut cards)) => {
            let rows = kept.get().into_iter().enumerate().map(|(at, picked)| {
                // A format that is no longer there is shown by its name, so that it can be taken out.
                row(at, picked.clone(), cards.remove(&picked.slug))
            });
            view! { <ol class="results collection">{rows.collect_view()}</ol> }.into_any()
        }
    }
    };
    let ways = move || {
        (!empty()).then(|| {
            let title = name.get();
            view! {
                <div class="collection__share">
                    <div class="kern-form-input"><label class="kern-label" for="collection-name">{t("collection-name")}</label>
                        <input class="kern-form-input__input" id="collection-name" maxlength="120" prop:value=move || name.get_untracked()
                            on:change=move |event| name.set(event_target_value(&event))/></div>
                    <div class="btn-row">
                        <a class="kern-btn kern-btn--primary btn--sun" href=site_map::booklet(&slugs(), &title)>{icon("print")}<span class="kern-label">{t("collection-booklet")}</span></a>
                        <a class="kern-btn kern-btn--secondary" href=site_map::shared_collection(&slugs(), &title)>{icon("share")}<span class="kern-label">{t("collection-link")}</span></a>
                    </div>
                </div>
            }
        })
    };
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], heading.clone().into_any())}
        <div class="wrap">{ui::page_head(heading, Some(t("collection-own-text")))}{ways}{body}</div>
    }
    .into_any()
}

fn row(at: usize, picked: Picked, format: Option<FormatSummary>) -> AnyView {
    let kept = collection();
    let (up, out) = (picked.clone(), picked.clone());
    let name = picked.title.clone();
    let earlier = (at > 0).then(|| {
        view! {
            <button type="button" class="chip chip--plain" on:click=move |_| kept.move_up(&up.slug)>{icon("arrow-up")}
                <span>{t("collection-up")}<span class="kern-sr-only">": "{name.clone()}</span></span></button>
        }
    });
    let body = format.map_or_else(
        || {
            view! { <p class="collection__gone">{picked.title.clone()}" – "{t("collection-gone")}</p> }
                .into_any()
        },
        card,
    );
    view! {
        <li class="collection__item">{body}
            <div class="collection__ways">{earlier}
                <button type="button" class="chip chip--plain" on:click=move |_| kept.toggle(&out.slug, &out.title)>{icon("close")}
                    <span>{t("collection-remove")}<span class="kern-sr-only">": "{picked.title.clone()}</span></span></button></div></li>
    }
    .into_any()
}

/// A collection that somebody sent as a link.
pub fn shared(query: &QueryString) -> AnyView {
    let slugs = named(query);
    let title = query.get("title").map_or_else(|| t("collection-shared"), str::to_owned);
    ui::entered_part(&title, "shared");
    let notice = ui::notices();
    let kept = collection();
    let answer = cards();
    let booklet = site_map::booklet(&slugs, query.get("title").unwrap_or_default());
    let wanted = slugs.clone();
    let lead = move || {
        // Formats that are gone count no more, once it is known which.
        let count = answer.with(|answer| match answer {
            Some(Ok(cards)) => slugs.iter().filter(|slug| cards.contains_key(*slug)).count(),
            _ => slugs.len(),
        });
        tr("collection-shared-text", &[("count", count.into())])
    };
    let body = move || match answer.get() {
        None => ui::loading(t("loading")),
        Some(Err(problem)) => ui::failure(problem, || {
            let _ = window().location().reload();
        }),
        Some(Ok(mut cards)) => {
            let found = wanted.iter().filter_map(|slug| cards.remove(slug)).collect::<Vec<_>>();
            let names = found
                .iter()
                .map(|format| Picked { slug: format.slug.clone(), title: format.title.text.clone() })
                .collect::<Vec<_>>();
            let keep = move |_| {
                for picked in names.iter().filter(|picked| !kept.has(&picked.slug)) {
                    kept.toggle(&picked.slug, &picked.title);
                }
                if names.iter().all(|picked| kept.has(&picked.slug)) {
                    ui::tell(notice, t("collection-taken"));
                }
            };
            view! {
                <p class="btn-row collection__share"><button type="button" class="kern-btn kern-btn--secondary" on:click=keep>{icon("plus")}<span class="kern-label">{t("collection-take")}</span></button></p>
                <ol class="results">{found.into_iter().map(|format| view! { <li>{card(format)}</li> }).collect_view()}</ol>
            }
            .into_any()
        }
    };
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], title.clone().into_any())}
        <div class="wrap"><div class="page-head"><h1 tabindex="-1">{title}</h1><p class="page-head__lead">{lead}</p></div>
            <div class="btn-row collection__share">
                <a class="kern-btn kern-btn--primary btn--sun" href=booklet>{icon("print")}<span class="kern-label">{t("collection-booklet")}</span></a>
                <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| ui::copy_link(notice)>{icon("link")}<span class="kern-label">{t("action-copy")}</span></button>
            </div>
            {body}</div>
    }
    .into_any()
}
