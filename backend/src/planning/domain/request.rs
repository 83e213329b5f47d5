//! What was asked for, read and checked: everything that is wrong at once.

use chrono::{Datelike as _, NaiveDate};
use mitwirken_shared::formats::{Format, Mode};
use mitwirken_shared::planning::{PlanArg, PlanRefusal, PlanRequest, RefusalCode, StageRequest};

use super::invitations::{NoShow, Response};
use super::run_sheet::Times;
use super::schedule::written;

/// The most people that one can plan with.
pub const MOST_PEOPLE: u32 = 1_000_000;
/// The most euros.
const MOST_EUROS: u32 = 100_000_000;
/// The most formats in a row.
const MOST_STAGES: usize = 6;
/// The longest run sheet, in minutes: a day.
const MOST_MINUTES: u32 = 24 * 60;
/// The most characters of a place.
const MOST_CHARACTERS: usize = 200;
/// The years for which the holidays are known.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2200;

/// What was asked for one format.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// The format.
    pub format: &'a Format,
    /// The (first) day.
    pub date: Option<NaiveDate>,
    /// The last day.
    pub last_day: Option<NaiveDate>,
    /// When and how long.
    pub times: Times,
    /// Whether anything was said of when and how long.
    pub timed: bool,
    /// How many people.
    pub people: u32,
    /// Whether that is the plan's number.
    pub shared: bool,
    /// Where people meet.
    pub mode: Mode,
    /// The place.
    pub place: Option<&'a str>,
    /// How many of those invited register; without it nothing is said of invitations.
    pub response: Option<Response>,
    /// How many of those registered stay away.
    pub no_show: NoShow,
}

/// Collects what is wrong.
struct Refusals(Vec<PlanRefusal>);

impl Refusals {
    fn add<const N: usize>(&mut self, pointer: String, code: RefusalCode, args: [(&str, PlanArg); N]) {
        self.0.push(PlanRefusal::new(pointer, code, args));
    }
}

/// Reads a request.
///
/// # Errors
/// Everything that is wrong with it by itself; whether its formats go together is another matter.
pub fn wishes<'a>(
    formats: &'a [Format],
    request: &'a PlanRequest,
) -> Result<Vec<Wish<'a>>, Vec<PlanRefusal>> {
    let mut refusals = Refusals(Vec::new());
    if request.stages.is_empty() {
        refusals.add("/stages".into(), RefusalCode::NoStages, []);
    }
    if request.stages.len() > MOST_STAGES {
        let max = u32::try_from(MOST_STAGES).unwrap_or(u32::MAX);
        refusals.add("/stages".into(), RefusalCode::TooManyStages, [("max", max.into())]);
    }
    people(&mut refusals, "/people".into(), request.people);
    if request.budget_eur.is_some_and(|budget| budget > MOST_EUROS) {
        refusals.add("/budget_eur".into(), RefusalCode::BudgetOutOfRange, [("max", MOST_EUROS.into())]);
    }
    let shares = shares(&mut refusals, "", request.response_percent, request.no_show_percent);
    let nobody_answers = request.stages.iter().all(|stage| stage.response_percent.is_none());
    if request.no_show_percent.is_some() && request.response_percent.is_none() && nobody_answers {
        refusals.add("/no_show_percent".into(), RefusalCode::NoShowWithoutResponse, []);
    }
    // Of a hostile number only the first are looked at.
    let stages = request.stages.iter().take(MOST_STAGES).enumerate();
    let wishes = stages
        .filter_map(|(at, stage)| {
            wish(&mut refusals, formats, request, shares, stage, &format!("/stages/{at}"))
        })
        .collect();
    if refusals.0.is_empty() { Ok(wishes) } else { Err(refusals.0) }
}

