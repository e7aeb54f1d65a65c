//! What is shown of a file of figures.

use super::look::Step;
use super::mapped::original;
use crate::frame::{Frame, page as render};
use crate::pages::states;
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use app::exchange::Sheet;
use app::figures::named_imports;
use askama::Template;
use axum::response::{IntoResponse, Response};
use control::{Aggregate, Mapping, Mends, SeenColumn};
use department::Element;
use jiff::civil::Date;
use locale::{Lang, date, t};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many faulty cells are shown with a place to mend them, and so many columns are asked about; all are counted.
const SHOWN: usize = 100;
const COLUMNS: usize = 200;
/// Where there are more choices than this KPIs are typed, with suggestions, and not chosen from lists.
const CHOICES: usize = 6_000;

/// A choice: its value, its name, whether it is chosen.
type Choice = (String, String, bool);

/// A column of the file, and whose figures it holds.
struct Column {
    at: usize,
    name: String,
    head: String,
    example: String,
    kpi: String,
}

/// A cell that is mended or is to be.
struct Cell {
    row: usize,
    at: usize,
    place: String,
    problem: String,
    text: String,
    /// Whether it is the first of its row, beside which the row is left out.
    first: bool,
    skipped: bool,
}

impl Cell {
    /// Whether it stands for a whole row that is left out.
    fn alone(&self) -> bool {
        self.at == usize::MAX
    }
}

/// The figures of a KPI that would be kept.
struct Line {
    href: String,
    name: String,
    count: usize,
    span: String,
    added: usize,
    revised: usize,
    last: String,
}

#[derive(Template)]
#[template(path = "pages/measure/look.html")]
struct Page {
    frame: Frame,
    token: String,
    file: String,
    dialect: String,
    alert: String,
    /// The sheets of a workbook, and the one that is shown.
    sheets: Vec<Choice>,
    sheet: String,
    forms: Vec<Choice>,
    form: &'static str,
    saved: Vec<Choice>,
    was: String,
    dates: Vec<Choice>,
    names: Vec<Choice>,
    values: Vec<Choice>,
    year: String,
    aggregates: Vec<Choice>,
    shares: bool,
    columns: Vec<Column>,
    /// The KPIs, by id.
    kpis: Vec<(String, String)>,
    typed: bool,
    /// What the file calls things, how often, and what it is taken for.
    unknown: Vec<(String, usize, String)>,
    notes: Vec<String>,
    cells: Vec<Cell>,
    errors: usize,
    more: usize,
    lines: Vec<Line>,
    total: usize,
    empty: usize,
    remember: String,
}

