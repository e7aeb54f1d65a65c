//! The form of a preview as a mapping and mends.

use crate::pages::edit::Form;
use control::{Aggregate, Mapping, Mends, guess, guess_form};
use department::{Department, Element};
use locale::Lang;

/// The mapping that a form says; of one that says nothing, or another form of table than its columns were chosen for, what
/// the table seems to be.
pub(super) fn mapping(form: &Form, department: &Department, sheet: &app::exchange::Sheet) -> Mapping {
    let of_sheet = form.one("sheet").to_owned();
    let wanted = control::Form::parse(form.one("form")).filter(|_| of_sheet == form.one("of-sheet"));
    let Some(wanted) = wanted else { return Mapping { sheet: of_sheet, ..guess(department, sheet) } };
    let options = |mapping: Mapping| Mapping {
        year: form.one("year").parse().ok().filter(|year| (1990..2200).contains(year)),
        aggregate: Aggregate::parse(form.one("aggregate")),
        shares: !form.one("shares").is_empty(),
        names: names(form, department),
        sheet: of_sheet.clone(),
        ..mapping
    };
    if form.one("of") != wanted.word() {
        return Mapping { aggregate: None, ..options(guess_form(department, sheet, wanted)) };
    }
    let kpis = form.below("c").filter_map(|(column, text)| {
        let kpi = kpi(department, text)?;
        Some((kpi, form.one(&format!("h.{column}")).to_owned()))
    });
    options(Mapping {
        form: wanted,
        date: form.one("date").to_owned(),
        name: form.one("name").to_owned(),
        value: form.one("value").to_owned(),
        kpis: kpis.collect(),
        ..Mapping::default()
    })
}

/// What names of the file mean: `n.1` is a name, `k.1` the KPI.
fn names(form: &Form, department: &Department) -> Vec<(String, String)> {
    let said = form.below("n").filter_map(|(number, name)| {
        let text = form.one(&format!("k.{number}"));
        match text {
            "" => None,
            // Left out by will, and not only because nobody knows it.
            "-" => Some((name.to_owned(), String::new())),
            text => Some((name.to_owned(), kpi(department, text)?)),
        }
    });
    said.collect()
}

/// The id of a KPI that is chosen by id or typed by name.
fn kpi(department: &Department, text: &str) -> Option<String> {
    let by_name = || department.kpis.iter().find(|kpi| kpi.title() == text);
    department.kpis.get(text).or_else(by_name).map(|kpi| kpi.id().to_owned())
}

/// What a form says of faulty cells: `m.5.2` is what is to stand in the third column of row 5, `s.5` leaves the row out.
pub(super) fn mends(form: &Form, sheet: &app::exchange::Sheet, lang: Lang) -> Mends {
    let mut mends = Mends { lang, ..Mends::default() };
    for (name, text) in form.below("m") {
        let Some((row, column)) = name.split_once('.') else { continue };
        let (Ok(row), Ok(column)) = (row.parse(), column.parse()) else { continue };
        if original(sheet, row, column) != text {
            mends.corrections.insert((row, column), text.chars().take(500).collect());
        }
    }
    mends.skipped = form.below("s").filter_map(|(row, _)| row.parse().ok()).collect();
    mends
}

/// What stands in a cell of the file, as it is shown.
pub(super) fn original(sheet: &app::exchange::Sheet, row: usize, column: usize) -> String {
    if row == 0 {
        return sheet.header.get(column).map_or_else(String::new, |head| head.trim().to_owned());
    }
    let found = sheet.rows.binary_search_by_key(&row, |row| row.number).ok();
    found.and_then(|at| sheet.rows.get(at)).map_or_else(String::new, |row| row.cell(column).to_string())
}
