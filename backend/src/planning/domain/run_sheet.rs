//! The run sheet to the minute: steps rescaled to the time there is, and breaks where they are missing.
//!
//! Whole numbers only, so that it is the same everywhere.

use mitwirken_shared::formats::{Format, Mode, Step};
use mitwirken_shared::planning::{
    PlanArg, PlanStep, PlanWarning, Round, RunSheet, StepKind, StepText, WarningCode,
};
use mitwirken_shared::range::Range;

/// Longer than this without a break, in minutes, and one is proposed. Editorial rule.
const LONGEST_STRETCH: u32 = 90;
/// How long a break is that we propose, in minutes. Editorial rule.
const BREAK: u32 = 15;
/// Minutes at least before and after a break that we propose: people have only just sat down.
const SHORTEST_STRETCH: u32 = 20;
/// No step of a run sheet takes longer than a week, in minutes; more is a slip.
const LONGEST_STEP: u32 = 7 * 24 * 60;
/// The most rows of a run sheet; what has more is no run sheet.
const MOST_ROWS: u32 = 200;
/// Fixed point of the factor by which steps grow. More than any [`Block::weight`], so that the smallest
/// step of the factor adds at most a minute to each.
const SCALE: u128 = 1 << 20;
/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// What takes longer than this begins in the morning, if nobody says when. Editorial rule.
const EVENING: u32 = 4 * 60;

/// What is known of when it happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Minutes after midnight.
    pub start: Option<u32>,
    /// Minutes from start to end.
    pub minutes: Option<u32>,
    /// Propose no breaks.
    pub without_breaks: bool,
}

/// Something with a shortest and a longest time, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The shortest.
    pub min: u32,
    /// The longest; not below `min`.
    pub max: u32,
}

impl Block {
    /// Twice its middle: what its share is proportional to.
    fn weight(self) -> u128 {
        u128::from((self.min + self.max).max(1))
    }

    fn scaled(self, factor: u128) -> u32 {
        let scaled = u32::try_from(factor * self.weight() / SCALE).unwrap_or(u32::MAX);
        scaled.clamp(self.min, self.max)
    }
}

/// Minutes for each block, in proportion to its middle but within its limits, that add up to exactly
/// `target`; to the sum of all shortest or all longest times if `target` is beyond them.
///
/// Water-filling: one factor for all blocks, and whoever reaches a limit stays there. Minutes that
/// rounding leaves over go to the first blocks that the next factor would make longer, so no block gets
/// shorter when the target grows.
pub fn rescale(blocks: &[Block], target: u32) -> Vec<u32> {
    let total = |factor| blocks.iter().map(|block| u64::from(block.scaled(factor))).sum::<u64>();
    let longest = blocks.iter().map(|block| block.max).max().unwrap_or(0);
    // `low` is not too much for the target, `high` is, unless everything is at its limit.
    let (mut low, mut high) = (0, u128::from(longest) * SCALE + 1);
    let target = u64::from(target).max(total(low));
    while high - low > 1 {
        let middle = u128::midpoint(low, high);
        if total(middle) <= target {
            low = middle;
        } else {
            high = middle;
        }
    }
    let mut left = target.saturating_sub(total(low));
    let minutes = |block: &Block| {
        let own = block.scaled(low);
        let more = left > 0 && block.scaled(high) > own;
        left -= u64::from(more);
        own + u32::from(more)
    };
    blocks.iter().map(minutes).collect()
}

/// Whether a step of a format is a break: its title has a word that is or ends with "Pause" (or the
/// English "break"). Formats do not mark their breaks otherwise.
fn is_break(step: &Step) -> bool {
    let title = step.title.text.to_lowercase();
    let mut words = title.split(|character: char| !character.is_alphanumeric());
    words.any(|word| {
        word.ends_with("pause") || word.ends_with("pausen") || word == "break" || word == "breaks"
    })
}

/// A row before it has a time: a step in one of its rounds.
struct Row<'a> {
    step: &'a Step,
    round: Round,
    block: Block,
    /// Without an upper end of its own.
    open: bool,
    rest: bool,
}

