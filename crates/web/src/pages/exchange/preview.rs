//! The second step of an import: which column is what, and what the rows would change. All of it stands in the address,
//! so that nothing is kept but the file; nothing is changed until the form below is sent.

use super::import::owner;
use crate::desk::Desk;
use crate::frame::{Frame, page as render};
use crate::pages::edit::Form;
use crate::problem::Problem;
use crate::visit::Visit;
use app::exchange::{
    DateChoice, Difference, Mapping, MarkChoice, Matching, Outcome, Plan, Upload, apply as keep, guess,
    guessed_kind, import_kinds, mappings, plan, read, remember, targets,
};
use app::{AppError, Saved, View};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use department::labels::{kind_name, kind_plural};
use locale::{Lang, t};
use std::sync::Arc;

/// So many rows and errors are shown; all are counted.
const SHOWN: usize = 200;
/// So many columns are asked about.
const COLUMNS: usize = 200;

/// A choice: its value, its name, whether it is chosen.
type Choice = (String, String, bool);

/// A column of the file, and what it may be.
struct Column {
    name: String,
    head: String,
    example: String,
    choices: Vec<Choice>,
}

/// A row as it is shown.
struct Line {
    row: usize,
    class: &'static str,
    outcome: String,
    title: String,
    id: String,
    differences: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "pages/exchange/preview.html")]
struct Page {
    frame: Frame,
    token: String,
    file: String,
    dialect: String,
    kinds: Vec<Choice>,
    matching: Vec<Choice>,
    dates: Vec<Choice>,
    marks: Vec<Choice>,
    saved: Vec<Choice>,
    columns: Vec<Column>,
    counts: Vec<(&'static str, String)>,
    errors: Vec<String>,
    more: usize,
    unknown: Vec<String>,
    lines: Vec<Line>,
    rest: usize,
    /// The mapping again, for the form that applies it.
    hidden: Vec<(String, String)>,
    base: u64,
    wrong: bool,
    ready: bool,
    conflict: bool,
}

/// What was asked for, in its order.
type Asked = Query<Vec<(String, String)>>;

/// `GET /import/TOKEN?kind=action&c0=name&…`
pub(super) async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    Path(token): Path<String>,
    Query(asked): Asked,
) -> Result<Html<String>, Problem> {
    let form = Form::new(asked);
    let view = Arc::clone(&visit.view);
    let step = step(&desk, &visit, &token, &form, view).await?;
    shown(&desk, &visit, &token, step, false).await
}

/// `POST /import/TOKEN`: the changes that were shown become one revision.
pub(super) async fn apply(
    State(desk): State<Desk>,
    visit: Visit,
    Path(token): Path<String>,
    sent: Result<axum::extract::Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let lang = visit.lang;
    let wrong = |error: AppError| Problem::of(error, lang);
    let base = form.number("base")?;
    if base > visit.view.revision {
        return Err(Problem::Wrong);
    }
    // What is applied is what was shown: read against the revision that was shown.
    let view = visit.workspace.view_of(base).await.map_err(wrong)?;
    let step = step(&desk, &visit, &token, &form, view).await?;
    if !form.one("remember").is_empty() {
        remember(visit.workspace.store(), form.one("remember"), &step.mapping).await.map_err(wrong)?;
    }
    if !step.plan.errors.is_empty() && form.one("leave").is_empty() {
        return Ok(shown(&desk, &visit, &token, step, false).await?.into_response());
    }
    let words = match form.one("note") {
        "" => t!(lang, "import-note", file = step.upload.name.clone()),
        note => note.chars().take(500).collect(),
    };
    let act = visit.act(&desk);
    let saved = keep(&visit.workspace, &act, base, (&step.plan, &step.upload.name), &words).await;
    match saved.map_err(wrong)? {
        Saved::Kept(view) => {
            desk.shelf().drop(&owner(&visit), &token);
            Ok(Redirect::to(&format!("/revisions/{}", view.revision)).into_response())
        }
        Saved::Unchanged(_) => Ok(Redirect::to("/import?same=1").into_response()),
        Saved::Conflicts(..) => {
            let view = visit.workspace.view().await.map_err(wrong)?;
            let step = self::step(&desk, &visit, &token, &form, view).await?;
            Ok(shown(&desk, &visit, &token, step, true).await?.into_response())
        }
    }
}

