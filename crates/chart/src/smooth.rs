//! Small numerical helps that only a picture needs: a local line, a density, quantiles. Good to a pixel, not to a report.

/// A local line through points (Cleveland's loess of degree 1 with tricube weights, without the robust rounds), read at
/// `count` places; empty for fewer than six points.
pub(crate) fn local_line(points: &[(f64, f64)], share: f64, count: usize) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> =
        points.iter().copied().filter(|(x, y)| x.abs() < 1e100 && y.abs() < 1e100).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    // A picture needs no more than some hundred points spread evenly over the order.
    let step = points.len().div_ceil(1500).max(1);
    let points: Vec<_> = points.into_iter().step_by(step).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let width = last.0 - first.0;
    if points.len() < 6 || width <= 0.0 {
        return Vec::new();
    }
    let near = ((points.len() as f64 * share).ceil() as usize).clamp(4, points.len());
    let fitted = |at: usize| {
        let x = first.0 + width * at as f64 / (count.max(2) - 1) as f64;
        let mut far: Vec<f64> = points.iter().map(|p| (p.0 - x).abs()).collect();
        far.sort_by(f64::total_cmp);
        let reach = far.get(near - 1).copied().unwrap_or(width).max(width * 1e-6) * 1.0001;
        let (mut s, mut sx, mut sy, mut sxx, mut sxy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for p in &points {
            let d = (p.0 - x) / reach;
            if d.abs() < 1.0 {
                let w = (1.0 - d.abs().powi(3)).powi(3);
                (s, sx, sy) = (s + w, sx + w * d, sy + w * p.1);
                (sxx, sxy) = (sxx + w * d * d, sxy + w * d * p.1);
            }
        }
        let det = s * sxx - sx * sx;
        let y = if det > s * s * 1e-9 { (sxx * sy - sx * sxy) / det } else { sy / s };
        y.is_finite().then_some((x, y))
    };
    (0..count).filter_map(fitted).collect()
}

/// A quantile of ordered values (R's type 7); nothing for none.
pub(crate) fn quantile(ordered: &[f64], share: f64) -> Option<f64> {
    let at = share.clamp(0.0, 1.0) * (ordered.len().checked_sub(1)? as f64);
    let (low, high) = (ordered.get(at.floor() as usize)?, ordered.get(at.ceil() as usize)?);
    Some(low + (high - low) * at.fract())
}

/// A Gaussian density of ordered values by Silverman's rule, at `count` places over their range and two band widths
/// beyond; empty for fewer than three or for values that are all alike.
pub(crate) fn density(ordered: &[f64], count: usize) -> Vec<(f64, f64)> {
    let n = ordered.len() as f64;
    let (Some(low), Some(high)) = (ordered.first(), ordered.last()) else { return Vec::new() };
    let mean = ordered.iter().sum::<f64>() / n;
    let sd = (ordered.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0).max(1.0)).sqrt();
    let iqr = quantile(ordered, 0.75).unwrap_or(*high) - quantile(ordered, 0.25).unwrap_or(*low);
    let spread = if iqr > 0.0 { sd.min(iqr / 1.349) } else { sd };
    let band = 0.9 * spread * n.powf(-0.2);
    if ordered.len() < 3 || !(band.is_finite() && band > 0.0) {
        return Vec::new();
    }
    let step = ordered.len().div_ceil(2000).max(1);
    let kept: Vec<f64> = ordered.iter().copied().step_by(step).collect();
    let (from, to) = (low - 2.0 * band, high + 2.0 * band);
    let at = |place: usize| {
        let x = from + (to - from) * place as f64 / (count.max(2) - 1) as f64;
        let sum: f64 = kept.iter().map(|v| (-0.5 * ((x - v) / band).powi(2)).exp()).sum();
        (x, sum / (kept.len() as f64 * band * (2.0 * std::f64::consts::PI).sqrt()))
    };
    (0..count).map(at).collect()
}

/// The values that can be drawn, in order.
pub(crate) fn ordered(values: &[f64]) -> Vec<f64> {
    let mut kept: Vec<f64> = values.iter().copied().filter(|v| v.abs() < 1e100).collect();
    kept.sort_by(f64::total_cmp);
    kept
}

/// The normal quantile of a share between 0 and 1, by bisection of the error function's series: some 1e-9.
pub(crate) fn normal_quantile(share: f64) -> f64 {
    let (mut low, mut high) = (-9.0, 9.0);
    for _ in 0..44 {
        let middle: f64 = (low + high) / 2.0;
        if normal_below(middle) < share { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The normal distribution function (Abramowitz and Stegun 26.2.17, 7.5e-8).
fn normal_below(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
    let poly = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_530];
    let upper = normal_density(z) * t * poly.into_iter().fold(0.0, |sum, c| sum * t + c);
    if z < 0.0 { upper } else { 1.0 - upper }
}

/// The normal density.
pub(crate) fn normal_density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        assert!((normal_quantile(0.975) - 1.959_964).abs() < 1e-5);
        assert!((normal_quantile(0.5)).abs() < 1e-6);
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), Some(1.75));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn a_straight_line_is_its_own_local_line_and_a_density_sums_to_one() {
        let points: Vec<_> = (0..50).map(|i| (f64::from(i), 3.0 - 2.0 * f64::from(i))).collect();
        for (x, y) in local_line(&points, 0.66, 30) {
            assert!((y - (3.0 - 2.0 * x)).abs() < 1e-6, "{x} {y}");
        }
        let values: Vec<f64> = (0..200).map(|i| normal_quantile((f64::from(i) + 0.5) / 200.0)).collect();
        let made = density(&values, 200);
        let step = made[1].0 - made[0].0;
        assert!((made.iter().map(|p| p.1).sum::<f64>() * step - 1.0).abs() < 0.02);
        assert!(density(&[1.0; 9], 10).is_empty());
    }
}
