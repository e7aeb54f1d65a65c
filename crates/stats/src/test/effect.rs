//! Effect sizes with intervals from noncentral distributions (Steiger 2004; Hedges 1981).

use super::{Effect, Interval};
use crate::dist::solve::root;
use crate::dist::{NoncentralChiSquared, NoncentralF, NoncentralT, ln_gamma};

/// Cohen's d and Hedges' g from a t: `share` is 1/n, or 1/n₁ + 1/n₂.
pub(crate) fn d_of_t(t: f64, df: f64, share: f64, level: f64) -> Vec<Effect> {
    let scale = share.sqrt();
    let tail = 0.5 * (1.0 - level);
    let shift = |goal: f64| {
        let reach = 8.0 + 2.0 * t.abs() + 40.0 * t.abs() / df.max(1.0);
        root(t - reach, t + reach, |shift| NoncentralT(df, shift).cdf(t) - goal)
    };
    let (low, high) = (shift(1.0 - tail), shift(tail));
    // What is left when d's bias is taken off (Hedges 1981).
    let bias = if df > 1.0 {
        (ln_gamma(0.5 * df) - ln_gamma(0.5 * (df - 1.0))).exp() / (0.5 * df).sqrt()
    } else {
        f64::NAN
    };
    let d = |name, by: f64| Effect::with(name, t * scale * by, low * scale * by, high * scale * by, level);
    vec![d("d", 1.0), d("g", bias)]
}

/// The noncentrality at which a lower tail is `goal`; nought where even none is too much.
fn noncentrality(goal: f64, most: f64, cdf: impl Fn(f64) -> f64) -> f64 {
    if cdf(0.0) <= goal { 0.0 } else { root(0.0, most, |shift| cdf(shift) - goal) }
}

/// η² and ω² (partial where the residual is what is left over) from an F; the interval of η² from noncentral F.
pub(crate) fn eta_of_f(f: f64, df: f64, rest: f64, level: f64) -> Vec<Effect> {
    let n = df + rest + 1.0;
    let eta = f * df / (f * df + rest);
    let omega = (df * (f - 1.0) / (df * (f - 1.0) + n)).max(0.0);
    let tail = 0.5 * (1.0 - level);
    let most = 20.0 + 6.0 * f * df * (1.0 + 20.0 / rest) + 20.0 * (f * df).sqrt();
    let end = |goal: f64| {
        let shift = noncentrality(goal, most, |shift| NoncentralF(df, rest, shift).cdf(f));
        shift / (shift + n)
    };
    vec![
        Effect::with("eta2", eta, end(1.0 - tail), end(tail), level),
        Effect { name: "omega2", value: omega, interval: None },
    ]
}

/// Cramér's V of a table with `n` counts from its χ², its interval from noncentral χ².
pub(crate) fn v_of_chi_squared(statistic: f64, df: f64, n: f64, sides: usize, level: f64) -> Effect {
    let scale = n * sides.saturating_sub(1) as f64;
    let tail = 0.5 * (1.0 - level);
    let most = 40.0 + 3.0 * statistic + 20.0 * statistic.sqrt();
    let end = |goal: f64| {
        let shift = noncentrality(goal, most, |shift| NoncentralChiSquared(df, shift).cdf(statistic));
        (shift / scale).sqrt().min(1.0)
    };
    Effect {
        name: "v",
        value: (statistic / scale).sqrt(),
        interval: Some(Interval { low: end(1.0 - tail), high: end(tail), level }),
    }
}

/// The rank-biserial correlation with the interval of its z-transform, whose standard error is `error`.
pub(crate) fn rank_biserial(value: f64, error: f64, level: f64) -> Effect {
    let reach = crate::dist::Normal.isf(0.5 * (1.0 - level)) * error;
    let z = value.atanh();
    Effect::with("rank-biserial", value, (z - reach).tanh(), (z + reach).tanh(), level)
}
