//! Filters, counts and sorts all formats in one pass over compact rows. Pure.
//!
//! A format that fits everything counts in every facet; one that fails in a single facet counts in
//! that facet only, because choosing its value there would bring it in.

use std::cmp::Ordering;

use mitwirken_shared::formats::{Facets, FormatSort, Level, LevelRange, Relaxation};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::document::FormatDocument;
use super::filter::{FACETS, FormatFilter, Mask, facet_words, mask};
use mitwirken_shared::formats::{Cost, DegreeRange, GroupSize, Purpose};
use mitwirken_shared::range::Range;

/// What filters and orders need of one format.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its words by facet, in the order of [`FACETS`].
    pub facets: [Mask; FACETS.len()],
    /// How many people.
    pub group_size: GroupSize,
    /// Contact minutes.
    pub minutes: Range,
    /// Days of preparation.
    pub lead_days: Range,
    /// Working hours of all staff.
    pub staff_hours: Range,
    /// Euro.
    pub cost: Cost,
    /// For how heated a topic it is fit.
    pub polarisation: DegreeRange,
    /// What it is mainly for: the first of its purposes.
    pub main_purpose: Option<Purpose>,
    /// The German title, folded for sorting.
    pub title_folded: String,
    /// When it was published, as a number that grows.
    pub published: i64,
}

impl Row {
    /// The row of `format`.
    pub fn new(format: &FormatDocument, title_folded: String, published: i64) -> Self {
        Self {
            facets: [
                mask(&format.modes),
                levels(format.level),
                mask(&format.purposes),
                mask(&format.phases),
                mask(&format.target_groups),
                mask(&format.recruitment),
                mask(&[format.kind]),
            ],
            group_size: format.group_size,
            minutes: format.duration.minutes,
            lead_days: format.lead_days,
            staff_hours: format.staff_hours.total(),
            cost: format.cost_eur,
            polarisation: format.polarisation,
            main_purpose: format.purposes.first().copied(),
            title_folded,
            published,
        }
    }

    /// The cost at `participants`, or else at the ideal or the smallest group.
    pub fn cost_at(&self, participants: Option<u32>) -> Range {
        let people = participants.or(self.group_size.ideal).unwrap_or(self.group_size.min);
        self.cost.at(people)
    }

    fn fits_numbers(&self, filter: &FormatFilter) -> bool {
        let at_most = |least: u32, limit: Option<u32>| limit.is_none_or(|limit| least <= limit);
        filter.participants.is_none_or(|people| self.group_size.range().contains(people))
            && at_most(self.minutes.min, filter.duration_max)
            && at_most(self.lead_days.min, filter.lead_days_max)
            && at_most(self.staff_hours.min, filter.staff_hours_max)
            && (filter.cost_max.is_none() || at_most(self.cost_at(filter.participants).min, filter.cost_max))
    }
}

/// Every level from the lowest to the highest.
fn levels(range: LevelRange) -> Mask {
    Level::ALL
        .iter()
        .filter(|level| (range.min..=range.max).contains(level))
        .fold(0, |mask, level| mask | 1 << level.index())
}

/// The formats that fit, and the counts beside them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Positions in the rows, in the order asked for.
    pub positions: Vec<usize>,
    /// Counts by facet and value.
    pub facets: Facets,
}

/// Lists `rows` for `filter`. `found` are the positions that the full text found with their
/// scores; `None` = no full text asked for.
pub fn list(
    rows: &[Row],
    filter: &FormatFilter,
    found: Option<&[(usize, f32)]>,
    sort: FormatSort,
) -> Listing {
    let mut counts = [[0_u64; Mask::BITS as usize]; FACETS.len()];
    let mut hits = Vec::<(usize, f32)>::new();
    let mut visit = |position: usize, score: f32| {
        let Some(row) = rows.get(position).filter(|row| row.fits_numbers(filter)) else {
            return;
        };
        let mut failing = row
            .facets
            .iter()
            .zip(&filter.facets)
            .enumerate()
            .filter(|(_, (has, wanted))| **wanted != 0 && **has & **wanted == 0)
            .map(|(facet, _)| facet);
        match (failing.next(), failing.next()) {
            (None, _) => {
                hits.push((position, score));
                for (count, mask) in counts.iter_mut().zip(row.facets) {
                    add(count, mask);
                }
            }
            (Some(facet), None) => {
                if let (Some(count), Some(mask)) = (counts.get_mut(facet), row.facets.get(facet)) {
                    add(count, *mask);
                }
            }
            _ => {}
        }
    };
    match found {
        None => (0..rows.len()).for_each(|position| visit(position, 0.0)),
        Some(found) => found.iter().for_each(|(position, score)| visit(*position, *score)),
    }
    hits.sort_by(|one, other| order(rows, filter, sort, *one, *other));
    Listing {
        positions: hits.into_iter().map(|(position, _)| position).collect(),
        facets: name_counts(&counts),
    }
}

