//! The least value of a smooth function of a few figures, without its derivatives.

/// By the method of Broyden, Fletcher, Goldfarb and Shanno with central differences; started anew from the best place until
/// nothing is gained. What is not finite counts as a wall.
pub(super) fn minimum(f: &dyn Fn(&[f64]) -> f64, start: &[f64], most: usize) -> (Vec<f64>, f64) {
    let value = |x: &[f64]| Some(f(x)).filter(|v| v.is_finite()).unwrap_or(f64::MAX);
    let mut best = (start.to_vec(), value(start));
    for _ in 0..6 {
        let found = descend(&value, &best.0, best.1, most);
        let gain = best.1 - found.1;
        let small = 1e-13 * (1.0 + best.1.abs());
        if found.1 <= best.1 {
            best = found;
        }
        if gain <= small {
            break;
        }
    }
    best
}

fn descend(value: &dyn Fn(&[f64]) -> f64, start: &[f64], first: f64, most: usize) -> (Vec<f64>, f64) {
    let k = start.len();
    let (mut x, mut now) = (start.to_vec(), first);
    let mut slope = gradient(value, &x);
    let mut inverse = identity(k);
    let mut idle = 0;
    for _ in 0..most {
        let mut step: Vec<f64> =
            (0..k).map(|i| -(0..k).map(|j| inverse[i * k + j] * slope[j]).sum::<f64>()).collect();
        let mut downhill: f64 = step.iter().zip(&slope).map(|(s, g)| s * g).sum();
        if downhill.is_nan() || downhill >= 0.0 {
            inverse = identity(k);
            step = slope.iter().map(|g| -g).collect();
            downhill = -slope.iter().map(|g| g * g).sum::<f64>();
            if downhill.is_nan() || downhill >= 0.0 {
                break;
            }
        }
        // The figures are scaled to about one; no step leaps further than that.
        let longest = step.iter().fold(0.0_f64, |m, s| m.max(s.abs()));
        let mut reach = (1.0 / longest.max(1e-300)).min(1.0);
        let mut next = None;
        for _ in 0..40 {
            let to: Vec<f64> = x.iter().zip(&step).map(|(x, s)| x + reach * s).collect();
            let there = value(&to);
            if there <= now + 1e-4 * reach * downhill {
                next = Some((to, there));
                break;
            }
            reach *= 0.4;
        }
        let Some((to, there)) = next else { break };
        let turned = gradient(value, &to);
        let s: Vec<f64> = to.iter().zip(&x).map(|(a, b)| a - b).collect();
        let y: Vec<f64> = turned.iter().zip(&slope).map(|(a, b)| a - b).collect();
        let bend: f64 = s.iter().zip(&y).map(|(s, y)| s * y).sum();
        if bend > 1e-14 * s.iter().map(|s| s * s).sum::<f64>() {
            let hy: Vec<f64> = (0..k).map(|i| (0..k).map(|j| inverse[i * k + j] * y[j]).sum()).collect();
            let own: f64 = y.iter().zip(&hy).map(|(a, b)| a * b).sum();
            for i in 0..k {
                for j in 0..k {
                    inverse[i * k + j] +=
                        (1.0 + own / bend) * s[i] * s[j] / bend - (hy[i] * s[j] + s[i] * hy[j]) / bend;
                }
            }
        }
        idle = if now - there <= 1e-15 * (1.0 + now.abs()) { idle + 1 } else { 0 };
        (x, now, slope) = (to, there, turned);
        if idle >= 2 {
            break;
        }
    }
    (x, now)
}

fn gradient(value: &dyn Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    let mut at = x.to_vec();
    (0..x.len())
        .map(|i| {
            let step = 6e-6 * (1.0 + x[i].abs());
            at[i] = x[i] + step;
            let above = value(&at);
            at[i] = x[i] - step;
            let below = value(&at);
            at[i] = x[i];
            // Beside a wall only the way from it counts.
            if above == f64::MAX || below == f64::MAX { 0.0 } else { (above - below) / (2.0 * step) }
        })
        .collect()
}

fn identity(k: usize) -> Vec<f64> {
    (0..k * k).map(|at| if at / k == at % k { 1.0 } else { 0.0 }).collect()
}

/// From any figure to between two bounds.
pub(super) fn bounded(u: f64, low: f64, high: f64) -> f64 {
    low + (high - low) / (1.0 + (-u).exp())
}

/// And back.
pub(super) fn unbounded(x: f64, low: f64, high: f64) -> f64 {
    let part = ((x - low) / (high - low)).clamp(1e-6, 1.0 - 1e-6);
    (part / (1.0 - part)).ln()
}
