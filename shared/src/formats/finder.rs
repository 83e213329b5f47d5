//! The format finder: what somebody plans, and what fits it.

use serde::{Deserialize, Serialize};

use super::dto::{FormatLink, FormatSummary};
use super::vocabulary::{Degree, Level, Mode, Phase, Purpose, Recruitment, RelationKind, TargetGroup};
use crate::range::Range;
use crate::vocabulary;

vocabulary! {
    /// What a format is judged by.
    Criterion {
        /// What shall be reached.
        Goals = "goals",
        /// How much people can decide.
        Level = "level",
        /// How many people come.
        People = "people_expected",
        /// Whether nobody may meet.
        Crisis = "crisis",
        /// Where people meet.
        Modes = "modes",
        /// How much time there is before.
        Time = "lead_days",
        /// How much money there is.
        Budget = "budget_eur",
        /// How much working time there is.
        StaffHours = "staff_hours",
        /// For whom.
        TargetGroups = "target_groups",
        /// How heated the topic is.
        Polarisation = "polarisation",
        /// How people come to take part.
        Recruitment = "recruitment",
        /// In which phase the project is.
        Phase = "phase",
    }
}

/// A plan to find formats for. Everything may be left out; what is left out neither excludes nor counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FinderQuery {
    /// What shall be reached; the more of it a format serves, the better it fits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Purpose>,
    /// How much people shall be able to decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// In which phase the project is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// How many people may come, from fewest to most (1 to 1,000,000); without `max` nobody knows the
    /// most. Formats that cannot take all of that are excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_expected: Option<Range>,
    /// For whom in particular.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// The day on which it begins, `YYYY-MM-DD`, today or later; either this or `lead_days`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub date: Option<String>,
    /// Calendar days until it begins (0 to 3,650). Formats that need more are excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 3_650))]
    pub lead_days: Option<u32>,
    /// Euros there are, without the salaries of own staff (0 to 100,000,000). Formats that need more
    /// are excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 100_000_000))]
    pub budget_eur: Option<u32>,
    /// Working hours there are, of all staff together (0 to 1,000,000). Formats that need more are
    /// excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 1_000_000))]
    pub staff_hours: Option<u32>,
    /// Where people may meet; formats that are possible in none of these ways are excluded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<Mode>,
    /// Nobody may meet: formats that do not work digitally are excluded.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub crisis: bool,
    /// How heated the topic is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarisation: Option<Degree>,
    /// How people shall come to take part; any of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recruitment: Vec<Recruitment>,
    /// How many results and how many excluded formats to give at most (1 to 100; 20 if left out).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 100))]
    pub limit: Option<u32>,
}

impl FinderQuery {
    /// The same plan with one thing changed.
    #[must_use]
    pub fn with(mut self, change: &FinderChange) -> Self {
        match change {
            FinderChange::PeopleExpected(people) => self.people_expected = Some(*people),
            FinderChange::LeadDays(days) => self.lead_days = Some(*days),
            FinderChange::Date(day) => self.date = Some(day.clone()),
            FinderChange::BudgetEur(euros) => self.budget_eur = Some(*euros),
            FinderChange::StaffHours(hours) => self.staff_hours = Some(*hours),
            FinderChange::AddMode(mode) => self.modes.push(*mode),
            FinderChange::Crisis(crisis) => self.crisis = *crisis,
        }
        self
    }
}

/// One thing changed in a plan: the field and its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum FinderChange {
    /// Expect so many people instead.
    PeopleExpected(Range),
    /// Begin so many days from now.
    LeadDays(u32),
    /// Begin on this day.
    Date(String),
    /// Spend so many euros.
    BudgetEur(u32),
    /// Spend so many working hours.
    StaffHours(u32),
    /// Allow this way of meeting, too.
    AddMode(Mode),
    /// Whether nobody may meet.
    Crisis(bool),
}

/// How a format meets one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderPart {
    /// Which.
    pub criterion: Criterion,
    /// How well, from 0 to 100.
    pub fit: u8,
    /// What it weighs against the others; the score is the weighted mean of the fits.
    pub weight: u8,
    /// In a sentence that names what you have and what the format needs, in the reader's language.
    pub text: String,
}

/// A format that fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderHit {
    /// The format.
    pub format: FormatSummary,
    /// How well it fits altogether, from 0 to 100.
    pub score: u8,
    /// Why: one part for each criterion of the plan, the weightiest first.
    pub parts: Vec<FinderPart>,
}

/// Why a format is excluded, and what would bring it in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderViolation {
    /// What it fails.
    pub criterion: Criterion,
    /// What it needs, what you have, and what would have to change, in the reader's language.
    pub text: String,
    /// The smallest change of the plan that is enough.
    pub smallest_change: FinderChange,
    /// What to use instead where nobody may meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<FormatLink>,
}

/// A format that the plan excludes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderExclusion {
    /// The format.
    pub format: FormatLink,
    /// Every constraint that it fails; all changes together bring it in.
    pub violated: Vec<FinderViolation>,
    /// Its score once all of them are made, from 0 to 100.
    pub score_then: u8,
}

/// A format within a combination.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderMember {
    /// The format.
    pub format: FormatLink,
    /// How it stands to the one before it; absent for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<RelationKind>,
    /// Why both go together, in the reader's language; absent for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Two or three formats that serve more goals together than any alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderCombination {
    /// The formats in the order in which they happen.
    pub formats: Vec<FinderMember>,
    /// The goals they serve together.
    pub goals: Vec<Purpose>,
    /// Euros for all of them.
    pub cost_eur: Range,
    /// Working hours for all of them.
    pub staff_hours: Range,
}

/// What the finder says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FinderResult {
    /// How many formats fit.
    pub total: u64,
    /// The formats that fit, the best first.
    pub results: Vec<FinderHit>,
    /// How many formats are excluded.
    pub excluded_total: u64,
    /// The formats that are excluded: those with fewest changes first, then those that would fit best.
    pub excluded: Vec<FinderExclusion>,
    /// Formats that together serve goals which no single one serves.
    pub combinations: Vec<FinderCombination>,
}
