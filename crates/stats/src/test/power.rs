//! How many are needed, or what can be seen with those there are (Cohen 1988).

use super::share;
use crate::dist::solve::root;
use crate::dist::{F, NoncentralF, NoncentralT, Normal, StudentT};
use crate::{Error, Result};

/// A plan: everything that was given and the one thing that was sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Power {
    /// `power-t`, `power-proportions`, `power-anova`, `power-correlation`.
    pub method: &'static str,
    /// How many in each group (pairs for a paired test, rows for a correlation); not rounded.
    pub n: f64,
    /// The effect: a difference of means, the second share, the variance between groups, a correlation.
    pub effect: f64,
    /// The chance to find nothing to be something.
    pub alpha: f64,
    /// The chance to see the effect.
    pub power: f64,
    /// How many groups of `n` there are.
    pub groups: f64,
}

/// What is sought; the others are given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Solve {
    /// How many, for this effect and this power.
    N {
        /// The effect.
        effect: f64,
        /// The power.
        power: f64,
    },
    /// The power, for this effect and so many.
    Power {
        /// The effect.
        effect: f64,
        /// How many.
        n: f64,
    },
    /// The least effect that is seen, with this power and so many.
    Effect {
        /// The power.
        power: f64,
        /// How many.
        n: f64,
    },
}

/// Solves for what is sought: `power(n, effect)` grows with both.
fn solve(
    method: &'static str,
    solve: Solve,
    alpha: f64,
    groups: f64,
    effects: (f64, f64),
    least: f64,
    power: impl Fn(f64, f64) -> f64,
) -> Result<Power> {
    let alpha = share("alpha", alpha)?;
    let no = |name, value: f64, allowed: String| Error::Choice { name, value: value.to_string(), allowed };
    let effect_of = |effect: f64| {
        let (low, high) = (effects.0.min(effects.1), effects.0.max(effects.1));
        if effect > low && effect <= high {
            return Ok(effect);
        }
        Err(no("effect", effect, format!("{low} … {high}")))
    };
    let n_of = |n: f64| {
        if n >= least && n < 1e12 { Ok(n) } else { Err(no("n", n, format!("≥ {least}"))) }
    };
    let (n, effect, reached) = match solve {
        Solve::Power { effect, n } => {
            let (n, effect) = (n_of(n)?, effect_of(effect)?);
            (n, effect, power(n, effect))
        }
        Solve::N { effect, power: goal } => {
            let (goal, effect) = (share("power", goal)?, effect_of(effect)?);
            let n = root(least.ln(), 1e10_f64.ln(), |n| power(n.exp(), effect) - goal).exp();
            if n.is_nan() {
                return Err(no("power", goal, format!("≥ {}", power(least, effect))));
            }
            (n, effect, goal)
        }
        Solve::Effect { power: goal, n } => {
            let (goal, n) = (share("power", goal)?, n_of(n)?);
            let effect = root(effects.0, effects.1, |effect| power(n, effect) - goal);
            if effect.is_nan() {
                return Err(Error::NoConvergence { what: "power", steps: 300 });
            }
            (n, effect, goal)
        }
    };
    Ok(Power { method, n, effect, alpha, power: reached, groups })
}

/// Means of two groups (`groups` 2), or one group's or its differences' against nought (1), with standard deviation `sd`.
///
/// Two-sided power counts the tail on the effect's side only, as is usual; `both` counts the wrong side as well.
pub fn power_t(
    sought: Solve,
    sd: f64,
    alpha: f64,
    groups: u32,
    two_sided: bool,
    both: bool,
) -> Result<Power> {
    if !(sd > 0.0 && sd.is_finite()) {
        return Err(Error::Kind { column: "sd".to_owned(), need: "positive" });
    }
    let groups = f64::from(groups.clamp(1, 2));
    let tail = if two_sided { 0.5 * alpha } else { alpha };
    let power = |n: f64, delta: f64| {
        let df = (n - 1.0) * groups;
        let shift = (n / groups).sqrt() * delta / sd;
        let critical = StudentT(df).isf(tail);
        let law = NoncentralT(df, shift);
        law.sf(critical) + if both && two_sided { law.cdf(-critical) } else { 0.0 }
    };
    solve("power-t", sought, alpha, groups, (1e-7 * sd, 1e3 * sd), 2.0, power)
}

