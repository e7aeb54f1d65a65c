//! Each method's own way from the data to a matrix of pairs.

use super::kinds::{by_distance, by_kinds, cramer, latent, with_two};
use super::second::ROWS;
use crate::data::thinned;
use crate::{Data, Fault, Options};
use stats::correlate::{
    Adjust, Alternative, Ask, Coefficient, Correlation, Given, Matrix, Missing, Square, Whole,
    cross_products, matrix, matrix_of_products, partial, semi_partial,
};
use stats::{Column, Error, Frame, Values};

/// What was chosen, once read.
pub(super) struct Chosen {
    pub names: Vec<String>,
    pub whole: Whole,
}

/// The options that all pairs share.
pub(super) fn whole(options: &Options) -> Result<Whole, Fault> {
    let alternative = match options.text("alternative") {
        "greater" => Alternative::Greater,
        "less" => Alternative::Less,
        _ => Alternative::TwoSided,
    };
    let continuity = options.flag("continuity");
    let ask = Ask { level: options.number("level").unwrap_or(0.95), alternative, exact: None, continuity };
    let missing = if options.text("missing") == "listwise" { Missing::Listwise } else { Missing::Pairwise };
    let coefficient = match options.text("method") {
        "spearman" => Coefficient::Spearman,
        "kendall" => Coefficient::Kendall,
        _ => Coefficient::Pearson,
    };
    Ok(Whole { coefficient, missing, adjust: Adjust::of(options.text("adjust"))?, ask })
}

/// The method's own way; with figures, some of their rows for a second look.
pub(super) fn answer(
    data: &Data,
    options: &Options,
    chosen: &Chosen,
    given: &[String],
) -> Result<(&'static str, Matrix, Option<Frame>), Fault> {
    let names: Vec<&str> = chosen.names.iter().map(String::as_str).collect();
    let seed = options.whole("seed").unwrap_or(1);
    Ok(match options.text("method") {
        method @ ("spearman" | "kendall") => {
            let frame = data.frame(&chosen.names)?;
            let name = if method == "spearman" { "spearman" } else { "kendall" };
            (name, matrix(&frame, &names, &chosen.whole)?, Some(thinned(frame, ROWS)?))
        }
        "partial" => {
            let all: Vec<String> = chosen.names.iter().chain(given).cloned().collect();
            let taken: Vec<&str> = given.iter().map(String::as_str).collect();
            let given = if taken.is_empty() { Given::Others } else { Given::These(&taken) };
            ("partial", partial(&data.frame(&all)?, &names, given, &chosen.whole)?, None)
        }
        "polychoric" => {
            ("polychoric", each(data, chosen, |a, b| latent(a, b, chosen.whole.ask.level))?, None)
        }
        "distance" => {
            let permutations = options.whole("permutations").unwrap_or(199) as usize;
            let found = each(data, chosen, |a, b| by_distance(a, b, permutations, seed))?;
            ("distance", found, Some(thinned(data.frame(&chosen.names)?, ROWS)?))
        }
        "cramer" => ("cramer", each(data, chosen, cramer)?, None),
        "mixed" => ("mixed", each(data, chosen, |a, b| by_kinds(a, b, &chosen.whole.ask))?, None),
        "point-biserial" => {
            ("point-biserial", each(data, chosen, |a, b| with_two(a, b, &chosen.whole.ask))?, None)
        }
        // In one pass over any number of rows.
        _ => {
            let blocks = data.sampled(&chosen.names, ROWS)?;
            let all: Vec<usize> = (0..names.len()).collect();
            let Whole { missing, adjust, ask, .. } = chosen.whole;
            let cross = cross_products(&blocks, &all, missing)?;
            if let Some(at) =
                (0..names.len()).find(|&at| missing == Missing::Pairwise && cross.n(at, at) == 0)
            {
                return Err(Error::Missing { column: chosen.names[at].clone() }.into());
            }
            if missing == Missing::Listwise && cross.complete < 3 {
                return Err(Error::TooFew { what: "rows", have: cross.complete, need: 3 }.into());
            }
            ("pearson", matrix_of_products(&cross, missing, adjust, &ask), Some(blocks.frame()?))
        }
    })
}

/// A matrix of what is found for each pair alone.
fn each(
    data: &Data,
    chosen: &Chosen,
    find: impl Fn(&Column, &Column) -> Result<Correlation, Error>,
) -> Result<Matrix, Fault> {
    let frame = data.frame(&chosen.names)?;
    let names: Vec<&str> = chosen.names.iter().map(String::as_str).collect();
    let complete = frame.complete(&names)?;
    let rows = frame.rows();
    let kept;
    let frame = match chosen.whole.missing {
        Missing::Pairwise => &frame,
        Missing::Listwise => {
            kept = rows_of(&frame, &complete)?;
            &kept
        }
    };
    let columns = frame.columns();
    let mut found = Vec::new();
    for (at, a) in columns.iter().enumerate() {
        for b in &columns[at + 1..] {
            found.push(find(a, b)?);
        }
    }
    Ok(Matrix::of(chosen.names.clone(), found, &chosen.whole, rows, complete.len()))
}

fn rows_of(frame: &Frame, rows: &[usize]) -> Result<Frame, Error> {
    let column = |column: &Column| {
        let values = match &column.values {
            Values::Number(values) => Values::Number(rows.iter().map(|&row| values[row]).collect()),
            Values::Factor { codes, levels, ordered } => Values::Factor {
                codes: rows.iter().map(|&row| codes[row]).collect(),
                levels: levels.clone(),
                ordered: *ordered,
            },
        };
        Column { name: column.name.clone(), values }
    };
    Frame::new(frame.columns().iter().map(column).collect())
}

/// Semi-partial correlations beside the partial ones.
pub(super) fn semi(data: &Data, chosen: &Chosen, given: &[String]) -> Result<Square, Fault> {
    let all: Vec<String> = chosen.names.iter().chain(given).cloned().collect();
    let names: Vec<&str> = chosen.names.iter().map(String::as_str).collect();
    let taken: Vec<&str> = given.iter().map(String::as_str).collect();
    let given = if taken.is_empty() { Given::Others } else { Given::These(&taken) };
    Ok(semi_partial(&data.frame(&all)?, &names, given, &chosen.whole)?)
}
