//! A plan as the finder computes with it.

use chrono::{Days, NaiveDate};
use mitwirken_shared::formats::{
    Degree, FinderChange, Level, Mode, Phase, Purpose, Recruitment, TargetGroup,
};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::formats::filter::{Mask, mask};
use crate::http::Fields;
use crate::texts::Args;

/// The most people, hours that make sense.
const MOST: u32 = 1_000_000;
/// The most euros.
const MOST_EUROS: u32 = 100_000_000;
/// The most days ahead: ten years.
const MOST_DAYS: u32 = 3_650;
/// How many results and exclusions come if nobody says otherwise, and at most.
const LIMIT: (u32, u32) = (20, 100);

/// What somebody plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What shall be reached.
    pub goals: Mask,
    /// How much people shall be able to decide.
    pub level: Option<Level>,
    /// In which phase the project is.
    pub phase: Option<Phase>,
    /// How many people may come.
    pub people: Option<Range>,
    /// For whom.
    pub target_groups: Mask,
    /// Calendar days until it begins.
    pub lead_days: Option<u32>,
    /// Today, if the plan names a day instead of a number of days.
    pub counted_from: Option<NaiveDate>,
    /// Euros there are.
    pub budget_eur: Option<u32>,
    /// Working hours there are.
    pub staff_hours: Option<u32>,
    /// Where people may meet.
    pub modes: Mask,
    /// Whether nobody may meet.
    pub crisis: bool,
    /// How heated the topic is.
    pub polarisation: Option<Degree>,
    /// How people shall come to take part.
    pub recruitment: Mask,
    /// How many results and how many exclusions are wanted.
    pub limit: usize,
}

impl Plan {
    /// Reads a body; what is wrong is recorded in `fields`. `today` is the calendar day of the city.
    pub fn from_fields(fields: &mut Fields, today: NaiveDate) -> Self {
        let days = fields.number("lead_days", 0, MOST_DAYS);
        let date = fields.day("date");
        if days.is_some() && date.is_some() {
            fields.refuse("date", "one_of_two", Args::from([("other", "lead_days".to_owned())]));
        }
        let until = date.map(|date| (date - today).num_days());
        if until.is_some_and(|days| days < 0) {
            fields.refuse("date", "in_the_past", Args::from([("today", today.to_string())]));
        }
        if until.is_some_and(|days| days > i64::from(MOST_DAYS)) {
            let last = today.checked_add_days(Days::new(MOST_DAYS.into())).unwrap_or(today);
            fields.refuse("date", "too_far", Args::from([("last", last.to_string())]));
        }
        Self {
            goals: mask(&fields.words::<Purpose>("goals")),
            level: fields.word("level"),
            phase: fields.word("phase"),
            people: fields.range("people_expected", 1, MOST),
            target_groups: mask(&fields.words::<TargetGroup>("target_groups")),
            lead_days: days.or_else(|| u32::try_from(until?).ok()),
            counted_from: date.map(|_| today),
            budget_eur: fields.number("budget_eur", 0, MOST_EUROS),
            staff_hours: fields.number("staff_hours", 0, MOST),
            modes: mask(&fields.words::<Mode>("modes")),
            crisis: fields.boolean("crisis").unwrap_or(false),
            polarisation: fields.word("polarisation"),
            recruitment: mask(&fields.words::<Recruitment>("recruitment")),
            limit: fields.number("limit", 1, LIMIT.1).unwrap_or(LIMIT.0) as usize,
        }
    }

    /// Begin so many days from now, in the words of the plan: as a day if it named one.
    pub(super) fn lead_change(&self, days: u32) -> FinderChange {
        match self.counted_from.and_then(|today| today.checked_add_days(Days::new(days.into()))) {
            Some(day) => FinderChange::Date(day.to_string()),
            None => FinderChange::LeadDays(days),
        }
    }
    /// The plan with one thing changed.
    #[must_use]
    pub fn with(&self, change: &FinderChange) -> Self {
        let mut plan = self.clone();
        match change {
            FinderChange::PeopleExpected(people) => plan.people = Some(*people),
            FinderChange::LeadDays(days) => plan.lead_days = Some(*days),
            FinderChange::Date(day) => {
                let day = day.parse::<NaiveDate>().ok().zip(plan.counted_from);
                plan.lead_days = day.and_then(|(day, today)| u32::try_from((day - today).num_days()).ok());
            }
            FinderChange::BudgetEur(euros) => plan.budget_eur = Some(*euros),
            FinderChange::StaffHours(hours) => plan.staff_hours = Some(*hours),
            FinderChange::AddMode(mode) => plan.modes |= 1 << mode.index(),
            FinderChange::Crisis(crisis) => plan.crisis = *crisis,
        }
        plan
    }
}
