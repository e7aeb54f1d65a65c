//! Whether one series leads another: what is known of the first some steps before what comes of the second.
//!
//! Each series is first made [`Ready`]: its season taken away, and its line taken away or its steps taken, as tests of
//! wandering say. [`lead()`] then asks of a pair, both ways: prewhitened cross-correlations over all lags ([`Crossed`]),
//! Granger's test with an order by criterion ([`Past`]), what forecasts gain out of sample ([`Gain`]), how great the effect is
//! and whether it holds in both halves ([`Effect`]) and without the few extremes ([`Tame`]). [`Lead::verdict`] puts it together; of many pairs their probabilities
//! are adjusted first ([`crate::correlate::adjust()`]).

mod crossed;
mod effect;
mod gain;
pub(crate) mod nested;
mod own;
mod past;
mod ready;
mod season;
mod tame;
mod verdict;

pub use crossed::Crossed;
pub use effect::Effect;
pub use gain::Gain;
pub use past::Past;
pub use ready::Ready;
pub(crate) use season::season_ahead;
pub use season::{season, without_season};
pub use tame::Tame;
pub use verdict::Verdict;

use crate::{Error, Result};

/// So few rows say nothing of lags.
pub const LEAST: usize = 30;

/// What is asked of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ask {
    /// The longest lag that counts, in steps; less where the series are short.
    pub lags: usize,
    /// The level of intervals.
    pub level: f64,
}

/// What was found of a pair: whether `x` leads `y`, and the other way round.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// Rows that both have, after steps were taken.
    pub n: usize,
    /// Whether steps were taken of both: at least one of them wanders.
    pub stepped: bool,
    /// Of x and of y: Dickey and Fuller's p, and that of Kwiatkowski and others ([`Ready`]).
    pub wandering: [(f64, f64); 2],
    /// The longest lag that was looked at.
    pub lags: usize,
    /// x before y.
    pub forward: Way,
    /// y before x.
    pub backward: Way,
    /// How much y moves for one unit of x, `forward.crossed.lag` steps later.
    pub effect: Effect,
    /// The same in the earlier and the later half.
    pub halves: [Effect; 2],
    /// x before y with the extremes drawn in; nothing where there are none.
    pub tame: Option<Tame>,
}

/// One way round.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Cross-correlations of the series made white.
    pub crossed: Crossed,
    /// Granger's test.
    pub past: Past,
    /// What a forecast gains.
    pub gain: Gain,
    /// The probability of so strong a relation in either test where there is none: twice the lesser of both.
    pub p_value: f64,
}

/// Asks whether `x` leads `y`. Both are of the same times.
///
/// # Errors
/// Fewer than [`LEAST`] rows, different lengths.
pub fn lead(x: &Ready, y: &Ready, ask: Ask) -> Result<Lead> {
    let stepped = x.wanders || y.wanders;
    let wandering = [(x.adf, x.kpss), (y.adf, y.kpss)];
    let (x, y, lags) = together(x, y, ask.lags)?;
    let n = x.values.len();
    let forward = way(x, y, lags)?;
    let backward = way(y, x, lags)?;
    let lag = forward.crossed.lag;
    let effect = effect::effect(&x.values, &y.values, lag, ask.level)?;
    let half =
        |from: usize, to: usize| effect::effect(&x.values[from..to], &y.values[from..to], lag, ask.level);
    let halves = [half(0, n / 2)?, half(n / 2, n)?];
    let tame = tame::tame(x, y, lags, lag, ask.level)?;
    Ok(Lead { n, stepped, wandering, lags, forward, backward, effect, halves, tame })
}

/// The probability of the forward test alone: as [`Way::p_value`], for searches among many pairs.
///
/// # Errors
/// As [`lead()`].
pub fn foretells(x: &Ready, y: &Ready, lags: usize) -> Result<f64> {
    let (x, y, lags) = together(x, y, lags)?;
    let (crossed, past) = (crossed::crossed(x, y, lags)?, past::past(x, y, lags)?);
    Ok(both(&crossed, &past))
}

/// Both series as they are held against each other, and the longest lag that they allow.
fn together<'a>(x: &'a Ready, y: &'a Ready, lags: usize) -> Result<(&'a own::Own, &'a own::Own, usize)> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    if x.len() < LEAST {
        return Err(Error::TooFew { what: "rows", have: x.len(), need: LEAST });
    }
    let stepped = x.wanders || y.wanders;
    let (x, y) = (x.of(stepped)?, y.of(stepped)?);
    let lags = lags.clamp(1, x.values.len() / 5);
    Ok((x, y, lags))
}

fn both(crossed: &Crossed, past: &Past) -> f64 {
    (2.0 * crossed.p_value.min(past.p_value)).min(1.0)
}

fn way(x: &own::Own, y: &own::Own, lags: usize) -> Result<Way> {
    let crossed = crossed::crossed(x, y, lags)?;
    let past = past::past(x, y, lags)?;
    let gain = gain::gain(&x.values, &y.values, lags)?;
    let p_value = both(&crossed, &past);
    Ok(Way { crossed, past, gain, p_value })
}
