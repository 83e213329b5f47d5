//! One question a page. Every one may be skipped, and the way to the results is always open.

use leptos::prelude::*;
use mitwirken_shared::formats::{Degree, FinderQuery, Level, Mode, Phase, Purpose, Recruitment, TargetGroup};
use mitwirken_shared::vocabulary::Vocabulary;
use serde::Deserialize;

use super::plan::{PlanState, Step, query_of};
use crate::lang::{t, tr, word};
use crate::ui::{self, Stepper, icon};
use crate::{api, site_map};

/// The most euros that the finder takes.
const MOST_EUROS: u32 = 100_000_000;
/// The most people or hours that it takes.
const MOST: u32 = 1_000_000;
/// The most weeks: ten years.
const MOST_WEEKS: u32 = 520;
/// Days in a week.
const WEEK: u32 = 7;

/// What a question needs of the finder's answer.
#[derive(Clone, PartialEq, Deserialize)]
struct Count {
    total: u64,
    excluded_total: u64,
}

/// The page of a question.
pub fn question(state: PlanState, step: Step) -> AnyView {
    let heading = word("plan-ask", step.name());
    ui::entered_part(&heading, step.name());
    let answer = api::computed("/formats/finder", move || {
        let query = FinderQuery { limit: Some(1), ..state.now.with(query_of) };
        serde_json::to_string(&query).unwrap_or_default()
    });
    let count = api::read::<Count>(answer);
    let known = Memo::new(move |before: Option<&Option<Count>>| {
        count.with(|count| match count {
            Some(Ok(count)) => Some(count.clone()),
            _ => before.cloned().flatten(),
        })
    });
    let fitting = move || match count.get() {
        // A date in the past, for one: told where it was answered.
        Some(Err(problem)) => Some(problem.detail),
        _ => known.get().map(|count| {
            let all = count.total + count.excluded_total;
            tr("plan-count", &[("count", count.total.into()), ("all", all.into())])
        }),
    };
    let answered = move || state.now.with(|now| step.answers().iter().any(|name| now.get(name).is_some()));
    let forward = move || if answered() { t("plan-next") } else { t("plan-skip") };
    let position = [("at", step.number().into()), ("of", Step::QUESTIONS.len().into())];
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], t("plan-title").into_any())}
        <div class="wrap"><div class="finder">
            <div class="finder__progress"><p>{tr("plan-step", &position)}</p>
                <progress aria-hidden="true" max=Step::QUESTIONS.len().to_string() value=step.number().to_string()></progress></div>
            <form class="finder__form" on:submit=move |event| { event.prevent_default(); state.go(step.next()); }>
                <h1 tabindex="-1" id="plan-ask">{heading}</h1>
                <p class="finder__why">{word("plan-why", step.name())}</p>
                {fields(state, step)}
                <div class="finder__ways">
                    {step.previous().map(|before| view! {
                        <a class="kern-btn kern-btn--secondary" href=move || state.address(before)>{icon("arrow-left")}<span class="kern-label">{t("plan-back")}</span></a>
                    })}
                    <button type="submit" class="kern-btn kern-btn--primary" class:btn--sun=answered><span class="kern-label">{forward}</span>{icon("arrow-right")}</button>
                </div>
            </form>
            <div class="finder__now"><p role="status">{fitting}</p>
                <a class="kern-btn kern-btn--tertiary" href=move || state.address(Step::Result)><span class="kern-label">{t("plan-show")}</span></a></div>
        </div></div>
    }
    .into_any()
}

fn fields(state: PlanState, step: Step) -> AnyView {
    match step {
        Step::Goals => many::<Purpose>(state, "goals", "purpose"),
        Step::Level => one::<Level>(state, "level", "level", Some("level-text")),
        Step::People => people(state),
        Step::Place => place(state),
        Step::Time => time(state),
        Step::Budget => amount(state, "budget_eur", t("plan-budget"), t("plan-euro"), 500, 2_000, MOST_EUROS),
        Step::Hours => amount(state, "staff_hours", t("plan-hours"), t("plan-hour"), 10, 60, MOST),
        Step::Groups => many::<TargetGroup>(state, "target_groups", "target_group"),
        Step::Heat => one::<Degree>(state, "polarisation", "plan-heat", None),
        Step::Ways => many::<Recruitment>(state, "recruitment", "recruitment"),
        Step::Phase => one::<Phase>(state, "phase", "phase", None),
        Step::Result => ().into_any(),
    }
}

/// What people call a word of the plan.
pub fn name_of(vocabulary: &str, value: &str) -> String {
    match vocabulary {
        "purpose" => word("purpose", value),
        "level" => word("level", value),
        "mode" => word("mode", value),
        "target_group" => word("target_group", value),
        "recruitment" => word("recruitment", value),
        "phase" => word("phase", value),
        _ => word("plan-heat", value),
    }
}

fn many<V: Vocabulary>(state: PlanState, name: &'static str, vocabulary: &'static str) -> AnyView {
    let options = V::ALL.iter().map(|entry| check(state, name, vocabulary, entry.as_str())).collect_view();
    view! {
        <fieldset class="kern-fieldset" aria-labelledby="plan-ask"><legend class="finder__hint">{t("plan-many")}</legend>
            <div class="kern-fieldset__body choices">{options}</div></fieldset>
    }
    .into_any()
}

