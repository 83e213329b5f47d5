//! "What if": the numbers of the plan as sliders, and the results follow while they move.

use leptos::prelude::*;
use mitwirken_shared::range::Range;

use super::plan::PlanState;
use crate::lang::t;
use crate::numbers;
use crate::query_string::QueryString;

/// Stops of each slider: close where a little more matters, wide where it does not.
const PEOPLE: &[u32] = &[10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1_000, 2_000];
const DAYS: &[u32] = &[7, 14, 21, 28, 42, 56, 70, 84, 112, 140, 182, 273, 365];
const EUROS: &[u32] =
    &[200, 500, 1_000, 1_500, 2_000, 3_000, 5_000, 7_500, 10_000, 15_000, 25_000, 50_000, 100_000, 200_000];
const HOURS: &[u32] = &[10, 20, 30, 40, 60, 80, 100, 150, 200, 300, 500, 1_000, 2_000];

/// The number that a slider shows.
type Read = fn(&QueryString) -> Option<u32>;
/// The plan with that number, or without any.
type Write = fn(QueryString, Option<u32>) -> QueryString;

/// The sliders.
pub fn sliders(state: PlanState) -> AnyView {
    view! {
        <section class="what-if" aria-labelledby="what-if"><h2 class="what-if__title" id="what-if">{t("plan-what-if")}</h2>
            <p class="what-if__text">{t("plan-what-if-text")}</p>
            {slider(state, "what-if-people", t("fact-people"), PEOPLE, numbers::whole,
                |now| now.number("people_max").or_else(|| now.number("people_min")), with_people)}
            {slider(state, "what-if-time", t("fact-lead"), DAYS, |days| numbers::lead(Range::new(days, days)),
                days, |now, days| now.with("date", None).with("lead_days", text(days)))}
            {slider(state, "what-if-budget", t("fact-cost"), EUROS, |euros| numbers::euro(Range::new(euros, euros)),
                |now| now.number("budget_eur"), |now, euros| now.with("budget_eur", text(euros)))}
            {slider(state, "what-if-hours", t("plan-work"), HOURS, |hours| numbers::hours(Range::new(hours, hours)),
                |now| now.number("staff_hours"), |now, hours| now.with("staff_hours", text(hours)))}
        </section>
    }
    .into_any()
}

fn text(number: Option<u32>) -> Option<String> {
    number.map(|number| number.to_string())
}

/// So many people at most. The fewest stay as they were told, even while the slider passes below them.
fn with_people(now: QueryString, most: Option<u32>) -> QueryString {
    let now = if most.is_none() { now.with("people_min", None) } else { now };
    now.with("people_max", text(most))
}

/// The days until the plan begins, whether it names them or a date.
fn days(now: &QueryString) -> Option<u32> {
    const DAY: f64 = 86_400_000.0;
    let Some(date) = now.get("date") else {
        return now.number("lead_days");
    };
    let left = (js_sys::Date::parse(date) - js_sys::Date::now()) / DAY;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a conversion that saturates"
    )]
    left.is_finite().then(|| left.ceil().max(0.0) as u32)
}

/// The stop nearest to a number.
fn nearest(stops: &[u32], number: u32) -> usize {
    let distance = |stop: &u32| stop.abs_diff(number);
    stops.iter().enumerate().min_by_key(|(_, stop)| distance(stop)).map_or(0, |(at, _)| at)
}

fn slider(
    state: PlanState,
    id: &'static str,
    label: String,
    stops: &'static [u32],
    say: fn(u32) -> String,
    read: Read,
    write: Write,
) -> AnyView {
    let value = Memo::new(move |_| state.now.with(read));
    let shown = move || value.get().map_or_else(|| t("plan-any"), say);
    let position = move || value.get().map_or(stops.len() / 2, |number| nearest(stops, number)).to_string();
    let name = label.clone();
    let clear = move || {
        value.get().is_some().then(|| {
            let name = name.clone();
            view! {
                <button type="button" class="what-if__clear" on:click=move |_| state.change(|now| write(now, None))>{t("plan-any")}<span class="kern-sr-only">": "{name}</span></button>
            }
        })
    };
    view! {
        <div class="what-if__row" class:what-if__row--any=move || value.get().is_none()>
            <label for=id>{label}</label>{clear}<output for=id>{shown}</output>
            <input class="what-if__slider" type="range" id=id min="0" max=(stops.len().saturating_sub(1)).to_string()
                aria-valuetext=shown prop:value=position
                on:input=move |event| {
                    let stop = event_target_value(&event).parse::<usize>().ok().and_then(|at| stops.get(at));
                    if let Some(number) = stop { state.change(|now| write(now, Some(*number))); }
                }/>
        </div>
    }
    .into_any()
}