/// The page of a file that is being looked at.
pub(super) async fn shown(
    visit: &Visit,
    token: &str,
    step: Step,
    alert: String,
) -> Result<Response, Problem> {
    let (lang, view) = (visit.lang, &*visit.view);
    let named = named_imports(visit.workspace.store()).await.map_err(|error| Problem::of(error, lang))?;
    let Step { upload, sheet, seen, mapping, mends, plan, name } = &step;
    let (alert, preview) = match plan {
        Ok(plan) => (alert, Some(&plan.preview)),
        Err(error) => (error.message(lang), None),
    };
    let choice = |word: &str, name: String, on: bool| (word.to_owned(), name, on);
    let forms = control::Form::ALL.map(|one| {
        let name = t!(lang, &format!("measurements-form-{}", one.word()));
        choice(one.word(), name, one == mapping.form)
    });
    let aggregates = Aggregate::ALL.map(|one| {
        let name = t!(lang, &format!("aggregate-{}", one.word()));
        choice(one.word(), name, mapping.aggregate == Some(one))
    });
    let (shown, all) = sheet.dialect.sheets().unwrap_or(("", &[]));
    // Of one sheet there is nothing to choose.
    let sheets = all.iter().filter(|_| all.len() > 1);
    let pick = |on: &str| -> Vec<Choice> {
        let same = |name: &str| name.trim().to_lowercase() == on.trim().to_lowercase();
        seen.iter().take(COLUMNS).map(|one| choice(&one.name, titled(one), same(&one.name))).collect()
    };
    let kpis: Vec<(String, String)> =
        view.department().kpis.iter().map(|kpi| (kpi.id().to_owned(), kpi.title().to_owned())).collect();
    let unknown = preview.map_or(&[][..], |preview| &preview.unknown);
    let asked = seen.len().min(COLUMNS) + unknown.len() + mapping.names.len();
    let page = Page {
        frame: visit.frame(t!(lang, "measurements-import")),
        token: token.to_owned(),
        file: upload.name.clone(),
        dialect: sheet.dialect.message(lang),
        alert,
        sheets: sheets.map(|sheet| choice(sheet, sheet.clone(), sheet == shown)).collect(),
        sheet: mapping.sheet.clone(),
        forms: forms.into(),
        form: mapping.form.word(),
        saved: named.iter().map(|(known, _)| choice(known, known.clone(), known == name)).collect(),
        was: name.clone(),
        dates: pick(&mapping.date),
        names: pick(&mapping.name),
        values: pick(&mapping.value),
        year: mapping.year.map_or_else(String::new, |year| year.to_string()),
        aggregates: aggregates.into(),
        shares: mapping.shares,
        columns: columns(seen, mapping),
        typed: asked * kpis.len() > CHOICES,
        kpis,
        unknown: meant(unknown, mapping),
        notes: preview.map_or_else(Vec::new, |one| one.notes.iter().map(|note| note.message(lang)).collect()),
        cells: preview.map_or_else(Vec::new, |preview| cells(preview, (sheet, seen), mends, lang)),
        errors: preview.map_or(0, |preview| preview.errors.len()),
        more: preview.map_or(0, |preview| preview.errors.len().saturating_sub(SHOWN)),
        lines: preview.map_or_else(Vec::new, |preview| lines(preview, view, lang)),
        total: preview.map_or(0, |preview| preview.measurements.len()),
        empty: preview.map_or(0, |preview| preview.empty),
        remember: name.clone(),
    };
    Ok(render(&page)?.into_response())
}

/// A column with what stands in it.
fn titled(column: &SeenColumn) -> String {
    let example = column.examples.first().map_or("", String::as_str);
    let short: String = example.chars().take(24).collect();
    if short.is_empty() { column.name.clone() } else { format!("{} ({short})", column.name) }
}

/// The columns of a wide table.
fn columns(seen: &[SeenColumn], mapping: &Mapping) -> Vec<Column> {
    if mapping.form != control::Form::Wide {
        return Vec::new();
    }
    let same =
        |one: &str, other: &str| one == other || one.trim().to_lowercase() == other.trim().to_lowercase();
    let column = |(at, column): (usize, &SeenColumn)| {
        let place = format!("#{}", at + 1);
        let kpi = mapping.kpis.iter().find(|(_, name)| same(name, &column.name) || *name == place);
        let examples = column.examples.iter().map(|text| text.chars().take(40).collect::<String>());
        Column {
            at,
            name: column.name.clone(),
            head: if column.head.is_empty() { place } else { column.head.clone() },
            example: examples.collect::<Vec<_>>().join(" · "),
            kpi: kpi.map_or_else(String::new, |(id, _)| id.clone()),
        }
    };
    let all = seen.iter().take(COLUMNS).enumerate().filter(|(_, one)| !same(&one.name, &mapping.date));
    all.map(column).collect()
}

