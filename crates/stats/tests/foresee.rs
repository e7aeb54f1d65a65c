//! Whether intervals of forecasts hold what comes as often as they say, on synthetic series.

#[path = "lead/worlds.rs"]
#[allow(dead_code, reason = "another test takes the pairs")]
mod worlds;

use rayon::prelude::*;
use stats::Chance;
use stats::foresee::{Ask, Leading, Way, foresee};

const SERIES: u64 = 1000;

type World = (&'static str, &'static [f64], fn(&mut Chance, usize) -> Vec<f64>);

const WORLDS: [World; 5] = [
    ("walk", &[], |chance, n| worlds::walk(chance, n, 0.2)),
    ("autoregression", &[], |chance, n| worlds::autoregression(chance, n, 0.6)),
    ("line", &[], |chance, n| {
        let rest = worlds::autoregression(chance, n, 0.3);
        rest.iter().enumerate().map(|(t, e)| 0.1 * t as f64 + e).collect()
    }),
    ("season", &[12.0], |chance, n| worlds::seasonal(chance, n).0),
    ("level that moves", &[], |chance, n| {
        let level = worlds::walk(chance, n, 0.0);
        level.iter().map(|l| 0.5 * l + chance.normal()).collect()
    }),
];

#[test]
fn intervals_hold_what_comes_as_often_as_they_say() {
    let levels = [0.8, 0.95];
    let mut all = [0.0; 2];
    for (at, (name, periods, world)) in WORLDS.iter().enumerate() {
        let base = Chance::new(20_260_302).branch(at as u64);
        let series = SERIES / WORLDS.len() as u64;
        let one = |number| {
            let mut chance = base.branch(number);
            let n = 60 + chance.below(140);
            let steps = 12;
            let y = world(&mut chance, n + steps);
            let ask = Ask { steps, periods: periods.to_vec(), level: 0.9, leading: Vec::new() };
            let found = foresee(&y[..n], &ask).unwrap();
            // The probability of what came says in which intervals it lay.
            let tail = |h: usize| 2.0 * (0.5 - found.at_least(h, y[n + h]).unwrap()).abs();
            levels.map(|level| (0..steps).filter(|&h| tail(h) <= level).count() as f64 / steps as f64)
        };
        let inside =
            (0..series).into_par_iter().map(one).reduce(|| [0.0; 2], |a, b| [a[0] + b[0], a[1] + b[1]]);
        let share = inside.map(|inside| inside / series as f64);
        println!("{name}: {:.1} % of 80, {:.1} % of 95", 100.0 * share[0], 100.0 * share[1]);
        all = [all[0] + inside[0], all[1] + inside[1]];
    }
    for (level, inside) in levels.iter().zip(all) {
        let share = inside / SERIES as f64;
        println!("all: {:.2} % of {level}", 100.0 * share);
        assert!((share - level).abs() <= 0.02, "{level}: {share}");
    }
}

#[test]
fn what_leads_is_used_where_it_helps() {
    let mut chance = Chance::new(4);
    let (x, y) = worlds::leading(&mut chance, 160, 4, 3.0);
    let leading = vec![Leading { name: "x".to_owned(), values: x, lag: 4 }];
    let ask = Ask { steps: 4, periods: Vec::new(), level: 0.9, leading };
    let found = foresee(&y, &ask).unwrap();
    assert_eq!(found.way, Way::Regression.name());
    assert!(found.tried[0].relative < 0.7, "{:?}", found.tried);
    assert!(found.at_least(0, found.mean[0]).unwrap() == 0.5);
}