fn wish<'a>(
    refusals: &mut Refusals,
    formats: &'a [Format],
    request: &'a PlanRequest,
    plans: Shares,
    stage: &'a StageRequest,
    at: &str,
) -> Option<Wish<'a>> {
    let format = formats.iter().find(|format| format.slug == stage.format);
    if format.is_none() {
        refusals.add(format!("{at}/format"), RefusalCode::UnknownFormat, []);
    }
    if let Some(own) = stage.people {
        people(refusals, format!("{at}/people"), own);
    }
    let date = day(refusals, format!("{at}/date"), stage.date.as_deref());
    let last_day = day(refusals, format!("{at}/last_day"), stage.last_day.as_deref());
    if last_day.is_some() && stage.date.is_none() {
        refusals.add(format!("{at}/last_day"), RefusalCode::LastDayWithoutDate, []);
    }
    if date.zip(last_day).is_some_and(|(first, last)| last < first) {
        refusals.add(format!("{at}/last_day"), RefusalCode::LastDayBeforeFirst, []);
    }
    let times = times(refusals, stage, at);
    let place = stage.place.as_deref().map(str::trim).filter(|place| !place.is_empty());
    if place.is_some_and(|place| place.chars().nth(MOST_CHARACTERS).is_some()) {
        let max = u32::try_from(MOST_CHARACTERS).unwrap_or(u32::MAX);
        refusals.add(format!("{at}/place"), RefusalCode::PlaceTooLong, [("max", max.into())]);
    }
    let own = shares(refusals, at, stage.response_percent, stage.no_show_percent);
    if stage.no_show_percent.is_some() && stage.response_percent.or(request.response_percent).is_none() {
        refusals.add(format!("{at}/no_show_percent"), RefusalCode::NoShowWithoutResponse, []);
    }
    let format = format?;
    Some(Wish {
        format,
        date,
        last_day,
        times,
        timed: stage.start.is_some() || stage.end.is_some() || stage.minutes.is_some(),
        people: stage.people.unwrap_or(request.people),
        shared: stage.people.is_none(),
        mode: stage.mode.or_else(|| format.modes.first().copied()).unwrap_or(Mode::Analog),
        place,
        response: own.response.or(plans.response),
        no_show: own.no_show.or(plans.no_show).unwrap_or_default(),
    })
}

fn people(refusals: &mut Refusals, pointer: String, people: u32) {
    if !(1..=MOST_PEOPLE).contains(&people) {
        let args = [("min", 1.into()), ("max", MOST_PEOPLE.into())];
        refusals.add(pointer, RefusalCode::PeopleOutOfRange, args);
    }
}

fn day(refusals: &mut Refusals, pointer: String, text: Option<&str>) -> Option<NaiveDate> {
    let text = text?;
    // chrono would also take "2027-1-5" and "+2027-01-05".
    let parsed = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| written(*day) == text);
    let Some(day) = parsed else {
        refusals.add(pointer, RefusalCode::DateUnreadable, []);
        return None;
    };
    if YEARS.contains(&day.year()) {
        return Some(day);
    }
    let args = [
        ("first", PlanArg::Day(format!("{}-01-01", YEARS.start()))),
        ("last", PlanArg::Day(format!("{}-12-31", YEARS.end()))),
    ];
    refusals.add(pointer, RefusalCode::DateOutOfRange, args);
    None
}

fn times(refusals: &mut Refusals, stage: &StageRequest, at: &str) -> Times {
    let mut clock = |name: &str, text: Option<&str>| {
        let text = text?;
        let minutes = minutes_of(text);
        if minutes.is_none() {
            refusals.add(format!("{at}/{name}"), RefusalCode::TimeUnreadable, []);
        }
        minutes
    };
    let start = clock("start", stage.start.as_deref());
    let end = clock("end", stage.end.as_deref());
    if stage.end.is_some() && stage.minutes.is_some() {
        refusals.add(format!("{at}/end"), RefusalCode::EndAndMinutes, []);
    } else if stage.end.is_some() && stage.start.is_none() {
        refusals.add(format!("{at}/end"), RefusalCode::EndWithoutStart, []);
    }
    // An end that is not after the start is one of the next day.
    let until =
        start.zip(end).map(|(start, end)| if end > start { end - start } else { MOST_MINUTES + end - start });
    if stage.minutes.is_some_and(|minutes| !(1..=MOST_MINUTES).contains(&minutes)) {
        let args = [("min", 1.into()), ("max", MOST_MINUTES.into())];
        refusals.add(format!("{at}/minutes"), RefusalCode::MinutesOutOfRange, args);
    }
    Times { start, minutes: stage.minutes.or(until), without_breaks: stage.without_breaks }
}

/// Minutes after midnight of `HH:MM`.
fn minutes_of(time: &str) -> Option<u32> {
    let (hours, minutes) = time.split_once(':')?;
    let number = |text: &str, below: u32| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|number| digits && *number < below)
    };
    Some(number(hours, 24)? * 60 + number(minutes, 60)?)
}

/// How many answer and how many stay away, as far as it was said.
#[derive(Clone, Copy, Debug)]
struct Shares {
    response: Option<Response>,
    no_show: Option<NoShow>,
}

fn shares(refusals: &mut Refusals, at: &str, response: Option<f32>, no_show: Option<f32>) -> Shares {
    let shares = Shares {
        response: response.and_then(Response::from_percent),
        no_show: no_show.and_then(NoShow::from_percent),
    };
    if response.is_some() && shares.response.is_none() {
        let args = [("max", 100.into())];
        refusals.add(format!("{at}/response_percent"), RefusalCode::ResponseOutOfRange, args);
    }
    if no_show.is_some() && shares.no_show.is_none() {
        refusals.add(format!("{at}/no_show_percent"), RefusalCode::NoShowOutOfRange, [("max", 99.into())]);
    }
    shares
}
