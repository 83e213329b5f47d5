//! Waiting and failing.

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::icon;
use crate::api::{self, Failure};
use crate::lang::{t, tr};
use crate::site_map;

type Show = Box<dyn Fn(&str) -> Result<AnyView, Failure> + Send>;

/// Shows what the API has at `path` (as [`api::answer`] takes it); before that a place holder, and
/// if it fails why, with a way on.
pub fn loaded<T: DeserializeOwned>(
    path: impl Fn() -> String + 'static,
    show: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    shown(api::answer(path), Box::new(move |body| api::parsed(Ok(body)).map(&show)))
}

fn shown(answer: api::Answer, show: Show) -> AnyView {
    let again = move || answer.refetch();
    (move || match answer.get() {
        None => loading(t("loading")),
        Some(Ok(body)) => show(&body).unwrap_or_else(|problem| failure(problem, again)),
        Some(Err(problem)) => failure(problem, again),
    })
    .into_any()
}

/// Shows a whole list that the API gives in pages, as [`loaded`] shows one answer. `path` has no query.
pub fn every<T>(path: &'static str, show: impl Fn(Vec<T>) -> AnyView + Send + 'static) -> AnyView
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    let items = RwSignal::new(None);
    let load = move || {
        items.set(None);
        leptos::task::spawn_local(async move {
            // Nobody listens any more if the reader has gone on meanwhile.
            let _ = items.try_set(Some(api::every::<T>(path).await));
        });
    };
    load();
    (move || match items.get() {
        None => loading(t("loading")),
        Some(Ok(items)) => show(items),
        Some(Err(problem)) => failure(problem, load),
    })
    .into_any()
}

/// A place holder of about the size of what comes.
pub fn loading(label: String) -> AnyView {
    let card = || {
        view! {
            <div class="kern-card format-card skeleton" aria-hidden="true"><div class="kern-card__container">
                <div class="format-card__main">
                    <span class="skeleton__bar skeleton__bar--title"></span>
                    <span class="skeleton__bar"></span>
                    <span class="skeleton__bar skeleton__bar--mid"></span>
                </div>
            </div></div>
        }
    };
    view! {
        <div class="wrap"><p class="kern-sr-only" role="status">{label}</p>
        <div class="results" aria-busy="true">{card()}{card()}{card()}{card()}</div></div>
    }
    .into_any()
}

/// What went wrong, with a way on.
pub fn failure(problem: Failure, retry: impl Fn() + 'static) -> AnyView {
    super::entered(&problem.title);
    let id = problem.request_id.map(|id| tr("failure-id", &[("id", id.into())]));
    let again = (!problem.is_missing).then(|| {
        view! {
            <button type="button" class="kern-btn kern-btn--primary" on:click=move |_| retry()>
                {icon("refresh")}<span class="kern-label">{t("failure-retry")}</span>
            </button>
        }
    });
    view! {
        <div class="wrap"><div class="state" role="alert">
            <h1 tabindex="-1">{problem.title}</h1>
            <p>{problem.detail}</p>
            <div class="btn-row">
                {again}
                <a class="kern-btn kern-btn--secondary" href=site_map::home()>{icon("home")}<span class="kern-label">{t("failure-home")}</span></a>
            </div>
            {id.map(|id| view! { <p class="state__code">{id}</p> })}
        </div></div>
    }
    .into_any()
}
