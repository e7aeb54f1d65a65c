//! The logarithm of Γ.

use super::double::Dd;

/// ½ ln 2π.
const HALF_LN_TAU: f64 = 0.918_938_533_204_672_8;
/// What ½ ln 2π has beyond a double.
const HALF_LN_TAU_REST: f64 = -3.878_294_158_067_242e-17;

/// What Stirling's formula lacks: ln Γ(z) − ((z − ½) ln z − z + ½ ln 2π), for z of 16 and more (NIST DLMF 5.11.1).
fn rest(z: f64) -> f64 {
    let terms = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
        43_867.0 / 244_188.0,
    ];
    let square = 1.0 / (z * z);
    terms.iter().rev().fold(0.0, |sum, term| sum * square + term) / z
}

/// ln Γ(x) for x above nought, to an absolute error of some 1e-18 beside the digits of a double-double: infinite at nought.
pub(crate) fn ln_gamma(x: Dd) -> Dd {
    if x.value() <= 0.0 {
        return Dd::from(f64::INFINITY);
    }
    let mut z = x;
    let mut product = Dd::from(1.0);
    while z.value() < 16.0 {
        product = product * z;
        z = z + Dd::from(1.0);
    }
    let half = Dd::sum(HALF_LN_TAU, HALF_LN_TAU_REST);
    let whole = (z - Dd::from(0.5)) * z.ln() - z + half + Dd::from(rest(z.value()));
    if product.value() == 1.0 { whole } else { whole - product.ln() }
}

/// ln of the number of ways to choose `k` out of `n`.
pub(crate) fn ln_choose(n: f64, k: f64) -> Dd {
    let one = Dd::from(1.0);
    ln_gamma(Dd::from(n) + one) - ln_gamma(Dd::from(k) + one) - ln_gamma(Dd::sum(n, -k) + one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factorials_come_out_whole() {
        assert!((ln_gamma(Dd::from(11.0)).exp() / 3_628_800.0 - 1.0).abs() < 3e-16);
        assert!((ln_gamma(Dd::from(0.5)).exp() / std::f64::consts::PI.sqrt() - 1.0).abs() < 3e-16);
        assert!((ln_choose(40.0, 20.0).exp() / 137_846_528_820.0 - 1.0).abs() < 3e-16);
        assert_eq!(ln_gamma(Dd::ZERO).value(), f64::INFINITY);
    }
}