/// The names that are asked about, with the KPI that each is taken for.
fn meant(unknown: &[(String, usize)], mapping: &Mapping) -> Vec<(String, usize, String)> {
    let word = |id: &String| if id.is_empty() { "-".to_owned() } else { id.clone() };
    let said: BTreeMap<&str, &String> = mapping.names.iter().map(|(name, id)| (&**name, id)).collect();
    let open = unknown
        .iter()
        .map(|(name, rows)| (name.clone(), *rows, said.get(&**name).map_or_else(String::new, |id| word(id))));
    let known: BTreeSet<&str> = unknown.iter().map(|(name, _)| &**name).collect();
    let rest = mapping.names.iter().filter(|(name, _)| !known.contains(&**name));
    open.chain(rest.map(|(name, id)| (name.clone(), 0, word(id)))).collect()
}

/// The cells that cannot be read, and behind them what was mended and left out.
fn cells(
    preview: &control::Preview,
    (sheet, seen_columns): (&Sheet, &[SeenColumn]),
    mends: &Mends,
    lang: Lang,
) -> Vec<Cell> {
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut rows: BTreeSet<usize> = BTreeSet::new();
    let mut cells = Vec::new();
    let place = |row: usize, column: &str| match row {
        0 => t!(lang, "measurements-place-head", column = column),
        row => t!(lang, "measurements-place", row = row.to_string(), column = column),
    };
    for error in preview.errors.iter().take(SHOWN) {
        if !seen.insert((error.row, error.at)) {
            continue;
        }
        let typed = mends.corrections.get(&(error.row, error.at)).cloned();
        cells.push(Cell {
            row: error.row,
            at: error.at,
            place: place(error.row, &error.column),
            problem: error.problem.message(lang, &error.value),
            text: typed.unwrap_or_else(|| original(sheet, error.row, error.at)),
            first: error.row > 0 && rows.insert(error.row),
            skipped: false,
        });
    }
    let head = |at: usize| seen_columns.get(at).map(|column| column.name.clone());
    for ((row, at), text) in &mends.corrections {
        if seen.insert((*row, *at)) {
            let skipped = mends.skipped.contains(row);
            cells.push(Cell {
                row: *row,
                at: *at,
                place: place(*row, &head(*at).unwrap_or_else(|| format!("#{}", at + 1))),
                problem: t!(lang, "measurements-mended", was = original(sheet, *row, *at)),
                text: text.clone(),
                first: *row > 0 && rows.insert(*row),
                skipped,
            });
        }
    }
    for row in mends.skipped.iter().filter(|row| rows.insert(**row)) {
        let at = usize::MAX;
        let (place, problem) = (t!(lang, "measurements-row", row = row.to_string()), String::new());
        cells.push(Cell { row: *row, at, place, problem, text: String::new(), first: true, skipped: true });
    }
    cells
}

/// What would be kept, a KPI a line.
fn lines(preview: &control::Preview, view: &View, lang: Lang) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for figures in preview.measurements.chunk_by(|one, next| one.kpi == next.kpi) {
        let (Some(first), Some(last)) = (figures.first(), figures.last()) else { continue };
        let Some(kpi) = view.department().kpis.get(&first.kpi) else { continue };
        let known = view.figures.known.get(&*first.kpi);
        let known: HashMap<Date, (f64, bool)> = known.map_or_else(HashMap::new, |known| {
            let each = known.series.points.iter().zip(&known.synthetic);
            each.map(|(point, synthetic)| (point.date, (point.value, *synthetic))).collect()
        });
        let count = |is: fn(Option<&(f64, bool)>, f64) -> bool| {
            figures.iter().filter(|one| is(known.get(&one.date), one.value)).count()
        };
        lines.push(Line {
            href: states::href(kpi),
            name: kpi.title().to_owned(),
            count: figures.len(),
            span: match first.date == last.date {
                true => date(lang, first.date),
                false => format!("{} – {}", date(lang, first.date), date(lang, last.date)),
            },
            added: count(|known, _| known.is_none()),
            revised: count(|known, value| known.is_some_and(|known| *known != (value, false))),
            last: states::figure(lang, last.value, &kpi.unit),
        });
    }
    lines
}