fn check(state: PlanState, name: &'static str, vocabulary: &str, value: &'static str) -> AnyView {
    let id = format!("{name}-{value}");
    let checked = move || state.now.with(|now| now.has(name, value));
    view! {
        <div class="kern-form-check choice">
            <input class="kern-form-check__checkbox" type="checkbox" id=id.clone() prop:checked=checked
                on:change=move |_| state.change(|now| now.toggled(name, value))/>
            <label class="kern-label" for=id>{name_of(vocabulary, value)}</label>
        </div>
    }
    .into_any()
}

fn one<V: Vocabulary>(
    state: PlanState,
    name: &'static str,
    vocabulary: &'static str,
    explained: Option<&'static str>,
) -> AnyView {
    let option = move |value: Option<&'static str>, label: String, note: Option<String>| {
        let id = format!("{name}-{}", value.unwrap_or("any"));
        let checked = move || state.now.with(|now| now.get(name) == value);
        view! {
            <div class="kern-form-check choice">
                <input class="kern-form-check__radio" type="radio" name=name id=id.clone() prop:checked=checked
                    on:change=move |_| state.change(|now| now.with(name, value.map(str::to_owned)))/>
                <label class="kern-label" for=id>{label}{note.map(|note| view! { <span class="choice__note">{note}</span> })}</label>
            </div>
        }
    };
    let options = V::ALL
        .iter()
        .map(|entry| {
            let value = entry.as_str();
            let note = explained.map(|_| word("level-text", value));
            option(Some(value), name_of(vocabulary, value), note)
        })
        .collect_view();
    view! {
        <fieldset class="kern-fieldset" aria-labelledby="plan-ask"><legend class="kern-sr-only">{t("filter-choose")}</legend>
            <div class="kern-fieldset__body choices choices--one">{options}{option(None, t("plan-any"), None)}</div></fieldset>
    }
    .into_any()
}

fn number(
    state: PlanState,
    name: &'static str,
    label: String,
    unit: String,
    step: u32,
    start: u32,
    bounds: (u32, u32),
) -> AnyView {
    let spoken = label.clone();
    let value = Memo::new(move |_| state.now.with(|now| now.number(name)));
    view! {
        <div class="kern-form-input"><label class="kern-label" for=name>{label}</label>
            <div class="field-unit">
                <Stepper id=name label=spoken value=value step=step start=start least=bounds.0 most=bounds.1 on_change=move |number| {
                    state.change(|now| now.with(name, number.map(|number| number.to_string())));
                }/>
                <span>{unit}</span>
            </div>
        </div>
    }
    .into_any()
}

fn amount(
    state: PlanState,
    name: &'static str,
    label: String,
    unit: String,
    step: u32,
    start: u32,
    most: u32,
) -> AnyView {
    view! { <div class="finder__numbers">{number(state, name, label, unit, step, start, (0, most))}</div> }
        .into_any()
}

fn people(state: PlanState) -> AnyView {
    view! {
        <div class="finder__numbers">
            {number(state, "people_min", t("plan-people-min"), t("unit-people"), 10, 30, (1, MOST))}
            {number(state, "people_max", t("plan-people-max"), t("unit-people"), 10, 60, (1, MOST))}
        </div>
    }
    .into_any()
}

fn place(state: PlanState) -> AnyView {
    let crisis = move || state.now.with(|now| now.get("crisis").is_some());
    view! {
        {many::<Mode>(state, "modes", "mode")}
        <div class="kern-form-check choice choice--alone">
            <input class="kern-form-check__checkbox" type="checkbox" id="crisis" prop:checked=crisis
                on:change=move |_| state.change(|now| {
                    let value = now.get("crisis").is_none().then(|| "yes".to_owned());
                    now.with("crisis", value)
                })/>
            <label class="kern-label" for="crisis">{t("plan-crisis")}<span class="choice__note">{t("plan-crisis-note")}</span></label>
        </div>
    }
    .into_any()
}

/// Today as a date field takes it.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

fn time(state: PlanState) -> AnyView {
    let weeks = Memo::new(move |_| state.now.with(|now| now.number("lead_days").map(|days| days / WEEK)));
    let day = move || state.now.with(|now| now.get("date").unwrap_or_default().to_owned());
    view! {
        <div class="finder__numbers">
            <div class="kern-form-input"><label class="kern-label" for="weeks">{t("plan-weeks")}</label>
                <div class="field-unit">
                    <Stepper id="weeks" value=weeks step=1 start=6 least=0 most=MOST_WEEKS on_change=move |weeks| {
                        let days = weeks.map(|weeks| weeks * WEEK);
                        state.change(|now| now.with("date", None).with("lead_days", days.map(|days| days.to_string())));
                    }/>
                    <span>{t("unit-weeks")}</span>
                </div>
            </div>
            <div class="kern-form-input"><label class="kern-label" for="date">{t("plan-date")}</label>
                <input class="kern-form-input__input" id="date" type="date" min=today() prop:value=day on:change=move |event| {
                    let day = event_target_value(&event);
                    state.change(|now| now.with("lead_days", None).with("date", Some(day)));
                }/>
            </div>
        </div>
    }
    .into_any()
}
