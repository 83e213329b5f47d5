//! The run sheet: what happens when, by the clock if it is an event.

use leptos::prelude::*;
use mitwirken_shared::formats::{SocialForm, Step};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{t, tr, word};
use crate::numbers;
use crate::ui::{small, text};

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// How many minutes a step takes at most, all its repetitions together.
fn planned(step: &Step) -> u32 {
    step.minutes.map_or(0, |minutes| minutes.max.unwrap_or(minutes.min)) * step.repeat
}

/// "18:05", or the next day's time.
fn clock(start: u32, after: u32) -> String {
    let minutes = (start + after) % DAY;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn minutes_of(time: &str) -> Option<u32> {
    let (hours, minutes) = time.split_once(':')?;
    Some(hours.parse::<u32>().ok()? * 60 + minutes.get(..2)?.parse::<u32>().ok()?)
}

/// The timeline, with a start that can be set if it all happens in `one_session`.
pub fn run_sheet(steps: Vec<Step>, one_session: bool) -> AnyView {
    let start = RwSignal::new(18 * 60_u32);
    let by_minutes = steps.iter().all(|step| step.minutes.is_some());
    let by_clock = by_minutes && one_session;
    let total = steps
        .iter()
        .filter_map(|step| Some(step.minutes? * step.repeat))
        .fold(Range::new(0, 0), |sum, next| sum + next);
    let summary = by_minutes.then(|| {
        tr("run-total", &[("duration", numbers::duration(total).into()), ("count", steps.len().into())])
    });
    let bar = steps
        .iter()
        .map(|step| {
            let share = step.days.map_or_else(|| planned(step), |days| days.max.unwrap_or(days.min));
            view! { <span class="run-bar__part" style=("--share", share.max(1).to_string())></span> }
        })
        .collect_view();
    let mut passed = 0;
    let items = steps
        .into_iter()
        .map(|step| {
            let begins = passed;
            passed += planned(&step);
            let time = step.minutes.map_or_else(
                || step.days.map(numbers::lead).unwrap_or_default(),
                |minutes| tr("number-minutes", &[("range", numbers::range(minutes).into())]),
            );
            let repeat = (step.repeat > 1).then(|| tr("run-repeat", &[("count", step.repeat.into())]));
            let materials = (!step.materials.items.is_empty()).then(|| step.materials.items.join(", "));
            view! {
                <li class="run__step">
                    <p class="run__time">
                        {by_clock.then(|| view! { <b class="run__clock">{move || clock(start.get(), begins)}</b>" " })}
                        <span class="run__length">{time}</span>" "{repeat.map(|repeat| view! { <span class="run__repeat">{repeat}</span> })}
                    </p>
                    <div class="run__body"><h3>{text(step.title)}</h3><p class="run__goal">{text(step.goal)}</p><p>{text(step.instructions)}</p>
                        <p class="run__form">{small(picture(step.social_form))}{word("form", step.social_form.as_str())}</p>
                        {materials.map(|materials| view! { <p class="run__extra"><b>{t("run-material")}</b>" "{materials}</p> })}
                        {step.remote.map(|remote| view! { <p class="run__extra"><b>{t("run-remote")}</b>" "{text(remote)}</p> })}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <div><div class="run-bar" aria-hidden="true">{bar}</div>{summary.map(|summary| view! { <p class="run-total">{summary}</p> })}</div>
        {by_clock.then(|| view! {
            <div class="field-unit no-print"><label class="kern-label" for="run-start">{t("run-start")}</label>
                <input class="kern-form-input__input" id="run-start" type="time" value="18:00" on:input=move |event| {
                    if let Some(minutes) = minutes_of(&event_target_value(&event)) { start.set(minutes); }
                }/>
            </div>
        })}
        <ol class="run">{items}</ol>
    }
    .into_any()
}

fn picture(form: SocialForm) -> &'static str {
    match form {
        SocialForm::Plenary | SocialForm::OnlinePlenary => "plenary",
        SocialForm::SmallGroup | SocialForm::Breakout => "group",
        SocialForm::Individual => "person",
        SocialForm::Pairs => "pairs",
        SocialForm::Walk => "walk",
    }
}
