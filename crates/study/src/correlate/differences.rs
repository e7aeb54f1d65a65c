//! Whether correlations differ: of one column with several others, or of a pair in several groups of rows.

use crate::{Data, Fault, Head, Sheet, Style, Value};
use locale::{Lang, number, t};
use stats::correlate::{
    Adjust, Ask, Coefficient, Difference, Matrix, Missing, adjust, correlate, cross_products, independent,
    matrix_of_products, shared, steps,
};
use stats::{Column, Error, Values};

/// More columns than these make more comparisons than anyone reads.
const MOST: usize = 12;
/// More groups likewise.
const GROUPS: usize = 8;
/// So many are told in words.
const TOLD: usize = 4;

/// Two correlations held against each other.
pub(super) struct Compared {
    /// What is correlated with either, or which pair in either group.
    of: String,
    left: Side,
    right: Side,
    test: Difference,
    p_adjusted: f64,
}

/// A correlation.
#[derive(Clone)]
struct Side {
    name: String,
    r: f64,
    n: usize,
}

/// The correlations of the first column with each of the others, each against each: Williams's t, for they share rows and a
/// column. Where values are missing it takes the rows that have all three columns: only there do the two share their rows.
pub(super) fn with_first(
    data: &Data,
    found: &Matrix,
    (how, level): (Adjust, f64),
) -> Result<Vec<Compared>, Fault> {
    let names = &found.names;
    if !(3..=MOST).contains(&names.len()) {
        return Ok(Vec::new());
    }
    let mut compared = Vec::new();
    for a in 1..names.len() {
        for b in a + 1..names.len() {
            let Some(([one, two, both], n)) = triple(data, found, (a, b))? else { continue };
            // Columns that are the same, or that do not vary, cannot be told apart.
            if let Ok(test) = shared(one, two, both, n, level) {
                let side = |at: usize, r: f64| Side { name: names[at].clone(), r, n };
                let (left, right) = (side(a, one), side(b, two));
                compared.push(Compared { of: names[0].clone(), left, right, test, p_adjusted: f64::NAN });
            }
        }
    }
    Ok(adjusted(compared, how))
}

/// The correlations of the first column with two others and of these with each other, over the rows that have all three.
fn triple(data: &Data, found: &Matrix, (a, b): (usize, usize)) -> Result<Option<([f64; 3], usize)>, Fault> {
    let pair = |x: usize, y: usize| found.pairs.iter().find(|pair| (pair.x, pair.y) == (x, y));
    let (Some(one), Some(two), Some(both)) = (pair(0, a), pair(0, b), pair(a, b)) else { return Ok(None) };
    let all = [one.found, two.found, both.found];
    // Pairs that have no more rows than are complete rest on those already.
    if all.iter().all(|pair| pair.n == found.complete) {
        return Ok(Some((all.map(|pair| pair.estimate), found.complete)));
    }
    let names = [0, a, b].map(|at| found.names[at].clone());
    let blocks = data.blocks(&names)?;
    let cross = cross_products(blocks.as_ref(), &[0, 1, 2], Missing::Listwise)?;
    let part = matrix_of_products(&cross, Missing::Listwise, Adjust::None, &Ask::default());
    Ok(match part.pairs.as_slice() {
        [one, two, both] => Some(([one, two, both].map(|pair| pair.found.estimate), cross.complete)),
        _ => None,
    })
}

/// Each pair's correlation in each group of rows against that in each other group: Fisher's z.
pub(super) fn between_groups(
    data: &Data,
    names: &[String],
    by: &str,
    (how, level): (Adjust, f64),
) -> Result<Vec<Compared>, Fault> {
    if names.len() > MOST {
        let (name, value) = ("columns".to_owned(), names.len().to_string());
        return Err(Fault::Choice { name, value, allowed: format!("2 … {MOST}, --between {by}") });
    }
    let all: Vec<String> = names.iter().cloned().chain([by.to_owned()]).collect();
    let frame = data.frame(&all)?;
    let groups = frame.column(by)?;
    let codes = steps(groups)?;
    let labels = labels(groups, &codes);
    if !(2..=GROUPS).contains(&labels.len()) {
        let (name, value) = ("between".to_owned(), format!("{by}: {}", labels.len()));
        return Err(Fault::Choice { name, value, allowed: format!("2 … {GROUPS}") });
    }
    let mut found = Vec::new();
    for (at, x) in names.iter().enumerate() {
        for y in &names[at + 1..] {
            let (xs, ys) = (frame.numbers(x)?, frame.numbers(y)?);
            let side = |(code, label): &(usize, String)| -> Result<Side, Error> {
                let rows = codes.iter().enumerate().filter(|(_, own)| **own == Some(*code));
                let (a, b): (Vec<f64>, Vec<f64>) = rows.map(|(row, _)| (xs[row], ys[row])).unzip();
                let found = correlate(Coefficient::Pearson, (x, &a), (y, &b), &Ask::default())?;
                Ok(Side { name: label.clone(), r: found.estimate, n: found.n })
            };
            // A group of too few rows says nothing; the others do.
            let sides: Vec<Side> = labels.iter().filter_map(|group| side(group).ok()).collect();
            for (at, left) in sides.iter().enumerate() {
                for right in &sides[at + 1..] {
                    if let Ok(test) = independent(left.r, left.n, right.r, right.n, level) {
                        let (left, right) = (left.clone(), right.clone());
                        found.push(Compared {
                            of: format!("{x} × {y}"),
                            left,
                            right,
                            test,
                            p_adjusted: f64::NAN,
                        });
                    }
                }
            }
        }
    }
    Ok(adjusted(found, how))
}

