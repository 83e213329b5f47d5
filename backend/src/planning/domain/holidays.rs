//! Days off in North Rhine-Westphalia, and counting in working days.
//!
//! Holidays are those of § 2 (1) Feiertagsgesetz NW of 23 April 1989 (GV. NW. 1989 p. 222), with what
//! changed since 1990; they hold for the years 1990 to 2200 as far as the law stays as it is.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};
use mitwirken_shared::planning::DayOff;

/// Easter Sunday of a Gregorian year; `None` if the calendar does not reach that far.
///
/// Source: the "anonymous Gregorian" computus, published in Nature, 20 April 1876, and in Butcher's
/// *Ecclesiastical Calendar*; here as in Meeus, *Astronomical Algorithms*, chapter 8.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, rest) = (century.div_euclid(4), century.rem_euclid(4));
    let drift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - drift + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * rest + 2 * in_century.div_euclid(4) - epact - in_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let day = epact + weekday - 7 * late + 114;
    let (month, day) = (u32::try_from(day.div_euclid(31)).ok()?, u32::try_from(day.rem_euclid(31)).ok()?);
    NaiveDate::from_ymd_opt(year, month, day + 1)
}

/// Why nobody in a municipal administration works on `day`; `None` on a working day.
///
/// Public holidays, weekends, and 24 and 31 December: no public holidays, but the tariff for
/// the public service (`TVöD`, § 6 (3)) frees municipal staff on both. Carnival is left out: cities differ.
pub fn day_off(day: NaiveDate) -> Option<DayOff> {
    fixed(day).or_else(|| movable(day)).or(match day.weekday() {
        Weekday::Sat => Some(DayOff::Saturday),
        Weekday::Sun => Some(DayOff::Sunday),
        _ => None,
    })
}

fn fixed(day: NaiveDate) -> Option<DayOff> {
    Some(match (day.month(), day.day()) {
        (1, 1) => DayOff::NewYear,
        (5, 1) => DayOff::LabourDay,
        (10, 3) => DayOff::GermanUnity,
        // Once for its 500th anniversary.
        (10, 31) if day.year() == 2017 => DayOff::ReformationDay,
        (11, 1) => DayOff::AllSaints,
        (12, 24) => DayOff::ChristmasEve,
        (12, 25) => DayOff::ChristmasDay,
        (12, 26) => DayOff::SecondChristmasDay,
        (12, 31) => DayOff::NewYearsEve,
        // The Wednesday before 23 November, until the law of 20 December 1994 (GV. NW. p. 1114).
        (11, 16..=22) if day.weekday() == Weekday::Wed && day.year() <= 1994 => DayOff::RepentanceDay,
        _ => return None,
    })
}

fn movable(day: NaiveDate) -> Option<DayOff> {
    Some(match (day - easter_sunday(day.year())?).num_days() {
        -2 => DayOff::GoodFriday,
        1 => DayOff::EasterMonday,
        39 => DayOff::AscensionDay,
        50 => DayOff::WhitMonday,
        60 => DayOff::CorpusChristi,
        _ => return None,
    })
}

/// Whether a municipal administration works on `day`.
pub fn is_working_day(day: NaiveDate) -> bool {
    day_off(day).is_none()
}

/// `day` itself, or the last working day before it.
pub fn working_day_until(day: NaiveDate) -> NaiveDate {
    nearest(day, -1)
}

/// `day` itself, or the first working day after it.
pub fn working_day_from(day: NaiveDate) -> NaiveDate {
    nearest(day, 1)
}

fn nearest(mut day: NaiveDate, step: i64) -> NaiveDate {
    // Ends within a week; at the ends of the calendar, where it can go no further, it stays.
    while !is_working_day(day) {
        let Some(next) = day.checked_add_signed(TimeDelta::days(step)) else { break };
        day = next;
    }
    day
}

