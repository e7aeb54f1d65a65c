//! Synthetic pairs of series whose truth is known.

use stats::Chance;

/// A pair: what may lead, and what may be led.
pub type Pair = (Vec<f64>, Vec<f64>);

/// White noise.
pub fn noise(chance: &mut Chance, n: usize) -> Vec<f64> {
    (0..n).map(|_| chance.normal()).collect()
}

/// An autoregression of order one, begun where it is at home.
pub fn autoregression(chance: &mut Chance, n: usize, phi: f64) -> Vec<f64> {
    let mut at = chance.normal() / (1.0 - phi * phi).sqrt();
    (0..n)
        .map(|_| {
            at = phi * at + chance.normal();
            at
        })
        .collect()
}

/// Sums of noise with a drift.
pub fn walk(chance: &mut Chance, n: usize, drift: f64) -> Vec<f64> {
    let mut at = 0.0;
    (0..n)
        .map(|_| {
            at += drift + chance.normal();
            at
        })
        .collect()
}

/// Two that only go up: a line with autocorrelated noise, or a walk with a drift, each by lot.
pub fn trending(chance: &mut Chance, n: usize) -> Pair {
    let mut one = || {
        let slope = chance.uniform() * 0.4;
        if chance.uniform() < 0.5 {
            return walk(chance, n, slope);
        }
        let rest = autoregression(chance, n, 0.5);
        rest.iter().enumerate().map(|(t, e)| slope * t as f64 + e).collect()
    };
    (one(), one())
}

/// Two with the same year of twelve steps, each with its own course, half of them learning it anew as they go.
pub fn seasonal(chance: &mut Chance, n: usize) -> Pair {
    let mut one = || {
        let mut season: Vec<f64> = (0..12).map(|_| 3.0 * chance.normal()).collect();
        let moving = if chance.uniform() < 0.5 { 0.3 } else { 0.0 };
        let rest = autoregression(chance, n, 0.4);
        (0..n)
            .map(|t| {
                season[t % 12] += moving * chance.normal();
                season[t % 12] + rest[t]
            })
            .collect()
    };
    (one(), one())
}

/// Two that remember their own past.
pub fn autocorrelated(chance: &mut Chance, n: usize) -> Pair {
    let mut one = || {
        let phi = chance.uniform() * 1.4 - 0.5;
        autoregression(chance, n, phi)
    };
    (one(), one())
}

/// `effect` of the first goes into the second `lag` steps later; both remember.
pub fn leading(chance: &mut Chance, n: usize, lag: usize, effect: f64) -> Pair {
    let x = autoregression(chance, n + lag, 0.5);
    let rest = autoregression(chance, n, 0.3);
    let y = (0..n).map(|t| effect * x[t] + rest[t]).collect();
    (x[lag..].to_vec(), y)
}

/// Both hang on a third, at the same time.
pub fn driven(chance: &mut Chance, n: usize) -> Pair {
    let third = noise(chance, n);
    let mut one = || noise(chance, n).iter().zip(&third).map(|(e, z)| z + 0.5 * e).collect();
    (one(), one())
}

/// Two that have nothing to do with each other but their bursts: both are wild in the same weeks.
pub fn bursting(chance: &mut Chance, n: usize) -> Pair {
    let wild = autoregression(chance, n, 0.8);
    let mut one = || wild.iter().map(|wild| (0.7 * wild).exp() * chance.normal()).collect::<Vec<f64>>();
    (one(), one())
}
