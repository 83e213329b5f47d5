//! Concepts and ideas.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use mitwirken_shared::concepts::{Concept, ConceptKind, ConceptSummary};
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{t, tr, word};
use crate::ui::{self, icon, small, text};
use crate::{api, site_map};

fn card(concept: ConceptSummary) -> AnyView {
    let picture = match concept.kind {
        ConceptKind::Concept => "compass",
        ConceptKind::Idea => "lightbulb",
    };
    view! {
        <article class="kern-card kern-card--interactive entry-card"><div class="kern-card__container">
            <p class="card__meta"><span class="bubble-icon" aria-hidden="true">{icon(picture)}</span><span class="kind">{word("concept-kind", concept.kind.as_str())}</span></p>
            <h3 class="entry-card__title"><a class="card__link kern-link--stretched" href=site_map::concept(&concept.slug)>{text(concept.title)}</a></h3>
            <p class="entry-card__text">{text(concept.summary)}</p>
            <p class="entry-card__foot"><span class="tag">{word("maturity", concept.maturity.as_str())}</span><span class="trust">{small("people")}{concept.authors}</span></p>
        </div></article>
    }
    .into_any()
}

/// All concepts and ideas.
#[component]
fn List() -> impl IntoView {
    ui::entered(&t("concepts-title"));
    view! {
        {ui::crumbs(Vec::new(), t("nav-concepts").into_any())}
        <div class="wrap">{ui::page_head(t("concepts-heading"), Some(t("concepts-lead")))}
        {ui::every("/concepts", groups)}
        </div>
    }
}

fn groups(entries: Vec<ConceptSummary>) -> AnyView {
    if entries.is_empty() {
        return view! { <p>{t("concepts-none")}</p> }.into_any();
    }
    let (concepts, ideas) =
        entries.into_iter().partition::<Vec<_>, _>(|concept| concept.kind == ConceptKind::Concept);
    view! {
        {group(t("concepts-concepts"), concepts)}
        {group(t("concepts-ideas"), ideas)}
    }
    .into_any()
}

/// One of the two kinds; nothing if there is none of it.
fn group(title: String, concepts: Vec<ConceptSummary>) -> Option<AnyView> {
    (!concepts.is_empty()).then(|| {
        let cards = concepts.into_iter().map(|concept| view! { <li>{card(concept)}</li> }).collect_view();
        view! { <section class="entry-group"><h2 class="list-bar__count">{title}</h2><ul class="grid">{cards}</ul></section> }.into_any()
    })
}

/// One concept or idea.
#[component]
fn Detail() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    ui::loaded(move || format!("/concepts/{}", api::encoded(&slug.get())), page)
}

fn page(concept: Concept) -> AnyView {
    let summary = concept.summary;
    ui::entered(&summary.title.text);
    let crumb = summary.title.clone();
    let authors = match summary.year {
        Some(year) => format!("{}, {year}", summary.authors),
        None => summary.authors,
    };
    let open = (!concept.open_questions.items.is_empty()).then(|| {
        let questions = ui::ticks(concept.open_questions, "", "question");
        view! { <section class="detail__section"><h2>{t("concept-open")}</h2>{questions}</section> }
    });
    let formats = ui::format_rows(t("concept-formats"), summary.formats);
    let sources = (!concept.sources.is_empty()).then(|| {
        view! { <section class="detail__section"><h2>{t("section-sources")}</h2>{ui::source_list(concept.sources)}</section> }
    });
    view! {
        {ui::crumbs(vec![(site_map::concepts(), t("nav-concepts"))], text(crumb))}
        <div class="wrap"><article class="text-page">
            <div class="page-head"><p class="kind">{word("concept-kind", summary.kind.as_str())}" · "{word("maturity", summary.maturity.as_str())}</p><h1 tabindex="-1">{text(summary.title)}</h1><p class="page-head__lead">{text(summary.summary)}</p>
                <p class="fact__note">{tr("concept-authors", &[("authors", authors.into())])}</p></div>
            {ui::prose(concept.body)}
            {open}
            {formats}
            {sources}
            <p class="btn-row">{ui::print_button("kern-btn--secondary")}</p>
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
