//! What an event has changed, with errors that carry over: R's `nlme::gls` with `corAR1` and REML.

use crate::shared::{Worst, number, numbers, stored};
use stats::series::changed;

#[test]
fn a_regression_with_carried_errors_is_as_r_s() {
    let want = stored("series/changed.json");
    let (y, x) = (numbers(&want["y"]), numbers(&want["x"]));
    let at = number(&want["at"]) as usize;
    for (name, others) in [("alone", vec![]), ("beside", vec![x])] {
        let found = changed(&y, &others, at, 0.95).expect("enough values");
        let want = &want[name];
        let mut worst = Worst::new();
        worst.see(found.rho, number(&want["rho"]), || format!("{name}: rho"));
        for (at, (estimate, error)) in found.terms.iter().enumerate() {
            worst.see(*estimate, number(&want["estimates"][at]), || format!("{name}: estimate {at}"));
            worst.see(*error, number(&want["errors"][at]), || format!("{name}: error {at}"));
        }
        // R's optimiser stops there; with its ρ the rest agrees to the last digits.
        worst.at_least(6.0, name);
    }
}
