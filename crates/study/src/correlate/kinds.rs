//! Two columns alone: the methods that take each pair by itself.

use stats::correlate::{
    Ask, Coefficient, Correlation, Steps, contingency, crossed, distance, point_biserial, polychoric,
    polyserial, steps,
};
use stats::{Column, Error, Values};

/// A coefficient with its error as a correlation, tested by its normal approximation.
fn tested(
    estimate: f64,
    (low, high): (f64, f64),
    level: f64,
    statistic: (f64, &'static str),
    p: f64,
    n: usize,
    rows: usize,
) -> Correlation {
    let (statistic, statistic_name) = statistic;
    let (df, exact, dropped) = (None, false, rows - n.min(rows));
    Correlation { estimate, low, high, level, statistic, statistic_name, df, p_value: p, exact, n, dropped }
}

/// What lies behind two columns of steps.
pub(super) fn latent(a: &Column, b: &Column, level: f64) -> Result<Correlation, Error> {
    let (x, y) = (steps(a)?, steps(b)?);
    let separated = |error| match error {
        Error::Separated { .. } => Error::Separated { column: format!("{} × {}", a.name, b.name) },
        error => error,
    };
    let found = polychoric(&crossed(&x, &y), Steps::Two, 0.0).map_err(separated)?;
    let z = found.estimate / found.std_error;
    let reach = stats::dist::Normal.isf(0.5 * (1.0 - level)) * found.std_error;
    let ends = ((found.estimate - reach).max(-1.0), (found.estimate + reach).min(1.0));
    let p = stats::dist::Normal.two_sided(z);
    Ok(tested(found.estimate, ends, level, (z, "z"), p, found.n as usize, x.len()))
}

fn figures(column: &Column) -> Result<&[f64], Error> {
    match &column.values {
        Values::Number(values) => Ok(values),
        Values::Factor { .. } => Err(Error::Kind { column: column.name.clone(), need: "number" }),
    }
}

/// The distance correlation of figures.
pub(super) fn by_distance(
    a: &Column,
    b: &Column,
    permutations: usize,
    seed: u64,
) -> Result<Correlation, Error> {
    let (x, y) = (figures(a)?, figures(b)?);
    let found = distance((&a.name, x), (&b.name, y), permutations, seed)?;
    let no = (f64::NAN, f64::NAN);
    Ok(tested(found.estimate, no, f64::NAN, (found.statistic, "nV²"), found.p_value, found.n, x.len()))
}

/// Cramér's V of words.
pub(super) fn cramer(a: &Column, b: &Column) -> Result<Correlation, Error> {
    let codes = |column: &Column| -> Result<Vec<u32>, Error> {
        let code = |code: Option<usize>| code.map_or(stats::MISSING, |code| code as u32);
        Ok(steps(column)?.into_iter().map(code).collect())
    };
    let (x, y) = (codes(a)?, codes(b)?);
    let found = contingency((&a.name, &x), (&b.name, &y))?;
    let no = (f64::NAN, f64::NAN);
    let mut pair =
        tested(found.cramer, no, f64::NAN, (found.statistic, "χ²"), found.p_value, found.n, x.len());
    pair.df = Some(found.df as f64);
    Ok(pair)
}

/// Of words what lies behind both, of words and figures what lies behind the words, of figures Pearson's r.
pub(super) fn by_kinds(a: &Column, b: &Column, ask: &Ask) -> Result<Correlation, Error> {
    match (&a.values, &b.values) {
        (Values::Number(x), Values::Number(y)) => {
            stats::correlate::correlate(Coefficient::Pearson, (&a.name, x), (&b.name, y), ask)
        }
        (Values::Factor { .. }, Values::Factor { .. }) => latent(a, b, ask.level),
        (Values::Number(x), Values::Factor { codes, .. }) => {
            serial((&a.name, x), (&b.name, codes), ask.level)
        }
        (Values::Factor { codes, .. }, Values::Number(y)) => {
            serial((&b.name, y), (&a.name, codes), ask.level)
        }
    }
}

fn serial(x: (&str, &[f64]), y: (&str, &[u32]), level: f64) -> Result<Correlation, Error> {
    // By maximum likelihood, which has an error.
    let found = polyserial(x, y, Steps::One)?;
    let z = found.estimate / found.std_error;
    let reach = stats::dist::Normal.isf(0.5 * (1.0 - level)) * found.std_error;
    let ends = ((found.estimate - reach).max(-1.0), (found.estimate + reach).min(1.0));
    let p = stats::dist::Normal.two_sided(z);
    Ok(tested(found.estimate, ends, level, (z, "z"), p, found.n, x.1.len()))
}

/// Figures with a column of two values; pairs of figures by Pearson's r.
pub(super) fn with_two(a: &Column, b: &Column, ask: &Ask) -> Result<Correlation, Error> {
    match (&a.values, &b.values) {
        (Values::Number(x), Values::Factor { codes, .. }) => {
            point_biserial((&a.name, x), (&b.name, codes), ask)
        }
        (Values::Factor { codes, .. }, Values::Number(y)) => {
            point_biserial((&b.name, y), (&a.name, codes), ask)
        }
        (Values::Number(_), Values::Number(_)) => by_kinds(a, b, ask),
        _ => Err(Error::Kind { column: b.name.clone(), need: "number" }),
    }
}