/// A file, read by a mapping against a revision.
struct Step {
    upload: Arc<Upload>,
    sheet: Arc<app::exchange::Sheet>,
    mapping: Mapping,
    plan: Plan,
    base: u64,
}

async fn step(
    desk: &Desk,
    visit: &Visit,
    token: &str,
    form: &Form,
    view: Arc<View>,
) -> Result<Step, Problem> {
    let lang = visit.lang;
    let upload = desk.shelf().get(&owner(visit), token);
    let upload = upload.ok_or_else(|| Problem::Refused(t!(lang, "import-gone")))?;
    let known = mappings(visit.workspace.store()).await.map_err(|error| Problem::of(error, lang))?;
    let saved = known.into_iter().find(|(name, _)| name == form.one("saved")).map(|(_, mapping)| mapping);
    let form = form.clone();
    let work = move || {
        let sheet = read(&upload, None)?;
        let mapping = match saved {
            Some(saved) => saved.fitted(&sheet.header),
            None => mapped(&form, &upload.name, &sheet.header),
        };
        let plan = plan(&view, &sheet, &mapping, lang);
        Ok(Step { upload, sheet: Arc::new(sheet), mapping, plan, base: view.revision })
    };
    let done = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?;
    done.map_err(|error: AppError| Problem::of(error, lang))
}

/// The mapping that was chosen; where nothing was, or another kind, the one that the heads suggest.
fn mapped(form: &Form, file: &str, header: &[String]) -> Mapping {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    let kind = import_kinds().into_iter().find(|kind| kind.key() == form.one("kind"));
    let kind = kind.unwrap_or_else(|| guessed_kind(name, header));
    let mut mapping = guess(kind, header);
    if form.one("for") == kind.key() {
        for (at, (_, key)) in mapping.columns.iter_mut().enumerate() {
            form.one(&format!("c{at}")).clone_into(key);
        }
        mapping.matching = match form.one("matching") {
            "name" => Matching::Name,
            _ => Matching::Id,
        };
    }
    mapping.dates = match form.one("dates") {
        "day" => DateChoice::Day,
        "month" => DateChoice::Month,
        _ => DateChoice::Auto,
    };
    mapping.mark = match form.one("mark") {
        "comma" => MarkChoice::Comma,
        "point" => MarkChoice::Point,
        _ => MarkChoice::Auto,
    };
    mapping
}

