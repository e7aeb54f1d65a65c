//! The only clock.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// What day it is: the machine's, or one that was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    fixed: Option<Date>,
}

impl Clock {
    /// A clock that always shows one day, so that a document can be printed as of that day.
    pub fn fixed(day: Date) -> Self {
        Clock { fixed: Some(day) }
    }

    /// Today, in the machine's time zone.
    pub fn today(self) -> Date {
        self.fixed.unwrap_or_else(|| ZonedDateTime::now().date())
    }

    /// The instant so many seconds from now, in RFC 3339, UTC, whole seconds.
    pub fn instant_in(self, seconds: i64) -> String {
        let second = Timestamp::now().as_second().saturating_add(seconds);
        Timestamp::from_second(second).unwrap_or(Timestamp::MAX).to_string()
    }

    /// This instant on the clock's own day, so that what happens to the plan is dated as the plan is read.
    pub fn moment(self) -> String {
        let now = Timestamp::now();
        let days = self.fixed.and_then(|day| day.since(TimeZone::UTC.to_datetime(now).date()).ok());
        let shift = i64::from(days.map_or(0, |days| days.get_days())) * 86_400;
        self.instant_in(shift)
    }

    /// The second, counted from 1970, UTC.
    pub fn second(self) -> i64 {
        Timestamp::now().as_second()
    }

    /// This instant in RFC 3339, UTC, whole seconds.
    pub fn instant(self) -> String {
        let now = Timestamp::now();
        Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
    }
}
