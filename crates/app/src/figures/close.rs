//! What an approver does with figures: stands for those of a KPI, closes a period for all.

use crate::{AppError, note};
use jiff::civil::Date;
use store::{Act, Lock, Store};

/// Confirms the figures of a KPI between two days as they are; the audit trail says who did.
pub async fn confirm(
    store: &dyn Store,
    act: &Act,
    kpi: &str,
    from: Date,
    to: Date,
) -> Result<usize, AppError> {
    let all = store.of(kpi).await?;
    let days: Vec<Date> = all.iter().map(|one| one.date).filter(|day| from <= *day && *day <= to).collect();
    let count = store.confirm(kpi, &days, act).await?;
    if count > 0 {
        note(store, act, "confirm", kpi, "", &format!("{from} – {to}: {count}")).await?;
    }
    Ok(count)
}

/// Closes all figures up to a day, or opens them again; the audit trail says who did.
pub async fn close_period(store: &dyn Store, act: &Act, until: Option<Date>) -> Result<(), AppError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let before = store.locked().await?.and_then(|lock| lock.until);
    store.lock(&Lock { until, act: act.clone() }).await?;
    note(store, act, "close", "", &day(before), &day(until)).await
}
