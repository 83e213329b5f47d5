//! The planner: what somebody wants to hold, when and with how many, and the plan that follows from it.
//!
//! Texts of formats travel as they are; words of ours are codes with arguments, whose texts are in
//! `planning.ftl`. Days are `YYYY-MM-DD`, times `HH:MM`, both in the city's civil time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::formats::{FacilitationSkill, FormatLink, Mode, Per, RelationKind, SocialForm, StaffHours};
use crate::l10n::{LocalizedList, LocalizedText};
use crate::range::Range;
use crate::vocabulary;

vocabulary! {
    /// Why a day is no working day of a municipal administration in North Rhine-Westphalia.
    DayOff {
        /// Samstag.
        Saturday = "saturday",
        /// Sonntag.
        Sunday = "sunday",
        /// Neujahr.
        NewYear = "new_year",
        /// Karfreitag.
        GoodFriday = "good_friday",
        /// Ostermontag.
        EasterMonday = "easter_monday",
        /// Erster Mai.
        LabourDay = "labour_day",
        /// Christi Himmelfahrt.
        AscensionDay = "ascension_day",
        /// Pfingstmontag.
        WhitMonday = "whit_monday",
        /// Fronleichnam.
        CorpusChristi = "corpus_christi",
        /// Tag der Deutschen Einheit.
        GermanUnity = "german_unity",
        /// Reformationstag, in North Rhine-Westphalia in 2017 only.
        ReformationDay = "reformation_day",
        /// Allerheiligen.
        AllSaints = "all_saints",
        /// Buß- und Bettag, until 1994.
        RepentanceDay = "repentance_day",
        /// Heiligabend; not a public holiday, but staff are off.
        ChristmasEve = "christmas_eve",
        /// Erster Weihnachtstag.
        ChristmasDay = "christmas_day",
        /// Zweiter Weihnachtstag.
        SecondChristmasDay = "second_christmas_day",
        /// Silvester; not a public holiday, but staff are off.
        NewYearsEve = "new_years_eve",
    }
}

vocabulary! {
    /// What somebody does for an event.
    RoleCode {
        /// Answers for it all.
        Lead = "lead",
        /// Leads the conversations.
        Facilitation = "facilitation",
        /// Writes down what is said.
        NoteTaking = "note_taking",
        /// Welcomes people at the door.
        Reception = "reception",
        /// Helps people into the online room.
        TechnicalSupport = "technical_support",
    }
}

vocabulary! {
    /// What a row of a run sheet is.
    StepKind {
        /// A step of the format.
        Step = "step",
        /// A break that we propose.
        Break = "break",
    }
}

vocabulary! {
    /// How a budget stands to the cost.
    BudgetFit {
        /// It reaches even the upper end of the cost.
        Covered = "covered",
        /// It reaches the lower end of the cost, not (certainly) the upper.
        Tight = "tight",
        /// It does not even reach the lower end.
        Short = "short",
    }
}

vocabulary! {
    /// What to mind in a plan.
    WarningCode {
        /// Fewer people than the format needs: `people`, `min`.
        TooFewPeople = "too_few_people",
        /// More people than the format takes: `people`, `max`.
        TooManyPeople = "too_many_people",
        /// The format is not made for this way of meeting: `mode`.
        ModeNotOffered = "mode_not_offered",
        /// The first day has passed: `date`.
        DatePast = "date_past",
        /// It is a public holiday, or a day on which staff are off: `date`, `reason`.
        DayOffChosen = "day_off_chosen",
        /// Less time until then than the format usually takes: `days`, `needed`.
        LeadTimeShort = "lead_time_short",
        /// Tasks should have been done already: `count`, `earliest` (the first day on which none is late).
        TasksOverdue = "tasks_overdue",
        /// The steps need more minutes than there are: `needed`, `available`.
        RunSheetNeedsMore = "run_sheet_needs_more",
        /// The steps cannot fill the minutes there are: `possible`, `available`.
        RunSheetEndsEarly = "run_sheet_ends_early",
        /// A break is needed, but there is no time for it: `minutes` (without a break).
        BreakLeftOut = "break_left_out",
        /// Long without a break, and no step ends where one would help: `minutes`, `title` (the longest step).
        LongWithoutBreak = "long_without_break",
        /// It ends after midnight: `end`.
        PassesMidnight = "passes_midnight",
        /// Times were given, but the format takes days or several meetings: no arguments.
        NoRunSheet = "no_run_sheet",
        /// Nothing is known of both in a row: `format`, `previous`.
        UnrelatedStages = "unrelated_stages",
        /// Usually the other way round: `format`, `previous`.
        ReversedStages = "reversed_stages",
        /// One usually stands in for the other: `format`, `previous`.
        AlternativeStages = "alternative_stages",
        /// It begins before the one before it is over: `format`, `previous`, `last_day`.
        StagesOverlap = "stages_overlap",
        /// It begins before the one before it is followed up: `format`, `previous`, `days`, `needed`.
        FollowUpOverlaps = "follow_up_overlaps",
        /// The budget does not reach the lower end of the cost: `missing` (euros).
        BudgetShort = "budget_short",
        /// The budget does not reach the upper end of the cost: `missing` (euros).
        BudgetTight = "budget_tight",
    }
}

