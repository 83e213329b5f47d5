//! A format as we keep it: every text in all its languages. The same shape is the content file
//! (`content/README.md`), the `document` column, and what editors work on.

use mitwirken_shared::formats::{Confidence, FactField};
use mitwirken_shared::formats::{
    Cost, DecisionMode, DegreeRange, Duration, Facilitation, GroupSize, Interaction, Kind, LevelRange, Mode,
    Per, Phase, Purpose, Recruitment, RelationKind, SocialForm, StaffHours, TargetGroup, Unit,
};
use mitwirken_shared::range::Range;
use serde::{Deserialize, Serialize};

use crate::l10n::{L10n, L10nList};
use crate::source::SourceDocument;

/// A format with everything the editors know of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormatDocument {
    /// The readable part of its address; never changes once published.
    pub slug: String,
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
    pub title: L10n,
    /// Other names.
    #[serde(default, skip_serializing_if = "L10nList::is_empty")]
    pub aliases: L10nList,
    /// What happens there, in one or two sentences.
    pub summary: L10n,
    /// What it is and what matters; Markdown.
    pub description: L10n,
    /// Where it comes from.
    pub origin: L10n,
    /// Rights in the method.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub rights: L10n,
    /// The law it rests on.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub legal_basis: L10n,
    /// What it needs so that everybody can take part.
    pub accessibility: L10n,
    /// What lies on the table afterwards.
    pub outputs: L10nList,
    /// When it fits.
    pub when_to_use: L10nList,
    /// When it does not.
    pub when_not_to_use: L10nList,
    /// Its strengths.
    pub strengths: L10nList,
    /// Its weaknesses.
    pub weaknesses: L10nList,
    /// Kinds of digital tools that help.
    #[serde(default, skip_serializing_if = "L10nList::is_empty")]
    pub digital_tools: L10nList,
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
    pub room: Option<RoomDocument>,
    /// Who has to lead it.
    pub facilitation: Facilitation,
    /// How it works without meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contactless: Option<ContactlessDocument>,
    /// The run sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepDocument>,
    /// What to do before and after.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TaskDocument>,
    /// Ways to do it differently.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<VariantDocument>,
    /// What is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<MaterialDocument>,
    /// What can go wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskDocument>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceDocument>,
    /// The evidence behind the numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactDocument>,
    /// Other formats that have to do with it, as written here (the other side is derived). In the
    /// database these are rows of `format_relations`, not part of the `document` column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<RelationDocument>,
}

/// The room a format needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomDocument {
    /// Square metres for each participant.
    pub m2_per_person: f32,
    /// Number of rooms.
    pub rooms: u32,
    /// How it is furnished.
    pub layout: L10n,
}

/// How a format works without meeting: one of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactlessDocument {
    /// Slug of the format to use instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub reason: L10n,
}

/// One step of the run sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepDocument {
    /// Its name.
    pub title: L10n,
    /// What is true after it.
    pub goal: L10n,
    /// How long, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Range>,
    /// How long, in calendar days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Range>,
    /// How many times in a row.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub repeat: u32,
    /// How people sit together.
    pub social_form: SocialForm,
    /// What the team does and says.
    pub instructions: L10n,
    /// What it needs.
    #[serde(default, skip_serializing_if = "L10nList::is_empty")]
    pub materials: L10nList,
    /// How it works digitally.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub remote: L10n,
}

const fn once() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
const fn is_once(repeat: &u32) -> bool {
    *repeat == 1
}

/// Something to do on a day before or after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskDocument {
    /// Days from the (first) event; positive = after the last day.
    pub day: i32,
    /// What to do.
    pub text: L10n,
}

/// A way to do it differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariantDocument {
    /// Its name.
    pub title: L10n,
    /// In what it differs.
    pub differs: L10n,
    /// How to do it.
    pub text: L10n,
}

/// Something that is needed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaterialDocument {
    /// What.
    pub name: L10n,
    /// How much for each `per`.
    pub quantity: f32,
    /// For each what.
    pub per: Per,
    /// What to mind.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub note: L10n,
}

/// What can go wrong, and what helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskDocument {
    /// What.
    pub text: L10n,
    /// What helps.
    pub mitigation: L10n,
}

/// One piece of evidence for a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactDocument {
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
    /// Key of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How an estimate was derived.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub derivation: L10n,
    /// What to mind.
    #[serde(default, skip_serializing_if = "L10n::is_empty")]
    pub note: L10n,
}

/// How this format stands to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationDocument {
    /// How.
    pub kind: RelationKind,
    /// The other's slug.
    pub format: String,
    /// Why.
    pub note: L10n,
}
