//! The format finder: hard constraints with the smallest change that would satisfy them, and a score
//! whose every part can be explained. Pure and in whole numbers, so that it is the same everywhere.
//!
//! A constraint is what makes a format impossible: too many or too few people, too little time, money or
//! working time, no way to meet. Everything else only makes it fit more or less. What a plan leaves out
//! neither excludes nor counts. What a format leaves open (no upper end) never excludes it.

mod combinations;
mod plan;
mod sentences;

use mitwirken_shared::formats::{Criterion, FinderChange, Level, Mode, Phase, Purpose, TargetGroup};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary as _;

pub use combinations::{Combination, Link, combine};
pub use plan::Plan;
pub use sentences::Sentences;

use super::filter::{FACETS, Mask};
use super::listing::Row;

/// A fit in thousandths: 0 = not at all, 1000 = as well as can be.
pub type Fit = u32;
/// As well as can be.
const FULL: Fit = 1000;
/// The fit of something that is just enough: money, time or hours at the lower end of what is needed.
const JUST_ENOUGH: Fit = 600;

/// What each criterion weighs. The aim comes first; what can be excluded hard counts less as a shade.
/// The app shows this table.
pub const fn weight(criterion: Criterion) -> u8 {
    match criterion {
        Criterion::Goals => 30,
        Criterion::Level | Criterion::Crisis => 15,
        Criterion::People | Criterion::TargetGroups | Criterion::Polarisation | Criterion::Recruitment => 10,
        Criterion::Phase => 8,
        Criterion::Time | Criterion::Budget | Criterion::StaffHours => 6,
        Criterion::Modes => 4,
    }
}

/// How a format meets one criterion of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub criterion: Criterion,
    /// How well.
    pub fit: Fit,
}

/// A constraint that a format fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub criterion: Criterion,
    /// The smallest change of the plan that is enough, together with those of the other violations.
    pub change: FinderChange,
}

/// What the finder thinks of one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It fits: the score from 0 to 100, and the parts it comes from.
    Fits(u8, Vec<Part>),
    /// It is excluded by these constraints; with all their changes it would have this score.
    Excluded(Vec<Violation>, u8),
}

/// Judges one format.
pub fn judge(row: &Row, plan: &Plan) -> Verdict {
    let violations = violations(row, plan);
    if violations.is_empty() {
        let parts = parts(row, plan);
        return Verdict::Fits(score(&parts), parts);
    }
    let changed = violations.iter().fold(plan.clone(), |plan, violation| plan.with(&violation.change));
    Verdict::Excluded(violations, score(&parts(row, &changed)))
}

fn parts(row: &Row, plan: &Plan) -> Vec<Part> {
    Criterion::ALL
        .iter()
        .filter_map(|criterion| Some(Part { criterion: *criterion, fit: fit(row, plan, *criterion)? }))
        .collect()
}

/// The weighted mean of the fits; 100 if nothing was asked for.
fn score(parts: &[Part]) -> u8 {
    let weights: u32 = parts.iter().map(|part| u32::from(weight(part.criterion))).sum();
    if weights == 0 {
        return 100;
    }
    let sum: u32 = parts.iter().map(|part| u32::from(weight(part.criterion)) * part.fit).sum();
    // Rounded to the nearest; at most 100, since no fit exceeds 1000.
    u8::try_from((sum + weights * 5) / (weights * 10)).unwrap_or(100)
}

/// The facet of a row by its name.
fn facet(row: &Row, name: &str) -> Mask {
    FACETS.iter().position(|facet| *facet == name).and_then(|at| row.facets.get(at)).copied().unwrap_or(0)
}

/// What a format needs of something, given a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Without this much it is not possible.
    pub least: u32,
    /// With this much it is comfortable; absent where the format leaves it open.
    pub comfortable: Option<u32>,
}

impl From<Range> for Need {
    fn from(range: Range) -> Self {
        Self { least: range.min, comfortable: range.max }
    }
}

