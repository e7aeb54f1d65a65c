//! All corrections: those that run, those that have ended, and misses that none has answered.

use super::shown::{self, Line, lasted};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::visit::Visit;
use app::{Right, View};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use control::correction::{Run, by_hand, is_late};
use department::Element;
use locale::{Lang, date, t};

/// A missed checkpoint whose correction has not opened.
struct Unanswered {
    id: String,
    name: String,
    href: String,
    missed: String,
    what: String,
}

#[derive(Template)]
#[template(path = "pages/corrections/list.html")]
struct Page {
    frame: Frame,
    running: Vec<Line>,
    ended: Vec<Line>,
    unanswered: Vec<Unanswered>,
    reaction: String,
    may_open: bool,
}

/// `GET /corrections`
pub(super) async fn list(State(desk): State<Desk>, visit: Visit) -> Result<Html<String>, Problem> {
    let (view, lang, now) = (&*visit.view, visit.lang, desk.clock().moment());
    let runs = &*view.figures.corrections;
    let of = |running: bool| runs.iter().filter(move |run| run.state().runs() == running);
    page(&Page {
        frame: visit.frame(t!(lang, "corrections-title")),
        running: shown::lines(view, lang, &now, of(true)),
        ended: shown::lines(view, lang, &now, of(false)),
        unanswered: unanswered(view, lang, runs),
        reaction: reaction(lang, runs),
        may_open: visit.signed.may(Right::Propose),
    })
}

/// The median time from opening to the first who began, in words; empty where nobody has ever begun.
fn reaction(lang: Lang, runs: &[Run]) -> String {
    let mut all: Vec<i64> = runs.iter().filter_map(Run::reaction).collect();
    all.sort_unstable();
    let (low, high) = (all.get(all.len().saturating_sub(1) / 2), all.get(all.len() / 2));
    match (low, high) {
        (Some(low), Some(high)) => {
            t!(lang, "corrections-reaction", n = all.len(), time = lasted(lang, (low + high) / 2))
        }
        _ => String::new(),
    }
}

fn unanswered(view: &View, lang: Lang, runs: &[Run]) -> Vec<Unanswered> {
    let kpis = view.department().kpis.iter();
    let missed = kpis.filter_map(|kpi| by_hand(view.department(), view.series(), runs, view.today, kpi.id()));
    // What is not long past opens by itself as soon as its figures are complete.
    missed
        .filter(|one| is_late(one.kpi, one.target.date, view.today))
        .map(|one| {
            let (read, wanted) = (one.reading.value, one.target.value);
            let figure = |value| crate::pages::states::figure(lang, value, &one.kpi.unit);
            Unanswered {
                id: one.kpi.id().to_owned(),
                name: one.kpi.title().to_owned(),
                href: crate::pages::kpi_href(one.kpi),
                missed: t!(
                    lang,
                    "correction-missed-on",
                    date = date(lang, one.target.date),
                    read = figure(read),
                    wanted = figure(wanted)
                ),
                what: one.kpi.correction.as_ref().map_or_else(String::new, |own| own.what.clone()),
            }
        })
        .collect()
}
