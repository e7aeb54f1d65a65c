//! After how many values a series comes round again.

use super::acf::autoregression;
use super::least::{least, varied, whole};
use crate::Result;

/// The season that shows most.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// Values in a period; 1 where none shows.
    pub period: usize,
    /// The greatest of the spectrum; over 10 counts as a season.
    pub height: f64,
    /// Frequencies, in periods a value, from 0 to ½, and the spectrum there.
    pub spectrum: Vec<(f64, f64)>,
    /// Values.
    pub n: usize,
}

/// The period at the top of the spectrum of an autoregression of what a straight line leaves (`findfrequency` of R's forecast).
///
/// Its order is AIC's. The series is measured by its own spread, so that the unit it is in does not matter, as it does in R.
pub fn find_period(y: &[f64]) -> Result<Period> {
    whole(y, 8)?;
    varied(y)?;
    let n = y.len();
    let columns = vec![vec![1.0; n], (1..=n).map(|t| t as f64).collect()];
    let rest = least(&columns, y)?.residuals;
    let none = Period { period: 1, height: 0.0, spectrum: Vec::new(), n };
    let spread = super::least::variance(&rest);
    if varied(&rest).is_err() || spread <= 1e-20 * y.iter().map(|x| x * x).sum::<f64>() {
        return Ok(none);
    }
    let phi = autoregression(&rest, None)?;
    let c = super::acf::autocovariances(&rest, phi.len());
    let noise = 1.0 - phi.iter().enumerate().map(|(k, a)| a * c[k + 1]).sum::<f64>() / c[0];
    let points = 500;
    let spectrum: Vec<(f64, f64)> = (0..points)
        .map(|at| {
            let frequency = 0.5 * at as f64 / (points - 1) as f64;
            let angle = std::f64::consts::TAU * frequency;
            let (mut re, mut im) = (1.0, 0.0);
            for (k, a) in phi.iter().enumerate() {
                let turn = angle * (k + 1) as f64;
                re -= a * turn.cos();
                im += a * turn.sin();
            }
            (frequency, noise / (re * re + im * im))
        })
        .collect();
    let top =
        |from: usize| (from..points).max_by(|a, b| spectrum[*a].1.total_cmp(&spectrum[*b].1)).unwrap_or(from);
    let mut best = top(0);
    if best == 0 {
        // A top at nought is a slow drift; the next hill may be a season.
        match (1..points).find(|&at| spectrum[at].1 > spectrum[at - 1].1) {
            Some(rise) => best = top(rise),
            None => return Ok(Period { spectrum, ..none }),
        }
    }
    let (frequency, height) = spectrum[best];
    let period = if height > 10.0 { (1.0 / frequency + 0.5).floor() as usize } else { 1 };
    let period = if 2 * period > n { 1 } else { period };
    Ok(Period { period, height, spectrum, n })
}
