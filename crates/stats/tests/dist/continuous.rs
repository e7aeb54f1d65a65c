use super::{Worst, cases, number, numbers};
use stats::dist::{Beta, ChiSquared, F, Gamma, Normal, StudentT};

/// What all of them have.
struct Of {
    ends: [fn(&[f64], f64) -> f64; 6],
}

macro_rules! of {
    ($make:expr) => {
        Of {
            ends: [
                |p, x| $make(p).cdf(x),
                |p, x| $make(p).sf(x),
                |p, x| $make(p).log_cdf(x),
                |p, x| $make(p).log_sf(x),
                |p, x| $make(p).quantile(x),
                |p, x| $make(p).isf(x),
            ],
        }
    };
}

fn of(name: &str) -> Of {
    match name {
        "normal" => of!(|_: &[f64]| Normal),
        "t" => of!(|p: &[f64]| StudentT(p[0])),
        "chisq" => of!(|p: &[f64]| ChiSquared(p[0])),
        "gamma" => of!(|p: &[f64]| Gamma(p[0], p[1])),
        "f" => of!(|p: &[f64]| F(p[0], p[1])),
        "beta" => of!(|p: &[f64]| Beta(p[0], p[1])),
        other => panic!("no {other}"),
    }
}

#[test]
fn tails_and_their_logarithms_hold_thirteen_digits() {
    let mut worst = Worst::default();
    for case in cases("continuous") {
        let name = case[0].as_str().expect("a name");
        let (p, x) = (numbers(&case[1]), number(&case[2]));
        for (end, what) in ["cdf", "sf", "log_cdf", "log_sf"].iter().enumerate() {
            let got = of(name).ends[end](&p, x);
            worst.note(&format!("{name} {what}"), got, number(&case[3 + end]), || format!("{p:?} at {x:e}"));
        }
    }
    worst.demand(13.0);
}

#[test]
fn quantiles_of_the_smaller_tail_give_the_figure_back() {
    let mut worst = Worst::default();
    for case in cases("continuous") {
        let name = case[0].as_str().expect("a name");
        let (p, x) = (numbers(&case[1]), number(&case[2]));
        let (lower, upper) = (number(&case[3]), number(&case[4]));
        let of = of(name);
        let (what, end, tail) = if lower < upper { ("quantile", 4, lower) } else { ("isf", 5, upper) };
        // A tail rounded to a double says no more of the figure than this.
        let nudge = of.ends[end - 4](&p, x * (1.0 + 1e-7)) / tail - 1.0;
        if tail < 1e-306 || nudge.abs() < 3e-8 {
            continue;
        }
        worst.note(&format!("{name} {what}"), of.ends[end](&p, tail), x, || format!("{p:?} at {x:e}"));
    }
    worst.demand(13.0);
}
