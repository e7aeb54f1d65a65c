//! Chance that can be repeated.

/// A generator of random figures: xoshiro256++ (Blackman and Vigna 2019), filled from a seed by SplitMix64.
///
/// The same seed gives the same figures on every machine. [`Chance::branch`] gives independent generators to work side by
/// side.
#[derive(Debug, Clone)]
pub struct Chance {
    state: [u64; 4],
}

impl Chance {
    /// The generator of a seed.
    pub fn new(seed: u64) -> Self {
        let mut at = seed;
        let mut next = || {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = at;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        Chance { state: [next(), next(), next(), next()] }
    }

    /// The generator of a numbered piece of work under this one.
    pub fn branch(&self, number: u64) -> Self {
        Chance::new(
            self.state[0] ^ self.state[2].rotate_left(17) ^ number.wrapping_mul(0xd134_2543_de82_ef95),
        )
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// Between 0 and 1, never either.
    pub fn uniform(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / (1u64 << 52) as f64
    }

    /// A whole number below `end`, each as likely as the others (Lemire 2019); 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = end as u64;
        let mut wide = u128::from(self.bits()) * u128::from(end);
        if (wide as u64) < end {
            let floor = end.wrapping_neg() % end;
            while (wide as u64) < floor {
                wide = u128::from(self.bits()) * u128::from(end);
            }
        }
        (wide >> 64) as usize
    }

    /// A standard normal figure, by the polar method.
    pub fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let s = x * x + y * y;
            if s < 1.0 && s > 0.0 {
                return x * (-2.0 * libm::log(s) / s).sqrt();
            }
        }
    }

    /// Puts a list into random order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_another_does_not() {
        let draw =
            |seed| (0..4).map(|_| 0).scan(Chance::new(seed), |c, _: i32| Some(c.bits())).collect::<Vec<_>>();
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn normal_figures_have_mean_nought_and_variance_one() {
        let mut chance = Chance::new(1);
        let figures: Vec<f64> = (0..100_000).map(|_| chance.normal()).collect();
        let mean = figures.iter().sum::<f64>() / 1e5;
        let variance = figures.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 1e5;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.03, "{mean} {variance}");
    }

    #[test]
    fn below_stays_below_and_reaches_all() {
        let mut chance = Chance::new(3);
        let mut seen = [0; 5];
        (0..5_000).for_each(|_| seen[chance.below(5)] += 1);
        assert!(seen.iter().all(|&count| (800..1200).contains(&count)), "{seen:?}");
        assert_eq!(chance.below(0), 0);
    }
}
