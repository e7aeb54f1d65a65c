//! All reports, and where one is asked for.

use super::PATH;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Report;
use app::reports::LATEST;
use askama::Template;
use axum::response::Html;
use jiff::ToSpan;
use jiff::civil::Date;
use locale::{Lang, date, t};

/// So many are listed, and so many months may be chosen.
const MOST: u32 = 60;
const MONTHS: i32 = 12;

/// A report in the list.
struct Line {
    href: String,
    name: String,
    by: String,
    at: String,
    /// The class and the word of how it stands.
    state: (&'static str, String),
    /// Address and form of each file.
    files: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/reports/list.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    /// The days that a report may be of: value and name.
    days: Vec<(String, String)>,
    /// Code, name, and whether it is ticked.
    langs: Vec<(&'static str, &'static str, bool)>,
    /// The days of a month on which reports may be due, and whether they are; 0 is never.
    due: Vec<(i8, bool)>,
    scheduled: Vec<(&'static str, &'static str, bool)>,
    schedule: String,
}

/// `GET /control/reports`
pub(super) async fn list(visit: Visit) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let fault = |error| Problem::of(error, lang);
    let reports = visit.workspace.store().reports(MOST).await.map_err(Problem::fault)?;
    let schedule = visit.workspace.report_schedule().await.map_err(fault)?;
    let tick = |ticked: &[Lang]| {
        Lang::ALL
            .map(|own| (own.code(), own.own_name(), ticked.contains(&own)))
            .into_iter()
            .collect::<Vec<_>>()
    };
    page(&Page {
        frame: visit.frame(t!(lang, "reports-title")),
        lines: reports.iter().map(|report| line(report, lang)).collect(),
        days: days(visit.view.today, lang),
        langs: tick(&[lang]),
        due: (0..=LATEST).map(|day| (day, day == schedule.day)).collect(),
        scheduled: tick(&if schedule.day == 0 { vec![lang] } else { schedule.langs() }),
        schedule: match schedule.day {
            0 => t!(lang, "reports-no-schedule"),
            day => t!(lang, "reports-scheduled", day = i64::from(day)),
        },
    })
}

fn line(report: &Report, lang: Lang) -> Line {
    Line {
        href: format!("{PATH}/{}", report.id),
        name: name(report, lang),
        by: by(report, lang),
        at: when(&report.act.at),
        state: state(report, lang),
        files: files(report),
    }
}

/// What a report is called.
pub(super) fn name(report: &Report, lang: Lang) -> String {
    t!(lang, "document-control", date = date(lang, report.on))
}

/// Who asked for it.
pub(super) fn by(report: &Report, lang: Lang) -> String {
    if report.month.is_empty() { report.act.by.clone() } else { t!(lang, "reports-by-schedule") }
}

/// How a report stands.
pub(super) fn state(report: &Report, lang: Lang) -> (&'static str, String) {
    match (&*report.done, &*report.problem) {
        ("", _) => ("risk", t!(lang, "reports-making")),
        (_, "") => ("good", t!(lang, "reports-done")),
        _ => ("bad", t!(lang, "reports-given-up")),
    }
}

/// The files of a report: address, and language with form.
pub(super) fn files(report: &Report) -> Vec<(String, String)> {
    let short = |name: &str| {
        let mut parts = name.rsplit('.');
        let (form, lang) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        format!("{} {}", lang.to_uppercase(), form.to_uppercase())
    };
    report.files.iter().map(|(name, _)| (format!("{PATH}/{}/{name}", report.id), short(name))).collect()
}

/// Today, and the last days of the months before.
fn days(today: Date, lang: Lang) -> Vec<(String, String)> {
    let months = (0..MONTHS).map(|back| {
        let day = today.first_of_month().saturating_sub(back.months()).saturating_sub(1.day());
        (day.to_string(), t!(lang, "reports-on", date = date(lang, day)))
    });
    let now = (today.to_string(), t!(lang, "reports-today", date = date(lang, today)));
    std::iter::once(now).chain(months).collect()
}
