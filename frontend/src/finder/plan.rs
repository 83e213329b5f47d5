//! The plan as the address has it, and as the API takes it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use mitwirken_shared::formats::{FinderChange, FinderQuery};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary;

use crate::query_string::QueryString;
use crate::site_map::{self, Navigator, navigator};

/// Answers that are words, any number of them.
const LISTS: [&str; 4] = ["goals", "modes", "target_groups", "recruitment"];
/// Answers that are one value.
const SINGLE: [&str; 10] = [
    "level",
    "people_min",
    "people_max",
    "crisis",
    "lead_days",
    "date",
    "budget_eur",
    "staff_hours",
    "polarisation",
    "phase",
];
/// Names the page.
const STEP: &str = "step";

/// A page of the finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What shall be reached.
    Goals,
    /// How much people decide.
    Level,
    /// How many come.
    People,
    /// Where they meet.
    Place,
    /// When it begins.
    Time,
    /// How much money there is.
    Budget,
    /// How much working time there is.
    Hours,
    /// For whom.
    Groups,
    /// How heated the topic is.
    Heat,
    /// How people come to take part.
    Ways,
    /// In which phase the project is.
    Phase,
    /// What fits.
    Result,
}

impl Step {
    /// The questions in their order: what decides most comes first.
    pub const QUESTIONS: [Self; 11] = [
        Self::Goals,
        Self::Level,
        Self::People,
        Self::Place,
        Self::Time,
        Self::Budget,
        Self::Hours,
        Self::Groups,
        Self::Heat,
        Self::Ways,
        Self::Phase,
    ];

    /// As the address names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Level => "level",
            Self::People => "people",
            Self::Place => "place",
            Self::Time => "time",
            Self::Budget => "budget",
            Self::Hours => "hours",
            Self::Groups => "groups",
            Self::Heat => "heat",
            Self::Ways => "ways",
            Self::Phase => "phase",
            Self::Result => "result",
        }
    }

    /// The answers that this page asks for.
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Goals => &["goals"],
            Self::Level => &["level"],
            Self::People => &["people_min", "people_max"],
            Self::Place => &["modes", "crisis"],
            Self::Time => &["lead_days", "date"],
            Self::Budget => &["budget_eur"],
            Self::Hours => &["staff_hours"],
            Self::Groups => &["target_groups"],
            Self::Heat => &["polarisation"],
            Self::Ways => &["recruitment"],
            Self::Phase => &["phase"],
            Self::Result => &[],
        }
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        Self::QUESTIONS.iter().position(|step| *step == self).map_or(Self::QUESTIONS.len(), |at| at + 1)
    }

    /// The page after it.
    pub fn next(self) -> Self {
        Self::QUESTIONS.get(self.number()).copied().unwrap_or(Self::Result)
    }

    /// The page before it.
    pub fn previous(self) -> Option<Self> {
        Self::QUESTIONS.get(self.number().checked_sub(2)?).copied()
    }

    /// The page that a query string names: without a name the results, or the first question if nothing
    /// is answered yet.
    fn of(query: &QueryString) -> Self {
        let named = query.get(STEP);
        let pages = Self::QUESTIONS.into_iter().chain([Self::Result]);
        match pages.into_iter().find(|step| Some(step.name()) == named) {
            Some(step) => step,
            None if query.pairs().is_empty() => Self::Goals,
            None => Self::Result,
        }
    }
}

fn knows(name: &str) -> bool {
    name == STEP || LISTS.contains(&name) || SINGLE.contains(&name)
}

fn words<V: Vocabulary>(query: &QueryString, name: &str) -> Vec<V> {
    query.all(name).iter().filter_map(|word| V::parse(word)).collect()
}

fn word<V: Vocabulary>(query: &QueryString, name: &str) -> Option<V> {
    query.get(name).and_then(V::parse)
}

