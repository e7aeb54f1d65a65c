//! Control reports that are kept: asked for by a person or by the schedule, of this day or of one that is past, and made one
//! after the other in the background.

mod make;
mod on_day;
mod schedule;

pub use make::{Doing, FORMS, Progress, file, keep_reporting, media_type, name};
pub use on_day::look_on;
pub use schedule::{LATEST, Schedule};

use crate::{AppError, Workspace, note};
use jiff::civil::Date;
use locale::Lang;
use make::Making;
use store::Act;

/// What a workspace knows of reports that are being made.
#[derive(Debug, Default)]
pub(crate) struct Reporting {
    making: Making,
    /// Wakes who makes them.
    asked: tokio::sync::Notify,
}

impl Workspace {
    /// Asks for a control report of a day, at the latest of today, in languages; its number comes back. [`keep_reporting`]
    /// makes it.
    pub async fn ask_report(&self, act: &Act, on: Date, langs: &[Lang]) -> Result<u64, AppError> {
        let on = on.min(self.clock().today());
        let asked = self.asked(act, on, langs, "").await?;
        // Only the schedule asks for a month that may have been asked for.
        asked.ok_or_else(|| AppError::Interrupted(format!("the report of {on}")))
    }

    /// Keeps that a report was asked for; nothing where the schedule has asked for that month before.
    async fn asked(&self, act: &Act, on: Date, langs: &[Lang], month: &str) -> Result<Option<u64>, AppError> {
        let id = self.store().ask_report(act, on, &codes(langs), month).await?;
        if let Some(id) = id {
            note(self.store(), act, "report", &format!("report {id}"), "", &on.to_string()).await?;
            self.reporting.asked.notify_one();
        }
        Ok(id)
    }

    /// Forgets a report with its files; false where there is none of that number.
    pub async fn drop_report(&self, act: &Act, id: u64) -> Result<bool, AppError> {
        let Some(report) = self.store().report(id).await? else { return Ok(false) };
        let dropped = self.store().drop_report(id).await?;
        if dropped {
            let before = report.on.to_string();
            note(self.store(), act, "report", &format!("report {id}"), &before, "").await?;
        }
        Ok(dropped)
    }

    /// How far the making of a report has come, where it is being made.
    pub fn progress(&self, id: u64) -> Option<Progress> {
        self.reporting.making.of(id)
    }
}

/// Languages as they are kept: `ru,en`; of none the default.
fn codes(langs: &[Lang]) -> String {
    let langs = if langs.is_empty() { &[Lang::default()] } else { langs };
    langs.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(",")
}

/// Languages out of what is kept.
fn langs(codes: &str) -> Vec<Lang> {
    codes.split(',').filter_map(|code| code.parse().ok()).collect()
}
