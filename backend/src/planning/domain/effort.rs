//! People, room, materials and money. The formulas are editorial rules, each with its reason.

use mitwirken_shared::formats::{FacilitationSkill, Format, Material, Mode, Per, effort_for, groups_for};
use mitwirken_shared::planning::{BudgetFit, PlanBudget, PlanMaterial, PlanRole, PlanRoom, RoleCode};
use mitwirken_shared::range::Range;

use super::request::MOST_PEOPLE;
use super::run_sheet::has_run_sheet;

/// One person at the door welcomes this many: arrivals take a quarter of an hour, a welcome 15 seconds.
const PEOPLE_PER_RECEPTION: u32 = 50;
/// One person helps this many into the online room and answers their calls.
const PEOPLE_PER_SUPPORT: u32 = 50;
/// No more than one to take notes for this many: tables of two or three write for themselves.
const PEOPLE_PER_NOTES: u32 = 8;

/// Who is needed on the day.
///
/// One person leads. Facilitation as the format says (at least one if it needs any skill). Only where
/// people gather at one time, that is in a room or by a run sheet: one to take notes for each small
/// group, but no more than one for 8 people; reception one for 50 where people come to a place; and
/// technical support one for 50 where they come online.
pub fn roles(format: &Format, people: u32, mode: Mode) -> Vec<PlanRole> {
    let skill = format.facilitation.skill;
    let known = effort_for(format.group_size, format.cost_eur, format.facilitation, people).facilitators;
    let facilitators = known.unwrap_or(u32::from(skill != FacilitationSkill::None));
    let gathers = format.room.is_some() || has_run_sheet(format);
    let for_each = |per: u32, needed: bool| if needed { people.div_ceil(per) } else { 0 };
    let groups = groups_for(format.group_size, people);
    let counts = [
        (RoleCode::Lead, 1),
        (RoleCode::Facilitation, facilitators),
        (RoleCode::NoteTaking, for_each(PEOPLE_PER_NOTES, gathers).min(groups)),
        (RoleCode::Reception, for_each(PEOPLE_PER_RECEPTION, gathers && mode != Mode::Digital)),
        (RoleCode::TechnicalSupport, for_each(PEOPLE_PER_SUPPORT, gathers && mode != Mode::Analog)),
    ];
    let role =
        |(role, count)| PlanRole { role, count, skill: (role == RoleCode::Facilitation).then_some(skill) };
    counts.into_iter().filter(|(_, count)| *count > 0).map(role).collect()
}

/// The room for `people`; `None` if the format needs none, or nobody comes to a place.
pub fn room(format: &Format, people: u32, mode: Mode) -> Option<PlanRoom> {
    let room = format.room.as_ref().filter(|_| mode != Mode::Digital)?;
    // The file's decimals are f32: 2.4 × 50 must be 120, not 121. NaN and negative numbers become 0.
    let exact = (f64::from(room.m2_per_person) * f64::from(people) - 1e-4).ceil();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and nobody needs a larger room"
    )]
    let square_metres = exact as u32;
    Some(PlanRoom { square_metres, rooms: room.rooms, layout: room.layout.clone() })
}

/// What to order for `people`.
///
/// What is counted by person gets a reserve of a tenth (rounded up): guests without registration, broken
/// pens. What is counted by group or event gets none; the format's own quantity says what that needs.
pub fn materials(format: &Format, people: u32) -> Vec<PlanMaterial> {
    let material = |material: &Material| {
        let needed = material.need(format.group_size, people).0;
        let to_order = match material.per {
            Per::Person => needed.saturating_add(needed.div_ceil(10)),
            Per::Group | Per::Event => needed,
        };
        PlanMaterial {
            name: material.name.clone(),
            per: material.per,
            needed,
            to_order,
            note: material.note.clone(),
        }
    };
    format.materials.iter().map(material).collect()
}

