//! How often a series should be differenced.

use super::kpss::{Bandwidth, kpss};
use super::least::whole;
use super::mstl::mstl;
use super::unit_root::About;
use crate::Result;

/// The differences that make a series keep to a level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Advice {
    /// Differences over a period.
    pub seasonal: usize,
    /// Differences of neighbours, after those.
    pub plain: usize,
    /// How strong the season is, from 0 to 1; one difference where it is over 0.64.
    pub strength: f64,
}

/// Differences over a lag.
pub fn difference(y: &[f64], lag: usize) -> Vec<f64> {
    y.iter().skip(lag).zip(y).map(|(now, before)| now - before).collect()
}

/// How often neighbours are to be differenced until KPSS no longer speaks at 5 %, at most twice (`ndiffs` of R's forecast).
pub fn plain_differences(y: &[f64]) -> Result<usize> {
    whole(y, 4)?;
    let mut y = y.to_vec();
    let mut times = 0;
    while times < 2 && !constant(&y) {
        match kpss(&y, About::Level, Bandwidth::Root) {
            Ok(found) if found.p_value < 0.05 => y = difference(&y, 1),
            _ => break,
        }
        times += 1;
    }
    Ok(times)
}

/// Both kinds, the season first by its strength in an STL (`nsdiffs` of R's forecast with its default, then `ndiffs`).
pub fn advice(y: &[f64], period: usize) -> Result<Advice> {
    whole(y, 4)?;
    let mut strength = 0.0;
    let mut seasonal = 0;
    let mut rest = y.to_vec();
    if period > 1 && 2 * period < y.len() && !constant(y) {
        let found = mstl(y, &[period], false)?;
        strength = found.strength().1.first().copied().unwrap_or(0.0);
        if strength > 0.64 {
            seasonal = 1;
            rest = difference(y, period);
        }
    }
    let plain = if rest.len() < 4 { 0 } else { plain_differences(&rest)? };
    Ok(Advice { seasonal, plain, strength })
}

fn constant(y: &[f64]) -> bool {
    y.windows(2).all(|pair| pair[0] == pair[1])
}
