//! Whether one series leads another, from the series to the figures that the verdict rests on: base R's `lm` and `ar.yw`, with
//! each step written anew in R.

use crate::shared::{Worst, number, numbers, stored};
use serde_json::Value;
use stats::lead::{Ask, Effect, Ready, Way, lead};

#[test]
fn evidence_as_a_whole_is_as_r_finds_it() {
    let want = stored("lead/lead.json");
    for name in ["months", "apart", "bursting", "wandering"] {
        let want = &want[name];
        let period = number(&want["period"]);
        let ready = |key: &str| Ready::new(&numbers(&want[key]), &[period]).expect("whole");
        let lags = number(&want["lags"]) as usize;
        let found = lead(&ready("x"), &ready("y"), Ask { lags, level: 0.95 }).expect("long enough");
        assert_eq!(found.stepped, number(&want["stepped"]) > 0.0, "{name}");
        let mut worst = Worst::new();
        way(&mut worst, &found.forward, &want["forward"], name);
        way(&mut worst, &found.backward, &want["backward"], name);
        let [early, late] = found.halves;
        for (key, effect) in [("effect", found.effect), ("early", early), ("late", late)] {
            let Effect { estimate, std_error, low, high, .. } = effect;
            for (part, figure) in [("estimate", estimate), ("error", std_error), ("low", low), ("high", high)]
            {
                worst.see(figure, number(&want[key][part]), || format!("{name}: {key} {part}"));
            }
        }
        assert_eq!(found.tame.is_some(), want["tame"].is_object(), "{name}");
        if let Some(tame) = found.tame {
            assert_eq!(tame.drawn as f64, number(&want["tame"]["drawn"]), "{name}");
            worst.see(tame.p_value, number(&want["tame"]["p"]), || format!("{name}: p without extremes"));
            worst.see(tame.estimate, number(&want["tame"]["estimate"]), || format!("{name}: effect without"));
        }
        worst.at_least(10.0, name);
    }
}

fn way(worst: &mut Worst, found: &Way, want: &Value, name: &str) {
    let (crossed, past, gain) = (&want["crossed"], &want["past"], &want["gain"]);
    let counts = [
        (found.crossed.lag, &crossed["lag"]),
        (found.past.own, &past["own"]),
        (found.past.order, &past["order"]),
        (found.past.df2, &past["df2"]),
        (found.past.n, &past["n"]),
        (found.gain.lag, &gain["lag"]),
    ];
    for (count, want) in counts {
        assert_eq!(count as f64, number(want), "{name}: {crossed} {past} {gain}");
    }
    let mut see = |figure: f64, want: &Value, what: &str| {
        worst.see(figure, number(want), || format!("{name}: {what}"));
    };
    for (at, value) in found.crossed.values.iter().enumerate() {
        see(*value, &crossed["values"][at], "cross-correlation");
    }
    see(found.crossed.together, &crossed["together"], "together");
    see(found.crossed.p_value, &crossed["p"], "p of the strongest lag");
    see(found.past.statistic, &past["statistic"], "F");
    see(found.past.p_value, &past["p"], "p of F");
    see(found.gain.without, &gain["without"], "error without");
    see(found.gain.with, &gain["with"], "error with");
    see(found.gain.share, &gain["share"], "gain");
    see(found.gain.p_value, &gain["p"], "p of the gain");
    see(found.p_value, &want["p"], "p");
}
