//! What to do before and after, with real dates once the day is known.

use leptos::prelude::*;
use mitwirken_shared::formats::Task;

use crate::lang::{Arg, day, t, tr};
use crate::ui::text;

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// The tasks around the day, which can be set.
pub fn schedule(tasks: Vec<Task>, title: String) -> AnyView {
    let date = RwSignal::new(None::<f64>);
    view! {
        <div class="field-unit no-print"><label class="kern-label" for="event-day">{t("task-date")}</label>
            <input class="kern-form-input__input" id="event-day" type="date" on:input=move |change| {
                let parsed = js_sys::Date::parse(&event_target_value(&change));
                date.set((!parsed.is_nan()).then_some(parsed));
            }/>
        </div>
        {list(tasks, title, date)}
    }
    .into_any()
}

/// The tasks by their distance from the day.
pub fn tasks_in_order(tasks: Vec<Task>, title: String) -> AnyView {
    list(tasks, title, RwSignal::new(None))
}

fn list(tasks: Vec<Task>, title: String, date: RwSignal<Option<f64>>) -> AnyView {
    let when = move |offset: i32| {
        let relative = match offset {
            0 => t("task-day"),
            before if before < 0 => tr("task-before", &[("count", before.unsigned_abs().into())]),
            after => tr("task-after", &[("count", after.unsigned_abs().into())]),
        };
        move || match date.get() {
            None => relative.clone(),
            Some(event) => {
                let at = js_sys::Date::new(&(event + f64::from(offset) * DAY).into());
                day(&String::from(at.to_iso_string()))
            }
        }
    };
    let (before, after): (Vec<_>, Vec<_>) = tasks.into_iter().partition(|task| task.day < 0);
    let item = move |task: Task| {
        view! { <li class="dates__item"><span class="dates__when">{when(task.day)}</span><span>{text(task.text)}</span></li> }
    };
    let event: Arg = title.into();
    view! {
        <ol class="dates">
            {before.into_iter().map(item).collect_view()}
            <li class="dates__item dates__item--event"><span class="dates__when">{when(0)}</span><span>{tr("task-event", &[("title", event)])}</span></li>
            {after.into_iter().map(item).collect_view()}
        </ol>
    }
    .into_any()
}
