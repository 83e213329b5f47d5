//! The numbers of a format with what they rest on.

use leptos::prelude::*;
use mitwirken_shared::formats::{Fact, FactField, Format, Level, Unit};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::card::level_words;
use crate::lang::{t, tr, word};
use crate::numbers;
use crate::ui::{icon, small, text, trust};

/// The ends of the scale for people: two to two thousand, logarithmic.
const SCALE: (f64, f64) = (2.0, 2_000.0);

/// "Auf einen Blick".
pub fn fact_box(format: &Format) -> AnyView {
    view! {
        <section class="fact-box" aria-labelledby="fact-box"><h2 class="fact-box__title" id="fact-box">{t("facts-title")}</h2>
            {fact_list(format)}
            {stairs(format)}
        </section>
    }
    .into_any()
}

/// The numbers alone.
pub fn fact_list(format: &Format) -> AnyView {
    let cost_people = format.group_size.ideal.unwrap_or(format.group_size.min);
    let facts = |fields: &[FactField]| evidence(format, fields);
    view! {
            <dl class="fact-box__list">
                {row("people", t("fact-people"), numbers::range(format.group_size.range()), true,
                    view! { {spread(format)} {format.group_size.ideal.map(|ideal| note(tr("fact-ideal", &[("count", ideal.into())])))} {facts(&[FactField::GroupSize, FactField::Subgroup])} }.into_any())}
                {row("clock", t("fact-duration"), numbers::duration(format.duration.minutes), false,
                    view! { {note(sessions(format))} {facts(&[FactField::Duration, FactField::Round, FactField::Sessions, FactField::Span])} }.into_any())}
                {row("calendar", t("fact-lead"), numbers::lead(format.lead_days), false, facts(&[FactField::LeadTime]))}
                {row("effort", t("fact-staff"), numbers::hours(format.staff_hours.total()), false,
                    view! { {note(t("fact-staff-note"))} {facts(&[FactField::StaffHours])} }.into_any())}
                {row("euro", t("fact-cost"), numbers::euro(format.cost_eur.at(cost_people)), false,
                    view! { {note(tr("fact-cost-note", &[("count", cost_people.into())]))} {facts(&[FactField::Cost, FactField::CostPerPerson])} }.into_any())}
                {row("person", t("fact-facilitation"), word("skill", format.facilitation.skill.as_str()), true,
                    view! { {format.facilitation.people_per_facilitator.map(|per| note(tr("fact-facilitation-per", &[("count", per.into())])))} {facts(&[FactField::Facilitation])} }.into_any())}
                {row("step", t("level-label"), level_words(format.level), true, ().into_any())}
            </dl>
    }
    .into_any()
}

fn row(picture: &str, name: String, value: String, wide: bool, more: AnyView) -> AnyView {
    view! {
        <div class="fact" class:fact--wide=wide><dt class="fact__name">{icon(picture)}{name}</dt><dd><p class="fact__value">{value}</p>{more}</dd></div>
    }
    .into_any()
}

fn note(text: String) -> AnyView {
    view! { <p class="fact__note">{text}</p> }.into_any()
}

fn sessions(format: &Format) -> String {
    let sessions = format.duration.sessions;
    if sessions == Range::new(1, 1) {
        t("fact-one-session")
    } else {
        tr("fact-sessions", &[("range", numbers::range(sessions).into())])
    }
}

fn place(people: u32) -> f64 {
    let (low, high) = SCALE;
    ((f64::from(people.max(1)) / low).ln() / (high / low).ln()).clamp(0.0, 1.0)
}

fn spread(format: &Format) -> AnyView {
    let size = format.group_size;
    let from = place(size.min).to_string();
    let to = size.max.map_or(1.0, place).to_string();
    let ideal = size.ideal.map(|ideal| {
        view! { <span class="spread__ideal" style=("--ideal", place(ideal).to_string())></span> }
    });
    view! {
        <div class="spread" aria-hidden="true"><span class="spread__range" style=("--from", from) style=("--to", to)></span>{ideal}</div>
        <div class="spread-scale" aria-hidden="true"><span>"2"</span><span>"20"</span><span>"200"</span><span>{numbers::whole(2_000)}</span></div>
    }
    .into_any()
}

fn stairs(format: &Format) -> AnyView {
    let level = format.level;
    let steps = Level::ALL
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let on = (level.min..=level.max).contains(step);
            view! {
                <li class="stairs__step" class:stairs__step--on=on>
                    <span class="stairs__no" aria-hidden="true">{at + 1}</span>
                    <span>{word("level", step.as_str())}{on.then(|| view! { <span class="kern-sr-only">" "{t("stairs-on")}</span> })}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="stairs" aria-label=t("stairs-label")>{steps}</ol> }.into_any()
}

fn evidence(format: &Format, fields: &[FactField]) -> AnyView {
    let facts = format.facts.iter().filter(|fact| fields.contains(&fact.field)).collect::<Vec<_>>();
    if facts.is_empty() {
        return ().into_any();
    }
    let count = tr("evidence-count", &[("count", facts.len().into())]);
    let items = facts.into_iter().map(|fact| item(format, fact)).collect_view();
    view! {
        <details class="evidence"><summary>{count}{small("chevron")}</summary><ul class="evidence__list">{items}</ul></details>
    }
    .into_any()
}

fn item(format: &Format, fact: &Fact) -> AnyView {
    let range = numbers::range(Range { min: fact.min, max: fact.max });
    let unit = match fact.unit {
        Unit::Euro => "€".to_owned(),
        unit => word("unit", unit.as_str()),
    };
    let what = match fact.field {
        FactField::GroupSize
        | FactField::Duration
        | FactField::LeadTime
        | FactField::StaffHours
        | FactField::Cost => None,
        field => Some(format!("{}: ", word("fact-field", field.as_str()))),
    };
    let source = fact.source.as_ref().and_then(|key| format.sources.iter().find(|source| source.key == *key));
    let whence = match (source, &fact.derivation) {
        (Some(source), _) => match &source.url {
            Some(url) => view! { <a href=url.clone() rel="external noopener">{source.publisher.clone()}</a> }
                .into_any(),
            None => source.publisher.clone().into_any(),
        },
        (None, Some(derivation)) => text(derivation.clone()),
        (None, None) => ().into_any(),
    };
    view! {
        <li class="evidence__item"><span class="evidence__value">{what}{range}" "{unit}</span><span>{whence}</span>
            {fact.note.clone().map(|note| view! { <span class="fact__note">{text(note)}</span> })}
            {trust(fact.confidence)}
        </li>
    }
    .into_any()
}
