//! What must hold for any formats and any plan.

use std::cmp::Ordering;

use chrono::NaiveDate;
use mitwirken_shared::formats::{Degree, FinderChange, Level, Phase};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary as _;
use proptest::prelude::*;

use super::*;
use crate::formats::listing::tests::row;

prop_compose! {
    fn people()(low in 1_u32..400, width in proptest::option::weighted(0.8, 0_u32..400)) -> Range {
        Range { min: low, max: width.map(|width| low + width) }
    }
}

prop_compose! {
    fn plan()(
        goals in prop_oneof![Just(0_u16), 1_u16..64],
        level in proptest::option::of(0_usize..5),
        phase in proptest::option::of(0_usize..6),
        people in proptest::option::of(people()),
        target_groups in prop_oneof![Just(0_u16), 1_u16..64],
        lead_days in proptest::option::of(0_u32..400),
        by_day: bool,
        budget_eur in proptest::option::of(0_u32..40_000),
        staff_hours in proptest::option::of(0_u32..400),
        modes in 0_u16..8,
        crisis in prop_oneof![3 => Just(false), 1 => Just(true)],
        polarisation in proptest::option::of(0_usize..3),
        recruitment in prop_oneof![Just(0_u16), 1_u16..64],
    ) -> Plan {
        Plan {
            goals, people, target_groups, lead_days, budget_eur, staff_hours, modes, crisis, recruitment,
            level: level.map(|at| Level::ALL[at]),
            phase: phase.map(|at| Phase::ALL[at]),
            counted_from: (by_day && lead_days.is_some()).then(|| NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()),
            polarisation: polarisation.map(|at| Degree::ALL[at]),
            limit: 20,
        }
    }
}

fn fits(row: &Row, plan: &Plan) -> bool {
    matches!(judge(row, plan), Verdict::Fits(..))
}

/// The plan with one constraint relaxed, in every way there is.
fn relaxed(plan: &Plan) -> Vec<Plan> {
    let mut all = Vec::new();
    let mut but = |change: &dyn Fn(&mut Plan)| {
        let mut weaker = plan.clone();
        change(&mut weaker);
        all.push(weaker);
    };
    but(&|plan| plan.people = None);
    but(&|plan| plan.lead_days = None);
    but(&|plan| plan.budget_eur = None);
    but(&|plan| plan.staff_hours = None);
    but(&|plan| plan.modes = 0);
    but(&|plan| plan.crisis = false);
    but(&|plan| plan.lead_days = plan.lead_days.map(|days| days + 9));
    but(&|plan| plan.budget_eur = plan.budget_eur.map(|euros| euros + 700));
    but(&|plan| plan.staff_hours = plan.staff_hours.map(|hours| hours + 30));
    but(&|plan| plan.modes |= if plan.modes == 0 { 0 } else { 0b101 });
    but(&|plan| {
        plan.people = plan.people.map(|people| {
            let (low, high) = (people.min, people.max.unwrap_or(people.min));
            Range::new(low + (high - low) / 3, high - (high - low) / 3)
        });
    });
    but(&|plan| plan.goals = 0);
    but(&|plan| plan.level = None);
    but(&|plan| plan.polarisation = None);
    all
}

