//! # en
//! “{ $line }” was so on { $date }: that is more than a year ago.
//!
//! Digital space changes within months. A strategy must start from where the business stands now, not from
//! where it stood.
//!
//! Look again: confirm it and renew `date`, or write what is so today.
//!
//! # ru
//! «{ $line }» — это на { $date }: прошло больше года.
//!
//! Цифровая среда меняется за месяцы. Отправная точка стратегии — где бизнес находится сейчас, а не где он
//! был.
//!
//! Перепроверьте: подтвердите и обновите `date` или опишите, как обстоит дело сегодня.
//!
//! # bad
//! ```toml sostac.toml
//! [competitor.north]
//! name = "North"
//! date = 2024-11-01
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [competitor.north]
//! name = "North"
//! date = 2025-06-01
//! [baseline.reply]
//! name = "Time to the first reply before the plan"
//! date = 2024-01-01
//! ```

use crate::rules::prelude::*;
use jiff::ToSpan;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let bound = case.today.saturating_sub(1.year());
    // A baseline is the figure from before the plan: it is meant to grow old.
    for line in super::lines(case.department).filter(|line| !line.baseline) {
        if let Some(date) = line.date.filter(|date| *date < bound) {
            out.find(line.at_date).arg("line", line.title).arg("date", date);
        }
    }
}
