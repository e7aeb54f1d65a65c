//! A/B tests that are looked at while they run.

use super::{Interval, Test, level, share};
use crate::dist::Normal;
use crate::dist::quadrature::nodes;
use crate::dist::solve::root;
use crate::{Error, Result};

/// How the chance of a false alarm is spent over the looks (Lan and DeMets 1983).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spending {
    /// Little at first, like O'Brien and Fleming's bounds.
    OBrienFleming,
    /// Evenly, like Pocock's.
    Pocock,
}

/// A look at a running test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The share of all data that is there.
    pub share: f64,
    /// The test stops where |z| reaches this.
    pub z: f64,
    /// The same as a two-sided p.
    pub nominal: f64,
    /// What has been spent of `alpha` so far.
    pub spent: f64,
    /// The chance to have stopped by now if there is an effect of the drift asked for.
    pub reached: f64,
}

impl Spending {
    /// What one side may have spent when a share of the data is there.
    fn spent(self, alpha: f64, at: f64) -> f64 {
        match self {
            Spending::OBrienFleming => 2.0 * Normal.sf(Normal.isf(0.5 * alpha) / at.sqrt()),
            Spending::Pocock => alpha * libm::log1p((std::f64::consts::E - 1.0) * at),
        }
    }
}

/// What goes on: points of the running sum with how much lies about them.
type Path = Vec<(f64, f64)>;

/// The chance to leave at the next look above `bound` (in units of the sum), the step's variance being `step`.
fn above(path: &Path, bound: f64, step: f64, drift: f64) -> f64 {
    path.iter().map(|(at, mass)| mass * Normal.sf((bound - at - drift * step) / step.sqrt())).sum()
}

/// What goes on within ± `bound` after a step.
fn onward(path: &Path, bound: f64, step: f64, drift: f64) -> Path {
    let root = step.sqrt();
    let panels = (2.0 * bound / root).ceil().clamp(4.0, 200.0) as usize;
    nodes(-bound, bound, panels)
        .into_iter()
        .map(|(x, weight)| {
            let density =
                path.iter().map(|(at, mass)| mass * Normal.pdf((x - at - drift * step) / root)).sum::<f64>();
            (x, weight * density / root)
        })
        .collect()
}

/// The bounds of a two-sided test with looks at these shares of the data, the last 1, and the chance to have stopped at each
/// for a `drift`: the expected z at the end. The chances are integrals over all paths that have gone on (Armitage, McPherson
/// and Rowe 1969).
///
/// Errors: no looks; shares that do not grow up to 1.
pub fn boundaries(shares: &[f64], alpha: f64, spending: Spending, drift: f64) -> Result<Vec<Look>> {
    let alpha = share("alpha", alpha)?;
    let grow = shares.windows(2).all(|pair| pair[0] < pair[1]);
    let ends = shares.first().is_some_and(|first| *first > 0.0) && shares.last() == Some(&1.0);
    if !grow || !ends || !drift.is_finite() {
        return Err(Error::Choice {
            name: "looks",
            value: format!("{shares:?}"),
            allowed: "0 < … < 1".to_owned(),
        });
    }
    let (mut without, mut with): (Path, Path) = (vec![(0.0, 1.0)], vec![(0.0, 1.0)]);
    let (mut before, mut spent, mut reached) = (0.0, 0.0, 0.0);
    let mut looks = Vec::new();
    for &at in shares {
        let step = at - before;
        let scale = at.sqrt();
        let allowed = spending.spent(0.5 * alpha, at);
        let now = allowed - spent;
        let gap = |z: f64| above(&without, z * scale, step, 0.0).max(1e-300).ln() - now.max(1e-300).ln();
        let z = root(0.0, 38.0, gap);
        let z = if z.is_nan() { f64::INFINITY } else { z };
        let bound = z.min(9.0) * scale;
        reached += above(&with, bound, step, drift);
        let turned: Path = with.iter().map(|(at, mass)| (-at, *mass)).collect();
        reached += above(&turned, bound, step, -drift);
        without = onward(&without, bound, step, 0.0);
        with = onward(&with, bound, step, drift);
        (before, spent) = (at, allowed);
        looks.push(Look { share: at, z, nominal: Normal.two_sided(z), spent: 2.0 * allowed, reached });
    }
    Ok(looks)
}

/// The mixture sequential probability ratio test of two shares (Robbins 1970; Johari, Pekelis and Walsh 2015): p and interval
/// hold at every moment at which one looks, not only at a planned end. `scale` is the standard deviation of effects that are
/// thought of beforehand.
///
/// Errors: counts that are none; a scale that is not positive; no spread yet in either group.
pub fn mixture(seen: (f64, f64), trials: (f64, f64), scale: f64, conf: f64) -> Result<Test> {
    let conf = level(conf)?;
    if !(scale > 0.0 && scale.is_finite()) {
        return Err(Error::Kind { column: "scale".to_owned(), need: "positive" });
    }
    for (seen, trials) in [(seen.0, trials.0), (seen.1, trials.1)] {
        if !(seen >= 0.0 && seen <= trials && trials > 0.0) {
            return Err(Error::Kind { column: "seen".to_owned(), need: "count" });
        }
    }
    let (p, q) = (seen.0 / trials.0, seen.1 / trials.1);
    let noise = p * (1.0 - p) / trials.0 + q * (1.0 - q) / trials.1;
    if noise <= 0.0 {
        return Err(Error::Constant { column: "seen".to_owned() });
    }
    let prior = scale * scale;
    let gap = p - q;
    let log = 0.5 * (noise / (noise + prior)).ln() + prior * gap * gap / (2.0 * noise * (noise + prior));
    let spread = ((noise + prior) / noise).ln() - 2.0 * (1.0 - conf).ln();
    let reach = (noise * (noise + prior) / prior * spread).sqrt();
    let mut test = Test::new("ab-mixture", "LR", log.exp(), &[], (-log).exp().min(1.0));
    test.estimates = vec![("share-first", p), ("share-second", q)];
    test.interval = Some(Interval { low: gap - reach, high: gap + reach, level: conf });
    test.effects = super::odds_and_risk(seen, trials, conf)?;
    test.n = (trials.0 + trials.1) as usize;
    Ok(test)
}