impl Need {
    /// Grows with what there is, never falls.
    fn fit(self, have: u32) -> Fit {
        let Some(comfortable) = self.comfortable else {
            return JUST_ENOUGH;
        };
        if have >= comfortable {
            return FULL;
        }
        let (have, width) = (have.saturating_sub(self.least), comfortable.saturating_sub(self.least).max(1));
        let shade = u64::from(FULL - JUST_ENOUGH) * u64::from(have) / u64::from(width);
        JUST_ENOUGH + u32::try_from(shade).unwrap_or(0)
    }
}

/// The people that a format would have to take: what is expected, as far as it can take them.
pub fn people(row: &Row, plan: &Plan) -> Option<Range> {
    let expected = plan.people?;
    let size = row.group_size;
    let most = size.max.unwrap_or(u32::MAX);
    let into = |people: u32| people.max(size.min).min(most);
    Some(Range { min: into(expected.min), max: expected.max.map(into) })
}

/// For how many people a format must be paid: the most that are expected, or the fewest if nobody knows
/// the most.
fn paid_for(row: &Row, plan: &Plan) -> Option<u32> {
    people(row, plan).map(|people| people.max.unwrap_or(people.min))
}

/// Euros that a format needs. Whoever expects up to 80 people must be able to pay for 80; who says nothing
/// is asked for the smallest group, so that saying nothing never excludes.
pub fn budget_need(row: &Row, plan: &Plan) -> Need {
    let least = paid_for(row, plan).unwrap_or(row.group_size.min);
    let usual = paid_for(row, plan).or(row.group_size.ideal).unwrap_or(least);
    Need { least: row.cost.at(least).min, comfortable: row.cost.at(usual).max }
}

fn violations(row: &Row, plan: &Plan) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut fail = |criterion, change| found.push(Violation { criterion, change });
    if let (Some(expected), Some(possible)) = (plan.people, people(row, plan))
        && expected != possible
    {
        fail(Criterion::People, FinderChange::PeopleExpected(possible));
    }
    let modes = facet(row, "mode");
    if plan.crisis && modes & (1 << Mode::Digital.index()) == 0 {
        fail(Criterion::Crisis, FinderChange::Crisis(false));
    }
    // Where nobody may meet, the way out cannot be a meeting.
    let contactless = modes & (1 << Mode::Digital.index());
    let offered = if plan.crisis && contactless != 0 { contactless } else { modes };
    if plan.modes != 0
        && modes & plan.modes == 0
        && let Some(mode) = Mode::ALL.iter().find(|mode| offered & (1 << mode.index()) != 0)
    {
        fail(Criterion::Modes, FinderChange::AddMode(*mode));
    }
    if let Some(lead) = plan.lead_days
        && lead < row.lead_days.min
    {
        fail(Criterion::Time, plan.lead_change(row.lead_days.min));
    }
    let money = budget_need(row, plan).least;
    if plan.budget_eur.is_some_and(|budget| budget < money) {
        fail(Criterion::Budget, FinderChange::BudgetEur(money));
    }
    if plan.staff_hours.is_some_and(|hours| hours < row.staff_hours.min) {
        fail(Criterion::StaffHours, FinderChange::StaffHours(row.staff_hours.min));
    }
    found
}

