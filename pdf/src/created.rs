//! When a document was made. Handed in, so that the same document gives the same bytes.

use krilla::metadata::DateTime;

/// A point in time in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Created {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Created {
    /// From seconds since 1970-01-01 in UTC; what lies outside the years 0 to 9999 is moved to their ends.
    pub fn from_unix(seconds: i64) -> Self {
        const FIRST: i64 = -62_167_219_200;
        const LAST: i64 = 253_402_300_799;
        let seconds = seconds.clamp(FIRST, LAST);
        let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = civil(days);
        Self {
            year: u16::try_from(year).unwrap_or_default(),
            month: small(month),
            day: small(day),
            hour: small(of_day / 3_600),
            minute: small(of_day / 60 % 60),
            second: small(of_day % 60),
        }
    }

    /// The same for the writer.
    pub(crate) fn date_time(self) -> DateTime {
        DateTime::new(self.year)
            .month(self.month)
            .day(self.day)
            .hour(self.hour)
            .minute(self.minute)
            .second(self.second)
            .utc_offset_hour(0)
    }
}

/// Year, month and day of a number of days since 1970-01-01: Howard Hinnant's `civil_from_days`, which counts years
/// from March so that the leap day is the last of its year.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// A number that is known to be below 100.
fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        let parts = |seconds| {
            let c = Created::from_unix(seconds);
            (c.year, c.month, c.day, c.hour, c.minute, c.second)
        };
        assert_eq!(parts(0), (1970, 1, 1, 0, 0, 0));
        assert_eq!(parts(951_827_696), (2000, 2, 29, 12, 34, 56));
        assert_eq!(parts(-1), (1969, 12, 31, 23, 59, 59));
        assert_eq!(parts(i64::MAX), (9999, 12, 31, 23, 59, 59));
        assert_eq!(parts(i64::MIN), (0, 1, 1, 0, 0, 0));
    }
}
