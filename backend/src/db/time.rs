//! Points in time as both engines store them alike.

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::{Database, Decode, Encode, Postgres, Sqlite, Type};

/// A point in time, UTC, to the microsecond.
///
/// `timestamptz` in PostgreSQL; in SQLite text of fixed width (`2026-11-23T09:00:00.000000Z`), so
/// that text order is time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// Cuts `time` to microseconds, which is what both engines keep.
    pub fn new(time: DateTime<Utc>) -> Self {
        Self(time.trunc_subsecs(6))
    }

    /// The point in time.
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

impl std::fmt::Display for Timestamp {
    /// RFC 3339 with `Z`, always the same width.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%.6fZ"))
    }
}

impl std::str::FromStr for Timestamp {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(DateTime::parse_from_rfc3339(text)?.to_utc()))
    }
}

impl Type<Sqlite> for Timestamp {
    fn type_info() -> <Sqlite as Database>::TypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Timestamp {
    fn encode_by_ref(
        &self,
        buffer: &mut <Sqlite as Database>::ArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        <String as Encode<'_, Sqlite>>::encode(self.to_string(), buffer)
    }
}

impl<'row> Decode<'row, Sqlite> for Timestamp {
    fn decode(value: <Sqlite as Database>::ValueRef<'row>) -> Result<Self, BoxDynError> {
        Ok(<&str as Decode<'row, Sqlite>>::decode(value)?.parse()?)
    }
}

impl Type<Postgres> for Timestamp {
    fn type_info() -> <Postgres as Database>::TypeInfo {
        <DateTime<Utc> as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for Timestamp {
    fn encode_by_ref(
        &self,
        buffer: &mut <Postgres as Database>::ArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        <DateTime<Utc> as Encode<'_, Postgres>>::encode_by_ref(&self.0, buffer)
    }
}

impl<'row> Decode<'row, Postgres> for Timestamp {
    fn decode(value: <Postgres as Database>::ValueRef<'row>) -> Result<Self, BoxDynError> {
        Ok(Self::new(<DateTime<Utc> as Decode<'row, Postgres>>::decode(value)?))
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn every_timestamp_has_the_same_width() {
        for text in ["2026-11-23T09:00:00Z", "2026-11-23T09:00:00.123456789+01:00"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string().len(), 27);
        }
    }

    #[test]
    fn text_order_is_time_order_across_offsets() {
        let earlier = "2026-11-23T10:30:00+02:00".parse::<Timestamp>().unwrap();
        let later = "2026-11-23T09:00:00Z".parse::<Timestamp>().unwrap();
        assert!(earlier < later);
        assert!(earlier.to_string() < later.to_string());
    }
}