proptest! {
    #[test]
    fn relaxing_a_constraint_never_removes_a_result(row in row(), plan in plan()) {
        if fits(&row, &plan) {
            for weaker in relaxed(&plan) {
                prop_assert!(fits(&row, &weaker), "{weaker:?}");
            }
        }
    }

    #[test]
    fn more_money_time_or_hours_never_lower_a_fit_or_a_score(
        row in row(), plan in plan(), days in 0_u32..200, euros in 0_u32..20_000, hours in 0_u32..200,
    ) {
        let mut richer = plan.clone();
        richer.lead_days = plan.lead_days.map(|have| have + days);
        richer.budget_eur = plan.budget_eur.map(|have| have + euros);
        richer.staff_hours = plan.staff_hours.map(|have| have + hours);
        if let Verdict::Fits(score, parts) = judge(&row, &plan) {
            let Verdict::Fits(higher, better) = judge(&row, &richer) else {
                panic!("{richer:?} excludes it");
            };
            prop_assert!(higher >= score);
            prop_assert_eq!(parts.len(), better.len());
            for (part, more) in parts.iter().zip(&better) {
                prop_assert!(more.fit >= part.fit, "{:?} {:?}", part, more);
            }
        }
    }

    #[test]
    fn the_smallest_changes_bring_a_format_in_and_nothing_smaller_does(row in row(), plan in plan()) {
        let Verdict::Excluded(violations, then) = judge(&row, &plan) else { return Ok(()) };
        let mut changed = plan.clone();
        for violation in &violations {
            changed = changed.with(&violation.change);
        }
        let Verdict::Fits(score, _) = judge(&row, &changed) else { panic!("{violations:?}") };
        prop_assert_eq!(score, then);
        for violation in &violations {
            // Without this one change, or with a smaller one, it stays out.
            let mut others = plan.clone();
            for other in violations.iter().filter(|other| *other != violation) {
                others = others.with(&other.change);
            }
            prop_assert!(!fits(&row, &others), "{violation:?} is not needed");
            let smaller = match &violation.change {
                FinderChange::PeopleExpected(people) => {
                    let had = plan.people.unwrap();
                    let nearer = match people.min.cmp(&had.min) {
                        Ordering::Greater => Range { min: people.min - 1, max: people.max },
                        Ordering::Less => Range { min: people.min + 1, max: people.max },
                        Ordering::Equal => Range { min: people.min, max: people.max.map(|max| max + 1) },
                    };
                    FinderChange::PeopleExpected(nearer)
                }
                FinderChange::LeadDays(_) | FinderChange::Date(_) => FinderChange::LeadDays(row.lead_days.min - 1),
                FinderChange::BudgetEur(euros) => FinderChange::BudgetEur(euros - 1),
                FinderChange::StaffHours(hours) => FinderChange::StaffHours(hours - 1),
                FinderChange::AddMode(mode) => {
                    let digital = facet(&row, "mode") & (1 << Mode::Digital.index()) != 0;
                    prop_assert!(!(plan.crisis && digital) || *mode == Mode::Digital, "a meeting in a crisis");
                    continue;
                }
                FinderChange::Crisis(_) => continue,
            };
            prop_assert!(!fits(&row, &others.with(&smaller)), "{smaller:?} would be enough");
        }
    }

    #[test]
    fn every_score_and_fit_lies_between_nothing_and_all(row in row(), plan in plan()) {
        if let Verdict::Fits(score, parts) = judge(&row, &plan) {
            prop_assert!(score <= 100);
            prop_assert!(parts.iter().all(|part| part.fit <= FULL));
            prop_assert!(parts.iter().all(|part| weight(part.criterion) > 0));
        }
    }

    #[test]
    fn every_member_of_a_combination_adds_a_goal_and_all_are_affordable(
        rows in proptest::collection::vec(row(), 3..12), plan in plan(), links in proptest::collection::vec((0_usize..12, 0_usize..12), 0..20),
    ) {
        let fitting = (0..rows.len()).filter(|at| fits(&rows[*at], &plan)).collect::<Vec<_>>();
        let combinations = combine(&rows, &plan, &fitting, |from| {
            links.iter().filter(|link| link.0 == from && link.1 < rows.len() && link.1 != from)
                .map(|link| Link { kind: mitwirken_shared::formats::RelationKind::CombinesWith, to: link.1 }).collect()
        });
        for combination in combinations {
            prop_assert!((2..=3).contains(&combination.members.len()));
            prop_assert!(plan.budget_eur.is_none_or(|budget| combination.cost.min <= budget));
            for (member, _) in &combination.members {
                prop_assert!(fitting.contains(member));
                let rest = combination.members.iter().filter(|(other, _)| other != member)
                    .fold(0, |goals, (other, _)| goals | rows[*other].facets[2] & plan.goals);
                prop_assert_ne!(rest, combination.goals);
            }
        }
    }
}
