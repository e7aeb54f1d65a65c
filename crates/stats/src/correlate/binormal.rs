//! The bivariate normal distribution: its density and what lies below a pair of bounds.

use crate::dist::Normal;
use std::f64::consts::{FRAC_PI_2, PI};

/// Gauss and Legendre's 20 points on −1 … 1 and their weights, of which half are given; the rest is the mirror.
const POINTS: [(f64, f64); 10] = [
    (0.076_526_521_133_497_33, 0.152_753_387_130_725_85),
    (0.227_785_851_141_645_08, 0.149_172_986_472_603_75),
    (0.373_706_088_715_419_56, 0.142_096_109_318_382_05),
    (0.510_867_001_950_827_1, 0.131_688_638_449_176_63),
    (0.636_053_680_726_515, 0.118_194_531_961_518_42),
    (0.746_331_906_460_150_8, 0.101_930_119_817_240_44),
    (0.839_116_971_822_218_8, 0.083_276_741_576_704_75),
    (0.912_234_428_251_325_9, 0.062_672_048_334_109_06),
    (0.963_971_927_277_913_8, 0.040_601_429_800_386_94),
    (0.993_128_599_185_094_9, 0.017_614_007_139_152_12),
];

/// The density at (h, k) with correlation ρ; 0 where a bound is infinite.
pub(super) fn density(h: f64, k: f64, rho: f64) -> f64 {
    if h.is_infinite() || k.is_infinite() {
        return 0.0;
    }
    let rest = (1.0 - rho) * (1.0 + rho);
    libm::exp(-(h * h - 2.0 * rho * h * k + k * k) / (2.0 * rest)) / (2.0 * PI * rest.sqrt())
}

/// The chance that both lie below: Φ(h)·Φ(k) and the integral of the density over ρ (Plackett 1954), which over the arcsine of
/// ρ is smooth; towards ±1 the pieces halve, so that 20 points are enough for each.
pub(super) fn below(h: f64, k: f64, rho: f64) -> f64 {
    let apart = Normal.cdf(h) * Normal.cdf(k);
    if h.is_infinite() || k.is_infinite() {
        return apart;
    }
    let end = libm::asin(rho.abs().min(1.0));
    let k = if rho < 0.0 { -k } else { k };
    let (squares, product) = (0.5 * (h * h + k * k), h * k);
    let at = |angle: f64| {
        let (sine, cosine) = (libm::sin(angle), libm::cos(angle));
        libm::exp((product * sine - squares) / (cosine * cosine))
    };
    let (mut from, mut sum) = (0.0, 0.0);
    while from < end {
        let until = end.min(0.5 * (from + FRAC_PI_2).max(1.2));
        let (half, middle) = (0.5 * (until - from), 0.5 * (until + from));
        let piece = POINTS.iter().map(|(x, w)| w * (at(middle - half * x) + at(middle + half * x)));
        sum += half * piece.sum::<f64>();
        if !(until > from) {
            break;
        }
        from = until;
    }
    (apart + rho.signum() * sum / (2.0 * PI)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values_hold() {
        // At the middle: ¼ + asin ρ / 2π.
        for rho in [-0.9999, -0.7, 0.0, 0.3, 0.95, 0.9999] {
            let want = 0.25 + libm::asin(rho) / (2.0 * PI);
            assert!((below(0.0, 0.0, rho) - want).abs() < 1e-15, "{rho}");
        }
        // Out of a high-precision integration (mpmath, 40 digits): see tests/oracle/correlate/binormal.py.
        let known = [
            (0.5, -0.3, 0.6, 0.343_622_530_111_210_8),
            (1.2, 1.1, 0.97, 0.852_866_153_996_005_6),
            (-1.5, 0.4, -0.8, 0.002_675_001_450_288_364_7),
        ];
        for (h, k, rho, want) in known {
            assert!((below(h, k, rho) - want).abs() < 1e-14, "{h} {k} {rho}: {}", below(h, k, rho));
        }
        assert_eq!(below(f64::INFINITY, 0.0, 0.5), 0.5);
        assert_eq!(below(f64::NEG_INFINITY, 0.0, 0.5), 0.0);
    }
}
