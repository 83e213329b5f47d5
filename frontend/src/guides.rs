//! Guides.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use mitwirken_shared::guides::{Guide, GuideKind, GuideSummary};
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{t, tr, word};
use crate::ui::{self, icon, small, text};
use crate::{api, site_map};

fn card(guide: GuideSummary) -> AnyView {
    let picture = match guide.kind {
        GuideKind::Checklist => "check",
        GuideKind::Template => "pencil",
        GuideKind::Law => "flag",
        GuideKind::Guideline | GuideKind::Video => "book",
    };
    let audiences = guide
        .audiences
        .iter()
        .map(|audience| view! { <span class="tag">{word("audience", audience.as_str())}</span> })
        .collect_view();
    let elsewhere = guide
        .url
        .is_some()
        .then(|| view! { <span class="trust">{small("external")}{guide.publisher.clone()}</span> });
    view! {
        <article class="kern-card kern-card--interactive entry-card"><div class="kern-card__container">
            <p class="card__meta"><span class="bubble-icon" aria-hidden="true">{icon(picture)}</span><span class="kind">{word("guide", guide.kind.as_str())}</span></p>
            <h3 class="entry-card__title"><a class="card__link kern-link--stretched" href=site_map::guide(&guide.slug)>{text(guide.title)}</a></h3>
            <p class="entry-card__text">{text(guide.summary)}</p>
            <p class="entry-card__foot">{audiences}{elsewhere}</p>
        </div></article>
    }
    .into_any()
}

/// All guides.
#[component]
fn List() -> impl IntoView {
    ui::entered(&t("guides-title"));
    view! {
        {ui::crumbs(Vec::new(), t("nav-guides").into_any())}
        <div class="wrap">{ui::page_head(t("guides-heading"), Some(t("guides-lead")))}
        {ui::every("/guides", |guides: Vec<GuideSummary>| view! {
            <h2 class="list-bar__count">{tr("count-guides", &[("count", guides.len().into())])}</h2>
            <ul class="grid">{guides.into_iter().map(|guide| view! { <li>{card(guide)}</li> }).collect_view()}</ul>
        }.into_any())}
        </div>
    }
}

/// One guide.
#[component]
fn Detail() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    ui::loaded(move || format!("/guides/{}", api::encoded(&slug.get())), page)
}

fn page(guide: Guide) -> AnyView {
    let summary = guide.summary;
    ui::entered(&summary.title.text);
    let crumb = summary.title.clone();
    let link = summary.url.map(|url| view! {
        <p><a class="kern-btn kern-btn--primary btn--sun" href=url rel="external noopener">{icon("external")}<span class="kern-label">{tr("guide-open", &[("publisher", summary.publisher.clone().into())])}</span></a></p>
    });
    let formats = ui::format_rows(t("guide-formats"), summary.formats);
    view! {
        {ui::crumbs(vec![(site_map::guides(), t("nav-guides"))], text(crumb))}
        <div class="wrap"><article class="text-page">
            <div class="page-head"><p class="kind">{word("guide", summary.kind.as_str())}</p><h1 tabindex="-1">{text(summary.title)}</h1><p class="page-head__lead">{text(summary.summary)}</p></div>
            {link}
            {guide.body.map(ui::prose)}
            {formats}
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
