//! What a format takes for a certain number of people.

use super::dto::{Cost, Facilitation, GroupSize, Material};
use super::vocabulary::Per;
use crate::range::Range;

/// What a format takes for a number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Small groups; 1 if the format has none.
    pub groups: u32,
    /// Facilitators; absent if none is needed or nothing is known.
    pub facilitators: Option<u32>,
    /// Euro.
    pub cost_eur: Range,
}

/// What is needed of one material.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaterialNeed(pub u32);

/// How many small groups `people` form: as few as hold everybody; one where the format has none.
pub fn groups_for(size: GroupSize, people: u32) -> u32 {
    match size.subgroup {
        Some(subgroup) if subgroup > 0 => people.div_ceil(subgroup).max(1),
        _ => 1,
    }
}

/// Groups, facilitators and cost for `people`.
pub fn effort_for(size: GroupSize, cost: Cost, lead: Facilitation, people: u32) -> Effort {
    Effort {
        groups: groups_for(size, people),
        facilitators: lead
            .people_per_facilitator
            .filter(|per| *per > 0)
            .map(|per| people.div_ceil(per).max(1)),
        cost_eur: cost.at(people),
    }
}

impl Material {
    /// How much of it `people` need in a format with groups of `size`, rounded up.
    pub fn need(&self, size: GroupSize, people: u32) -> MaterialNeed {
        let times = match self.per {
            Per::Event => 1,
            Per::Group => groups_for(size, people),
            Per::Person => people,
        };
        let exact = f64::from(self.quantity) * f64::from(times);
        // The file's decimals are f32: 0.1 × 30 must be 3, not 4.
        let rounded = (exact - 1e-4).ceil().clamp(0.0, f64::from(u32::MAX));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to the range of u32 just above"
        )]
        MaterialNeed(rounded as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::LocalizedText;

    const TABLES_OF_FIVE: GroupSize = GroupSize { min: 12, max: None, ideal: None, subgroup: Some(5) };

    fn material(quantity: f32, per: Per) -> Material {
        Material { name: LocalizedText::default(), quantity, per, note: None }
    }

    #[test]
    fn sixty_one_people_at_tables_of_five_need_thirteen_tables() {
        assert_eq!(groups_for(TABLES_OF_FIVE, 61), 13);
    }

    #[test]
    fn a_tenth_of_a_pad_each_makes_three_pads_for_thirty() {
        assert_eq!(material(0.1, Per::Person).need(TABLES_OF_FIVE, 30), MaterialNeed(3));
    }

    #[test]
    fn material_per_event_does_not_depend_on_the_people() {
        assert_eq!(material(2.0, Per::Event).need(TABLES_OF_FIVE, 500), MaterialNeed(2));
    }

    #[test]
    fn cost_grows_with_every_person_and_stays_open_where_the_range_is_open() {
        let cost = Cost { fixed: Range::new(300, 1500), per_person: Range { min: 4, max: None } };
        assert_eq!(cost.at(60), Range { min: 540, max: None });
    }
}