/// How well a format meets a criterion; `None` if the plan says nothing about it.
fn fit(row: &Row, plan: &Plan, criterion: Criterion) -> Option<Fit> {
    match criterion {
        Criterion::Goals => goals(row, plan),
        Criterion::Level => plan.level.map(|level| near_level(facet(row, "level"), level)),
        Criterion::Phase => plan.phase.map(|phase| near_phase(facet(row, "phase"), phase)),
        Criterion::People => plan.people.map(|people| near_ideal(row, people)),
        Criterion::TargetGroups => target_groups(facet(row, "target_group"), plan.target_groups),
        Criterion::Recruitment => (plan.recruitment != 0)
            .then(|| if facet(row, "recruitment") & plan.recruitment == 0 { 0 } else { FULL }),
        Criterion::Polarisation => plan.polarisation.map(|degree| {
            let (low, high) = (row.polarisation.min.index(), row.polarisation.max.index());
            let at = degree.index();
            match low.saturating_sub(at).max(at.saturating_sub(high)) {
                0 => FULL,
                1 => 400,
                _ => 0,
            }
        }),
        Criterion::Time => plan.lead_days.map(|lead| Need::from(row.lead_days).fit(lead)),
        Criterion::Budget => plan.budget_eur.map(|budget| budget_need(row, plan).fit(budget)),
        Criterion::StaffHours => plan.staff_hours.map(|hours| Need::from(row.staff_hours).fit(hours)),
        // Whoever fails it is excluded.
        Criterion::Modes => (plan.modes != 0).then_some(FULL),
        Criterion::Crisis => plan.crisis.then(|| made_for_screens(facet(row, "mode"))),
    }
}

/// The share of the goals that it serves (four fifths), and whether what it is mainly for is among them
/// (one fifth).
fn goals(row: &Row, plan: &Plan) -> Option<Fit> {
    if plan.goals == 0 {
        return None;
    }
    let served = facet(row, "purpose") & plan.goals;
    let main = row.main_purpose.is_some_and(|purpose: Purpose| plan.goals & (1 << purpose.index()) != 0);
    Some(800 * served.count_ones() / plan.goals.count_ones() + if main { 200 } else { 0 })
}

/// Full if it is digital from the start, less if that is how it works in an emergency.
fn made_for_screens(modes: Mask) -> Fit {
    if modes & (1 << Mode::Analog.index()) == 0 { FULL } else { JUST_ENOUGH }
}

/// Full within its levels, some for the one beside them.
fn near_level(levels: Mask, level: Level) -> Fit {
    let at = level.index();
    let has = |index: Option<usize>| index.is_some_and(|index| levels & (1 << index) != 0);
    if has(Some(at)) {
        FULL
    } else if has(at.checked_sub(1)) || has(Some(at + 1)) {
        350
    } else {
        0
    }
}

/// Full within its phases, half for the one beside them.
fn near_phase(phases: Mask, phase: Phase) -> Fit {
    let at = phase.index();
    let has = |index: Option<usize>| index.is_some_and(|index| phases & (1 << index) != 0);
    if has(Some(at)) {
        FULL
    } else if has(at.checked_sub(1)) || has(Some(at + 1)) {
        500
    } else {
        0
    }
}

/// Full if the ideal group is among the expected ones, less the further it is away (by ratio), never under half.
fn near_ideal(row: &Row, expected: Range) -> Fit {
    let Some(ideal) = row.group_size.ideal else {
        return FULL;
    };
    let high = expected.max.unwrap_or(u32::MAX);
    let nearest = ideal.clamp(expected.min, high.max(expected.min));
    let (small, large) = (u64::from(nearest.min(ideal)), u64::from(nearest.max(ideal).max(1)));
    500 + u32::try_from(500 * small / large).unwrap_or(0)
}

/// Whether a format is made for everyone, not for certain groups only.
pub fn is_for_everyone(row: &Row) -> bool {
    facet(row, "target_group") & (1 << TargetGroup::Everyone.index()) != 0
}

/// The mean over the groups: full where the format is made for them, less where it is made for everyone.
fn target_groups(groups: Mask, wanted: Mask) -> Option<Fit> {
    if wanted == 0 {
        return None;
    }
    let special = (groups & wanted).count_ones();
    let rest = (wanted & !groups).count_ones();
    let for_all = if groups & (1 << TargetGroup::Everyone.index()) == 0 { 0 } else { 600 };
    Some((special * FULL + rest * for_all) / wanted.count_ones())
}

#[cfg(test)]
mod tests;