/// The rows of a format that happens to the minute and in one meeting; `None` for others.
fn rows(format: &Format) -> Option<Vec<Row<'_>>> {
    let one_meeting = format.duration.sessions.max == Some(1);
    let count = format.steps.iter().fold(0_u32, |sum, step| sum.saturating_add(step.repeat.max(1)));
    if !one_meeting || count == 0 || count > MOST_ROWS {
        return None;
    }
    let mut rows = Vec::new();
    for step in &format.steps {
        let minutes = step.minutes?;
        let min = minutes.min.min(LONGEST_STEP);
        let block = Block { min, max: minutes.max.unwrap_or(LONGEST_STEP).min(LONGEST_STEP).max(min) };
        let (open, rest) = (minutes.max.is_none(), is_break(step));
        let of = step.repeat.max(1);
        rows.extend((1..=of).map(|number| Row { step, round: Round { number, of }, block, open, rest }));
    }
    Some(rows)
}

/// Whether a format happens to the minute and in one meeting, so that it has a run sheet.
pub fn has_run_sheet(format: &Format) -> bool {
    rows(format).is_some()
}

/// Minutes of each row, and before which rows a break of [`BREAK`] minutes lies.
struct Layout {
    minutes: Vec<u32>,
    breaks: Vec<usize>,
    /// Minutes without a break for which no time was left.
    left_out: Option<u32>,
    /// Rows in a row that are long without a break, but where no border helps.
    unbroken: Vec<std::ops::Range<usize>>,
}

/// Lays the rows into `target` minutes; without one, each row takes as long as it may.
fn lay_out(rows: &[Row<'_>], times: Times) -> Layout {
    let blocks = rows.iter().map(|row| row.block).collect::<Vec<_>>();
    let least = blocks.iter().map(|block| block.min).sum::<u32>();
    let generous = || rows.iter().map(|row| if row.open { row.block.min } else { row.block.max }).collect();
    let taken = |breaks: usize| u32::try_from(breaks).unwrap_or(u32::MAX).saturating_mul(BREAK);
    let fill = |breaks: usize| {
        times.minutes.map_or_else(generous, |target| rescale(&blocks, target.saturating_sub(taken(breaks))))
    };
    let mut layout = Layout { minutes: fill(0), breaks: Vec::new(), left_out: None, unbroken: Vec::new() };
    if times.without_breaks {
        return layout;
    }
    loop {
        let long = stretches(rows, &layout);
        let border = long.iter().find_map(|stretch| middle_border(&layout.minutes, stretch));
        let Some(border) = border else {
            layout.unbroken = long;
            return layout;
        };
        let next = layout.breaks.len() + 1;
        if times.minutes.is_some_and(|target| target.saturating_sub(taken(next)) < least) {
            layout.left_out = long.iter().map(|stretch| contact(&layout.minutes, stretch)).max();
            return layout;
        }
        layout.breaks.push(border);
        layout.breaks.sort_unstable();
        layout.minutes = fill(next);
    }
}

fn contact(minutes: &[u32], stretch: &std::ops::Range<usize>) -> u32 {
    minutes.get(stretch.clone()).unwrap_or_default().iter().sum()
}

/// The rows in a row that are longer than [`LONGEST_STRETCH`] together without a break.
fn stretches(rows: &[Row<'_>], layout: &Layout) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, row) in rows.iter().enumerate() {
        if row.rest {
            found.push(from..at);
            from = at + 1;
        } else if layout.breaks.contains(&at) {
            found.push(from..at);
            from = at;
        }
    }
    found.push(from..rows.len());
    found.retain(|stretch| contact(&layout.minutes, stretch) > LONGEST_STRETCH);
    found
}

/// The border between two rows of a stretch that lies nearest to its middle, the earlier of two; not too
/// near to its ends.
fn middle_border(minutes: &[u32], stretch: &std::ops::Range<usize>) -> Option<usize> {
    let all = contact(minutes, stretch);
    let before = |border: usize| contact(minutes, &(stretch.start..border));
    let useful = |border: &usize| {
        let before = before(*border);
        before >= SHORTEST_STRETCH && all - before >= SHORTEST_STRETCH
    };
    (stretch.start + 1..stretch.end).filter(useful).min_by_key(|border| (before(*border) * 2).abs_diff(all))
}

/// The run sheet of a format that happens to the minute and in one meeting, with what to mind; `None`
/// for others.
///
/// Its minutes are exactly those asked for whenever the steps can fill them; otherwise it is the nearest
/// that is possible, and a warning says so.
pub fn run_sheet(format: &Format, mode: Mode, times: Times) -> Option<(RunSheet, Vec<PlanWarning>)> {
    let rows = rows(format)?;
    let layout = lay_out(&rows, times);
    let breaks = u32::try_from(layout.breaks.len()).unwrap_or(u32::MAX);
    let all = layout.minutes.iter().sum::<u32>().saturating_add(breaks.saturating_mul(BREAK));
    let start = times.start.unwrap_or(if all > EVENING { 9 * 60 } else { 18 * 60 });
    let mut passed = 0;
    let mut steps = Vec::new();
    for (at, (row, minutes)) in rows.iter().zip(&layout.minutes).enumerate() {
        if layout.breaks.contains(&at) {
            steps.push(timed(start, passed, BREAK, None, mode));
            passed += BREAK;
        }
        steps.push(timed(start, passed, *minutes, Some(row), mode));
        passed += minutes;
    }
    let (end, end_day) = clock(start, all);
    let possible = Range {
        min: rows.iter().map(|row| row.block.min).sum(),
        max: rows.iter().map(|row| (!row.open).then_some(row.block.max)).sum(),
    };
    let warnings = warnings(&rows, &layout, times, start, all);
    Some((RunSheet { start: clock(start, 0).0, end, end_day, minutes: all, possible, steps }, warnings))
}

/// "18:05", and after how many midnights, `after` minutes after `start`.
fn clock(start: u32, after: u32) -> (String, u32) {
    let minutes = start.saturating_add(after);
    (format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60), minutes / DAY)
}