/// The working day that is `count` working days after `day`, or before it if `count` is negative.
/// Zero gives `day` itself, be it a working day or not. Stays at the ends of the calendar.
pub fn add_working_days(day: NaiveDate, count: i32) -> NaiveDate {
    let step = i64::from(count.signum());
    (0..count.unsigned_abs())
        .try_fold(day, |day, _| {
            day.checked_add_signed(TimeDelta::days(step)).map(|next| nearest(next, step)).ok_or(day)
        })
        .unwrap_or_else(|end| end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Public holidays of a year, without 24 and 31 December.
    fn public_holidays(year: i32) -> Vec<String> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first
            .iter_days()
            .take_while(|day| day.year() == year)
            .filter(|day| {
                let weekend = [DayOff::Saturday, DayOff::Sunday];
                let eves = [DayOff::ChristmasEve, DayOff::NewYearsEve];
                day_off(*day).is_some_and(|why| !weekend.contains(&why) && !eves.contains(&why))
            })
            .map(|day| day.format("%m-%d").to_string())
            .collect()
    }

    #[test]
    fn the_holidays_of_2026_are_exact() {
        let expected = [
            "01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03", "11-01", "12-25", "12-26",
        ];
        assert_eq!(public_holidays(2026), expected);
    }

    #[test]
    fn the_holidays_of_2027_are_exact() {
        let expected = [
            "01-01", "03-26", "03-29", "05-01", "05-06", "05-17", "05-27", "10-03", "11-01", "12-25", "12-26",
        ];
        assert_eq!(public_holidays(2027), expected);
    }

    #[test]
    fn holidays_that_came_or_went_are_there_in_their_years_only() {
        assert_eq!(day_off(date("2017-10-31")), Some(DayOff::ReformationDay));
        assert_eq!(day_off(date("2018-10-31")), None);
        assert_eq!(day_off(date("1994-11-16")), Some(DayOff::RepentanceDay));
        assert_eq!(day_off(date("1995-11-22")), None);
    }

    #[test]
    fn a_holiday_on_a_sunday_is_called_by_its_name() {
        assert_eq!(day_off(date("2026-11-01")), Some(DayOff::AllSaints));
    }

    #[test]
    fn easter_is_right_at_its_earliest_its_latest_and_in_the_years_that_need_the_exceptions() {
        for day in [
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2285-03-22",
        ] {
            let day = date(day);
            assert_eq!(easter_sunday(day.year()), Some(day));
        }
    }

    #[test]
    fn christmas_of_2026_is_skipped_in_both_directions() {
        // Thursday 24 and Friday 25 December, the weekend; Thursday 31, Friday 1 January, the weekend.
        assert_eq!(working_day_until(date("2026-12-27")), date("2026-12-23"));
        assert_eq!(working_day_from(date("2026-12-24")), date("2026-12-28"));
        assert_eq!(add_working_days(date("2026-12-23"), 4), date("2027-01-04"));
        assert_eq!(add_working_days(date("2027-01-04"), -4), date("2026-12-23"));
        assert_eq!(add_working_days(date("2026-12-25"), 0), date("2026-12-25"));
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_danger() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            for count in [i32::MIN / 100_000, -3, 0, 3, i32::MAX / 100_000] {
                let _ = add_working_days(day, count);
            }
            let _ = (working_day_until(day), working_day_from(day));
        }
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583_i32..=4000) {
            let easter = easter_sunday(year).unwrap();
            prop_assert_eq!(easter.weekday(), Weekday::Sun);
            let (first, last) = (NaiveDate::from_ymd_opt(year, 3, 22), NaiveDate::from_ymd_opt(year, 4, 25));
            prop_assert!(Some(easter) >= first && Some(easter) <= last);
        }

        #[test]
        fn working_days_forward_and_back_lead_home(days in 0_u64..76_000, count in -300_i32..300) {
            let day = working_day_from(date("1990-01-01") + chrono::Days::new(days));
            let there = add_working_days(day, count);
            prop_assert!(is_working_day(there));
            prop_assert_eq!(add_working_days(there, -count), day);
        }
    }
}