vocabulary! {
    /// Why there is no plan.
    RefusalCode {
        /// No format was chosen.
        NoStages = "no_stages",
        /// Too many formats in a row: `max`.
        TooManyStages = "too_many_stages",
        /// There is no such public format.
        UnknownFormat = "unknown_format",
        /// No number of people one can plan with: `min`, `max`.
        PeopleOutOfRange = "people_out_of_range",
        /// No budget one can plan with: `max`.
        BudgetOutOfRange = "budget_out_of_range",
        /// Not a day `YYYY-MM-DD`.
        DateUnreadable = "date_unreadable",
        /// Too far away: `first`, `last`.
        DateOutOfRange = "date_out_of_range",
        /// The last day lies before the first.
        LastDayBeforeFirst = "last_day_before_first",
        /// A last day without a first.
        LastDayWithoutDate = "last_day_without_date",
        /// Not a time `HH:MM`.
        TimeUnreadable = "time_unreadable",
        /// An end without a beginning.
        EndWithoutStart = "end_without_start",
        /// Both an end and a length.
        EndAndMinutes = "end_and_minutes",
        /// No length one can plan with: `min`, `max` (minutes).
        MinutesOutOfRange = "minutes_out_of_range",
        /// No share of people who answer: `max` (percent); it must also be more than nothing.
        ResponseOutOfRange = "response_out_of_range",
        /// No share of people who do not come: `max` (percent).
        NoShowOutOfRange = "no_show_out_of_range",
        /// A share of people who do not come, without one of those who answer.
        NoShowWithoutResponse = "no_show_without_response",
        /// The place has too many characters: `max`.
        PlaceTooLong = "place_too_long",
        /// The formats do not go together: `format`, `other`, `why` (the editors' reason).
        NotWith = "not_with",
        /// It begins before the one before it begins: `previous`, `earliest`.
        StagesOutOfOrder = "stages_out_of_order",
    }
}

/// What somebody wants to hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PlanRequest {
    /// The formats, in the order in which they shall happen (1 to 6).
    pub stages: Vec<StageRequest>,
    /// How many people shall come (1 to 1,000,000).
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 1_000_000))]
    pub people: u32,
    /// Euros for everything, without the salaries of own staff (0 to 100,000,000).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 100_000_000))]
    pub budget_eur: Option<u32>,
    /// How many percent of those invited register (0.01 to 100); without it no invitations are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 0.01, maximum = 100))]
    pub response_percent: Option<f32>,
    /// How many percent of those registered do not come (0 to 99; 0 if left out).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 0, maximum = 99))]
    pub no_show_percent: Option<f32>,
}

