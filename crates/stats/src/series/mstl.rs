//! Several seasons at once, by STL in turns.

use super::decompose::Decomposition;
use super::least::whole;
use super::stl::{Stl, stl};
use super::supersmoother::super_smoother;
use crate::Result;

/// MSTL of Bandara, Hyndman and Bergmeir (2021): the seasons from the shortest to the longest, each freed of the others, twice
/// over. The window of the season number i is 7 + 4 i, as in R's `forecast`; periods of which there are not two are left out.
/// Without a season the trend is Friedman's super smoother.
pub fn mstl(y: &[f64], periods: &[usize], robust: bool) -> Result<Decomposition> {
    whole(y, 4)?;
    let n = y.len();
    let mut periods: Vec<usize> = periods.iter().copied().filter(|p| *p > 1 && 2 * p < n).collect();
    periods.sort_unstable();
    periods.dedup();
    if periods.is_empty() {
        let trend = super_smoother(y);
        let remainder = y.iter().zip(&trend).map(|(y, t)| y - t).collect();
        let (seasonal, weights) = (Vec::new(), Vec::new());
        return Ok(Decomposition {
            method: "mstl",
            multiplied: false,
            periods,
            trend,
            seasonal,
            remainder,
            weights,
            n,
        });
    }
    let mut seasonal = vec![vec![0.0; n]; periods.len()];
    let mut apart = y.to_vec();
    let (mut trend, mut weights) = (Vec::new(), Vec::new());
    for _ in 0..if periods.len() > 1 { 2 } else { 1 } {
        for (at, (&period, season)) in periods.iter().zip(&mut seasonal).enumerate() {
            apart.iter_mut().zip(season.iter()).for_each(|(y, s)| *y += s);
            let how = Stl { season: Some(11 + 4 * at), robust, ..Stl::default() };
            let mut found = stl(&apart, period, how)?;
            *season = found.seasonal.pop().unwrap_or_default();
            apart.iter_mut().zip(season.iter()).for_each(|(y, s)| *y -= s);
            (trend, weights) = (found.trend, found.weights);
        }
    }
    let remainder = apart.iter().zip(&trend).map(|(y, t)| y - t).collect();
    Ok(Decomposition { method: "mstl", multiplied: false, periods, trend, seasonal, remainder, weights, n })
}
