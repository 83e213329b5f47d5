//! The planner: from formats, days, people and money to tasks, run sheets, roles, orders and costs.
//!
//! Pure and in whole numbers: the same request on the same day gives the same plan everywhere. Every
//! formula that no source gives is an editorial rule and says so where it stands.

mod effort;
mod holidays;
mod invitations;
mod request;
mod run_sheet;
mod schedule;
mod sequence;

use chrono::NaiveDate;
use mitwirken_shared::formats::{Format, FormatLink, Mode, Relation, RelationKind, StaffHours, groups_for};
use mitwirken_shared::planning::{
    DayOff, Plan, PlanArg, PlanB, PlanBudget, PlanRefusal, PlanRequest, PlanStage, PlanWarning, PlanWork,
    WarningCode,
};
use mitwirken_shared::range::Range;

use effort::Expense;
use request::Wish;
use run_sheet::Times;
use schedule::written;
use sequence::Place;

pub use holidays::{add_working_days, day_off, easter_sunday, is_working_day};

/// Makes a plan.
///
/// `formats` are the public formats that the request names and, for Plan B, those that
/// [`digital_twin`] names for them; others do not matter. `today` is the calendar day of the city.
///
/// # Errors
/// Everything in the request that has to change before there can be a plan, with a pointer to it.
pub fn plan(formats: &[Format], request: &PlanRequest, today: NaiveDate) -> Result<Plan, Vec<PlanRefusal>> {
    let wishes = request::wishes(formats, request)?;
    let places = sequence::places(&wishes, today)?;
    let expenses = wishes
        .iter()
        .map(|wish| Expense { format: wish.format, people: wish.people, shared: wish.shared })
        .collect::<Vec<_>>();
    let budget = effort::budget(&expenses, request.budget_eur);
    let mut warnings = Vec::from_iter(missing_money(&budget));
    let mut stages = Vec::new();
    for (wish, place) in wishes.iter().zip(places) {
        warnings.extend(place.warnings.iter().cloned());
        stages.push(stage(formats, wish, &place, today));
    }
    let (begins, ends) = ends(&stages, today);
    Ok(Plan {
        people: request.people,
        begins,
        ends,
        staff_hours: wishes.iter().fold(NO_HOURS, |sum, wish| add(sum, wish.format.staff_hours)),
        budget,
        warnings,
        stages,
    })
}

const NO_HOURS: StaffHours =
    StaffHours { prepare: Range::new(0, 0), run: Range::new(0, 0), follow_up: Range::new(0, 0) };

fn add(one: StaffHours, other: StaffHours) -> StaffHours {
    StaffHours {
        prepare: one.prepare + other.prepare,
        run: one.run + other.run,
        follow_up: one.follow_up + other.follow_up,
    }
}

/// The first and the last day of all tasks and events; written days sort like days within four digits.
fn ends(stages: &[PlanStage], today: NaiveDate) -> (String, String) {
    let days = || {
        stages.iter().flat_map(|stage| {
            let tasks = stage.work.tasks.iter().map(|task| &task.date);
            tasks.chain([&stage.date, &stage.last_day])
        })
    };
    let or_today = |day: Option<&String>| day.cloned().unwrap_or_else(|| written(today));
    (or_today(days().min()), or_today(days().max()))
}

fn missing_money(budget: &PlanBudget) -> Option<PlanWarning> {
    let missing = |left: i64| u32::try_from(left.checked_neg()?).ok().filter(|missing| *missing > 0);
    let warning = |code, missing: u32| PlanWarning::new(code, [("missing", missing.into())]);
    let at_best = budget.left_at_most.and_then(missing).map(|euros| warning(WarningCode::BudgetShort, euros));
    at_best.or_else(|| Some(warning(WarningCode::BudgetTight, budget.left_at_least.and_then(missing)?)))
}

fn stage(formats: &[Format], wish: &Wish<'_>, place: &Place<'_>, today: NaiveDate) -> PlanStage {
    let setting = Setting {
        first: place.first,
        last: place.last,
        people: wish.people,
        mode: wish.mode,
        times: wish.times,
        timed: wish.timed,
        today,
    };
    PlanStage {
        date: written(place.first),
        last_day: written(place.last),
        proposed: place.proposed,
        people: wish.people,
        mode: wish.mode,
        place: wish.place.map(str::to_owned),
        relation: place.relation,
        relation_note: place.source.map(|relation| relation.note.clone()),
        work: work(wish.format, setting),
        invitations: wish
            .response
            .map(|response| invitations::invitations(wish.people, response, wish.no_show)),
        plan_b: plan_b(formats, wish.format, setting),
    }
}

/// When, where and with whom a format takes place.
#[derive(Clone, Copy, Debug)]
struct Setting {
    first: NaiveDate,
    last: NaiveDate,
    people: u32,
    mode: Mode,
    times: Times,
    timed: bool,
    today: NaiveDate,
}

