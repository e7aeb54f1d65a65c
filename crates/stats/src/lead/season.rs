//! Taking a season away by waves.

use crate::Result;
use crate::series::least::least;

/// So many waves of a long season are taken: a year's course, not its single days.
const WAVES: usize = 3;

/// A series without its seasons: for each period that it has at least twice, waves of that length and of its parts (all of them
/// where the period has at most twelve steps, else three) are fitted beside a straight line, and only the waves are taken away.
/// A period need not be whole: a year has 365.25 days.
pub fn without_season(y: &[f64], periods: &[f64]) -> Result<Vec<f64>> {
    without_waves(y, &waves(y.len(), periods))
}

/// A series without waves that are fitted to it beside a straight line.
pub(super) fn without_waves(y: &[f64], waves: &[Vec<f64>]) -> Result<Vec<f64>> {
    let b = fitted(y, waves)?;
    Ok(y.iter().enumerate().map(|(t, y)| y - sum(waves, &b, t)).collect())
}

/// A series without its seasons, and how they go on for `steps` behind it.
pub(crate) fn season_ahead(y: &[f64], periods: &[f64], steps: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    let n = y.len();
    let seen: Vec<f64> = periods.iter().copied().filter(|period| 2.0 * period <= n as f64).collect();
    let waves = waves(n + steps, &seen);
    let b = fitted(y, &waves)?;
    let rest = y.iter().enumerate().map(|(t, y)| y - sum(&waves, &b, t)).collect();
    Ok((rest, (n..n + steps).map(|t| sum(&waves, &b, t)).collect()))
}

/// The seasons of a series, at its own steps and at `ahead` behind it. Noughts where it has none of its periods twice.
///
/// # Errors
/// Fewer values than waves.
pub fn season(y: &[f64], periods: &[f64], ahead: usize) -> Result<Vec<f64>> {
    let (rest, behind) = season_ahead(y, periods, ahead)?;
    Ok(y.iter().zip(rest).map(|(y, rest)| y - rest).chain(behind).collect())
}

/// The coefficients of waves beside a straight line; of the waves only the part that the series has is looked at.
fn fitted(y: &[f64], waves: &[Vec<f64>]) -> Result<Vec<f64>> {
    if waves.is_empty() {
        return Ok(Vec::new());
    }
    let n = y.len();
    let mut columns = vec![vec![1.0; n], (0..n).map(|t| t as f64 / n as f64).collect()];
    columns.extend(waves.iter().map(|wave| wave[..n].to_vec()));
    Ok(least(&columns, y)?.coefficients.split_off(2))
}

fn sum(waves: &[Vec<f64>], b: &[f64], t: usize) -> f64 {
    waves.iter().zip(b).map(|(wave, b)| wave[t] * b).sum()
}

/// The waves of the periods that a series of `n` steps has at least twice.
pub(crate) fn waves(n: usize, periods: &[f64]) -> Vec<Vec<f64>> {
    let mut columns = Vec::new();
    for &period in periods.iter().filter(|period| **period >= 2.0 && 2.0 * **period <= n as f64) {
        let most = if period <= 12.0 { (period / 2.0) as usize } else { WAVES };
        for k in 1..=most {
            let angle = |t: usize| std::f64::consts::TAU * k as f64 * t as f64 / period;
            columns.push((0..n).map(|t| libm::cos(angle(t))).collect());
            // Half a period's sine is nought at every step.
            if 2.0 * k as f64 != period {
                columns.push((0..n).map(|t| libm::sin(angle(t))).collect());
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_goes_and_a_line_stays() {
        let y: Vec<f64> = (0..48).map(|t| t as f64 + [5.0, -3.0, 1.0, -3.0][t % 4]).collect();
        let rest = without_season(&y, &[4.0]).unwrap();
        assert!(rest.iter().enumerate().all(|(t, y)| (y - t as f64).abs() < 1e-9));
    }

    #[test]
    fn a_season_that_was_not_seen_twice_is_left() {
        let y = [1.0, 5.0, 2.0, 6.0, 1.0, 5.0, 2.0];
        assert_eq!(without_season(&y, &[4.0]).unwrap(), y);
        assert_eq!(without_season(&y, &[1.0]).unwrap(), y);
    }
}
