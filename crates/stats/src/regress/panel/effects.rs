//! What each unit, or each time, has of its own.

use super::fit::{Model, Panel, Panels};
use super::transform::{means, members};
use crate::regress::Design;
use crate::{Error, Result};

/// A fixed effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FixedEffect {
    /// The code of the unit or the time.
    pub code: u32,
    /// Its level, with all columns at 0.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
}

/// The effects of a one-way fixed-effects model.
///
/// # Errors
/// Another model.
pub fn fixed_effects(design: &Design, panels: Panels<'_>, fitted: &Panel) -> Result<Vec<FixedEffect>> {
    let codes = match fitted.model {
        Model::Within => panels.units,
        Model::WithinTimes => panels.times,
        other => {
            let allowed = "Within, WithinTimes".to_owned();
            return Err(Error::Choice { name: "model", value: format!("{other:?}"), allowed });
        }
    };
    let groups = members(codes);
    let level = means(&design.y, &groups);
    let column = |name: &String| design.columns.iter().find(|column| column.name == *name);
    let own: Vec<Vec<f64>> = fitted
        .names
        .iter()
        .filter_map(|name| column(name).map(|column| means(&column.values, &groups)))
        .collect();
    let one = |at: usize| {
        let x: Vec<f64> = own.iter().map(|column| column[at]).collect();
        let along: f64 = x.iter().zip(&fitted.coefficients).map(|(x, b)| x * b).sum();
        let spread: f64 = fitted
            .covariance
            .iter()
            .zip(&x)
            .map(|(row, a)| a * row.iter().zip(&x).map(|(v, b)| v * b).sum::<f64>())
            .sum();
        FixedEffect {
            code: groups[at].first().map_or(0, |&row| codes[row]),
            estimate: level[at] - along,
            std_error: (fitted.sigma2 / groups[at].len() as f64 + spread).sqrt(),
        }
    };
    Ok((0..groups.len()).map(one).collect())
}
