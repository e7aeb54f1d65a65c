//! A sheet for figures that are typed: the KPIs whose reading is due, one's own first.

use crate::desk::Desk;
use crate::frame::{Frame, page as render};
use crate::pages::edit::{Form, Sent};
use crate::pages::states;
use crate::problem::Problem;
use crate::visit::Visit;
use app::figures::{Due, Entered, due, enter};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use control::{Point, typed};
use department::Element;
use department::model::Rhythm;
use jiff::civil::Date;
use locale::{Lang, date, t};

/// So many KPIs are on a sheet; what is due and one's own comes first.
const ROWS: usize = 200;

/// A cell of the sheet.
struct Cell {
    /// `f.first_reply.2026-10-31`
    name: String,
    /// What it is for: the KPI and the period.
    label: String,
    period: String,
    /// What was typed, or what is known.
    text: String,
    /// What is known, to see what was changed.
    known: String,
    problem: String,
}

impl Cell {
    /// Its name without what it is a cell of.
    fn key(&self) -> &str {
        self.name.strip_prefix("f.").unwrap_or_default()
    }
}

/// A KPI of the sheet.
struct Line {
    href: String,
    name: String,
    unit: String,
    owner: String,
    own: bool,
    due: bool,
    cells: [Cell; 2],
}

#[derive(Template)]
#[template(path = "pages/measure/enter.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    /// How many are due, and how many are not shown.
    due: usize,
    rest: usize,
    all: bool,
    said: String,
    alert: String,
}

/// `GET /measurements/enter?all=1`
pub(super) async fn page(
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let asked = Form::new(asked);
    let number = |name: &str| asked.one(name).parse::<usize>().ok();
    let said = match (number("added"), number("revised")) {
        (Some(added), Some(revised)) => {
            t!(visit.lang, "measurements-entered", added = added, revised = revised)
        }
        _ => String::new(),
    };
    let all = !asked.one("all").is_empty();
    Ok(shown(&visit, &Form::default(), all, said, String::new())?.into_response())
}

/// `POST /measurements/enter`
pub(super) async fn post(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Response, Problem> {
    let (form, lang) = (Form::of(sent)?, visit.lang);
    let (mut figures, mut wrong) = (Vec::new(), 0);
    let kpis: std::collections::BTreeMap<String, &department::model::Kpi> =
        visit.view.department().kpis.iter().map(|kpi| (kpi.id().to_owned(), kpi)).collect();
    for (place, text) in form.below("f") {
        let known = form.one(&format!("k.{place}"));
        let Some((id, day)) = place.rsplit_once('.') else { continue };
        let (Some(kpi), Ok(day)) = (kpis.get(id), day.parse::<Date>()) else { continue };
        if text == known || day > visit.view.today {
            continue;
        }
        match read(lang, text, known, &kpi.unit) {
            Ok(value) => figures.push(Entered { kpi: id.to_owned(), date: day, value }),
            Err(_) => wrong += 1,
        }
    }
    let all = !form.one("all").is_empty();
    if wrong > 0 {
        let alert = t!(lang, "measurements-enter-wrong", n = wrong);
        let page = shown(&visit, &form, all, String::new(), alert)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    if figures.is_empty() {
        let alert = t!(lang, "measurements-enter-none");
        return Ok(shown(&visit, &form, all, String::new(), alert)?.into_response());
    }
    let (act, user) = (visit.act(&desk), &visit.signed.user);
    let name = if user.name.is_empty() { &user.login } else { &user.name };
    let done = enter(visit.workspace.store(), &visit.view, &act, name, &figures).await;
    let done = done.map_err(|error| Problem::of(error, lang))?;
    let (added, revised) = (done.added, done.revised);
    let all = if all { "&all=1" } else { "" };
    Ok(Redirect::to(&format!("/measurements/enter?added={added}&revised={revised}{all}")).into_response())
}

/// What was typed, or why it is no figure.
fn read(lang: Lang, text: &str, known: &str, unit: &str) -> Result<f64, String> {
    if text.is_empty() && !known.is_empty() {
        return Err(t!(lang, "measurements-enter-emptied"));
    }
    typed(lang, text, unit).map_err(|problem| problem.message(lang, text))
}

fn shown(
    visit: &Visit,
    form: &Form,
    all: bool,
    said: String,
    alert: String,
) -> Result<impl IntoResponse + use<>, Problem> {
    let (view, lang) = (&*visit.view, visit.lang);
    let person = visit.signed.user.person.as_deref();
    let sheet = due(view, person);
    let open = sheet.iter().filter(|one| one.is_due()).count();
    let wanted = |one: &&Due<'_>| all || one.is_due() || touched(form, one);
    let lines: Vec<Line> = sheet.iter().filter(wanted).take(ROWS).map(|one| line(visit, form, one)).collect();
    render(&Page {
        frame: visit.frame(t!(lang, "measurements-enter")),
        due: open,
        rest: if all { sheet.len() } else { open }.saturating_sub(ROWS),
        lines,
        all,
        said,
        alert,
    })
}

/// Whether something was typed for a KPI.
fn touched(form: &Form, one: &Due<'_>) -> bool {
    [one.before.0, one.last.0].iter().any(|day| {
        let place = format!("{}.{day}", one.kpi.id());
        form.one(&format!("f.{place}")) != form.one(&format!("k.{place}"))
    })
}

fn line(visit: &Visit, form: &Form, one: &Due<'_>) -> Line {
    let lang = visit.lang;
    let owner = visit.view.department().find(&one.kpi.owner).map(|owner| owner.title().to_owned());
    let cell = |(day, known): (Date, Option<Point>)| {
        let place = format!("{}.{day}", one.kpi.id());
        let (name, period) = (format!("f.{place}"), period(lang, day, one.rhythm));
        let known = known.map_or_else(String::new, |known| figure(lang, known.value));
        let sent = form.has(&name);
        let text = if sent { form.one(&name).to_owned() } else { known.clone() };
        let problem = match sent && text != known {
            true => read(lang, &text, &known, &one.kpi.unit).err().unwrap_or_default(),
            false => String::new(),
        };
        Cell { label: format!("{}, {period}", one.kpi.title()), name, period, text, known, problem }
    };
    Line {
        href: states::href(one.kpi),
        name: one.kpi.title().to_owned(),
        unit: one.kpi.unit.clone(),
        owner: owner.unwrap_or_default(),
        own: one.own,
        due: one.is_due(),
        cells: [cell(one.before), cell(one.last)],
    }
}

/// A period by its last day.
fn period(lang: Lang, last: Date, rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Day => date(lang, last),
        Rhythm::Week => t!(lang, "measurements-week", date = last),
        Rhythm::Month => format!("{} {}", t!(lang, &format!("plan-month-{}", last.month())), last.year()),
        Rhythm::Quarter => {
            t!(
                lang,
                "measurements-quarter",
                n = (i32::from(last.month()) + 2) / 3,
                year = last.year().to_string()
            )
        }
        Rhythm::Year => last.year().to_string(),
    }
}

/// A figure as it is typed: with all its places, without signs between thousands.
fn figure(lang: Lang, value: f64) -> String {
    let plain = value.to_string();
    match lang {
        Lang::Ru => plain.replace('.', ","),
        Lang::En => plain,
    }
}
