//! The start page: in ten seconds, what one can do here.

use leptos::prelude::*;
use mitwirken_shared::examples::ExampleSummary;
use mitwirken_shared::formats::{Facets, Level, Purpose};
use mitwirken_shared::page::Page;
use mitwirken_shared::site::Site;
use mitwirken_shared::vocabulary::Vocabulary as _;
use serde::Deserialize;

use crate::formats::Search;
use crate::lang::{base, t, tr, word};
use crate::{api, examples, site_map, ui};

/// What this page needs of a list of formats.
#[derive(Clone, PartialEq, Deserialize)]
struct Facetted {
    facets: Facets,
}

/// The start page.
#[component]
pub fn Home() -> impl IntoView {
    ui::entered(&t("home-title"));
    let site = api::read::<Site>(api::answer(|| "/site".to_owned()));
    let formats = api::read::<Facetted>(api::answer(|| "/formats?limit=1".to_owned()));
    let latest = api::answer(|| "/examples?limit=3".to_owned());
    let tries = [t("home-try-1"), t("home-try-2"), t("home-try-3")];
    let counted = move |key: &'static str, count: fn(&Site) -> u64| {
        move || site.get().and_then(Result::ok).map(|site| tr(key, &[("count", count(&site).into())]))
    };
    let door = |picture: &'static str, address: String, title: String, text: String, count: AnyView| {
        view! {
            <article class="kern-card kern-card--interactive door"><div class="kern-card__container">
                <span class="bubble-icon door__icon" aria-hidden="true">{ui::icon(picture)}</span>
                <h2 class="door__title"><a class="card__link kern-link--stretched" href=address>{title}</a></h2>
                <p class="door__count">{count}</p><p class="door__text">{text}</p>
            </div></article>
        }
    };
    view! {
        <section class="hero" aria-labelledby="home-heading"><div class="wrap hero__inner">
            <div class="hero__text">
                <h1 class="hero__title" id="home-heading" tabindex="-1">{t("home-claim-1")}" "<em>{t("home-claim-2")}</em>" "{t("home-claim-3")}</h1>
                <p class="hero__lead">{t("home-lead")}</p>
                <Search/>
                <p class="search__tries"><span>{t("home-tries")}</span>
                    {tries.into_iter().map(|query| {
                        let address = site_map::formats_with(&format!("q={}", api::encoded(&query)));
                        view! { <a href=address>{query}</a> }
                    }).collect_view()}
                </p>
            </div>
            <div class="hero__art"><img src=format!("{}illustration.svg", base()) alt="" width="640" height="520"/></div>
        </div></section>
        <div class="wrap"><div class="doors">
            {door("speech", site_map::formats(), t("home-door-formats"), t("home-door-formats-text"), counted("count-formats", |site| site.counts.formats).into_any())}
            {door("flag", site_map::examples(), t("home-door-examples"), t("home-door-examples-text"), counted("count-examples", |site| site.counts.examples).into_any())}
            {door("book", site_map::guides(), t("home-door-guides"), t("home-door-guides-text"), counted("count-guides", |site| site.counts.guides).into_any())}
        </div></div>
        <section class="section" aria-labelledby="home-aims"><div class="wrap">
            <div class="section__head"><div><h2 id="home-aims">{t("home-aims")}</h2><p>{t("home-aims-text")}</p></div>
                <a class="kern-btn kern-btn--secondary" href=site_map::finder_with("")>{ui::icon("compass")}<span class="kern-label">{t("plan-start")}</span></a></div>
            <ul class="aims">{Purpose::ALL.iter().map(|purpose| aim(*purpose, formats)).collect_view()}</ul>
        </div></section>
        <section class="section section--sunken" aria-labelledby="home-levels"><div class="wrap">
            <div class="section__head"><div><h2 id="home-levels">{t("home-levels")}</h2><p>{t("home-levels-text")}</p></div></div>
            <ol class="staircase">{Level::ALL.iter().map(|level| {
                let name = level.as_str();
                view! {
                    <li class="staircase__step">
                        <h3 class="staircase__name"><a href=site_map::formats_with(&format!("level={name}"))>{word("level", name)}</a></h3>
                        <p class="staircase__text">{word("level-text", name)}</p>
                    </li>
                }
            }).collect_view()}</ol>
        </div></section>
        {move || latest.get().and_then(|body| api::parsed::<Page<ExampleSummary>>(body.as_deref()).ok()).filter(|page| !page.items.is_empty()).map(|page| view! {
            <section class="section" aria-labelledby="home-examples"><div class="wrap">
                <div class="section__head">
                    <div><h2 id="home-examples">{t("home-examples")}</h2><p>{t("home-examples-text")}</p></div>
                    <a class="kern-btn kern-btn--secondary" href=site_map::examples()><span class="kern-label">{t("home-examples-all")}</span>{ui::icon("arrow-right")}</a>
                </div>
                <ul class="grid">{page.items.into_iter().map(|example| view! { <li>{examples::card(example)}</li> }).collect_view()}</ul>
            </div></section>
        })}
    }
}

fn aim(purpose: Purpose, formats: Memo<Option<Result<Facetted, api::Failure>>>) -> AnyView {
    let name = purpose.as_str();
    let picture = match purpose {
        Purpose::Inform => "megaphone",
        Purpose::GatherOpinions => "speech",
        Purpose::DevelopIdeas => "lightbulb",
        Purpose::PlanDesign => "pencil",
        Purpose::WorkOnConflict => "shake",
        Purpose::PrepareDecision => "compare",
        Purpose::Decide => "vote",
        Purpose::Activate => "rocket",
        Purpose::Network => "network",
        Purpose::Evaluate => "chart",
    };
    let count = move || {
        let count = formats
            .with(|formats| Some(*formats.as_ref()?.as_ref().ok()?.facets.get("purpose")?.get(name)?))?;
        Some(tr("count-formats", &[("count", count.into())]))
    };
    view! {
        <li><a class="aim" href=site_map::formats_with(&format!("purpose={name}"))>
            <span class="bubble-icon" aria-hidden="true">{ui::icon(picture)}</span>
            <span>{word("purpose", name)}<span class="aim__count">{count}</span></span>
        </a></li>
    }
    .into_any()
}
