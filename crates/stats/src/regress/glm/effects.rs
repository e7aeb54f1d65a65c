//! Marginal effects: by how much the mean moves with a variable, on the outcome's own scale.
//!
//! Of a figure it is the slope, of a factor the step from its first level to another. All columns that a variable stands in move
//! with it: its powers, polynomials and interactions. Errors are by the delta method (Greene 2018, section 17.3.2).

use super::Glm;
use super::predict::quadratic;
use crate::dist::{Normal, StudentT};
use crate::regress::formula::{Coding, NewRows, Piece, Recipe};
use crate::regress::weighted::times;
use crate::{Column, Frame, Result, Values};

/// Where an effect is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Where {
    /// At every row, then averaged (AME).
    #[default]
    Average,
    /// At one row whose columns are the means of the design's columns (MEM; statsmodels' `at="mean"`, `mfx`).
    Means,
}

/// A marginal effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The variable.
    pub variable: String,
    /// For a factor: the level that is held against its first.
    pub level: Option<String>,
    /// The effect, in the outcome's units (a probability, a count) for one unit of the variable.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// The estimate by its error.
    pub statistic: f64,
    /// Two-sided.
    pub p_value: f64,
    /// The lower end of its interval.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

/// The marginal effects of every column of the frame that the formula reads; `rows` are the design's rows.
///
/// The slope of a design's column is taken by central differences, extrapolated (Richardson), which is exact for polynomials up to
/// the fourth degree.
pub fn marginal_effects(
    model: &Glm,
    recipe: &Recipe,
    frame: &Frame,
    rows: &[usize],
    covariance: &[Vec<f64>],
    (place, level): (Where, f64),
) -> Result<Vec<Effect>> {
    let frame = only(recipe, frame, rows)?;
    let mut found = Vec::new();
    for column in frame.columns() {
        // Lags look at other rows: a step of all rows at once is what moves them too.
        match &column.values {
            Values::Number(values) if !as_levels(recipe, &column.name) => {
                let step = step_of(values);
                let moved = |by: f64| {
                    let values = values.iter().map(|x| x + by * step).collect();
                    recipe.again(&with(&frame, &column.name, Values::Number(values))?)
                };
                let slope = slopes(&[moved(-1.0)?, moved(1.0)?, moved(-0.5)?, moved(0.5)?], step);
                let base = recipe.again(&frame)?;
                let (estimate, gradient) = slope_effect(model, &base, &slope, place);
                found.push(effect(
                    model,
                    (column.name.clone(), None),
                    estimate,
                    &gradient,
                    covariance,
                    level,
                ));
            }
            Values::Number(values) => {
                let mut levels = values.clone();
                levels.sort_by(f64::total_cmp);
                levels.dedup();
                let set = |value: f64| {
                    recipe.again(&with(&frame, &column.name, Values::Number(vec![value; rows.len()]))?)
                };
                let Some((first, others)) = levels.split_first() else { continue };
                let base = set(*first)?;
                for other in others {
                    let (estimate, gradient) = step_effect(model, &base, &set(*other)?, place);
                    let name = (column.name.clone(), Some(other.to_string()));
                    found.push(effect(model, name, estimate, &gradient, covariance, level));
                }
            }
            Values::Factor { codes, levels, ordered } => {
                let set = |code: usize| {
                    let codes = vec![code as u32; codes.len()];
                    let values = Values::Factor { codes, levels: levels.clone(), ordered: *ordered };
                    recipe.again(&with(&frame, &column.name, values)?)
                };
                let used: Vec<usize> =
                    (0..levels.len()).filter(|&level| codes.contains(&(level as u32))).collect();
                let Some(&first) = used.first() else { continue };
                let first = base_of(recipe, &column.name, levels).unwrap_or(first);
                let base = set(first)?;
                for &other in used.iter().filter(|&&level| level != first) {
                    let (estimate, gradient) = step_effect(model, &base, &set(other)?, place);
                    let name = (column.name.clone(), Some(levels[other].clone()));
                    found.push(effect(model, name, estimate, &gradient, covariance, level));
                }
            }
        }
    }
    Ok(found)
}

/// The columns that the recipe reads, in the rows in use.
fn only(recipe: &Recipe, frame: &Frame, rows: &[usize]) -> Result<Frame> {
    let reads = recipe.reads();
    let kept = frame.columns().iter().filter(|column| reads.contains(&column.name));
    let pick = |column: &Column| Column {
        name: column.name.clone(),
        values: match &column.values {
            Values::Number(values) => Values::Number(rows.iter().map(|&row| values[row]).collect()),
            Values::Factor { codes, levels, ordered } => Values::Factor {
                codes: rows.iter().map(|&row| codes[row]).collect(),
                levels: levels.clone(),
                ordered: *ordered,
            },
        },
    };
    Frame::new(kept.map(pick).collect())
}

fn with(frame: &Frame, name: &str, values: Values) -> Result<Frame> {
    let swap = |column: &Column| match column.name == name {
        true => Column { name: name.to_owned(), values: values.clone() },
        false => column.clone(),
    };
    Frame::new(frame.columns().iter().map(swap).collect())
}

/// Whether a column of figures stands in the formula only as a factor: `factor(day)`.
fn as_levels(recipe: &Recipe, name: &str) -> bool {
    let mut own = recipe.variables.iter().filter(|v| v.expression.names().contains(&name)).peekable();
    own.peek().is_some() && own.all(|v| v.is_factor())
}

