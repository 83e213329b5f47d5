//! The shapes in which formats travel.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::vocabulary::{
    Completeness, Confidence, DecisionMode, Degree, FacilitationSkill, FactField, Interaction, Kind, Level,
    Mode, Per, Phase, Purpose, Recruitment, RelationKind, SocialForm, TargetGroup, Unit,
};
use crate::concepts::ConceptSummary;
use crate::examples::ExampleSummary;
use crate::guides::GuideSummary;
use crate::l10n::{Fragment, LocalizedList, LocalizedText, RichText};
use crate::range::Range;
use crate::source::Source;

/// The lowest and the highest level of participation that a format reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelRange {
    /// The lowest.
    pub min: Level,
    /// The highest.
    pub max: Level,
}

/// From one degree to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DegreeRange {
    /// The lowest.
    pub min: Degree,
    /// The highest.
    pub max: Degree,
}

/// How many people take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupSize {
    /// The fewest with whom it still works.
    pub min: u32,
    /// The most; absent = open end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// With how many it works best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ideal: Option<u32>,
    /// How many sit together in one small group; absent = no small groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subgroup: Option<u32>,
}

impl GroupSize {
    /// From fewest to most.
    pub const fn range(self) -> Range {
        Range { min: self.min, max: self.max }
    }
}

/// How long it takes a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// Contact time of one participant over all sessions, in minutes.
    pub minutes: Range,
    /// Number of meetings.
    pub sessions: Range,
    /// Calendar days from the first to the last.
    pub span_days: Range,
}

/// Working hours of all staff together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StaffHours {
    /// Before.
    pub prepare: Range,
    /// On the day.
    pub run: Range,
    /// After.
    pub follow_up: Range,
}

impl StaffHours {
    /// All three together.
    pub fn total(self) -> Range {
        self.prepare + self.run + self.follow_up
    }
}

/// What it costs in whole euros, without the salaries of own staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// However many come.
    pub fixed: Range,
    /// For each participant on top.
    pub per_person: Range,
}

impl Cost {
    /// The cost with `people` participants.
    pub fn at(self, people: u32) -> Range {
        self.fixed + self.per_person * people
    }
}

/// The facts that a card shows at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FormatSummary {
    /// UUIDv7.
    pub id: String,
    /// The readable part of its address.
    pub slug: String,
    /// Its name.
    pub title: LocalizedText,
    /// What happens there, in one or two sentences.
    pub summary: LocalizedText,
    /// What it is.
    pub kind: Kind,
    /// Where people meet.
    pub modes: Vec<Mode>,
    /// How much they can decide.
    pub level: LevelRange,
    /// How many people.
    pub group_size: GroupSize,
    /// How long for a participant.
    pub duration: Duration,
    /// Calendar days of preparation.
    pub lead_days: Range,
    /// Working hours of all staff, all in all.
    pub staff_hours: Range,
    /// Euro, by fixed part and part per person.
    pub cost_eur: Cost,
    /// Euro at the number of participants that was asked for (`participants`), otherwise at the
    /// ideal group or the smallest.
    pub cost_total_eur: Range,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
    /// Where the search found something; only with `q`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highlights: Option<Highlights>,
}

/// Where the search found something in a format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Highlights {
    /// The title in pieces.
    pub title: Vec<Fragment>,
    /// The summary in pieces.
    pub summary: Vec<Fragment>,
    /// A sentence from the rest of the text, if title and summary do not show why it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Vec<Fragment>>,
}

/// How often each value of a facet occurs in the results, were it chosen in addition to what is
/// chosen in the other facets.
pub type Facets = BTreeMap<String, BTreeMap<String, u64>>;

/// A page of formats with the counts for the filters beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FormatPage {
    /// The formats of this page.
    pub items: Vec<FormatSummary>,
    /// The cursor of the next page; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many formats fit, on all pages.
    pub total: u64,
    /// Counts by facet (`mode`, `level`, `purpose`, `phase`, `target_group`, `recruitment`,
    /// `kind`) and value; values that no format has in this selection count 0.
    pub facets: Facets,
    /// Only if nothing fits: what to drop, the most helpful first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relaxations: Vec<Relaxation>,
}

/// What dropping one filter would bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Relaxation {
    /// The query parameter to drop, e.g. `mode`.
    pub parameter: String,
    /// How many formats would then fit.
    pub total: u64,
}

/// A suggestion while typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FormatSuggestion {
    /// The format's slug.
    pub slug: String,
    /// Its title.
    pub title: LocalizedText,
    /// What fits what was typed, in pieces: the title, or the alias that led to it.
    pub fragments: Vec<Fragment>,
}

/// Suggestions while typing, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FormatSuggestions {
    /// At most eight.
    pub items: Vec<FormatSuggestion>,
}

/// Two to four formats side by side, in the order asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FormatComparison {
    /// The whole formats.
    pub items: Vec<Format>,
}

/// Just enough of a format to link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FormatLink {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub title: LocalizedText,
}