/// What one stage costs, and for how many.
#[derive(Clone, Copy, Debug)]
pub struct Expense<'a> {
    /// The format.
    pub format: &'a Format,
    /// How many people.
    pub people: u32,
    /// Whether that is the plan's number, not the stage's own.
    pub shared: bool,
}

/// What all stages cost, and what the budget carries.
pub fn budget(expenses: &[Expense<'_>], budget_eur: Option<u32>) -> PlanBudget {
    let cost =
        expenses.iter().fold(Range::new(0, 0), |sum, stage| sum + stage.format.cost_eur.at(stage.people));
    let left = |cost: u32| budget_eur.map(|budget| i64::from(budget) - i64::from(cost));
    let fit = |budget: u32| match cost.max {
        _ if budget < cost.min => BudgetFit::Short,
        Some(most) if budget >= most => BudgetFit::Covered,
        _ => BudgetFit::Tight,
    };
    let carried = |end: fn(Range) -> Option<u32>| carries(expenses, budget_eur?, end);
    PlanBudget {
        cost_eur: cost,
        budget_eur,
        fit: budget_eur.map(fit),
        left_at_least: cost.max.and_then(left),
        left_at_most: left(cost.min),
        people_for_sure: carried(|range| range.max),
        people_at_best: carried(|range| Some(range.min)),
    }
}

/// The most people that `budget` carries at one `end` of the cost, of those that every format takes.
fn carries(expenses: &[Expense<'_>], budget: u32, end: fn(Range) -> Option<u32>) -> Option<u32> {
    let (mut fixed, mut per_person) = (0_u64, 0_u64);
    let mut most = None;
    for stage in expenses {
        let cost = stage.format.cost_eur;
        fixed = fixed.saturating_add(end(cost.fixed)?.into());
        let each = u64::from(end(cost.per_person)?);
        if stage.shared {
            per_person = per_person.saturating_add(each);
            let takes = stage.format.group_size.max.unwrap_or(MOST_PEOPLE);
            most = Some(most.unwrap_or(MOST_PEOPLE).min(takes));
        } else {
            fixed = fixed.saturating_add(each.saturating_mul(stage.people.into()));
        }
    }
    let most = most?;
    let Some(rest) = u64::from(budget).checked_sub(fixed) else { return Some(0) };
    let paid = rest.checked_div(per_person).map_or(most, |paid| u32::try_from(paid).unwrap_or(u32::MAX));
    Some(paid.min(most))
}

#[cfg(test)]
mod tests {
    use mitwirken_shared::formats::Cost;
    use mitwirken_shared::range::Range;
    use proptest::prelude::*;

    use super::super::tests::format;
    use super::*;

    fn counts(format: &Format, people: u32, mode: Mode) -> Vec<(RoleCode, u32)> {
        roles(format, people, mode).into_iter().map(|role| (role.role, role.count)).collect()
    }

    #[test]
    fn a_world_cafe_for_sixty_one_needs_two_to_facilitate_and_two_at_the_door() {
        let expected = [
            (RoleCode::Lead, 1),
            (RoleCode::Facilitation, 2),
            (RoleCode::NoteTaking, 8),
            (RoleCode::Reception, 2),
        ];
        assert_eq!(counts(&format("world-cafe"), 61, Mode::Analog), expected);
    }

    #[test]
    fn online_there_is_technical_support_instead_of_a_reception_and_no_room() {
        let cafe = format("world-cafe");
        let online = counts(&cafe, 61, Mode::Digital);
        assert!(online.contains(&(RoleCode::TechnicalSupport, 2)));
        assert!(online.iter().all(|(role, _)| *role != RoleCode::Reception));
        assert_eq!(room(&cafe, 61, Mode::Digital), None);
    }

    #[test]
    fn nobody_receives_the_half_million_of_a_vote() {
        let mut vote = format("vote");
        (vote.room, vote.facilitation.skill) = (None, FacilitationSkill::None);
        vote.facilitation.people_per_facilitator = None;
        vote.duration.sessions = Range::new(1, 2);
        assert_eq!(counts(&vote, 442_000, Mode::Analog), [(RoleCode::Lead, 1)]);
    }

    #[test]
    fn the_room_is_rounded_up_but_not_by_the_dust_of_decimals() {
        let mut cafe = format("world-cafe");
        let mut metres = |each: f32, people| {
            cafe.room.as_mut().unwrap().m2_per_person = each;
            room(&cafe, people, Mode::Analog).unwrap().square_metres
        };
        assert_eq!((metres(2.4, 50), metres(2.5, 61), metres(f32::NAN, 9)), (120, 153, 0));
        assert_eq!((metres(-1.0, 9), metres(f32::INFINITY, 9)), (0, u32::MAX));
    }

    #[test]
    fn what_is_counted_by_person_has_a_reserve_of_a_tenth() {
        let orders = materials(&format("world-cafe"), 61);
        let orders = orders.iter().map(|material| (material.needed, material.to_order)).collect::<Vec<_>>();
        // 1.5 tablecloths for each of 13 tables, a pen each, two rolls of tape.
        assert_eq!(orders, [(20, 20), (61, 68), (2, 2)]);
    }

    #[test]
    fn stages_with_their_own_number_are_paid_first() {
        let cafe = format("world-cafe");
        let shared = Expense { format: &cafe, people: 40, shared: true };
        let own = Expense { format: &cafe, people: 100, shared: false };
        let both = budget(&[shared, own], Some(5_000));
        // 300 to 1,500 € and 5 to 12 € each, for 40 and for 100.
        assert_eq!(both.cost_eur, Range::new(600 + 700, 3_000 + 1_680));
        assert_eq!((both.left_at_least, both.left_at_most), (Some(320), Some(3_700)));
        assert_eq!((both.people_for_sure, both.people_at_best), (Some(66), Some(200)));
        assert_eq!(budget(&[own], Some(5_000)).people_for_sure, None);
    }

    proptest! {
        #[test]
        fn the_budget_carries_so_many_people_and_not_one_more(
            fixed in (0_u32..3_000, 0_u32..3_000), each in (0_u32..30, 0_u32..30), euros in 0_u32..8_000,
        ) {
            let mut cafe = format("world-cafe");
            cafe.cost_eur = Cost {
                fixed: Range::new(fixed.0, fixed.0 + fixed.1),
                per_person: Range::new(each.0, each.0 + each.1),
            };
            let most = cafe.group_size.max.unwrap();
            let at = |people| budget(&[Expense { format: &cafe, people, shared: true }], Some(euros));
            let (sure, best) = (at(40).people_for_sure.unwrap(), at(40).people_at_best.unwrap());
            prop_assert!(sure <= best && best <= most);
            if sure > 0 { prop_assert_eq!(at(sure).fit, Some(BudgetFit::Covered)); }
            if sure < most { prop_assert_ne!(at(sure + 1).fit, Some(BudgetFit::Covered)); }
            if best > 0 { prop_assert_ne!(at(best).fit, Some(BudgetFit::Short)); }
            if best < most { prop_assert_eq!(at(best + 1).fit, Some(BudgetFit::Short)); }
        }

        #[test]
        fn more_people_never_cost_less_or_need_less(people in 1_u32..1_000_000, more in 1_u32..1_000) {
            let cafe = format("world-cafe");
            let (few, many) = (cafe.cost_eur.at(people), cafe.cost_eur.at(people + more));
            prop_assert!(few.min <= many.min && few.max <= many.max);
            for (few, many) in materials(&cafe, people).iter().zip(materials(&cafe, people + more)) {
                prop_assert!(few.needed <= many.needed && few.to_order <= many.to_order);
                prop_assert!(few.needed <= few.to_order);
            }
            for (few, many) in roles(&cafe, people, Mode::Hybrid).iter().zip(roles(&cafe, people + more, Mode::Hybrid)) {
                prop_assert!(few.role == many.role && few.count <= many.count);
            }
        }
    }
}