/// The number of people, with whatever end is known.
fn people(query: &QueryString) -> Option<Range> {
    let end = |name| query.number(name).filter(|number| *number > 0);
    match (end("people_min"), end("people_max")) {
        (None, None) => None,
        (Some(min), None) => Some(Range { min, max: None }),
        // "At most 60" is a plan for 60, and not one for anything between one person and 60.
        (None, Some(max)) => Some(Range::new(max, max)),
        // While one end is being changed it may pass the other; what is at most then counts.
        (Some(min), Some(max)) => Some(Range::new(min.min(max), max)),
    }
}

/// The plan as the API takes it.
pub fn query_of(query: &QueryString) -> FinderQuery {
    let date = query.get("date").map(str::to_owned);
    FinderQuery {
        goals: words(query, "goals"),
        level: word(query, "level"),
        phase: word(query, "phase"),
        people_expected: people(query),
        target_groups: words(query, "target_groups"),
        lead_days: query.number("lead_days").filter(|_| date.is_none()),
        date,
        budget_eur: query.number("budget_eur"),
        staff_hours: query.number("staff_hours"),
        modes: words(query, "modes"),
        crisis: query.get("crisis").is_some(),
        polarisation: word(query, "polarisation"),
        recruitment: words(query, "recruitment"),
        limit: None,
    }
}

/// The answers with one thing changed, as an excluded format proposes it.
pub fn changed(query: QueryString, change: &FinderChange) -> QueryString {
    let set = |query: QueryString, name: &str, value: String| query.with(name, Some(value));
    match change {
        FinderChange::PeopleExpected(people) => {
            let query = set(query, "people_min", people.min.to_string());
            query.with("people_max", people.max.map(|max| max.to_string()))
        }
        FinderChange::LeadDays(days) => set(query.with("date", None), "lead_days", days.to_string()),
        FinderChange::Date(day) => set(query.with("lead_days", None), "date", day.clone()),
        FinderChange::BudgetEur(euros) => set(query, "budget_eur", euros.to_string()),
        FinderChange::StaffHours(hours) => set(query, "staff_hours", hours.to_string()),
        FinderChange::AddMode(mode) if query.has("modes", mode.as_str()) => query,
        FinderChange::AddMode(mode) => query.toggled("modes", mode.as_str()),
        FinderChange::Crisis(crisis) => query.with("crisis", crisis.then(|| "yes".to_owned())),
    }
}

/// The plan of the address, and how to change it.
#[derive(Clone, Copy)]
pub struct PlanState {
    /// The answers and the page.
    pub now: Memo<QueryString>,
    /// Which page.
    pub step: Memo<Step>,
    navigator: Navigator,
}

impl PlanState {
    /// Follows the address.
    pub fn follow() -> Self {
        let search = use_location().search;
        let now = Memo::new(move |_| QueryString::parse(&search.get(), knows));
        Self { now, step: Memo::new(move |_| now.with(Step::of)), navigator: navigator() }
    }

    /// Changes an answer, without a step in the history.
    pub fn change(self, change: impl FnOnce(QueryString) -> QueryString) {
        // The first question needs no name while nothing is answered; from then on it does.
        let step = self.step.get_untracked().name().to_owned();
        let next = change(self.now.get_untracked()).with(STEP, Some(step));
        self.navigator.go(&site_map::finder_with(&next.text()), true);
    }

    /// The address of another page with the same answers.
    pub fn address(self, step: Step) -> String {
        let query = self.now.get().with(STEP, Some(step.name().to_owned()));
        site_map::finder_with(&query.text())
    }

    /// Goes to another page; "back" leads here.
    pub fn go(self, step: Step) {
        let query = self.now.get_untracked().with(STEP, Some(step.name().to_owned()));
        self.navigator.go(&site_map::finder_with(&query.text()), false);
    }

    /// The body of a request to the finder.
    pub fn body(self) -> String {
        serde_json::to_string(&query_of(&self.now.get())).unwrap_or_default()
    }
}
