//! The filters with their counts.

use leptos::prelude::*;
use mitwirken_shared::formats::{
    Facets, Kind, Level, LevelRange, Mode, Phase, Purpose, Recruitment, TargetGroup,
};
use mitwirken_shared::vocabulary::Vocabulary;

use super::card::level_steps;
use super::query::QueryState;
use crate::lang::{t, tr, word};
use crate::numbers;
use crate::ui::{Stepper, icon};

/// Choices for the number filters: the value, and the key of its words.
const DURATIONS: [u32; 4] = [120, 240, 480, 960];
const LEADS: [u32; 4] = [14, 28, 56, 180];
const COSTS: [u32; 4] = [500, 2_000, 10_000, 50_000];
const STAFF_HOURS: [u32; 4] = [20, 60, 150, 500];

fn words<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|entry| entry.as_str()).collect()
}

/// What people call a value of a facet.
pub fn value_name(facet: &str, value: &str) -> String {
    match facet {
        "mode" => word("mode", value),
        "level" => word("level", value),
        "purpose" => word("purpose", value),
        "phase" => word("phase", value),
        "target_group" => word("target_group", value),
        "recruitment" => word("recruitment", value),
        "kind" => word("kind", value),
        "participants" => value.parse().map_or_else(
            |_| value.to_owned(),
            |people: u32| tr("chip-participants", &[("count", people.into())]),
        ),
        _ => limit_name(facet, value.parse().unwrap_or(0)),
    }
}

fn limit_name(filter: &str, value: u32) -> String {
    let only = mitwirken_shared::range::Range::new(value, value);
    let amount = match filter {
        "duration_max" => numbers::duration(only),
        "lead_days_max" => numbers::lead(only),
        "cost_max" => numbers::euro(only),
        _ => numbers::hours(only),
    };
    tr("chip-at-most", &[("amount", amount.into())])
}

/// All filters. `scope` keeps the ids of two copies (beside the list, in the sheet) apart.
pub fn filters(scope: &'static str, state: QueryState, facets: Memo<Facets>) -> AnyView {
    let facet = move |name: &'static str, title: String, values: Vec<&'static str>, open: bool| {
        let options =
            values.into_iter().map(|value| option(scope, state, facets, name, value)).collect_view();
        group(state, name, title, open, view! {
            <fieldset class="kern-fieldset"><legend class="kern-sr-only">{t("filter-choose")}</legend><div class="kern-fieldset__body">{options}</div></fieldset>
        }.into_any())
    };
    let limit = move |name: &'static str, title: String, values: [u32; 4]| {
        group(state, name, title, false, limits(scope, state, name, values))
    };
    let people = Memo::new(move |_| state.now.with(|query| query.number("participants")));
    let people_id: &'static str = if scope == "side" { "side-participants" } else { "sheet-participants" };
    view! {
        <div class="filters">
            {facet("mode", t("filter-mode"), words::<Mode>(), true)}
            {group(state, "participants", t("filter-participants"), true, view! {
                <div class="kern-form-input">
                    <label class="kern-label kern-sr-only" for=people_id>{t("filter-participants-label")}</label>
                    <div class="field-unit"><span>{t("filter-about")}</span>
                        <Stepper id=people_id value=people step=10 start=40 on_change=move |number| {
                            state.change(|query| query.with("participants", number.map(|number| number.to_string())));
                        }/>
                    </div>
                </div>
            }.into_any())}
            {facet("level", t("filter-level"), words::<Level>(), true)}
            {facet("purpose", t("filter-purpose"), words::<Purpose>(), true)}
            {limit("duration_max", t("filter-duration"), DURATIONS)}
            {limit("cost_max", t("filter-cost"), COSTS)}
            {limit("lead_days_max", t("filter-lead"), LEADS)}
            {limit("staff_hours_max", t("filter-staff"), STAFF_HOURS)}
            {facet("phase", t("filter-phase"), words::<Phase>(), false)}
            {facet("target_group", t("filter-target"), words::<TargetGroup>(), false)}
            {facet("recruitment", t("filter-recruitment"), words::<Recruitment>(), false)}
            {facet("kind", t("filter-kind"), words::<Kind>(), false)}
        </div>
    }
    .into_any()
}

fn group(state: QueryState, name: &'static str, title: String, open: bool, body: AnyView) -> AnyView {
    let chosen = move || state.now.with(|query| query.all(name).len());
    // A group with a choice in it is open from the start: nobody should have to look for it.
    let open = open || state.now.with_untracked(|query| !query.all(name).is_empty());
    view! {
        <details class="kern-accordion facet" open=open>
            <summary class="kern-accordion__header"><span>{title}</span>
                {move || (chosen() > 0).then(|| view! { <span class="facet__active">{tr("filter-chosen", &[("count", chosen().into())])}</span> })}
            </summary>
            <div class="kern-accordion__body">{body}</div>
        </details>
    }
    .into_any()
}

fn option(
    scope: &str,
    state: QueryState,
    facets: Memo<Facets>,
    name: &'static str,
    value: &'static str,
) -> AnyView {
    let id = format!("{scope}-{name}-{value}");
    let count = Memo::new(move |_| {
        facets.with(|facets| facets.get(name).and_then(|counts| counts.get(value)).copied().unwrap_or(0))
    });
    let checked = move || state.now.with(|query| query.has(name, value));
    let picture = match name {
        "mode" => Some(icon(&format!("mode-{value}"))),
        "level" => Level::parse(value).map(|level| level_steps(LevelRange { min: level, max: level })),
        _ => None,
    };
    view! {
        <div class="kern-form-check facet__option" class:facet__option--empty=move || count.get() == 0>
            <input class="kern-form-check__checkbox" type="checkbox" id=id.clone() prop:checked=checked
                on:change=move |_| state.change(|query| query.toggled(name, value))/>
            <label class="kern-label" for=id>{picture}<span>{value_name(name, value)}</span></label>
            <span class="facet__count"><span class="kern-sr-only">{t("filter-hits")}" "</span>{move || count.get()}</span>
        </div>
    }
    .into_any()
}

fn limits(scope: &'static str, state: QueryState, name: &'static str, values: [u32; 4]) -> AnyView {
    let choice = move |value: Option<u32>, label: String| {
        let id = format!("{scope}-{name}-{}", value.unwrap_or(0));
        let checked = move || state.now.with(|query| query.number(name) == value);
        view! {
            <div class="kern-form-check facet__option">
                <input class="kern-form-check__radio" type="radio" name=format!("{scope}-{name}") id=id.clone() prop:checked=checked
                    on:change=move |_| state.change(|query| query.with(name, value.map(|value| value.to_string())))/>
                <label class="kern-label" for=id>{label}</label>
            </div>
        }
    };
    view! {
        <fieldset class="kern-fieldset"><legend class="kern-sr-only">{t("filter-choose")}</legend><div class="kern-fieldset__body">
            {choice(None, t("filter-any"))}
            {values.map(|value| choice(Some(value), limit_name(name, value))).collect_view()}
        </div></fieldset>
    }
    .into_any()
}