/// What to drop so that something fits, the most helpful first. `search` answers the full text.
pub fn relaxations(rows: &[Row], filter: &FormatFilter, found: Option<&[(usize, f32)]>) -> Vec<Relaxation> {
    let mut helpful = filter
        .without_each()
        .into_iter()
        .map(|(parameter, weaker)| {
            let found = found.filter(|_| weaker.text.is_some());
            let fitting = list(rows, &weaker, found, FormatSort::Title).positions.len();
            Relaxation { parameter: parameter.to_owned(), total: fitting as u64 }
        })
        .filter(|relaxation| relaxation.total > 0)
        .collect::<Vec<_>>();
    helpful.sort_by_key(|relaxation| std::cmp::Reverse(relaxation.total));
    helpful
}

fn add(counts: &mut [u64; Mask::BITS as usize], mask: Mask) {
    let mut rest = mask;
    while rest != 0 {
        if let Some(count) = counts.get_mut(rest.trailing_zeros() as usize) {
            *count += 1;
        }
        rest &= rest - 1;
    }
}

fn name_counts(counts: &[[u64; Mask::BITS as usize]; FACETS.len()]) -> Facets {
    FACETS
        .into_iter()
        .zip(facet_words())
        .zip(counts)
        .map(|((facet, words), counts)| {
            let values = words.into_iter().map(str::to_owned).zip(counts.iter().copied());
            (facet.to_owned(), values.collect())
        })
        .collect()
}

/// An open end sorts after every closed one.
fn ends(range: Range) -> (u32, u32) {
    (range.min, range.max.unwrap_or(u32::MAX))
}

fn order(
    rows: &[Row],
    filter: &FormatFilter,
    sort: FormatSort,
    (one, one_score): (usize, f32),
    (other, other_score): (usize, f32),
) -> Ordering {
    let (Some(a), Some(b)) = (rows.get(one), rows.get(other)) else {
        return one.cmp(&other);
    };
    let by_title = || a.title_folded.cmp(&b.title_folded).then(one.cmp(&other));
    match sort {
        FormatSort::Relevance => other_score.total_cmp(&one_score),
        FormatSort::Title => Ordering::Equal,
        FormatSort::Newest => b.published.cmp(&a.published),
        FormatSort::GroupSize => ends(a.group_size.range()).cmp(&ends(b.group_size.range())),
        FormatSort::Duration => ends(a.minutes).cmp(&ends(b.minutes)),
        FormatSort::Cost => ends(a.cost_at(filter.participants)).cmp(&ends(b.cost_at(filter.participants))),
    }
    .then_with(by_title)
}

#[cfg(test)]
pub(super) mod tests {
    use mitwirken_shared::formats::Degree;
    use proptest::prelude::*;

    use super::*;

    prop_compose! {
        pub fn range()(min in 0_u32..200, width in proptest::option::of(0_u32..200)) -> Range {
            Range { min, max: width.map(|width| min + width) }
        }
    }

