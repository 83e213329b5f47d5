//! How many people to invite so that enough of them come.
//!
//! Of those invited a share answers, of those who registered a share stays away:
//! invitations = people ÷ (response × (1 − no-show)), rounded up. In whole numbers, so that 60 people at
//! 10 % and 20 % are 750 and not 751.

use mitwirken_shared::planning::Invitations;

/// A percent in hundredths of it; a hundred percent are 10,000.
const ALL: u64 = 10_000;
/// How much the response is known to vary between two invitations for the same thing: ± 3 tenths.
/// Editorial rule.
const SPREAD: u64 = 3;

/// The share of those invited who register, in hundredths of a percent: 1 to 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response(u64);

impl Response {
    /// From a percentage, rounded to hundredths; `None` unless that is 0.01 to 100.
    pub fn from_percent(percent: f32) -> Option<Self> {
        hundredths(percent).filter(|share| *share > 0).map(Self)
    }
}

/// The share of those registered who stay away, in hundredths of a percent: 0 to 9,900.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoShow(u64);

impl NoShow {
    /// From a percentage, rounded to hundredths; `None` unless that is 0 to 99.
    pub fn from_percent(percent: f32) -> Option<Self> {
        hundredths(percent).filter(|share| *share <= ALL / 100 * 99).map(Self)
    }
}

/// Hundredths of a percent; `None` unless it is between 0 and 100 %.
fn hundredths(percent: f32) -> Option<u64> {
    let rounded = (f64::from(percent) * 100.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 10,000; what is not, NaN included, is left out"
    )]
    (0.0..=10_000.0).contains(&rounded).then_some(rounded as u64)
}

fn percent(hundredths: u64) -> f32 {
    u16::try_from(hundredths).map_or(100.0, |hundredths| f32::from(hundredths) / 100.0)
}

/// How many people to invite for `people` to come.
///
/// The spread tells what it takes if three tenths fewer or more answer than expected. The second wave is
/// the difference between the careful and the expected number: it is sent if the first one disappoints.
pub fn invitations(people: u32, response: Response, no_show: NoShow) -> Invitations {
    let coming = ALL - no_show.0;
    // Tenths of the response, so that its spread stays a whole number; never more than everybody.
    let needed = |tenths: u64| {
        let response = (response.0 * tenths).min(ALL * 10);
        (u64::from(people) * ALL * ALL * 10).div_ceil((response * coming).max(1))
    };
    let (expected, fewer) = (needed(10), needed(10 - SPREAD));
    Invitations {
        response_percent: percent(response.0),
        no_show_percent: percent(no_show.0),
        registrations: (u64::from(people) * ALL).div_ceil(coming.max(1)),
        needed: expected,
        needed_if_fewer_answer: fewer,
        needed_if_more_answer: needed(10 + SPREAD),
        second_wave: fewer.saturating_sub(expected),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(people: u32, response_percent: f32, no_show_percent: f32) -> Invitations {
        let response = Response::from_percent(response_percent).unwrap();
        invitations(people, response, NoShow::from_percent(no_show_percent).unwrap())
    }

    #[test]
    fn sixty_people_at_ten_percent_and_a_fifth_who_stay_away_take_750_invitations() {
        let found = at(60, 10.0, 20.0);
        assert_eq!((found.registrations, found.needed), (75, 750));
        // 60 ÷ (0.07 × 0.8) = 1,071.4 and 60 ÷ (0.13 × 0.8) = 576.9
        assert_eq!((found.needed_if_fewer_answer, found.needed_if_more_answer), (1_072, 577));
        assert_eq!(found.second_wave, 322);
    }

    #[test]
    fn where_everybody_answers_more_than_everybody_cannot() {
        let found = at(60, 100.0, 0.0);
        assert_eq!((found.needed, found.needed_if_more_answer), (60, 60));
    }

    #[test]
    fn shares_that_are_impossible_are_none() {
        for percent in [0.0, 0.004, 100.1, -5.0, f32::NAN, f32::INFINITY] {
            assert_eq!(Response::from_percent(percent), None, "{percent}");
        }
        for percent in [-0.1, 99.1, 100.0, f32::NAN, f32::NEG_INFINITY] {
            assert_eq!(NoShow::from_percent(percent), None, "{percent}");
        }
        assert_eq!(Response::from_percent(0.01), Some(Response(1)));
        assert_eq!(NoShow::from_percent(99.0), Some(NoShow(9_900)));
    }

    proptest! {
        #[test]
        fn enough_come_and_with_one_invitation_less_they_would_not(
            people in 1_u32..1_000_000, response in 1_u64..=10_000, no_show in 0_u64..=9_900,
        ) {
            let needed = u128::from(invitations(people, Response(response), NoShow(no_show)).needed);
            let come = |invited: u128| invited * u128::from(response) * u128::from(ALL - no_show);
            let wanted = u128::from(people) * u128::from(ALL * ALL);
            prop_assert!(come(needed) >= wanted && come(needed - 1) < wanted);
        }

        #[test]
        fn more_people_or_a_poorer_response_never_take_fewer_invitations(
            people in 1_u32..1_000_000, more in 0_u32..1_000, response in 2_u64..=10_000, no_show in 0_u64..9_900,
        ) {
            let now = invitations(people, Response(response), NoShow(no_show));
            prop_assert!(now.needed_if_more_answer <= now.needed && now.needed <= now.needed_if_fewer_answer);
            prop_assert_eq!(now.needed + now.second_wave, now.needed_if_fewer_answer);
            for other in [
                invitations(people + more, Response(response), NoShow(no_show)),
                invitations(people, Response(response - 1), NoShow(no_show)),
                invitations(people, Response(response), NoShow(no_show + 1)),
            ] {
                prop_assert!(now.needed <= other.needed && now.registrations <= other.registrations);
            }
        }

        #[test]
        fn any_number_at_all_is_survived(people: u32, response: f32, no_show: f32) {
            let shares = Response::from_percent(response).zip(NoShow::from_percent(no_show));
            if let Some((response, no_show)) = shares {
                prop_assert!(invitations(people, response, no_show).needed >= u64::from(people));
            }
        }
    }
}
