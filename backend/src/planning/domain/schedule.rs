//! Days: tasks dated backwards and forwards from the event, and the phases of what takes days.
//!
//! A task never lands on a day off and never on the event's wrong side: before the event it moves to
//! the working day before, after it to the working day after.

use chrono::{NaiveDate, TimeDelta};
use mitwirken_shared::formats::{Format, Mode, Step, Task};
use mitwirken_shared::planning::{DayWindow, MovedFrom, PlanPhase, PlanTask};
use mitwirken_shared::range::Range;

use super::holidays::{day_off, working_day_from, working_day_until};
use super::run_sheet::step_text;

/// No task, phase or span lies further away than a century: more is a slip, and would leave the calendar.
const FARTHEST: i64 = 36_500;
/// What is due later than this after the event (an answer, a reunion) does not hold up what comes next.
/// Editorial rule.
const FOLLOW_UP: i32 = 30;

/// A day as the API writes it.
pub fn written(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// The day so many calendar days later (or earlier, if negative): at most a century, and not beyond the
/// ends of the calendar.
pub fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    let days = days.clamp(-FARTHEST, FARTHEST);
    let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(end)
}

/// The last day of a format that begins on `first`: the longest span that it names, so that nothing is
/// planned too tightly.
pub fn last_day(format: &Format, first: NaiveDate) -> NaiveDate {
    let span = format.duration.span_days;
    shifted(first, i64::from(span.max.unwrap_or(span.min).max(span.min).max(1)) - 1)
}

/// The tasks of a format that takes place from `first` to `last`, by day.
pub fn tasks(format: &Format, first: NaiveDate, last: NaiveDate, today: NaiveDate) -> Vec<PlanTask> {
    let mut dated = format.tasks.iter().map(|task| dated(task, first, last, today)).collect::<Vec<_>>();
    dated.sort_by_key(|(date, _)| *date);
    dated.into_iter().map(|(_, task)| task).collect()
}

fn dated(task: &Task, first: NaiveDate, last: NaiveDate, today: NaiveDate) -> (NaiveDate, PlanTask) {
    let (wanted, date) = match task.day {
        // Part of the event: it happens when the event does, be it on a Sunday.
        0 => (first, first),
        before if before < 0 => {
            let wanted = shifted(first, before.into());
            (wanted, working_day_until(wanted))
        }
        after => {
            let wanted = shifted(last, after.into());
            (wanted, working_day_from(wanted))
        }
    };
    let moved =
        day_off(wanted).filter(|_| wanted != date).map(|reason| MovedFrom { date: written(wanted), reason });
    let task = PlanTask {
        day: task.day,
        date: written(date),
        moved,
        overdue: date < today,
        text: task.text.clone(),
    };
    (date, task)
}

/// The day of the first task of a format that begins on `first`; that day itself if it has none before.
pub fn first_task(format: &Format, first: NaiveDate) -> NaiveDate {
    match preparation(format) {
        0 => first,
        days => working_day_until(shifted(first, -i64::from(days))),
    }
}

/// How many calendar days before the event the first task is.
fn preparation(format: &Format) -> u32 {
    let days = format.tasks.iter().filter(|task| task.day < 0).map(|task| task.day.unsigned_abs());
    days.max().unwrap_or(0)
}

/// The first day for the event on which no task is late, seen from `today`; a day earlier, one is late.
/// Without tasks before the event that is today.
pub fn earliest_date(format: &Format, today: NaiveDate) -> NaiveDate {
    match preparation(format) {
        0 => today,
        // If today is a day off, a task that is due today would have moved to the past.
        days => shifted(working_day_from(today), days.into()),
    }
}

/// A day for a format whose preparation can begin on `from`: a working day, after all of its tasks and
/// the shortest lead time that it names.
pub fn proposed_date(format: &Format, from: NaiveDate) -> NaiveDate {
    let lead = preparation(format).max(format.lead_days.min);
    working_day_from(shifted(working_day_from(from), lead.into()))
}

/// How many calendar days after its last day a format keeps the team busy: until its last task within
/// 30 days. Later ones (the council's answer, a reunion) do not hold up what comes next.
pub fn follow_up_days(format: &Format) -> u32 {
    let days = format.tasks.iter().map(|task| task.day).filter(|day| (1..=FOLLOW_UP).contains(day));
    days.max().map_or(0, i32::unsigned_abs)
}

/// The phases of a format that takes days or several meetings.
///
/// No format says which of its phases begins on its (first) day. But where the days of some phases in a
/// row, with all meetings among them, add up to exactly its span, these are what lies between first and
/// last day, and all get dates.
pub fn phases(format: &Format, mode: Mode, first: NaiveDate) -> Vec<PlanPhase> {
    let anchor = anchor(&format.steps, format.duration.span_days);
    let begins = |at: usize| {
        let (from, weight) = anchor?;
        let between = |steps: Option<&[Step]>| length(steps.unwrap_or_default(), weight);
        let (earliest, latest) = if at >= from {
            let gone = between(format.steps.get(from..at));
            (Some(gone.min.into()), gone.max.map(i64::from))
        } else {
            let ahead = between(format.steps.get(at..from));
            (ahead.max.map(|days| -i64::from(days)), Some(-i64::from(ahead.min)))
        };
        let day = |days: Option<i64>| days.map(|days| written(shifted(first, days)));
        Some(DayWindow { earliest: day(earliest), latest: day(latest) })
    };
    let phase = |(at, step): (usize, &Step)| PlanPhase {
        days: step.days,
        minutes: step.minutes,
        repeat: step.repeat.max(1),
        begins: begins(at),
        step: step_text(step, mode, true),
    };
    format.steps.iter().enumerate().map(phase).collect()
}

/// Calendar days of some steps in a row. What takes minutes fills `weight` days: one of its own, or none
/// because it happens within the phase before.
fn length(steps: &[Step], weight: u32) -> Range {
    let days = |step: &Step| step.days.map_or(Range::new(weight, weight), |days| days * step.repeat.max(1));
    steps.iter().map(days).fold(Range::new(0, 0), |sum, days| sum + days)
}

/// The first of the longest row of phases that lasts exactly `span`, and what a step in minutes counts.
fn anchor(steps: &[Step], span: Range) -> Option<(usize, u32)> {
    // Formats have a dozen steps; of a hostile number only the beginning is looked at.
    let count = steps.len().min(60);
    let mut rows = (1..=count).rev().flat_map(|long| (0..=count - long).map(move |from| from..from + long));
    let phases = |steps: &[Step]| steps.iter().filter(|step| step.days.is_some()).count();
    let fits = |row: &std::ops::Range<usize>, weight| {
        steps.get(row.clone()).is_some_and(|inside| {
            // Less than two phases match by chance. And of meetings outside nobody knows whether they
            // share a day.
            let meetings_outside = steps.len() - inside.len() != phases(steps) - phases(inside);
            phases(inside) >= 2 && !meetings_outside && length(inside, weight) == span
        })
    };
    rows.find_map(|row| {
        [1, 0].into_iter().find(|weight| fits(&row, *weight)).map(|weight| (row.start, weight))
    })
}
