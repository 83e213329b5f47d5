//! Practice examples.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use mitwirken_shared::examples::{Example, ExampleSummary};
use mitwirken_shared::l10n::LocalizedText;
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{day, t, tr, word};
use crate::ui::{self, icon, small, text};
use crate::{api, site_map};

/// A practice example in a list.
pub fn card(example: ExampleSummary) -> AnyView {
    let year = example.started.as_deref().and_then(|date| date.get(..4)).map(str::to_owned);
    let tags = example
        .formats
        .into_iter()
        .map(|format| view! { <span class="tag">{text(format.title)}</span> })
        .collect_view();
    view! {
        <article class="kern-card kern-card--interactive entry-card"><div class="kern-card__container">
            <p class="card__meta"><span class="place">{small("mode-analog")}{example.place}</span>{year.map(|year| view! { <span>{year}</span> })}</p>
            <h3 class="entry-card__title"><a class="card__link kern-link--stretched" href=site_map::example(&example.slug)>{text(example.title)}</a></h3>
            <p class="entry-card__text">{text(example.summary)}</p>
            <p class="entry-card__foot">{tags}<span class="trust">{word("status", example.status.as_str())}</span></p>
        </div></article>
    }
    .into_any()
}

/// All practice examples.
#[component]
fn List() -> impl IntoView {
    ui::entered(&t("examples-title"));
    view! {
        {ui::crumbs(Vec::new(), t("nav-examples").into_any())}
        <div class="wrap">{ui::page_head(t("examples-heading"), Some(t("examples-lead")))}
        {ui::every("/examples", |examples: Vec<ExampleSummary>| view! {
            <h2 class="list-bar__count">{tr("count-examples", &[("count", examples.len().into())])}</h2>
            <ul class="grid">{examples.into_iter().map(|example| view! { <li>{card(example)}</li> }).collect_view()}</ul>
        }.into_any())}
        </div>
    }
}

/// One practice example.
#[component]
fn Detail() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    ui::loaded(move || format!("/examples/{}", api::encoded(&slug.get())), page)
}

fn section(title: String, content: LocalizedText) -> AnyView {
    view! { <section class="detail__section detail__section--print"><h2>{title}</h2><div class="prose"><p>{text(content)}</p></div></section> }.into_any()
}

fn page(example: Example) -> AnyView {
    let summary = example.summary;
    ui::entered(&summary.title.text);
    let crumb = summary.title.clone();
    let fact = |picture: &str, name: String, value: String| view! { <div class="fact"><dt class="fact__name">{icon(picture)}{name}</dt><dd class="fact__value">{value}</dd></div> };
    let formats = ui::format_rows(t("example-formats"), summary.formats);
    view! {
        {ui::crumbs(vec![(site_map::examples(), t("nav-examples"))], text(crumb))}
        <div class="wrap"><article class="detail">
            <header class="detail__head"><p class="card__meta"><span class="place">{small("mode-analog")}{summary.place}</span></p>
                <h1 class="detail__title" tabindex="-1">{text(summary.title)}</h1><p class="detail__lead">{text(summary.summary)}</p></header>
            <aside class="detail__aside" aria-label=t("detail-aside")><section class="fact-box" aria-labelledby="fact-box"><h2 class="fact-box__title" id="fact-box">{t("facts-title")}</h2><dl class="fact-box__list">
                <div class="fact fact--wide"><dt class="fact__name">{icon("home")}{t("example-who")}</dt><dd class="fact__value">{summary.organisation}</dd></div>
                {summary.participants.map(|people| fact("people", t("fact-people"), crate::numbers::whole(people)))}
                {summary.started.map(|date| fact("calendar", t("example-when"), day(&date)))}
                {fact("check", t("example-status"), word("status", summary.status.as_str()))}
            </dl></section></aside>
            <div class="detail__body">
                <div class="outcome"><span class="bubble-icon" aria-hidden="true">{icon("flag")}</span><div class="outcome__text"><h2 class="detail__sub">{t("example-outcome")}</h2><p><strong>{word("impact", summary.impact.as_str())}</strong></p><p>{text(example.results)}</p></div></div>
                {section(t("example-background"), example.background)}
                {section(t("example-aim"), example.aim)}
                {section(t("example-process"), example.process)}
                <section class="detail__section"><h2>{t("example-lessons")}</h2>{ui::ticks(example.lessons, "ticks--yes", "lightbulb")}</section>
                {formats}
                <section class="detail__section"><h2>{t("section-sources")}</h2>{ui::source_list(example.sources)}</section>
            </div>
        </article></div>
    }
    .into_any()
}

/// The list, for a module of its own.
pub fn list_view() -> AnyView {
    view! { <List/> }.into_any()
}

/// One of them, for a module of its own.
pub fn detail_view() -> AnyView {
    view! { <Detail/> }.into_any()
}
