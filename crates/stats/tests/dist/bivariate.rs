use super::{Worst, cases, number};
use stats::dist::{BivariateNormal, Normal};

#[test]
fn quadrants_hold_thirteen_digits() {
    let mut worst = Worst::default();
    for case in cases("bivariate") {
        let (rho, h, k) = (number(&case[0]), number(&case[1]), number(&case[2]));
        let want = number(&case[3]);
        let got = BivariateNormal(rho).cdf(h, k);
        worst.note("bivariate", got, want, || format!("{rho} {h} {k}"));
        worst.note("bivariate turned", BivariateNormal(rho).cdf(k, h), want, || format!("{rho} {k} {h}"));
    }
    worst.demand(13.0);
}

#[test]
fn the_edges_are_those_of_one_figure() {
    assert_eq!(BivariateNormal(1.0).cdf(0.3, 0.7), Normal.cdf(0.3));
    assert_eq!(BivariateNormal(-1.0).cdf(-0.3, 0.1), 0.0);
    assert_eq!(BivariateNormal(0.4).cdf(f64::INFINITY, 0.7), Normal.cdf(0.7));
    assert!(BivariateNormal(1.1).cdf(0.0, 0.0).is_nan());
}
