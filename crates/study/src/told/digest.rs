//! An answer in short.

use super::{Sheet, Told, Value};

/// So many rows of the main table stand in an answer in short.
const ROWS: usize = 12;

/// An answer in short, the same in every language: `n = 153; Ozone ~ Temp 0.70*`. An estimate has two significant digits, and
/// a star where chance alone would bring it in less than one case of twenty; what is smaller than that is no change worth a
/// person's time.
pub fn digest(told: &Told) -> String {
    let mut parts = Vec::new();
    let count = |sheet: &Sheet| {
        let at = sheet.heads.iter().position(|head| matches!(head.name.as_str(), "n" | "nobs"))?;
        match sheet.rows.first()?.get(at)? {
            Value::Count(n) => Some(format!("n = {n}")),
            _ => None,
        }
    };
    parts.extend(told.sheet("glance").and_then(count));
    let tidy = told.sheet("tidy");
    for row in tidy.into_iter().flat_map(|sheet| sheet.rows.iter().take(ROWS)) {
        parts.extend(tidy.and_then(|sheet| line(sheet, row)));
    }
    let more = tidy.map_or(0, |sheet| sheet.rows.len().saturating_sub(ROWS));
    if more > 0 {
        parts.push(format!("+ {more}"));
    }
    parts.join("; ")
}

/// `Ozone ~ Temp 0.70*`
fn line(sheet: &Sheet, row: &[Value]) -> Option<String> {
    let at = |name: &str| sheet.heads.iter().position(|head| head.name == name);
    let figure =
        ["estimate", "loading", "size", "mean", "statistic"].iter().find_map(|name| row.get(at(name)?));
    let named = ["term", "x", "y", "outcome", "group", "cluster", "factor"]
        .iter()
        .filter_map(|name| row.get(at(name)?));
    let names: Vec<String> = named
        .filter_map(|value| match value {
            Value::Text(text) => Some(text.clone()),
            Value::Count(number) => Some(number.to_string()),
            _ => None,
        })
        .collect();
    let text = match figure? {
        Value::Number(x) | Value::Fixed(x, _) | Value::Share(x) if x.is_finite() => two(*x),
        Value::Count(count) => count.to_string(),
        _ => "—".to_owned(),
    };
    let p = ["p_adjusted", "p_value"].iter().find_map(|name| row.get(at(name)?));
    let star = if matches!(p, Some(Value::P(p)) if *p < 0.05) { "*" } else { "" };
    Some(format!("{} {text}{star}", names.join(" ~ ")))
}

/// Two significant digits.
fn two(x: f64) -> String {
    let rounded: f64 = format!("{x:.1e}").parse().unwrap_or(x);
    if rounded.abs() >= 1e6 || (rounded != 0.0 && rounded.abs() < 1e-4) {
        format!("{rounded:e}")
    } else {
        rounded.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Head, Style};

    fn told(estimate: f64, p: f64) -> Told {
        let heads = ["x", "y", "estimate", "p_value"].map(|name| Head::new(name, name)).to_vec();
        let row = vec![
            Value::Text("a".to_owned()),
            Value::Text("b".to_owned()),
            Value::Number(estimate),
            Value::P(p),
        ];
        let tidy = Sheet { name: "tidy".to_owned(), heads, rows: vec![row], ..Sheet::default() };
        let glance = Sheet {
            name: "glance".to_owned(),
            heads: vec![Head::new("n", "n")],
            rows: vec![vec![Value::Count(9)]],
            style: Style::Facts,
            ..Sheet::default()
        };
        Told { sheets: vec![tidy, glance], ..Told::default() }
    }

    #[test]
    fn it_changes_with_what_matters_only() {
        assert_eq!(digest(&told(0.7012, 0.01)), "n = 9; a ~ b 0.7*");
        assert_eq!(digest(&told(0.7012, 0.01)), digest(&told(0.7049, 0.03)));
        assert_ne!(digest(&told(0.7012, 0.01)), digest(&told(0.7012, 0.06)));
        assert_eq!(digest(&told(f64::NAN, 0.5)), "n = 9; a ~ b —");
    }
}
