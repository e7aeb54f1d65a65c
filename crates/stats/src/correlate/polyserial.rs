//! Correlations of a figure with what lies behind a scale: polyserial, biserial, and the plain point-biserial.

use super::likelihood::summit;
use super::polychoric::thresholds;
use super::{Ask, Correlation, Steps, pearson};
use crate::dist::Normal;
use crate::{Error, MISSING, Result};

/// A correlation of a figure with a normal quantity that is seen only in steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Polyserial {
    /// The correlation.
    pub estimate: f64,
    /// Its standard error from the observed information; `NaN` in two steps.
    pub std_error: f64,
    /// Where the scale steps up, in standard units.
    pub thresholds: Vec<f64>,
    /// Rows with both.
    pub n: usize,
    /// Rows that lack one.
    pub dropped: usize,
}

/// A column of figures and one of ordered codes, over the rows that have both: figures, codes without those that do not occur,
/// how many codes.
fn both((x_name, x): (&str, &[f64]), (y_name, y): (&str, &[u32])) -> Result<(Vec<f64>, Vec<usize>, usize)> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    crate::describe::finite(x_name, x)?;
    let rows = || x.iter().zip(y).filter(|(x, code)| !x.is_nan() && **code != MISSING);
    let mut levels: Vec<u32> = rows().map(|(_, code)| *code).collect();
    levels.sort_unstable();
    levels.dedup();
    let figures: Vec<f64> = rows().map(|(x, _)| *x).collect();
    if figures.len() < 3 {
        return Err(Error::TooFew { what: "rows", have: figures.len(), need: 3 });
    }
    if levels.len() < 2 {
        return Err(Error::Constant { column: y_name.to_owned() });
    }
    if figures.iter().all(|x| *x == figures[0]) {
        return Err(Error::Constant { column: x_name.to_owned() });
    }
    let codes = rows().map(|(_, code)| levels.binary_search(code).unwrap_or(0)).collect();
    Ok((figures, codes, levels.len()))
}

/// The polyserial correlation of figures with ordered levels. In two steps it is r of the codes over what the thresholds leave
/// of it (Olsson, Drasgow and Dorans 1982); in one step by maximum likelihood, with the figures in standard units.
///
/// Errors: [`Error::Lengths`], [`Error::Infinite`], [`Error::TooFew`] under 3 rows, [`Error::Constant`], [`Error::Separated`],
/// [`Error::NoConvergence`].
pub fn polyserial(x: (&str, &[f64]), y: (&str, &[u32]), steps: Steps) -> Result<Polyserial> {
    let (figures, codes, levels) = both(x, y)?;
    let n = figures.len() as f64;
    let mut shares = vec![0.0; levels];
    codes.iter().for_each(|&code| shares[code] += 1.0 / n);
    let cuts = thresholds(&shares);
    let numbers: Vec<f64> = codes.iter().map(|&code| code as f64).collect();
    let sd = crate::describe::moments(y.0, &numbers)?.sd * ((n - 1.0) / n).sqrt();
    let r = pearson::estimate(&figures, &numbers);
    let first = sd * r / cuts.iter().map(|&cut| Normal.pdf(cut)).sum::<f64>();
    let dropped = x.1.len() - figures.len();
    if steps == Steps::Two {
        let (estimate, std_error) = (first, f64::NAN);
        return Ok(Polyserial { estimate, std_error, thresholds: cuts, n: figures.len(), dropped });
    }
    let scale = crate::describe::moments(x.0, &figures)?;
    let z: Vec<f64> = figures.iter().map(|x| (x - scale.mean) / scale.sd).collect();
    let start = [&[first.clamp(-0.95, 0.95)], &cuts[..]].concat();
    let found = summit(start, |at| climb(&z, &codes, at[0], &at[1..]))?;
    if found.at[0].abs() > 0.9999 {
        return Err(Error::Separated { column: x.0.to_owned() });
    }
    Ok(Polyserial {
        estimate: found.at[0],
        std_error: found.covariance[(0, 0)].sqrt(),
        thresholds: found.at[1..].to_vec(),
        n: figures.len(),
        dropped,
    })
}

