//! What an approver does with figures: stands for those of a KPI, closes a period for all.

use super::states::href;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use locale::{date, t};
use serde::Deserialize;

/// The days of the figures.
#[derive(Debug, Deserialize)]
pub(in crate::pages) struct Days {
    from: Date,
    to: Date,
}

/// `POST /kpis/{id}/confirm`: the figures of these days are confirmed as they are.
pub(in crate::pages) async fn confirm(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<String>,
    form: Result<Form<Days>, FormRejection>,
) -> Result<Redirect, Problem> {
    let Form(days) = form.map_err(|_| Problem::Wrong)?;
    let kpi = visit.view.department().kpis.get(&id).ok_or(Problem::NotFound)?;
    app::confirm(visit.workspace.store(), &visit.act(&desk), &id, days.from, days.to)
        .await
        .map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to(&format!("{}#figures", href(kpi))))
}

/// The last day of the period.
#[derive(Debug, Deserialize)]
pub(in crate::pages) struct Period {
    until: String,
}

/// `POST /kpis/close`: no figure up to this day changes any more; without a day all is open again.
pub(in crate::pages) async fn close(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Period>, FormRejection>,
) -> Result<Redirect, Problem> {
    let Form(period) = form.map_err(|_| Problem::Wrong)?;
    let until = match period.until.trim() {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Problem::Wrong)?),
    };
    if let Some(until) = until.filter(|until| *until > visit.view.today) {
        let words = t!(visit.lang, "close-ahead", date = date(visit.lang, until));
        return Err(Problem::Refused(words));
    }
    app::close_period(visit.workspace.store(), &visit.act(&desk), until)
        .await
        .map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to("/kpis"))
}
