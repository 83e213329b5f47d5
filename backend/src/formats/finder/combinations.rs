//! Two or three formats that go together and serve more goals than any of them alone.

use std::collections::{HashMap, HashSet};

use mitwirken_shared::formats::RelationKind;
use mitwirken_shared::range::Range;

use super::{Plan, facet, paid_for};
use crate::formats::filter::Mask;
use crate::formats::listing::Row;

/// Only the best formats are combined: a combination of poor ones helps nobody.
const BEST: usize = 60;
/// How many combinations are proposed.
const MOST: usize = 4;

/// A relation of a format to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// How this one stands to the other.
    pub kind: RelationKind,
    /// The other's position.
    pub to: usize,
}

/// Formats that together serve more goals than any of them alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Positions in the order in which they happen; each but the first with its relation to the one before.
    pub members: Vec<(usize, Option<RelationKind>)>,
    /// The goals they serve together.
    pub goals: Mask,
    /// Euros for all of them.
    pub cost: Range,
    /// Working hours for all of them.
    pub staff_hours: Range,
}

/// Combines `fitting` (positions, best first) along their relations.
pub fn combine(
    rows: &[Row],
    plan: &Plan,
    fitting: &[usize],
    links: impl Fn(usize) -> Vec<Link>,
) -> Vec<Combination> {
    if plan.goals.count_ones() < 2 {
        return Vec::new();
    }
    let best = fitting.get(..BEST).unwrap_or(fitting);
    let rank = best.iter().enumerate().map(|(rank, position)| (*position, rank)).collect::<HashMap<_, _>>();
    // What may come after each: along "combines with" (either way) and "precedes".
    let next = |position: usize| {
        links(position).into_iter().filter(|link| {
            matches!(link.kind, RelationKind::CombinesWith | RelationKind::Precedes)
                && rank.contains_key(&link.to)
        })
    };
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for first in best {
        for link in next(*first) {
            let pair = vec![(*first, None), (link.to, Some(back(link.kind)))];
            for third in next(link.to).filter(|third| third.to != *first) {
                let mut three = pair.clone();
                three.push((third.to, Some(back(third.kind))));
                consider(rows, plan, three, &mut seen, &mut found);
            }
            consider(rows, plan, pair, &mut seen, &mut found);
        }
    }
    found.sort_by_key(|combination| {
        let ranks = combination.members.iter().filter_map(|(position, _)| rank.get(position));
        (std::cmp::Reverse(combination.goals.count_ones()), combination.members.len(), ranks.sum::<usize>())
    });
    found.truncate(MOST);
    found
}

/// How the later one stands to the earlier one.
const fn back(kind: RelationKind) -> RelationKind {
    kind.inverse()
}

/// Keeps a combination if every member adds something and all of them together are affordable.
fn consider(
    rows: &[Row],
    plan: &Plan,
    members: Vec<(usize, Option<RelationKind>)>,
    seen: &mut HashSet<Vec<usize>>,
    found: &mut Vec<Combination>,
) {
    let mut set = members.iter().map(|(position, _)| *position).collect::<Vec<_>>();
    set.sort_unstable();
    if !seen.insert(set.clone()) {
        return;
    }
    let of = |without: Option<usize>| {
        set.iter()
            .filter(|position| Some(**position) != without)
            .filter_map(|position| rows.get(*position))
            .fold(0, |goals, row| goals | facet(row, "purpose") & plan.goals)
    };
    let goals = of(None);
    if set.iter().any(|position| of(Some(*position)) == goals) {
        return;
    }
    let nothing = Range::new(0, 0);
    let cost = set
        .iter()
        .filter_map(|position| rows.get(*position))
        .fold(nothing, |sum, row| sum + row.cost.at(paid_for(row, plan).unwrap_or(row.group_size.min)));
    let staff_hours =
        set.iter().filter_map(|position| rows.get(*position)).fold(nothing, |sum, row| sum + row.staff_hours);
    let affordable = plan.budget_eur.is_none_or(|budget| cost.min <= budget)
        && plan.staff_hours.is_none_or(|hours| staff_hours.min <= hours);
    if affordable {
        found.push(Combination { members, goals, cost, staff_hours });
    }
}
