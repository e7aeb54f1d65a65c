use super::{Worst, cases, number, numbers};
use stats::dist::{
    Binomial, Hypergeometric, NegativeBinomial, NoncentralChiSquared, NoncentralF, NoncentralT, Poisson,
    StudentizedRange,
};

fn tails(name: &str, p: &[f64], x: f64) -> (f64, f64) {
    macro_rules! both {
        ($of:expr) => {
            ($of.cdf(x), $of.sf(x))
        };
    }
    match name {
        "binomial" => both!(Binomial(p[0], p[1])),
        "poisson" => both!(Poisson(p[0])),
        "negative binomial" => both!(NegativeBinomial(p[0], p[1])),
        "hypergeometric" => both!(Hypergeometric { marked: p[0], plain: p[1], drawn: p[2] }),
        "noncentral t" => both!(NoncentralT(p[0], p[1])),
        "noncentral chisq" => both!(NoncentralChiSquared(p[0], p[1])),
        "noncentral f" => both!(NoncentralF(p[0], p[1], p[2])),
        "studentized range" => both!(StudentizedRange(p[0], p[1])),
        other => panic!("no {other}"),
    }
}

#[test]
fn counts_and_noncentral_tails_hold_twelve_digits() {
    let mut worst = Worst::default();
    for case in cases("further") {
        let name = case[0].as_str().expect("a name");
        let (p, x) = (numbers(&case[1]), number(&case[2]));
        let (lower, upper) = tails(name, &p, x);
        let place = || format!("{p:?} at {x:e}");
        for (end, got, want) in [("cdf", lower, number(&case[3])), ("sf", upper, number(&case[4]))] {
            if want > 1e-300 {
                worst.note(&format!("{name} {end}"), got, want, place);
            }
        }
    }
    worst.demand(12.0);
}

#[test]
fn quantiles_of_counts_are_the_least_that_reach() {
    assert_eq!(Binomial(10.0, 0.3).quantile(Binomial(10.0, 0.3).cdf(4.0)), 4.0);
    assert_eq!(Poisson(7.7).quantile(0.5), 8.0);
    assert_eq!(NegativeBinomial(3.0, 0.5).quantile(0.5), 2.0);
    let range = StudentizedRange(4.0, 20.0);
    assert!((range.sf(range.isf(1e-9)) / 1e-9 - 1.0).abs() < 1e-11);
}