/// A participation format with all that is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Format {
    /// UUIDv7.
    pub id: String,
    /// The readable part of its address.
    pub slug: String,
    /// Counts the changes; what `If-Match` compares.
    pub version: i64,
    /// How complete the entry is.
    pub completeness: Completeness,
    /// What it is.
    pub kind: Kind,
    /// Where people meet.
    pub modes: Vec<Mode>,
    /// How much they can decide.
    pub level: LevelRange,
    /// What it is for.
    pub purposes: Vec<Purpose>,
    /// In which phase of a project it helps.
    pub phases: Vec<Phase>,
    /// Who it suits in particular.
    pub target_groups: Vec<TargetGroup>,
    /// How people come to take part.
    pub recruitment: Vec<Recruitment>,
    /// What people do there.
    pub interactions: Vec<Interaction>,
    /// How a result is reached.
    pub decision_modes: Vec<DecisionMode>,
    /// For how heated a topic.
    pub polarisation: DegreeRange,
    /// For how complex a topic.
    pub complexity: DegreeRange,
    /// Its name.
    pub title: LocalizedText,
    /// Other names.
    pub aliases: LocalizedList,
    /// What happens there, in one or two sentences.
    pub summary: LocalizedText,
    /// What it is and what matters.
    pub description: RichText,
    /// The same in Einfache Sprache, where it exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simple: Option<SimpleText>,
    /// Where it comes from.
    pub origin: LocalizedText,
    /// Rights in the method, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<LocalizedText>,
    /// The law it rests on, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<LocalizedText>,
    /// What it needs so that everybody can take part.
    pub accessibility: LocalizedText,
    /// What lies on the table afterwards.
    pub outputs: LocalizedList,
    /// When it fits.
    pub when_to_use: LocalizedList,
    /// When it does not.
    pub when_not_to_use: LocalizedList,
    /// Its strengths.
    pub strengths: LocalizedList,
    /// Its weaknesses.
    pub weaknesses: LocalizedList,
    /// Kinds of digital tools that help.
    pub digital_tools: LocalizedList,
    /// How many people.
    pub group_size: GroupSize,
    /// How long for a participant.
    pub duration: Duration,
    /// Calendar days of preparation.
    pub lead_days: Range,
    /// Working hours of all staff.
    pub staff_hours: StaffHours,
    /// Euro.
    pub cost_eur: Cost,
    /// The room, if it needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Room>,
    /// Who has to lead it.
    pub facilitation: Facilitation,
    /// How it works without meeting; absent for what is digital anyway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contactless: Option<Contactless>,
    /// The run sheet.
    pub steps: Vec<Step>,
    /// What to do before and after, by day.
    pub tasks: Vec<Task>,
    /// Ways to do it differently.
    pub variants: Vec<Variant>,
    /// What is needed.
    pub materials: Vec<Material>,
    /// What can go wrong.
    pub risks: Vec<Risk>,
    /// The evidence behind the numbers.
    pub facts: Vec<Fact>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Other formats that have to do with it.
    pub relations: Vec<Relation>,
    /// Where it was used.
    pub examples: Vec<ExampleSummary>,
    /// How to do it.
    pub guides: Vec<GuideSummary>,
    /// What others make of it, or could make of it.
    pub concepts: Vec<ConceptSummary>,
    /// When it was published, RFC 3339.
    pub published_at: String,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
}

/// What Einfache Sprache says of a format: complete in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SimpleText {
    /// In one or two sentences.
    pub summary: String,
    /// CommonMark.
    pub markdown: String,
    /// The same as sanitised HTML.
    pub html: String,
    /// Whether a test group has approved it ("Leichte Sprache"); otherwise it is our own
    /// Einfache Sprache, not yet tested.
    pub tested: bool,
}

/// The room a format needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Room {
    /// Square metres for each participant.
    pub m2_per_person: f32,
    /// Number of rooms.
    pub rooms: u32,
    /// How it is furnished.
    pub layout: LocalizedText,
}

/// Who has to lead it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Facilitation {
    /// How experienced.
    pub skill: FacilitationSkill,
    /// For how many participants one facilitator suffices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people_per_facilitator: Option<u32>,
}

/// How a format works without meeting in a room: one of both is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Contactless {
    /// The format to use instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<FormatLink>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<LocalizedText>,
}

/// One step of the run sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Step {
    /// Its name.
    pub title: LocalizedText,
    /// What is true after it.
    pub goal: LocalizedText,
    /// How long, in minutes; absent if it takes days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Range>,
    /// How long, in calendar days; absent if it takes minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Range>,
    /// How many times in a row.
    pub repeat: u32,
    /// How people sit together.
    pub social_form: SocialForm,
    /// What the team does and says.
    pub instructions: LocalizedText,
    /// What it needs.
    pub materials: LocalizedList,
    /// How it works digitally.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote: Option<LocalizedText>,
}

/// Something to do on a day before or after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Task {
    /// Days from the (first) event: negative = before; positive = after the last day.
    pub day: i32,
    /// What to do.
    pub text: LocalizedText,
}

/// A way to do it differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Variant {
    /// Its name.
    pub title: LocalizedText,
    /// In what it differs.
    pub differs: LocalizedText,
    /// How to do it.
    pub text: LocalizedText,
}

/// Something that is needed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Material {
    /// What.
    pub name: LocalizedText,
    /// How much for each `per`; decimal, rounded up after multiplication.
    pub quantity: f32,
    /// For each what.
    pub per: Per,
    /// What to mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalizedText>,
}

/// What can go wrong, and what helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Risk {
    /// What.
    pub text: LocalizedText,
    /// What helps.
    pub mitigation: LocalizedText,
}

/// One piece of evidence for a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Fact {
    /// Which number.
    pub field: FactField,
    /// The smallest value.
    pub min: u32,
    /// The largest value; absent = open end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// In which unit.
    pub unit: Unit,
    /// How well it is known.
    pub confidence: Confidence,
    /// Key of the source in `sources`; absent for an estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How an estimate was derived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derivation: Option<LocalizedText>,
    /// What to mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalizedText>,
}

/// How this format stands to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// To which.
    pub format: FormatLink,
    /// Why.
    pub note: LocalizedText,
}