/// One format of a sequence, and what is known of when and where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct StageRequest {
    /// Slug of the format.
    pub format: String,
    /// The (first) day, in the years 1990 to 2200; if left out, one is proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub date: Option<String>,
    /// The last day; if left out, the format's span from the first day (its upper end, if it has one).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub last_day: Option<String>,
    /// When it begins, `HH:MM`; if left out, 18:00, or 09:00 for what takes more than four hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// When it ends, `HH:MM`, on the next day if that is not after the start; either this or `minutes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// How long it takes, with breaks (1 to 1,440); if left out, as long as the steps take at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 1_440))]
    pub minutes: Option<u32>,
    /// Leave out the breaks that we would propose.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_breaks: bool,
    /// How many people, if other than the plan says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 1_000_000))]
    pub people: Option<u32>,
    /// Where people meet; if left out, what the format names first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// The place, in the planner's own words (at most 200 characters).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many percent of those invited register, if other than the plan says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 0.01, maximum = 100))]
    pub response_percent: Option<f32>,
    /// How many percent of those registered do not come, if other than the plan says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 0, maximum = 99))]
    pub no_show_percent: Option<f32>,
}

/// An argument of a code's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum PlanArg {
    /// A number; its unit is part of the code's text.
    Number(u32),
    /// A day, `YYYY-MM-DD`, to be written in the reader's way.
    Day(String),
    /// A time, `HH:MM`.
    Time(String),
    /// A text of a format, such as its title.
    Text(LocalizedText),
    /// Why a day is off; its text is `planning-day_off-<code>`.
    DayOff(DayOff),
    /// Where people meet; its text is `mode-<code>`.
    Mode(Mode),
}

impl From<u32> for PlanArg {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<&LocalizedText> for PlanArg {
    fn from(text: &LocalizedText) -> Self {
        Self::Text(text.clone())
    }
}

/// Arguments of a code's text, by the names that its Fluent text uses.
pub type PlanArgs = BTreeMap<String, PlanArg>;

/// Something to mind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanWarning {
    /// What; its text is `planning-warning-<code>`.
    pub code: WarningCode,
    /// What the text needs.
    pub args: PlanArgs,
}

impl PlanWarning {
    /// A warning with its arguments.
    pub fn new<const N: usize>(code: WarningCode, args: [(&str, PlanArg); N]) -> Self {
        Self { code, args: named(args) }
    }
}

/// Why there is no plan: one for each thing that has to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanRefusal {
    /// JSON pointer into the request, e.g. `/stages/0/date`.
    pub pointer: String,
    /// What; its text is `planning-refusal-<code>`.
    pub code: RefusalCode,
    /// What the text needs.
    pub args: PlanArgs,
}

impl PlanRefusal {
    /// A refusal with its arguments.
    pub fn new<const N: usize>(
        pointer: impl Into<String>,
        code: RefusalCode,
        args: [(&str, PlanArg); N],
    ) -> Self {
        Self { pointer: pointer.into(), code, args: named(args) }
    }
}

fn named<const N: usize>(args: [(&str, PlanArg); N]) -> PlanArgs {
    args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A plan: what to do when, with whom, for how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Plan {
    /// How many people shall come; a stage may have its own number.
    pub people: u32,
    /// The formats in their order.
    pub stages: Vec<PlanStage>,
    /// The day of the first task or event.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub begins: String,
    /// The day of the last task or event.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub ends: String,
    /// Working hours of all staff for all stages, without Plan B.
    pub staff_hours: StaffHours,
    /// Money for all stages, without Plan B.
    pub budget: PlanBudget,
    /// What to mind in the whole; each stage has its own besides.
    pub warnings: Vec<PlanWarning>,
}

/// One format of the sequence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanStage {
    /// The (first) day.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub date: String,
    /// The last day.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub last_day: String,
    /// Whether we proposed the day.
    pub proposed: bool,
    /// How many people.
    pub people: u32,
    /// Where people meet.
    pub mode: Mode,
    /// The place, in the planner's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How it stands to the one before it; absent for the first, and where nothing is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<RelationKind>,
    /// Why both go together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation_note: Option<LocalizedText>,
    /// What there is to do.
    pub work: PlanWork,
    /// Whom to invite; absent if no response rate was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitations: Option<Invitations>,
    /// What to do if nobody may meet; absent for what is planned online, and where nothing is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_b: Option<PlanB>,
}