/// The codes that occur, with what they stand for.
fn labels(column: &Column, codes: &[Option<usize>]) -> Vec<(usize, String)> {
    let mut there: Vec<usize> = codes.iter().flatten().copied().collect();
    there.sort_unstable();
    there.dedup();
    let name = |code: usize| match &column.values {
        Values::Factor { levels, .. } => levels.get(code).cloned().unwrap_or_default(),
        Values::Number(values) => {
            let row = codes.iter().position(|own| *own == Some(code));
            row.and_then(|row| values.get(row)).map_or(String::new(), f64::to_string)
        }
    };
    there.into_iter().map(|code| (code, name(code))).collect()
}

fn adjusted(mut found: Vec<Compared>, how: Adjust) -> Vec<Compared> {
    let p: Vec<f64> = found.iter().map(|one| one.test.p_value).collect();
    found.iter_mut().zip(adjust(&p, how)).for_each(|(one, p)| one.p_adjusted = p);
    found
}

/// The table of differences.
pub(super) fn sheet(found: &[Compared], lang: Lang) -> Option<Sheet> {
    let heads = vec![
        Head::new("of", t!(lang, "correlate-head-of")),
        Head::new("left", t!(lang, "correlate-head-left")),
        Head::new("right", t!(lang, "correlate-head-right")),
        Head::new("estimate_left", "r₁"),
        Head::new("estimate_right", "r₂"),
        Head::new("difference", "r₁ − r₂"),
        Head::new("conf_low", t!(lang, "correlate-head-low")),
        Head::new("conf_high", t!(lang, "correlate-head-high")),
        Head::new("statistic", found.first()?.test.statistic_name),
        Head::new("parameter", t!(lang, "correlate-head-df")),
        Head::new("p_value", t!(lang, "correlate-head-p")),
        Head::new("p_adjusted", t!(lang, "correlate-head-p-adjusted")),
        Head::new("n_left", "n₁"),
        Head::new("n_right", "n₂"),
    ];
    let row = |one: &Compared| {
        vec![
            Value::Text(one.of.clone()),
            Value::Text(one.left.name.clone()),
            Value::Text(one.right.name.clone()),
            Value::Fixed(one.left.r, 3),
            Value::Fixed(one.right.r, 3),
            Value::Fixed(one.test.estimate, 3),
            Value::Fixed(one.test.low, 3),
            Value::Fixed(one.test.high, 3),
            Value::Number(one.test.statistic),
            one.test.df.map_or(Value::Missing, Value::Number),
            Value::P(one.test.p_value),
            Value::P(one.p_adjusted),
            Value::Count(one.left.n as u64),
            Value::Count(one.right.n as u64),
        ]
    };
    let test = match found.first()?.test.method {
        "Williams" => t!(lang, "correlate-williams"),
        _ => t!(lang, "correlate-fisher"),
    };
    let level = number(lang, 100.0 * found.first()?.test.level, 2);
    let note = format!("{test} {}", t!(lang, "correlate-zou", level = level));
    Some(Sheet {
        name: "differences".to_owned(),
        title: t!(lang, "correlate-differences"),
        heads,
        rows: found.iter().map(row).collect(),
        style: Style::Rows,
        note,
    })
}

/// The differences that were shown, the surest first.
pub(super) fn reading(found: &[Compared], lang: Lang) -> Vec<String> {
    if found.is_empty() {
        return Vec::new();
    }
    let mut shown: Vec<&Compared> = found.iter().filter(|one| one.p_adjusted < 0.05).collect();
    if shown.is_empty() {
        return vec![t!(lang, "correlate-no-difference", count = found.len())];
    }
    shown.sort_by(|a, b| a.test.p_value.total_cmp(&b.test.p_value));
    let fixed = |r: f64| Value::Fixed(r, 2).shown(lang);
    let say = |one: &&Compared| {
        let (left, right) = (one.left.name.as_str(), one.right.name.as_str());
        let (r, s) = (fixed(one.left.r), fixed(one.right.r));
        t!(lang, "correlate-differs", of = one.of.as_str(), left = left, right = right, r = r, s = s)
    };
    shown.iter().take(TOLD).map(say).collect()
}