fn timed(start: u32, passed: u32, minutes: u32, row: Option<&Row<'_>>, mode: Mode) -> PlanStep {
    let (begins, day) = clock(start, passed);
    PlanStep {
        kind: if row.is_some() { StepKind::Step } else { StepKind::Break },
        begins,
        ends: clock(start, passed.saturating_add(minutes)).0,
        day,
        minutes,
        round: row.map(|row| row.round).filter(|round| round.of > 1),
        step: row.map(|row| step_text(row.step, mode, row.round.number == 1)),
    }
}

/// What a format says of a step; only in short if it was said before.
pub fn step_text(step: &Step, mode: Mode, whole: bool) -> StepText {
    let online = mode != Mode::Analog;
    StepText {
        title: step.title.clone(),
        social_form: step.social_form,
        goal: whole.then(|| step.goal.clone()),
        instructions: whole.then(|| step.instructions.clone()),
        materials: (whole && !step.materials.items.is_empty()).then(|| step.materials.clone()),
        remote: step.remote.clone().filter(|_| whole && online),
    }
}

fn warnings(rows: &[Row<'_>], layout: &Layout, times: Times, start: u32, all: u32) -> Vec<PlanWarning> {
    let mut found = Vec::new();
    if let Some(available) = times.minutes {
        if all > available {
            let args = [("needed", all.into()), ("available", available.into())];
            found.push(PlanWarning::new(WarningCode::RunSheetNeedsMore, args));
        } else if all < available {
            let args = [("possible", all.into()), ("available", available.into())];
            found.push(PlanWarning::new(WarningCode::RunSheetEndsEarly, args));
        }
    }
    if let Some(minutes) = layout.left_out {
        found.push(PlanWarning::new(WarningCode::BreakLeftOut, [("minutes", minutes.into())]));
    }
    for stretch in &layout.unbroken {
        let together = rows.get(stretch.clone()).unwrap_or_default();
        let lengths = layout.minutes.get(stretch.clone()).unwrap_or_default();
        // The first of the longest.
        let longest = together.iter().zip(lengths).rev().max_by_key(|(_, minutes)| **minutes);
        if let Some((row, _)) = longest {
            let minutes = contact(&layout.minutes, stretch);
            let args = [("minutes", minutes.into()), ("title", (&row.step.title).into())];
            found.push(PlanWarning::new(WarningCode::LongWithoutBreak, args));
        }
    }
    let (end, end_day) = clock(start, all);
    if end_day > 0 && end != "00:00" {
        found.push(PlanWarning::new(WarningCode::PassesMidnight, [("end", PlanArg::Time(end))]));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{format, step, with_steps};
    use super::*;

    fn sheet(format: &Format, times: Times) -> RunSheet {
        run_sheet(format, Mode::Analog, times).unwrap().0
    }

    fn codes(format: &Format, times: Times) -> Vec<WarningCode> {
        run_sheet(format, Mode::Analog, times).unwrap().1.into_iter().map(|warning| warning.code).collect()
    }

    fn within(minutes: u32) -> Times {
        Times { minutes: Some(minutes), ..Times::default() }
    }

    #[test]
    fn the_evening_of_a_world_cafe_is_what_its_steps_take_at_most() {
        let sheet = sheet(&format("world-cafe"), Times::default());
        assert_eq!((sheet.start.as_str(), sheet.end.as_str(), sheet.minutes), ("18:00", "21:15", 195));
        assert_eq!(sheet.possible, Range::new(120, 180));
    }

    #[test]
    fn a_break_lies_at_the_border_nearest_to_the_middle_of_what_is_long_without_one() {
        // 20 + 15 + 30 + 30 + 30 = 125 minutes before the format's own break: 65 | 60.
        let sheet = sheet(&format("world-cafe"), Times::default());
        let breaks = sheet.steps.iter().enumerate().filter(|(_, step)| step.kind == StepKind::Break);
        let breaks = breaks.map(|(at, step)| (at, step.begins.clone(), step.minutes)).collect::<Vec<_>>();
        assert_eq!(breaks, [(3, "19:05".to_owned(), 15)]);
    }

    #[test]
    fn a_long_day_gets_several_breaks_and_begins_in_the_morning() {
        let day = with_steps(&[(60, Some(60), 6)]);
        let sheet = sheet(&day, Times::default());
        assert_eq!(sheet.start, "09:00");
        let shape = sheet.steps.iter().map(|step| step.minutes).collect::<Vec<_>>();
        assert_eq!(shape, [60, 15, 60, 15, 60, 15, 60, 15, 60, 15, 60]);
        assert_eq!(sheet.steps.iter().filter_map(|step| step.round).map(|round| round.number).max(), Some(6));
    }

    #[test]
    fn a_break_of_the_format_itself_counts_for_neither_side() {
        let mut meal = with_steps(&[(80, Some(80), 1), (60, Some(60), 1), (80, Some(80), 1)]);
        meal.steps[1].title.text = "Gemeinsame Mittagspause".to_owned();
        assert_eq!(sheet(&meal, Times::default()).steps.len(), 3);
        meal.steps[1].title.text = "Pausenraum aufräumen".to_owned();
        assert_eq!(sheet(&meal, Times::default()).steps.len(), 5);
    }

    #[test]
    fn where_no_break_fits_a_warning_says_so() {
        assert_eq!(codes(&format("world-cafe"), within(120)), []);
        let lecture = with_steps(&[(10, Some(10), 1), (100, Some(100), 1)]);
        assert_eq!(sheet(&lecture, Times::default()).steps.len(), 2);
        assert_eq!(codes(&lecture, Times::default()), [WarningCode::LongWithoutBreak]);
        let tight = with_steps(&[(50, Some(60), 2)]);
        assert_eq!(codes(&tight, within(100)), [WarningCode::BreakLeftOut]);
        assert_eq!(codes(&tight, within(115)), []);
        assert_eq!(codes(&tight, Times { without_breaks: true, ..within(100) }), []);
    }

    #[test]
    fn too_little_and_too_much_time_give_the_nearest_sheet_and_a_warning() {
        let short = with_steps(&[(20, Some(30), 2)]);
        assert_eq!(sheet(&short, within(30)).minutes, 40);
        assert_eq!(codes(&short, within(30)), [WarningCode::RunSheetNeedsMore]);
        assert_eq!(sheet(&short, within(90)).minutes, 60);
        assert_eq!(codes(&short, within(90)), [WarningCode::RunSheetEndsEarly]);
    }

    #[test]
    fn times_pass_midnight() {
        let late = with_steps(&[(60, Some(60), 1), (30, Some(30), 1)]);
        let times = Times { start: Some(23 * 60 + 30), ..Times::default() };
        let sheet = sheet(&late, times);
        assert_eq!((sheet.end.as_str(), sheet.end_day), ("01:00", 1));
        assert_eq!(sheet.steps.iter().map(|step| step.day).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(codes(&late, times), [WarningCode::PassesMidnight]);
    }

    #[test]
    fn several_meetings_and_steps_in_days_have_no_run_sheet() {
        let mut meetings = format("world-cafe");
        meetings.duration.sessions = Range::new(1, 3);
        assert!(!has_run_sheet(&meetings));
        let mut days = format("world-cafe");
        days.steps.push(Step { minutes: None, days: Some(Range::new(7, 14)), ..step(0, None, 1) });
        assert!(!has_run_sheet(&days));
        assert!(!has_run_sheet(&with_steps(&[(1, None, u32::MAX), (1, None, u32::MAX)])));
    }

    fn blocks() -> impl Strategy<Value = Vec<Block>> {
        let block = (0_u32..200, 0_u32..200).prop_map(|(min, width)| Block { min, max: min + width });
        proptest::collection::vec(block, 1..30)
    }

    proptest! {
        #[test]
        fn rescaled_minutes_add_up_exactly_and_stay_within_their_limits(blocks in blocks(), share in 0_u32..=1000) {
            let low = blocks.iter().map(|block| block.min).sum::<u32>();
            let high = blocks.iter().map(|block| block.max).sum::<u32>();
            let target = low + (high - low) * share / 1000;
            let minutes = rescale(&blocks, target);
            prop_assert_eq!(minutes.iter().sum::<u32>(), target);
            for (block, minutes) in blocks.iter().zip(&minutes) {
                prop_assert!((block.min..=block.max).contains(minutes));
            }
        }

        #[test]
        fn beyond_the_limits_everything_is_at_its_limit(blocks in blocks(), beyond in 1_u32..1000) {
            let low = blocks.iter().map(|block| block.min).sum::<u32>();
            let high = blocks.iter().map(|block| block.max).sum::<u32>();
            let least = blocks.iter().map(|block| block.min).collect::<Vec<_>>();
            let most = blocks.iter().map(|block| block.max).collect::<Vec<_>>();
            prop_assert_eq!(rescale(&blocks, low.saturating_sub(beyond)), least);
            prop_assert_eq!(rescale(&blocks, high + beyond), most);
        }

        #[test]
        fn no_step_gets_shorter_when_there_is_more_time(blocks in blocks(), target in 0_u32..3000) {
            let (now, more) = (rescale(&blocks, target), rescale(&blocks, target + 1));
            prop_assert!(now.iter().zip(&more).all(|(now, more)| now <= more));
        }

        #[test]
        fn a_sheet_is_as_long_as_asked_whenever_its_steps_can_be(
            steps in proptest::collection::vec((0_u32..120, proptest::option::of(0_u32..60), 1_u32..4), 1..8),
            target in 1_u32..=1440, start in 0_u32..1440,
        ) {
            let steps = steps.into_iter()
                .map(|(min, width, repeat)| (min, width.map(|width| min + width), repeat)).collect::<Vec<_>>();
            let format = with_steps(&steps);
            let times = Times { start: Some(start), minutes: Some(target), without_breaks: false };
            let (sheet, warnings) = run_sheet(&format, Mode::Analog, times).unwrap();
            prop_assert_eq!(sheet.steps.iter().map(|step| step.minutes).sum::<u32>(), sheet.minutes);
            let told = |code| warnings.iter().any(|warning| warning.code == code);
            prop_assert_eq!(told(WarningCode::RunSheetNeedsMore), sheet.minutes > target);
            prop_assert_eq!(told(WarningCode::RunSheetEndsEarly), sheet.minutes < target);
            if sheet.possible.contains(target) {
                prop_assert_eq!(sheet.minutes, target);
            }
            if target < sheet.possible.min {
                prop_assert_eq!(sheet.minutes, sheet.possible.min);
            }
            for pair in sheet.steps.windows(2) {
                prop_assert_eq!(&pair[0].ends, &pair[1].begins);
            }
        }

        #[test]
        fn nobody_sits_longer_than_90_minutes_unless_a_warning_says_so(
            steps in proptest::collection::vec((0_u32..120, 0_u32..60, 1_u32..4), 1..8),
        ) {
            let steps = steps.into_iter().map(|(min, width, repeat)| (min, Some(min + width), repeat)).collect::<Vec<_>>();
            let (sheet, warnings) = run_sheet(&with_steps(&steps), Mode::Analog, Times::default()).unwrap();
            let stretches = sheet.steps.split(|step| step.kind == StepKind::Break);
            let longest = stretches.map(|stretch| stretch.iter().map(|step| step.minutes).sum::<u32>()).max();
            let told = warnings.iter().any(|warning| warning.code == WarningCode::LongWithoutBreak);
            prop_assert_eq!(longest > Some(LONGEST_STRETCH), told);
        }
    }
}