/// The base that a formula sets for a factor, as a code of the frame's levels.
fn base_of(recipe: &Recipe, name: &str, levels: &[String]) -> Option<usize> {
    let own = recipe.variables.iter().find(|v| match &v.expression.kind {
        Piece::Call(_, arguments) => arguments.first().is_some_and(|a| a.value.names().contains(&name)),
        _ => v.expression.names().contains(&name),
    })?;
    match &own.coding {
        Coding::Factor { levels: fitted, base, .. } => {
            levels.iter().position(|level| Some(level) == fitted.get(*base))
        }
        _ => None,
    }
}

/// A power of two near a 64th of the spread, so that steps of figures of few digits are exact.
fn step_of(values: &[f64]) -> f64 {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sd = (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt();
    if sd > 0.0 && sd.is_finite() { (sd.log2().floor() - 6.0).exp2() } else { 1.0 / 64.0 }
}

/// Each column's slope: rows moved by −1, 1, −½ and ½ steps.
fn slopes(moved: &[NewRows; 4], step: f64) -> Vec<Vec<f64>> {
    let one = |column: usize| {
        let [a, b, c, d] = [0, 1, 2, 3].map(|at: usize| &moved[at].columns[column].values);
        let rows = a.len().min(b.len()).min(c.len()).min(d.len());
        (0..rows)
            .map(|row| {
                let (wide, near) = ((b[row] - a[row]) / (2.0 * step), (d[row] - c[row]) / step);
                if wide == near { near } else { (4.0 * near - wide) / 3.0 }
            })
            .collect()
    };
    (0..moved[0].columns.len()).map(one).collect()
}

/// The mean of a column, or the column itself.
fn averaged(columns: Vec<Vec<f64>>, place: Where) -> Vec<Vec<f64>> {
    match place {
        Where::Average => columns,
        Where::Means => {
            columns.into_iter().map(|c| vec![c.iter().sum::<f64>() / c.len().max(1) as f64]).collect()
        }
    }
}

/// The columns of rows and their line.
fn line(model: &Glm, rows: &NewRows, place: Where) -> (Vec<Vec<f64>>, Vec<f64>) {
    let columns = averaged(rows.columns.iter().map(|column| column.values.clone()).collect(), place);
    let offset = averaged(rows.offset.iter().cloned().collect(), place);
    let n = columns.first().map_or(0, Vec::len);
    let mut eta = times_of(model, &columns, n);
    if let Some(offset) = offset.first() {
        eta.iter_mut().zip(offset).for_each(|(eta, o)| *eta += o);
    }
    (columns, eta)
}

fn times_of(model: &Glm, columns: &[Vec<f64>], n: usize) -> Vec<f64> {
    let slices: Vec<&[f64]> = model.kept.iter().map(|&column| columns[column].as_slice()).collect();
    let beta: Vec<f64> = model.kept.iter().map(|&column| model.coefficients[column]).collect();
    times(&slices, &beta, n)
}

/// The effect of a figure and its slope by each kept coefficient.
fn slope_effect(model: &Glm, base: &NewRows, slope: &[Vec<f64>], place: Where) -> (f64, Vec<f64>) {
    let (columns, eta) = line(model, base, place);
    let slope = averaged(slope.to_vec(), place);
    let n = eta.len();
    let along = times_of(model, &slope, n);
    let mean = |one: &dyn Fn(usize) -> f64| (0..n).map(one).sum::<f64>() / n.max(1) as f64;
    let estimate = mean(&|row| model.link.slope(eta[row]) * along[row]);
    let part = |&column: &usize| {
        mean(&|row| {
            model.link.bend(eta[row]) * along[row] * columns[column][row]
                + model.link.slope(eta[row]) * slope[column][row]
        })
    };
    (estimate, model.kept.iter().map(part).collect())
}

/// The effect of a step between two states of all rows.
fn step_effect(model: &Glm, from: &NewRows, to: &NewRows, place: Where) -> (f64, Vec<f64>) {
    let ((x0, eta0), (x1, eta1)) = (line(model, from, place), line(model, to, place));
    let n = eta0.len().min(eta1.len());
    let mean = |one: &dyn Fn(usize) -> f64| (0..n).map(one).sum::<f64>() / n.max(1) as f64;
    let estimate = mean(&|row| model.link.mean(eta1[row]).0 - model.link.mean(eta0[row]).0);
    let part = |&c: &usize| {
        mean(&|row| model.link.slope(eta1[row]) * x1[c][row] - model.link.slope(eta0[row]) * x0[c][row])
    };
    (estimate, model.kept.iter().map(part).collect())
}

fn effect(
    model: &Glm,
    (variable, of): (String, Option<String>),
    estimate: f64,
    gradient: &[f64],
    covariance: &[Vec<f64>],
    level: f64,
) -> Effect {
    let std_error = quadratic(covariance, gradient).sqrt();
    let statistic = estimate / std_error;
    let p_value = match model.is_z() {
        true => Normal.two_sided(statistic),
        false => StudentT(model.df() as f64).two_sided(statistic),
    };
    let reach = model.critical(level) * std_error;
    Effect {
        variable,
        level: of,
        estimate,
        std_error,
        statistic,
        p_value,
        conf_low: estimate - reach,
        conf_high: estimate + reach,
    }
}
