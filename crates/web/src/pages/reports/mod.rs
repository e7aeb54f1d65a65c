//! Control reports that are kept: asked for, on a schedule, with their progress, and taken away.

mod list;
mod one;

pub(crate) use one::file;

use super::edit::{Form, Sent};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::visit::Visit;
use app::Right;
use app::reports::Schedule;
use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use locale::Lang;

/// Where they stand.
const PATH: &str = "/control/reports";

/// The addresses of reports.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Read, PATH, list::list)
        .post(Right::Propose, PATH, ask)
        .post(Right::Administer, "/control/reports/schedule", schedule)
        .get(Right::Read, "/control/reports/{id}", one::one)
        .get(Right::Read, "/control/reports/{id}/{name}", file)
        .post(Right::Administer, "/control/reports/{id}/drop", drop)
}

/// `POST /control/reports`
async fn ask(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Redirect, Problem> {
    let form = Form::of(sent)?;
    let on: Date = form.one("on").parse().map_err(|_| Problem::Wrong)?;
    let langs = langs(&form, visit.lang);
    let id = visit.workspace.ask_report(&visit.act(&desk), on, &langs).await;
    let id = id.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to(&format!("{PATH}/{id}")))
}

/// `POST /control/reports/schedule`
async fn schedule(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Redirect, Problem> {
    let form = Form::of(sent)?;
    let day = form.one("day").parse().unwrap_or(0);
    let schedule = Schedule::new(day, &langs(&form, visit.lang));
    let done = visit.workspace.schedule_reports(&visit.act(&desk), &schedule).await;
    done.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to(PATH))
}

/// `POST /control/reports/3/drop`
async fn drop(State(desk): State<Desk>, visit: Visit, Path(id): Path<u64>) -> Result<Redirect, Problem> {
    let dropped = visit.workspace.drop_report(&visit.act(&desk), id).await;
    match dropped.map_err(|error| Problem::of(error, visit.lang))? {
        true => Ok(Redirect::to(PATH)),
        false => Err(Problem::NotFound),
    }
}

/// The languages that were ticked; the reader's own where none was.
fn langs(form: &Form, own: Lang) -> Vec<Lang> {
    let ticked: Vec<Lang> =
        Lang::ALL.into_iter().filter(|lang| form.all("lang").any(|code| code == lang.code())).collect();
    if ticked.is_empty() { vec![own] } else { ticked }
}