    prop_compose! {
        /// Any row.
        pub fn row()(
            facets in proptest::array::uniform7(1_u16..64),
            group in range(),
            minutes in range(),
            lead_days in range(),
            staff_hours in range(),
            fixed in range(),
            per_person in range(),
            heat in (0_usize..3, 0_usize..3),
            main_purpose in proptest::option::of(0_usize..10),
            title_folded in "[a-c]{1,2}",
            published in 0_i64..5,
        ) -> Row {
            Row {
                facets,
                group_size: GroupSize { min: group.min, max: group.max, ideal: None, subgroup: None },
                minutes, lead_days, staff_hours,
                cost: Cost { fixed, per_person },
                polarisation: DegreeRange {
                    min: Degree::ALL[heat.0.min(heat.1)],
                    max: Degree::ALL[heat.0.max(heat.1)],
                },
                main_purpose: main_purpose.map(|at| Purpose::ALL[at]),
                title_folded, published,
            }
        }
    }

    prop_compose! {
        fn filter()(
            facets in proptest::array::uniform7(prop_oneof![3 => Just(0_u16), 1 => 1_u16..64]),
            participants in proptest::option::of(1_u32..300),
            duration_max in proptest::option::of(0_u32..300),
            lead_days_max in proptest::option::of(0_u32..300),
            cost_max in proptest::option::of(0_u32..30_000),
            staff_hours_max in proptest::option::of(0_u32..300),
        ) -> FormatFilter {
            FormatFilter {
                text: None, facets, participants, duration_max, lead_days_max, cost_max, staff_hours_max,
            }
        }
    }

    /// The rule in its plainest form, one filter after the other.
    fn fits(row: &Row, filter: &FormatFilter) -> bool {
        let mut fits = true;
        for facet in 0..FACETS.len() {
            fits &= filter.facets[facet] == 0 || row.facets[facet] & filter.facets[facet] != 0;
        }
        if let Some(people) = filter.participants {
            fits &= row.group_size.min <= people && people <= row.group_size.max.unwrap_or(u32::MAX);
        }
        let people = filter.participants.unwrap_or(row.group_size.min);
        fits &= row.minutes.min <= filter.duration_max.unwrap_or(u32::MAX);
        fits &= row.lead_days.min <= filter.lead_days_max.unwrap_or(u32::MAX);
        fits &= row.staff_hours.min <= filter.staff_hours_max.unwrap_or(u32::MAX);
        fits &= row.cost.fixed.min + row.cost.per_person.min * people <= filter.cost_max.unwrap_or(u32::MAX);
        fits
    }

    proptest! {
        #[test]
        fn facet_counts_equal_a_count_by_brute_force(
            rows in proptest::collection::vec(row(), 0..40),
            filter in filter(),
        ) {
            let listing = list(&rows, &filter, None, FormatSort::Title);
            prop_assert_eq!(
                listing.positions.len(),
                rows.iter().filter(|row| fits(row, &filter)).count()
            );
            for (facet, words) in facet_words().into_iter().enumerate() {
                for (bit, word) in words.into_iter().enumerate() {
                    let mut alone = filter.clone();
                    alone.facets[facet] = 1 << bit;
                    let expected = rows.iter().filter(|row| fits(row, &alone)).count() as u64;
                    prop_assert_eq!(listing.facets[FACETS[facet]][word], expected, "{} {}", FACETS[facet], word);
                }
            }
        }

        #[test]
        fn dropping_what_is_proposed_brings_exactly_as_many_as_promised(
            rows in proptest::collection::vec(row(), 0..20),
            filter in filter(),
        ) {
            for relaxation in relaxations(&rows, &filter, None) {
                let (_, weaker) = filter
                    .without_each()
                    .into_iter()
                    .find(|(name, _)| *name == relaxation.parameter)
                    .unwrap();
                let brought = rows.iter().filter(|row| fits(row, &weaker)).count() as u64;
                prop_assert_eq!(relaxation.total, brought);
            }
        }

        #[test]
        fn every_order_lists_the_same_formats(
            rows in proptest::collection::vec(row(), 0..20),
            filter in filter(),
        ) {
            let mut expected = list(&rows, &filter, None, FormatSort::Relevance).positions;
            expected.sort_unstable();
            for sort in FormatSort::ALL {
                let mut positions = list(&rows, &filter, None, *sort).positions;
                positions.sort_unstable();
                prop_assert_eq!(&positions, &expected);
            }
        }
    }
}
