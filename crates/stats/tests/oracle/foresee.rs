//! Forecasts, from the series to the interval and the probability: base R's `lm`, with each step written anew in R.

use crate::shared::{Worst, number, numbers, stored};
use stats::foresee::{Ask, Leading, foresee};

#[test]
fn a_forecast_as_a_whole_is_as_r_finds_it() {
    let want = stored("lead/foresee.json");
    for name in ["level", "rising", "led"] {
        let want = &want[name];
        let y = numbers(&want["y"]);
        let leading = want["x"].as_array().map(|_| Leading {
            name: "x".to_owned(),
            values: numbers(&want["x"]),
            lag: number(&want["lag"]) as usize,
        });
        let steps = number(&want["steps"]) as usize;
        let periods = vec![number(&want["period"])];
        let ask = Ask { steps, periods, level: 0.8, leading: leading.into_iter().collect() };
        let found = foresee(&y, &ask).expect("long enough");
        let mut worst = Worst::new();
        let errors = want["mae"].as_object().expect("ways");
        for (way, mae) in errors {
            let tried = found.tried.iter().find(|tried| tried.way == *way).expect("it was tried");
            worst.see(tried.mae, number(mae), || format!("{name}: error of {way}"));
        }
        // Ways of which only the form is searched for may do better; here none does.
        assert_eq!(Some(&*found.way), want["way"].as_str(), "{name}: {:?}", found.tried);
        worst.see(found.stretch, number(&want["stretch"]), || format!("{name}: stretch"));
        worst.see(found.df, number(&want["df"]), || format!("{name}: degrees of freedom"));
        worst.see(found.coverage, number(&want["coverage"]), || format!("{name}: coverage"));
        for (key, values) in [("mean", &found.mean), ("low", &found.low), ("high", &found.high)] {
            for (at, value) in values.iter().enumerate() {
                worst.see(*value, number(&want[key][at]), || format!("{name}: {key} {at}"));
            }
        }
        let chance = found.at_least(steps - 1, y[y.len() - 1]).expect("a step that was asked");
        worst.see(chance, number(&want["chance"]), || format!("{name}: probability"));
        worst.at_least(10.0, name);
    }
}