async fn shown(
    desk: &Desk,
    visit: &Visit,
    token: &str,
    step: Step,
    conflict: bool,
) -> Result<Html<String>, Problem> {
    let _ = desk;
    let lang = visit.lang;
    let Step { upload, sheet, mapping, plan, base } = step;
    let known = mappings(visit.workspace.store()).await.map_err(|error| Problem::of(error, lang))?;
    let picks = |name: &str, words: &[&str], on: &str| -> Vec<Choice> {
        let each = words
            .iter()
            .map(|word| ((*word).to_owned(), t!(lang, &format!("import-{name}-{word}")), *word == on));
        each.collect()
    };
    let matching = if mapping.matching == Matching::Name { "name" } else { "id" };
    let dates = match mapping.dates {
        DateChoice::Auto => "auto",
        DateChoice::Day => "day",
        DateChoice::Month => "month",
    };
    let mark = match mapping.mark {
        MarkChoice::Auto => "auto",
        MarkChoice::Comma => "comma",
        MarkChoice::Point => "point",
    };
    let kinds = import_kinds()
        .into_iter()
        .map(|kind| (kind.key().to_owned(), kind_plural(lang, kind.key()), kind.key() == mapping.kind));
    let [added, changed, same, wrong] = plan.counts();
    let count = |key: &str, n: usize| t!(lang, &format!("import-count-{key}"), n = n);
    let counts = [
        ("good", "added", added),
        ("risk", "changed", changed),
        ("quiet", "same", same),
        ("bad", "wrong", wrong),
    ];
    let mut hidden: Vec<(String, String)> = [
        ("kind", &*mapping.kind),
        ("for", &*mapping.kind),
        ("matching", matching),
        ("dates", dates),
        ("mark", mark),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    hidden.extend(mapping.columns.iter().enumerate().map(|(at, (_, key))| (format!("c{at}"), key.clone())));
    let mut rows: Vec<_> = plan.rows.iter().filter(|row| row.outcome != Outcome::Unchanged).collect();
    rows.sort_by_key(|row| row.outcome != Outcome::Wrong);
    let saved = known.iter().map(|(name, _)| (name.clone(), name.clone(), false));
    render(&Page {
        frame: visit.frame(t!(lang, "web-import")),
        token: token.to_owned(),
        file: upload.name.clone(),
        dialect: sheet.dialect.message(lang),
        kinds: kinds.collect(),
        matching: picks("matching", &["id", "name"], matching),
        dates: picks("dates", &["auto", "day", "month"], dates),
        marks: picks("mark", &["auto", "comma", "point"], mark),
        saved: saved.collect(),
        columns: columns(&mapping, &sheet, lang),
        counts: counts.into_iter().map(|(class, key, n)| (class, count(key, n))).collect(),
        errors: plan.errors.iter().take(SHOWN).map(|error| error.message(lang)).collect(),
        more: plan.errors.len().saturating_sub(SHOWN),
        unknown: plan
            .unknown
            .iter()
            .take(SHOWN)
            .map(|(kind, name, n)| {
                t!(lang, "import-unknown-line", kind = kind_name(lang, kind), name = name.clone(), n = *n)
            })
            .collect(),
        lines: rows.iter().take(SHOWN).map(|row| line(row, lang)).collect(),
        rest: rows.len().saturating_sub(SHOWN),
        hidden,
        base,
        wrong: wrong > 0,
        ready: !plan.changes.is_empty(),
        conflict,
    })
}

fn columns(mapping: &Mapping, sheet: &app::exchange::Sheet, lang: Lang) -> Vec<Column> {
    let known = mapping.of_kind().map(targets).unwrap_or_default();
    let column = |(at, (head, key)): (usize, &(String, String))| {
        let mut choices = vec![
            (String::new(), t!(lang, "import-nothing"), key.is_empty()),
            ("id".to_owned(), t!(lang, "exchange-col-id"), key == "id"),
        ];
        choices.extend(known.iter().map(|path| {
            let own = path.key();
            let chosen = own == *key;
            (own, path.name(lang, &mapping.kind), chosen)
        }));
        let examples = sheet.rows.iter().map(|row| row.cell(at).to_string()).filter(|text| !text.is_empty());
        Column {
            name: format!("c{at}"),
            head: if head.is_empty() { format!("#{}", at + 1) } else { head.clone() },
            example: examples
                .take(2)
                .map(|text| text.chars().take(40).collect::<String>())
                .collect::<Vec<_>>()
                .join(" · "),
            choices,
        }
    };
    mapping.columns.iter().enumerate().take(COLUMNS).map(column).collect()
}

fn line(row: &app::exchange::Planned, lang: Lang) -> Line {
    let (class, word, differences) = match &row.outcome {
        Outcome::Added(differences) => ("good", "added", differences.clone()),
        Outcome::Changed(differences) => ("risk", "changed", differences.clone()),
        Outcome::Unchanged => ("quiet", "same", Vec::new()),
        Outcome::Wrong => ("bad", "wrong", Vec::new()),
    };
    let outcome = t!(lang, &format!("import-is-{word}"));
    Line { row: row.row, class, outcome, title: row.title.clone(), id: row.id.clone(), differences }
}