/// The logarithm of the likelihood of the codes given the figures, and its slope by ρ and the thresholds.
fn climb(z: &[f64], codes: &[usize], rho: f64, cuts: &[f64]) -> (f64, Vec<f64>) {
    let mut slope = vec![0.0; 1 + cuts.len()];
    if rho.is_nan() || rho.abs() >= 1.0 || cuts.windows(2).any(|pair| pair[0] >= pair[1]) {
        return (f64::NEG_INFINITY, slope);
    }
    let s = ((1.0 - rho) * (1.0 + rho)).sqrt();
    let mut height = 0.0;
    for (&z, &code) in z.iter().zip(codes) {
        let low = code.checked_sub(1).and_then(|at| cuts.get(at)).copied().unwrap_or(f64::NEG_INFINITY);
        let high = cuts.get(code).copied().unwrap_or(f64::INFINITY);
        let (a, b) = ((low - rho * z) / s, (high - rho * z) / s);
        // In the tail where both are small.
        let p = if a > 0.0 { Normal.sf(a) - Normal.sf(b) } else { Normal.cdf(b) - Normal.cdf(a) };
        if p.is_nan() || p <= 0.0 {
            return (f64::NEG_INFINITY, slope);
        }
        height += libm::log(p);
        let (da, db) = (Normal.pdf(a) / p, Normal.pdf(b) / p);
        let by_rho = |cut: f64, density: f64| {
            if cut.is_finite() { density * (cut * rho - z) / (s * s * s) } else { 0.0 }
        };
        slope[0] += by_rho(high, db) - by_rho(low, da);
        if code < cuts.len() {
            slope[1 + code] += db / s;
        }
        if code > 0 {
            slope[code] -= da / s;
        }
    }
    (height, slope)
}

/// The biserial correlation of figures with a normal quantity cut in two: the point-biserial over what the cut leaves of it.
/// May pass 1 where the figures are far from normal. As in psych, the deviation of the figures is that of n − 1, which makes it
/// √((n − 1)/n) times the two-step [`polyserial`] of polycor.
///
/// Errors: as [`polyserial`], and [`Error::Kind`] where there are more than two levels.
pub fn biserial(x: (&str, &[f64]), y: (&str, &[u32])) -> Result<Polyserial> {
    two(y)?;
    let found = polyserial(x, y, Steps::Two)?;
    let n = found.n as f64;
    Ok(Polyserial { estimate: found.estimate * ((n - 1.0) / n).sqrt(), ..found })
}

/// The point-biserial correlation of figures with two levels: Pearson's r with the codes, its test the same as of two means.
///
/// Errors: as [`biserial`].
pub fn point_biserial(x: (&str, &[f64]), y: (&str, &[u32]), ask: &Ask) -> Result<Correlation> {
    two(y)?;
    let (figures, codes, _) = both(x, y)?;
    let codes: Vec<f64> = codes.into_iter().map(|code| code as f64).collect();
    let dropped = x.1.len() - figures.len();
    Ok(pearson::test(pearson::estimate(&figures, &codes), figures.len(), dropped, ask))
}

fn two((name, codes): (&str, &[u32])) -> Result<()> {
    let mut levels: Vec<u32> = codes.iter().copied().filter(|code| *code != MISSING).collect();
    levels.sort_unstable();
    levels.dedup();
    match levels.len() > 2 {
        true => Err(Error::Kind { column: name.to_owned(), need: "two levels" }),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    fn sample() -> (Vec<f64>, Vec<u32>) {
        let mut chance = Chance::new(12);
        let rows = (0..3000).map(|_| {
            let x = chance.normal();
            let behind = 0.6 * x + 0.8 * chance.normal();
            (10.0 + 3.0 * x, u32::from(behind > -0.5) + u32::from(behind > 0.7))
        });
        rows.unzip()
    }

    #[test]
    fn what_lies_behind_is_found() {
        let (x, y) = sample();
        for steps in [Steps::Two, Steps::One] {
            let found = polyserial(("x", &x), ("y", &y), steps).expect("there are rows");
            assert!((found.estimate - 0.6).abs() < 0.04, "{found:?}");
            assert!((found.thresholds[0] + 0.5).abs() < 0.1 && (found.thresholds[1] - 0.7).abs() < 0.1);
        }
        let cut: Vec<u32> = y.iter().map(|code| (*code).min(1)).collect();
        let (behind, plain) =
            (biserial(("x", &x), ("y", &cut)), point_biserial(("x", &x), ("y", &cut), &Ask::default()));
        let (behind, plain) = (behind.expect("two levels"), plain.expect("two levels"));
        assert!((behind.estimate - 0.6).abs() < 0.06 && plain.estimate < 0.5, "{behind:?} {plain:?}");
    }

    #[test]
    fn what_cannot_be_told_says_why() {
        let (x, y) = sample();
        assert!(matches!(biserial(("x", &x), ("y", &y)), Err(Error::Kind { .. })));
        assert!(matches!(
            polyserial(("x", &[1.0; 3]), ("y", &[0, 1, 2]), Steps::Two),
            Err(Error::Constant { .. })
        ));
        assert!(matches!(
            polyserial(("x", &[1.0; 3]), ("y", &[0; 2]), Steps::Two),
            Err(Error::Lengths { .. })
        ));
    }
}
