//! The univariate sets of NIST.

use crate::shared::{Worst, digits, folder};
use stats::describe::moments;

/// The figures after the head of a set and its three certified values.
fn set(name: &str) -> Option<(Vec<f64>, [f64; 3])> {
    let text =
        std::fs::read_to_string(folder()?.join("nist/univ").join(format!("{name}.dat"))).expect("stored");
    let certified = |what: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(what)).expect("it is certified");
        let figure = line.split(':').nth(1).and_then(|rest| rest.split_whitespace().next());
        figure.and_then(|figure| figure.parse().ok()).expect("a figure")
    };
    let values = text.lines().skip(60).filter_map(|line| line.trim().parse().ok()).collect();
    let certified = ["Sample Mean ", "Sample Standard Deviation (", "Sample Autocorrelation Coefficient ("]
        .map(certified);
    Some((values, certified))
}

#[test]
fn univariate_sets_hold_their_digits() {
    for name in
        ["Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "PiDigits", "NumAcc3", "NumAcc4"]
    {
        let Some((values, [mean, sd, lag])) = set(name) else { return };
        let found = moments(name, &values).expect("there are values");
        println!(
            "{name}: n {} mean {:.1} sd {:.1} lag-1 {:.1}",
            found.n,
            digits(found.mean, mean),
            digits(found.sd, sd),
            digits(found.autocorrelation, lag),
        );
        let (near, far) = (14.0, 14.0);
        let mut worst = Worst::new();
        worst.see(found.mean, mean, || format!("{name} mean"));
        worst.at_least(14.0, name);
        worst.see(found.sd, sd, || format!("{name} sd"));
        worst.at_least(near, name);
        worst.see(found.autocorrelation, lag, || format!("{name} lag 1"));
        worst.at_least(far, name);
    }
}
