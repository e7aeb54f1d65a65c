//! Double-double sums over slices, under the widest instructions that the machine has.

use crate::Dd;
use crate::double_double::{fast_two_sum, two_product, two_sum};
use pulp::{Arch, Simd, WithSimd};

/// How many sums run side by side.
const LANES: usize = 8;

/// Runs a closure with the machine's widest instructions.
struct Widest<F>(F);

impl<O, F: FnOnce() -> O> WithSimd for Widest<F> {
    type Output = O;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> O {
        (self.0)()
    }
}

/// Σ xᵢ yᵢ, as if counted in twice the digits (Ogita, Rump and Oishi 2005); the shorter slice says how many.
pub fn dot(x: &[f64], y: &[f64]) -> Dd {
    let n = x.len().min(y.len());
    let (x, y) = (&x[..n], &y[..n]);
    Arch::new().dispatch(Widest(
        #[inline(always)]
        || {
            let (mut hi, mut lo) = ([0.0; LANES], [0.0; LANES]);
            let (mut xs, mut ys) = (x.chunks_exact(LANES), y.chunks_exact(LANES));
            for (x, y) in (&mut xs).zip(&mut ys) {
                for at in 0..LANES {
                    let (product, rest) = two_product(x[at], y[at]);
                    let (sum, left) = two_sum(hi[at], product);
                    hi[at] = sum;
                    lo[at] += left + rest;
                }
            }
            let lanes: Dd = hi.iter().zip(&lo).map(|(&hi, &lo)| Dd::sum(hi, lo)).sum();
            let tail = xs.remainder().iter().zip(ys.remainder());
            lanes + tail.map(|(&x, &y)| Dd::product(x, y)).sum::<Dd>()
        },
    ))
}

/// Σ xᵢ, as if counted in twice the digits.
pub fn sum(x: &[f64]) -> Dd {
    Arch::new().dispatch(Widest(
        #[inline(always)]
        || {
            let (mut hi, mut lo) = ([0.0; LANES], [0.0; LANES]);
            let mut xs = x.chunks_exact(LANES);
            for x in &mut xs {
                for at in 0..LANES {
                    let (sum, left) = two_sum(hi[at], x[at]);
                    hi[at] = sum;
                    lo[at] += left;
                }
            }
            let lanes: Dd = hi.iter().zip(&lo).map(|(&hi, &lo)| Dd::sum(hi, lo)).sum();
            lanes + xs.remainder().iter().map(|&x| Dd::from(x)).sum::<Dd>()
        },
    ))
}

/// `hi + lo` += a · (x + x_low), figure by figure, in double-double; an `x_low` that is missing is nought.
pub fn axpy(a: Dd, x: &[f64], x_low: Option<&[f64]>, hi: &mut [f64], lo: &mut [f64]) {
    let n = x.len().min(hi.len()).min(lo.len()).min(x_low.map_or(usize::MAX, <[f64]>::len));
    let (x, hi, lo) = (&x[..n], &mut hi[..n], &mut lo[..n]);
    match x_low {
        None => Arch::new().dispatch(Widest(
            #[inline(always)]
            || {
                for ((&x, hi), lo) in x.iter().zip(hi).zip(lo) {
                    axpy_step(a, x, 0.0, hi, lo);
                }
            },
        )),
        Some(low) => {
            let low = &low[..n];
            Arch::new().dispatch(Widest(
                #[inline(always)]
                || {
                    for (((&x, &low), hi), lo) in x.iter().zip(low).zip(hi).zip(lo) {
                        axpy_step(a, x, low, hi, lo);
                    }
                },
            ));
        }
    }
}

#[inline(always)]
fn axpy_step(a: Dd, x: f64, low: f64, hi: &mut f64, lo: &mut f64) {
    let (product, rest) = two_product(a.hi, x);
    let rest = a.hi.mul_add(low, a.lo.mul_add(x, rest));
    let (sum, left) = two_sum(*hi, product);
    (*hi, *lo) = fast_two_sum(sum, *lo + (left + rest));
}

/// `hi + lo` ·= a, figure by figure, in double-double.
pub fn scale(a: Dd, hi: &mut [f64], lo: &mut [f64]) {
    Arch::new().dispatch(Widest(
        #[inline(always)]
        || {
            for (hi, lo) in hi.iter_mut().zip(lo) {
                let scaled = Dd { hi: *hi, lo: *lo } * a;
                (*hi, *lo) = (scaled.hi, scaled.lo);
            }
        },
    ));
}

/// `y` += a · x, in plain `f64`.
pub fn axpy_plain(a: f64, x: &[f64], y: &mut [f64]) {
    Arch::new().dispatch(Widest(
        #[inline(always)]
        || {
            for (&x, y) in x.iter().zip(y) {
                *y = a.mul_add(x, *y);
            }
        },
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cancels_in_a_f64_is_still_there() {
        let x = [1e16, 1.0, -1e16, 1e-9, 5.0, 2.0, 3.0, 4.0, 1e20, 1.0, -1e20];
        assert_eq!(sum(&x).value(), 1.0 + 1e-9 + 15.0);
        let ones = [1.0; 11];
        assert_eq!(dot(&x, &ones).value(), 1.0 + 1e-9 + 15.0);
        assert_eq!(dot(&x, &ones[..2]).value(), 1e16 + 1.0);
        assert_eq!((dot(&[], &[]), sum(&[])), (Dd::ZERO, Dd::ZERO));
    }

    #[test]
    fn a_third_of_a_column_taken_thrice_leaves_nought() {
        let x: Vec<f64> = (0..37).map(|row| f64::from(row).sin()).collect();
        let low: Vec<f64> = x.iter().map(|x| x * 1e-17).collect();
        let (mut hi, mut lo) = (x.clone(), low.clone());
        let third = Dd::ONE / Dd::from(-3.0);
        for _ in 0..3 {
            axpy(third, &x, Some(&low), &mut hi, &mut lo);
        }
        assert!(hi.iter().all(|left| left.abs() < 1e-30), "{hi:?}");
        let (mut hi, mut lo) = (x.clone(), vec![0.0; 37]);
        axpy(Dd::from(-1.0), &x, None, &mut hi, &mut lo);
        assert!(hi.iter().chain(&lo).all(|&left| left == 0.0));
        let (mut hi, mut lo) = (x.clone(), vec![0.0; 37]);
        scale(third, &mut hi, &mut lo);
        scale(Dd::from(-3.0), &mut hi, &mut lo);
        assert!(hi.iter().zip(&lo).zip(&x).all(|((hi, lo), x)| (hi - x + lo).abs() < 1e-31));
    }
}