fn work(format: &Format, setting: Setting) -> PlanWork {
    let Setting { first, last, people, mode, times, today, .. } = setting;
    let tasks = schedule::tasks(format, first, last, today);
    let earliest = schedule::earliest_date(format, today);
    let late = tasks.iter().filter(|task| task.overdue).count();
    let mut warnings = people_and_place(format, people, mode);
    warnings.extend(dates(format, setting, u32::try_from(late).unwrap_or(u32::MAX), earliest));
    let (run_sheet, told) = run_sheet::run_sheet(format, mode, times).unzip();
    warnings.extend(told.unwrap_or_default());
    if run_sheet.is_none() && setting.timed {
        warnings.push(PlanWarning::new(WarningCode::NoRunSheet, []));
    }
    PlanWork {
        format: link(format),
        earliest_date: written(earliest),
        tasks,
        phases: if run_sheet.is_some() { Vec::new() } else { schedule::phases(format, mode, first) },
        run_sheet,
        roles: effort::roles(format, people, mode),
        staff_hours: format.staff_hours,
        groups: groups_for(format.group_size, people),
        room: effort::room(format, people, mode),
        materials: effort::materials(format, people),
        cost_eur: format.cost_eur.at(people),
        warnings,
    }
}

fn link(format: &Format) -> FormatLink {
    FormatLink { slug: format.slug.clone(), title: format.title.clone() }
}

fn people_and_place(format: &Format, people: u32, mode: Mode) -> Vec<PlanWarning> {
    let size = format.group_size;
    let mut found = Vec::new();
    if people < size.min {
        let args = [("people", people.into()), ("min", size.min.into())];
        found.push(PlanWarning::new(WarningCode::TooFewPeople, args));
    }
    if let Some(max) = size.max.filter(|max| people > *max) {
        let args = [("people", people.into()), ("max", max.into())];
        found.push(PlanWarning::new(WarningCode::TooManyPeople, args));
    }
    if !format.modes.contains(&mode) {
        let args = [("mode", PlanArg::Mode(mode))];
        found.push(PlanWarning::new(WarningCode::ModeNotOffered, args));
    }
    found
}

fn dates(format: &Format, setting: Setting, late: u32, earliest: NaiveDate) -> Vec<PlanWarning> {
    let Setting { first, today, .. } = setting;
    let on = |day: NaiveDate| PlanArg::Day(written(day));
    if first < today {
        // That everything is late by then says nothing more.
        return vec![PlanWarning::new(WarningCode::DatePast, [("date", on(first))])];
    }
    let mut found = Vec::new();
    // Many events are on a weekend on purpose; on a holiday rarely.
    let holiday = day_off(first).filter(|why| !matches!(why, DayOff::Saturday | DayOff::Sunday));
    if let Some(why) = holiday {
        let args = [("date", on(first)), ("reason", PlanArg::DayOff(why))];
        found.push(PlanWarning::new(WarningCode::DayOffChosen, args));
    }
    let days = u32::try_from((first - today).num_days()).unwrap_or(u32::MAX);
    if late > 0 {
        let args = [("count", late.into()), ("earliest", on(earliest))];
        found.push(PlanWarning::new(WarningCode::TasksOverdue, args));
    } else if days < format.lead_days.min {
        let args = [("days", days.into()), ("needed", format.lead_days.min.into())];
        found.push(PlanWarning::new(WarningCode::LeadTimeShort, args));
    }
    found
}

/// Slug of the format that stands in for `format` if nobody may meet.
pub fn digital_twin(format: &Format) -> Option<&str> {
    twin(format).map(|link| link.slug.as_str())
}

fn twin(format: &Format) -> Option<&FormatLink> {
    let named = format.contactless.as_ref().and_then(|contactless| contactless.format.as_ref());
    named.or_else(|| relations(format, RelationKind::HasDigitalTwin).next().map(|relation| &relation.format))
}

fn relations(format: &Format, kind: RelationKind) -> impl Iterator<Item = &Relation> {
    format.relations.iter().filter(move |relation| relation.kind == kind)
}

/// What to do if nobody may meet: the digital twin on the same first day, at the same time, with the
/// same people; or why there is none.
fn plan_b(formats: &[Format], format: &Format, setting: Setting) -> Option<PlanB> {
    if setting.mode == Mode::Digital {
        return None;
    }
    let Some(twin) = twin(format) else {
        let reason = format.contactless.as_ref().and_then(|contactless| contactless.reason.clone())?;
        return Some(PlanB { format: None, note: Some(reason), decide_by: None, work: None });
    };
    let relation = relations(format, RelationKind::HasDigitalTwin)
        .find(|relation| relation.format.slug == twin.slug)
        .map(|relation| relation.note.clone());
    let other = formats.iter().find(|format| format.slug == twin.slug);
    let planned = |other: &Format| {
        let last = schedule::last_day(other, setting.first);
        work(other, Setting { last, mode: Mode::Digital, ..setting })
    };
    Some(PlanB {
        format: Some(twin.clone()),
        note: relation,
        decide_by: other.map(|other| written(schedule::first_task(other, setting.first))),
        work: other.map(planned),
    })
}

#[cfg(test)]
mod tests;