/// What a format takes on its day with its people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanWork {
    /// The format.
    pub format: FormatLink,
    /// The first day on which no task is late yet, counted from today.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub earliest_date: String,
    /// What to do before and after, by day.
    pub tasks: Vec<PlanTask>,
    /// What happens to the minute; absent if it takes days or several meetings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_sheet: Option<RunSheet>,
    /// The phases instead of a run sheet; empty if there is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<PlanPhase>,
    /// Who is needed on the day.
    pub roles: Vec<PlanRole>,
    /// Working hours of all staff, as the format's editors put them; they do not grow with the people.
    pub staff_hours: StaffHours,
    /// Small groups; 1 if the format has none.
    pub groups: u32,
    /// The room, if one is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<PlanRoom>,
    /// What to order.
    pub materials: Vec<PlanMaterial>,
    /// Euros for this number of people.
    pub cost_eur: Range,
    /// What to mind.
    pub warnings: Vec<PlanWarning>,
}

/// Something to do, with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanTask {
    /// Calendar days from the event as the format says: negative = before the first day, positive =
    /// after the last one.
    pub day: i32,
    /// The day on which to do it: a working day, except during the event.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub date: String,
    /// Where the day would have been, and why it was moved; absent if it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<MovedFrom>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// What to do.
    pub text: LocalizedText,
}

/// The day off that a task was moved away from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct MovedFrom {
    /// The day.
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub date: String,
    /// Why nobody works then.
    pub reason: DayOff,
}

/// What happens on the day, to the minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RunSheet {
    /// When it begins, `HH:MM`.
    pub start: String,
    /// When it ends, `HH:MM`.
    pub end: String,
    /// How many midnights lie between both.
    pub end_day: u32,
    /// How long, with breaks.
    pub minutes: u32,
    /// How short and how long the steps can be made, without the breaks that we propose.
    pub possible: Range,
    /// Steps and breaks in their order.
    pub steps: Vec<PlanStep>,
}

/// A row of a run sheet. A step with rounds has a row for each of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanStep {
    /// A step of the format, or a break that we propose.
    pub kind: StepKind,
    /// When it begins, `HH:MM`.
    pub begins: String,
    /// When it ends, `HH:MM`.
    pub ends: String,
    /// How many midnights lie between the start of all and the begin of this.
    pub day: u32,
    /// How long.
    pub minutes: u32,
    /// Which round of how many; absent if there is one only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Round>,
    /// What the format says of it; absent for a break.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepText>,
}

/// Which round of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Round {
    /// Counted from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// What a format says of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct StepText {
    /// Its name.
    pub title: LocalizedText,
    /// How people sit together.
    pub social_form: SocialForm,
    /// What is true after it; only in the first round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<LocalizedText>,
    /// What the team does and says; only in the first round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<LocalizedText>,
    /// What it needs; only in the first round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub materials: Option<LocalizedList>,
    /// How it works digitally; only in the first round, and only where people meet online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote: Option<LocalizedText>,
}

/// A phase of what takes days or several meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanPhase {
    /// How long, in calendar days; absent if it takes minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Range>,
    /// How long, in minutes; absent if it takes days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Range>,
    /// How many times in a row.
    pub repeat: u32,
    /// When it begins; absent where the format does not tell which phase begins on the (first) day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<DayWindow>,
    /// What the format says of it.
    pub step: StepText,
}

/// From one day to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DayWindow {
    /// Not before; absent = open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub earliest: Option<String>,
    /// Not after; absent = open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub latest: Option<String>,
}

/// Who is needed, and how many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanRole {
    /// What they do.
    pub role: RoleCode,
    /// How many.
    pub count: u32,
    /// How experienced; only for facilitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<FacilitationSkill>,
}

/// The room that is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanRoom {
    /// Square metres in all rooms together, rounded up.
    pub square_metres: u32,
    /// Number of rooms.
    pub rooms: u32,
    /// How it is furnished.
    pub layout: LocalizedText,
}

/// Something to order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanMaterial {
    /// What.
    pub name: LocalizedText,
    /// What its quantity depends on.
    pub per: Per,
    /// How much the people need.
    pub needed: u32,
    /// How much to order: with a reserve of a tenth where it is counted by person.
    pub to_order: u32,
    /// What to mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalizedText>,
}

