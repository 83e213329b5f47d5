//! A format in a list: its facts at a glance.

use leptos::prelude::*;
use mitwirken_shared::formats::{FormatSummary, Level, LevelRange, Mode};
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{t, tr, word};
use crate::pick_list::compare_list;
use crate::ui::{fragments, icon, text};
use crate::{numbers, site_map};

/// Where people meet: an icon and a word each.
pub fn modes(modes: Vec<Mode>) -> AnyView {
    let items = modes
        .into_iter()
        .map(|mode| {
            let name = mode.as_str();
            view! { <li><span class=format!("mode mode--{name}")>{icon(&format!("mode-{name}"))}{word("mode", name)}</span></li> }
        })
        .collect_view();
    view! { <ul class="modes" aria-label=t("modes-label")>{items}</ul> }.into_any()
}

/// "Konsultation bis Mitgestaltung".
pub fn level_words(level: LevelRange) -> String {
    let (from, to) = (word("level", level.min.as_str()), word("level", level.max.as_str()));
    if level.min == level.max { from } else { tr("level-range", &[("from", from.into()), ("to", to.into())]) }
}

/// Five steps, those reached filled.
pub fn level_steps(level: LevelRange) -> AnyView {
    let steps = Level::ALL
        .iter()
        .map(|step| {
            let on = (level.min..=level.max).contains(step);
            view! { <span class="level__step" class:level__step--on=on></span> }
        })
        .collect_view();
    view! { <span class="level" aria-hidden="true">{steps}</span> }.into_any()
}

fn fact(picture: &str, name: String, value: String) -> AnyView {
    view! {
        <div class="facts__item">{icon(picture)}<dt class="facts__name">{name}</dt><dd class="facts__value">{value}</dd></div>
    }
    .into_any()
}

/// The card.
pub fn card(format: FormatSummary) -> AnyView {
    let picked = compare_list();
    let (slug, name) = (format.slug.clone(), format.title.text.clone());
    let is_picked = {
        let slug = slug.clone();
        move || picked.has(&slug)
    };
    let (title, summary, passage) = match format.highlights {
        Some(found) => (fragments(found.title), fragments(found.summary), found.passage.map(fragments)),
        None => (text(format.title), text(format.summary), None),
    };
    let pressed = is_picked.clone();
    let full = is_picked.clone();
    let label = name.clone();
    view! {
        <article class="kern-card kern-card--interactive format-card"><div class="kern-card__container">
            <div class="format-card__main">
                <div class="format-card__top">
                    {modes(format.modes)}
                    <span class="kind">{word("kind", format.kind.as_str())}</span>
                    <span class="format-card__level">{level_steps(format.level)}<span><span class="kern-sr-only">{t("level-label")}" "</span>{level_words(format.level)}</span></span>
                </div>
                <h2 class="format-card__title"><a class="card__link kern-link--stretched" href=site_map::format(&slug)>{title}</a></h2>
                <p class="format-card__summary">{summary}</p>
                {passage.map(|passage| view! { <p class="format-card__hint">{icon("search")}<span>{passage}</span></p> })}
            </div>
            <div class="format-card__foot">
                <dl class="facts">
                    {fact("people", t("fact-people"), numbers::range(format.group_size.range()))}
                    {fact("clock", t("fact-duration"), numbers::duration(format.duration.minutes))}
                    {fact("calendar", t("fact-lead"), numbers::lead(format.lead_days))}
                    {fact("euro", t("fact-cost"), numbers::euro(format.cost_total_eur))}
                </dl>
                <button type="button" class="kern-btn kern-btn--tertiary format-card__compare"
                    aria-pressed=move || if pressed() { "true" } else { "false" }
                    disabled=move || picked.is_full() && !full()
                    on:click=move |_| picked.toggle(&slug, &name)>
                    {move || if is_picked() { icon("check") } else { icon("plus") }}
                    <span class="kern-label">{t("compare-pick")}<span class="kern-sr-only">": "{label}</span></span>
                </button>
            </div>
        </div></article>
    }
    .into_any()
}