/// Two shares of groups as large as each other: `first` is given, the effect is the second.
pub fn power_proportions(
    sought: Solve,
    first: f64,
    alpha: f64,
    two_sided: bool,
    both: bool,
) -> Result<Power> {
    let first = share("first", first)?;
    let tail = if two_sided { 0.5 * alpha } else { alpha };
    let power = |n: f64, second: f64| {
        let together = ((first + second) * (1.0 - 0.5 * (first + second))).sqrt();
        let apart = (first * (1.0 - first) + second * (1.0 - second)).sqrt();
        let gap = n.sqrt() * (first - second).abs();
        let critical = Normal.isf(tail) * together;
        let wrong = if both && two_sided { Normal.cdf((-gap - critical) / apart) } else { 0.0 };
        Normal.cdf((gap - critical) / apart) + wrong
    };
    let effects = match sought {
        // On the side of the first share on which the second is.
        Solve::N { effect, .. } | Solve::Power { effect, .. } if effect < first => (first, 0.0),
        _ => (first, 1.0),
    };
    if let Solve::N { effect, .. } | Solve::Power { effect, .. } = sought {
        share("second", effect)?;
        if effect == first {
            return Err(Error::Choice {
                name: "second",
                value: effect.to_string(),
                allowed: format!("≠ {first}"),
            });
        }
    }
    solve("power-proportions", sought, alpha, 2.0, effects, 1.0, power)
}

/// Means of several groups of `n` each; the effect is the variance between their means, against `within`.
pub fn power_anova(sought: Solve, groups: u32, within: f64, alpha: f64) -> Result<Power> {
    if groups < 2 {
        return Err(Error::TooFew { what: "groups", have: groups as usize, need: 2 });
    }
    if !(within > 0.0 && within.is_finite()) {
        return Err(Error::Kind { column: "within".to_owned(), need: "positive" });
    }
    let k = f64::from(groups);
    let power = |n: f64, between: f64| {
        let (df, rest) = (k - 1.0, (n - 1.0) * k);
        let shift = df * n * between / within;
        NoncentralF(df, rest, shift).sf(F(df, rest).isf(alpha))
    };
    // Beyond this noncentrality nothing is left to miss, and the sum would only grow long.
    let capped = |n: f64, between: f64| {
        if n * between * (k - 1.0) / within > 5e3 { 1.0 } else { power(n, between) }
    };
    solve("power-anova", sought, alpha, k, (1e-9 * within, 1e3 * within), 2.0, capped)
}

/// A correlation, by Fisher's z with its bias.
pub fn power_correlation(sought: Solve, alpha: f64, two_sided: bool) -> Result<Power> {
    let tail = if two_sided { 0.5 * alpha } else { alpha };
    let power = |n: f64, r: f64| {
        let t = StudentT(n - 2.0).isf(tail);
        let critical = (t / (t * t + n - 2.0).sqrt()).atanh();
        let z = r.atanh() + r / (2.0 * (n - 1.0));
        let scale = (n - 3.0).sqrt();
        let wrong = if two_sided { Normal.cdf((-z - critical) * scale) } else { 0.0 };
        Normal.cdf((z - critical) * scale) + wrong
    };
    let positive = match sought {
        Solve::N { effect, power } => Solve::N { effect: effect.abs(), power },
        Solve::Power { effect, n } => Solve::Power { effect: effect.abs(), n },
        other => other,
    };
    solve("power-correlation", positive, alpha, 1.0, (1e-8, 1.0 - 1e-9), 4.0, power)
}
