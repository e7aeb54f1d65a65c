//! The schedule of reports: on a day of each month, of the month before.

use super::{codes, langs};
use crate::{AppError, Workspace, note};
use jiff::ToSpan;
use jiff::civil::Date;
use locale::Lang;
use serde::{Deserialize, Serialize};
use store::{Act, Settings};

/// What the schedule is kept under.
const KEY: &str = "report-schedule";
/// Who the trail says has asked.
const BY: &str = "(schedule)";
/// The last day of a month on which a report may be due: every month has it.
pub const LATEST: i8 = 28;

/// When reports are made by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Schedule {
    /// The day of the month on which the report of the month before is due, 1 to [`LATEST`]; 0 where none is.
    pub day: i8,
    /// The languages that it is made in, as `ru,en`.
    langs: String,
}

impl Schedule {
    /// A schedule; a day that no month has is none.
    pub fn new(day: i8, langs: &[Lang]) -> Self {
        Schedule { day: if (1..=LATEST).contains(&day) { day } else { 0 }, langs: codes(langs) }
    }

    /// The languages that reports are made in.
    pub fn langs(&self) -> Vec<Lang> {
        langs(&self.langs)
    }

    /// The last day of the month whose report is due; nothing where none is.
    fn due(&self, today: Date) -> Option<Date> {
        let due = self.day > 0 && today.day() >= self.day;
        due.then(|| today.first_of_month().saturating_sub(1.day()))
    }
}

impl Workspace {
    /// When reports are made by themselves.
    pub async fn report_schedule(&self) -> Result<Schedule, AppError> {
        let kept = self.store().setting(KEY).await?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Changes when reports are made by themselves.
    pub async fn schedule_reports(&self, act: &Act, schedule: &Schedule) -> Result<(), AppError> {
        let before = self.report_schedule().await?;
        if before == *schedule {
            return Ok(());
        }
        let text = serde_json::to_string(schedule).unwrap_or_default();
        Settings::set(self.store(), KEY, Some(&text)).await?;
        let said = |schedule: &Schedule| match schedule.day {
            0 => String::new(),
            day => format!("{day} · {}", schedule.langs),
        };
        note(self.store(), act, "report", "schedule", &said(&before), &said(schedule)).await?;
        self.reporting.asked.notify_one();
        Ok(())
    }

    /// Asks for the report that is due and was not asked for yet; its number comes back.
    pub async fn report_when_due(&self) -> Result<Option<u64>, AppError> {
        let schedule = self.report_schedule().await?;
        let Some(on) = schedule.due(self.clock().today()) else { return Ok(None) };
        let act = Act { by: BY.to_owned(), at: self.clock().instant(), from: String::new() };
        self.asked(&act, on, &schedule.langs(), &on.strftime("%Y-%m").to_string()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_month_before_is_due_from_its_day_on() {
        let schedule = Schedule::new(3, &[Lang::Ru]);
        assert_eq!(schedule.due(date(2026, 11, 2)), None);
        assert_eq!(schedule.due(date(2026, 11, 3)), Some(date(2026, 10, 31)));
        assert_eq!(schedule.due(date(2027, 1, 28)), Some(date(2026, 12, 31)));
        assert_eq!(schedule.due(date(2028, 3, 31)), Some(date(2028, 2, 29)));
        assert_eq!(Schedule::new(31, &[]).due(date(2026, 11, 30)), None, "not every month has it");
        assert_eq!(Schedule::default().due(date(2026, 11, 30)), None);
        assert_eq!(Schedule::new(1, &[Lang::Ru, Lang::En]).langs(), [Lang::Ru, Lang::En]);
    }
}
