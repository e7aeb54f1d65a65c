//! Random numbers that are the same on every machine.
//!
//! Integers come from SplitMix64 (Steele, Lea and Flood, 2014), normal deviates from them by the transform of
//! Box and Muller (1958). Logarithm and cosine are computed here with the four operations of arithmetic and a
//! square root, all of which IEEE 754 rounds in one way only; the mathematical library of the platform, which
//! may differ in the last digit, is not asked.

use std::f64::consts::{FRAC_PI_2, LN_2, SQRT_2};

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Random { state: seed }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number above 0 and up to 1.
    pub fn unit(&mut self) -> f64 {
        ((self.bits() >> 11) + 1) as f64 / (1u64 << 53) as f64
    }

    /// A whole number below `bound`; 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.bits()) * bound as u128) >> 64) as usize
    }

    /// A normal deviate with mean 0 and variance 1.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * ln(self.unit())).sqrt();
        radius * cos_turn(self.unit())
    }
}

/// The natural logarithm of a positive, normal number, within 1e-15 of its size.
fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut exponent = ((bits >> 52) & 0x7ff) as i32 - 1023;
    let mut mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    if mantissa > SQRT_2 {
        mantissa /= 2.0;
        exponent += 1;
    }
    // ln m = 2 artanh((m − 1) / (m + 1)), whose argument is below 0.172 here.
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let series = (0..=11).rev().fold(0.0, |sum, k| sum * square + 1.0 / f64::from(2 * k + 1));
    2.0 * ratio * series + f64::from(exponent) * LN_2
}

/// The cosine of `turn` full turns.
pub fn cos_turn(turn: f64) -> f64 {
    let quarters = 4.0 * (turn - turn.floor());
    let quadrant = quarters.floor();
    let angle = (quarters - quadrant) * FRAC_PI_2;
    match quadrant as u8 {
        0 => cos(angle),
        1 => -cos(FRAC_PI_2 - angle),
        2 => -cos(angle),
        _ => cos(FRAC_PI_2 - angle),
    }
}

/// The cosine of an angle of the first quadrant, by its series.
fn cos(angle: f64) -> f64 {
    let square = angle * angle;
    let step = |sum: f64, k: i32| 1.0 - sum * square / f64::from((2 * k - 1) * 2 * k);
    (1..=11).rev().fold(1.0, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        let mut random = Random::new(1_234_567);
        let first = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(first, [random.bits(), random.bits(), random.bits()]);
    }

    #[test]
    fn own_functions_agree_with_the_library() {
        for step in 1..2000 {
            let x = f64::from(step) / 977.0;
            assert!((ln(x) - x.ln()).abs() <= 4e-15 * (1.0 + x.ln().abs()), "ln {x}");
            assert!((cos_turn(x) - (std::f64::consts::TAU * x).cos()).abs() < 4e-14, "cos {x}");
        }
    }

    #[test]
    fn deviates_are_normal() {
        let mut random = Random::new(7);
        let draws: Vec<f64> = (0..100_000).map(|_| random.normal()).collect();
        let moment = |power| draws.iter().map(|draw| draw.powi(power)).sum::<f64>() / draws.len() as f64;
        assert!(moment(1).abs() < 0.01 && (moment(2) - 1.0).abs() < 0.02, "{} {}", moment(1), moment(2));
        assert!(moment(3).abs() < 0.05 && (moment(4) - 3.0).abs() < 0.1, "{} {}", moment(3), moment(4));
    }

    #[test]
    fn whole_numbers_stay_below_their_bound() {
        let mut random = Random::new(3);
        assert!((0..1000).all(|_| random.below(7) < 7));
        assert_eq!(random.below(0), 0);
    }
}
