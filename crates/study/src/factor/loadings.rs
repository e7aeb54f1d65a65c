//! Loadings as tables.

use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};
use stats::factor::Loadings;

/// Smaller loadings are left out of the table for people.
pub const SALIENT: f64 = 0.3;

/// Names of factors: `F1`, `F2`, …; of components `PC1`.
pub fn factor_names(mark: &str, count: usize) -> Vec<String> {
    (1..=count).map(|at| format!("{mark}{at}")).collect()
}

/// A table whose rows are made one by one.
pub fn sheet(name: &str, title: String, heads: Vec<Head>, rows: Vec<Vec<Value>>, style: Style) -> Sheet {
    Sheet { name: name.to_owned(), title, heads, rows, style, note: String::new() }
}

/// For each column: the factor it loads on most; columns of one factor stand together, the greatest loading first.
pub fn order(loadings: &Loadings) -> Vec<usize> {
    let best = |row: usize| {
        let all = (0..loadings.ncols()).map(|col| (col, loadings[(row, col)].abs()));
        all.fold((0, f64::MIN), |best, one| if one.1 > best.1 { one } else { best })
    };
    let mut order: Vec<usize> = (0..loadings.nrows()).collect();
    order.sort_by(|&a, &b| {
        let ((fa, la), (fb, lb)) = (best(a), best(b));
        fa.cmp(&fb).then(lb.total_cmp(&la))
    });
    order
}

/// One row for each column, small loadings blank; what stands behind the loadings is given by `after`.
pub fn wide(
    lang: Lang,
    names: &[String],
    factors: &[String],
    loadings: &Loadings,
    after: &[(Head, Vec<f64>)],
) -> Sheet {
    let mut heads = vec![Head::new("term", t!(lang, "stats-factor-head-item"))];
    heads.extend(factors.iter().map(|name| Head::new(name.to_lowercase(), name)));
    heads.extend(after.iter().map(|(head, _)| head.clone()));
    let cell = |x: f64| match x.abs() < SALIENT {
        true => Value::Text(String::new()),
        false => Value::Fixed(x, 2),
    };
    let rows = order(loadings).into_iter().map(|row| {
        let mut cells = vec![Value::Text(names[row].clone())];
        cells.extend((0..factors.len()).map(|col| cell(loadings[(row, col)])));
        cells.extend(after.iter().map(|(_, values)| Value::Fixed(values[row], 2)));
        cells
    });
    let title = t!(lang, "stats-factor-loadings");
    let note = t!(lang, "stats-factor-loadings-note", cut = SALIENT);
    Sheet { note, ..sheet("loadings", title, heads, rows.collect(), Style::People) }
}

/// A further column by its key, and its figure for a row and a factor.
pub type More<'a> = (&'a str, &'a dyn Fn(usize, usize) -> f64);

/// One row for each column and factor.
pub fn tidy(
    lang: Lang,
    names: &[String],
    factors: &[String],
    loadings: &Loadings,
    more: &[More<'_>],
) -> Sheet {
    let mut heads = vec![
        Head::new("term", t!(lang, "stats-factor-head-item")),
        Head::new("factor", t!(lang, "stats-factor-head-factor")),
        Head::new("estimate", t!(lang, "stats-factor-head-loading")),
    ];
    heads.extend(more.iter().map(|(name, _)| Head::new(*name, *name)));
    let mut rows = Vec::new();
    for (row, term) in names.iter().enumerate() {
        for (col, factor) in factors.iter().enumerate() {
            let mut cells = vec![
                Value::Text(term.clone()),
                Value::Text(factor.clone()),
                Value::Number(loadings[(row, col)]),
            ];
            cells.extend(more.iter().map(|(_, f)| Value::Number(f(row, col))));
            rows.push(cells);
        }
    }
    sheet("tidy", t!(lang, "stats-factor-loadings"), heads, rows, Style::Machine)
}

/// Scores, a row for each row of the data.
pub fn augment(lang: Lang, factors: &[String], scores: &[Vec<f64>]) -> Option<Sheet> {
    let height = scores.first()?.len();
    let mut heads = vec![Head::new("row", t!(lang, "stats-factor-head-row"))];
    heads.extend(factors.iter().map(|name| Head::new(format!("fitted_{}", name.to_lowercase()), name)));
    let rows = (0..height).map(|row| {
        let mut cells = vec![Value::Count(row as u64 + 1)];
        cells.extend(scores.iter().map(|column| Value::Number(column[row])));
        cells
    });
    Some(sheet("augment", t!(lang, "stats-factor-scores"), heads, rows.collect(), Style::Machine))
}

/// A square table of correlations between factors.
pub fn square(name: &str, title: String, names: &[String], cells: &Loadings) -> Sheet {
    let mut heads = vec![Head::new("term", "")];
    heads.extend(names.iter().map(|name| Head::new(name.to_lowercase(), name)));
    let rows = names.iter().enumerate().map(|(row, term)| {
        let mut line = vec![Value::Text(term.clone())];
        line.extend((0..names.len()).map(|col| Value::Fixed(cells[(row, col)], 3)));
        line
    });
    sheet(name, title, heads, rows.collect(), Style::Rows)
}

/// A single row of figures with their keys and headings.
pub fn facts(name: &str, title: String, cells: Vec<(&str, String, Value)>) -> Sheet {
    let (mut heads, mut row) = (Vec::new(), Vec::new());
    for (key, head, value) in cells {
        heads.push(Head::new(key, head));
        row.push(value);
    }
    sheet(name, title, heads, vec![row], Style::Facts)
}
