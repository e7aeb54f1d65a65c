//! Ridge regression as `MASS::lm.ridge` scales it.

use crate::regress::Design;
use crate::regress::weighted::solve;
use crate::{Error, Result};

/// A ridge fit at one λ.
#[derive(Debug, Clone, PartialEq)]
pub struct Ridge {
    /// λ.
    pub lambda: f64,
    /// The coefficients in the columns' own units, the intercept (where there is one) first.
    pub coefficients: Vec<f64>,
    /// How many coefficients it is worth: the trace of the smoother, the intercept apart.
    pub df: f64,
    /// Generalised cross-validation (Golub, Heath and Wahba 1979), as `lm.ridge` counts it.
    pub gcv: f64,
}

/// Fits each λ. Columns are centred (where there is an intercept) and divided by their root mean square; λ is added to the diagonal of their
/// cross-products. Each fit is a QR decomposition of the columns with √λ beneath them, so that nothing is squared.
///
/// # Errors
/// A negative λ; a column that is constant beside an intercept; weights, which this convention does not know.
pub fn ridge(design: &Design, lambdas: &[f64]) -> Result<Vec<Ridge>> {
    design.check()?;
    if let Some(wrong) = lambdas.iter().find(|l| !(**l >= 0.0 && l.is_finite())) {
        return Err(Error::Choice {
            name: "lambda",
            value: wrong.to_string(),
            allowed: "lambda >= 0".to_owned(),
        });
    }
    if design.weights.is_some() {
        return Err(Error::Choice {
            name: "weights",
            value: "ridge".to_owned(),
            allowed: "elastic net".to_owned(),
        });
    }
    let n = design.n();
    if n < 2 {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 });
    }
    let mean = |column: &[f64]| if design.intercept { column.iter().sum::<f64>() / n as f64 } else { 0.0 };
    let offset = |row: usize| design.offset.as_ref().map_or(0.0, |offset| offset[row]);
    let y: Vec<f64> = design.y.iter().enumerate().map(|(row, y)| y - offset(row)).collect();
    let level = mean(&y);
    let from = usize::from(design.intercept);
    let (mut columns, mut means, mut scales) = (Vec::new(), Vec::new(), Vec::new());
    for column in &design.columns[from..] {
        let centre = mean(&column.values);
        let centred: Vec<f64> = column.values.iter().map(|x| x - centre).collect();
        let scale = (centred.iter().map(|x| x * x).sum::<f64>() / n as f64).sqrt();
        if scale.is_nan() || scale <= 0.0 {
            return Err(Error::Constant { column: column.name.clone() });
        }
        columns.push(centred.iter().map(|x| x / scale).collect::<Vec<f64>>());
        means.push(centre);
        scales.push(scale);
    }
    let p = columns.len();
    let target: Vec<f64> = y.iter().map(|y| y - level).chain(std::iter::repeat_n(0.0, p)).collect();
    let one = |&lambda: &f64| {
        let beneath = |at: usize| (0..p).map(move |row| if row == at { lambda.sqrt() } else { 0.0 });
        let long: Vec<Vec<f64>> = columns
            .iter()
            .enumerate()
            .map(|(at, c)| c.iter().copied().chain(beneath(at)).collect())
            .collect();
        let slices: Vec<&[f64]> = long.iter().map(Vec::as_slice).collect();
        let solved = solve(&slices, &target, &vec![1.0; n + p]);
        // One correction from the residuals takes the rounding of the first solution out.
        let fit = crate::regress::weighted::times(&slices, &solved.beta, n + p);
        let left: Vec<f64> = target.iter().zip(&fit).map(|(y, f)| y - f).collect();
        let again = solve(&slices, &left, &vec![1.0; n + p]).beta;
        let beta: Vec<f64> = solved.beta.iter().zip(&again).map(|(b, d)| b + d).collect();
        let own: Vec<f64> = beta.iter().zip(&scales).map(|(b, s)| b / s).collect();
        // The trace of X·(XᵀX + λ)⁻¹·Xᵀ is p less λ times that of the inverse.
        let inverse = solved.inverse();
        let df = solved.rank() as f64 - lambda * (0..inverse.len()).map(|at| inverse[at][at]).sum::<f64>();
        let rest: f64 = left[..n].iter().map(|r| r * r).sum();
        let intercept = level - own.iter().zip(&means).map(|(b, m)| b * m).sum::<f64>();
        let coefficients = design.intercept.then_some(intercept).into_iter().chain(own).collect();
        Ridge { lambda, coefficients, df, gcv: rest / (n as f64 - df).powi(2) }
    };
    Ok(lambdas.iter().map(one).collect())
}
