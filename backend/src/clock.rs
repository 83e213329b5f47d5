//! The only source of "now".

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Europe::Berlin;

use crate::db::Timestamp;

/// Tells the time; a test can hold and move it.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Stands at this many microseconds since 1970 until it is moved.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `time`.
    pub fn fixed(time: DateTime<Utc>) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(time.timestamp_micros())))
    }

    /// The time now.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn now(&self) -> Timestamp {
        Timestamp::new(match self {
            Self::System => Utc::now(),
            Self::Fixed(micros) => {
                DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst)).unwrap_or_default()
            }
        })
    }

    /// The calendar day in Germany now.
    pub fn today(&self) -> NaiveDate {
        self.now().utc().with_timezone(&Berlin).date_naive()
    }

    /// Moves a fixed clock; the machine's clock stays as it is.
    pub fn advance(&self, by: chrono::Duration) {
        if let Self::Fixed(micros) = self {
            micros.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
        }
    }
}

/// When a calendar day begins in Germany; `None` beyond the years that the calendar knows.
pub fn midnight(day: NaiveDate) -> Option<Timestamp> {
    let moment = Berlin.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest()?;
    Some(Timestamp::new(moment.to_utc()))
}