/// What it costs, and what the budget carries. Whole euros, without the salaries of own staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanBudget {
    /// What all stages cost.
    pub cost_eur: Range,
    /// What there is; everything below is absent without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_eur: Option<u32>,
    /// How both stand to each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<BudgetFit>,
    /// What is left at the upper end of the cost (negative = missing); absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_at_least: Option<i64>,
    /// What is left at the lower end of the cost (negative = missing).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_at_most: Option<i64>,
    /// How many people the budget carries even at the upper end of the cost; at most as many as every
    /// format takes. Absent where the cost has no upper end, or no stage has the plan's number of people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people_for_sure: Option<u32>,
    /// How many people the budget carries at the lower end of the cost; at most as many as every format
    /// takes. Absent where no stage has the plan's number of people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people_at_best: Option<u32>,
}

/// How many people to invite so that enough of them come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Invitations {
    /// How many percent of those invited register, rounded to hundredths.
    pub response_percent: f32,
    /// How many percent of those registered do not come, rounded to hundredths.
    pub no_show_percent: f32,
    /// How many have to register.
    pub registrations: u64,
    /// How many to invite.
    pub needed: u64,
    /// How many it would take if three tenths fewer answered.
    pub needed_if_fewer_answer: u64,
    /// How many it would take if three tenths more answered.
    pub needed_if_more_answer: u64,
    /// How many more to invite in a second wave, should three tenths fewer answer the first.
    pub second_wave: u64,
}

/// What to do if nobody may meet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PlanB {
    /// The format to use instead; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<FormatLink>,
    /// Why there is none, or how both belong together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalizedText>,
    /// The day of its first task: whoever changes over later begins late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(format = Date))]
    pub decide_by: Option<String>,
    /// What there is to do then, on the same day with the same people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<PlanWork>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    fn keys<T: Vocabulary>(prefix: &str) -> impl Iterator<Item = String> {
        T::ALL.iter().map(move |code| format!("\nplanning-{prefix}-{} = ", code.as_str()))
    }

    #[test]
    fn every_code_has_a_text_in_both_languages_and_every_text_a_code() {
        let texts = [include_str!("../locales/de/planning.ftl"), include_str!("../locales/en/planning.ftl")];
        let keys = keys::<DayOff>("day_off")
            .chain(keys::<RoleCode>("role"))
            .chain(keys::<StepKind>("step_kind"))
            .chain(keys::<BudgetFit>("budget_fit"))
            .chain(keys::<WarningCode>("warning"))
            .chain(keys::<RefusalCode>("refusal"))
            .collect::<Vec<_>>();
        for text in texts {
            for key in &keys {
                assert!(text.contains(key), "{key}");
            }
            // The screens of the planner may add keys of their own, under other prefixes.
            assert_eq!(text.matches("\nplanning-warning-").count(), WarningCode::ALL.len());
            assert_eq!(text.matches("\nplanning-refusal-").count(), RefusalCode::ALL.len());
        }
    }

    #[test]
    fn a_request_says_only_what_it_knows() {
        let request = serde_json::from_str::<PlanRequest>(
            r#"{ "stages": [{ "format": "world-cafe", "date": "2027-06-10" }], "people": 60 }"#,
        )
        .unwrap();
        let written = serde_json::to_string(&request).unwrap();
        assert_eq!(written, r#"{"stages":[{"format":"world-cafe","date":"2027-06-10"}],"people":60}"#);
        assert!(serde_json::from_str::<PlanRequest>(r#"{ "poeple": 60 }"#).is_err());
    }

    #[test]
    fn an_argument_says_what_it_is() {
        let warning = PlanWarning::new(
            WarningCode::DayOffChosen,
            [
                ("date", PlanArg::Day("2027-05-27".to_owned())),
                ("reason", PlanArg::DayOff(DayOff::CorpusChristi)),
            ],
        );
        let written = serde_json::to_string(&warning).unwrap();
        let expected = r#"{"code":"day_off_chosen","args":{"date":{"kind":"day","value":"2027-05-27"},"reason":{"kind":"day_off","value":"corpus_christi"}}}"#;
        assert_eq!(written, expected);
        assert_eq!(serde_json::from_str::<PlanWarning>(&written).unwrap(), warning);
    }
}
