//! What an event has changed: intervals hold what they say.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

#[path = "lead/worlds.rs"]
#[allow(dead_code, reason = "each test file uses its part of what is shared")]
mod worlds;

use stats::Chance;
use stats::series::{LEAST_AFTER, LEAST_BEFORE, changed};
use worlds::autoregression;

const TIMES: usize = 500;

/// How often the intervals of 95 % of average and step hold the truth, a step of `step` standard deviations of the noise.
fn coverage(n: usize, phi: f64, step: f64, seed: u64) -> (f64, f64, f64) {
    let mut chance = Chance::new(seed);
    let at = n * 2 / 3;
    let (mut average, mut level, mut seen) = (0, 0, 0);
    for _ in 0..TIMES {
        let noise = autoregression(&mut chance, n, phi);
        let y: Vec<f64> = noise
            .iter()
            .enumerate()
            .map(|(t, e)| 10.0 + 0.1 * t as f64 + e + if t >= at { step } else { 0.0 })
            .collect();
        let found = changed(&y, &[], at, 0.95).expect("enough values");
        average += usize::from(found.average.low <= step && step <= found.average.high);
        level += usize::from(found.level.low <= step && step <= found.level.high);
        seen += usize::from(found.average.low > 0.0 || found.average.high < 0.0);
    }
    let share = |count: usize| count as f64 / TIMES as f64;
    (share(average), share(level), share(seen))
}

#[test]
fn intervals_hold_what_they_say() {
    println!("n  carried  step  average  level  seen");
    for n in [16, 30, 60] {
        for (phi, step) in [(0.0, 0.0), (0.3, 0.0), (0.6, 0.0), (0.3, 3.0)] {
            let (average, level, seen) = coverage(n, phi, step, 7 + n as u64);
            println!("{n:2}  {phi}  {step}  {average:.3}  {level:.3}  {seen:.3}");
            // Where much is carried over and little was measured, nobody can tell the one from the other well.
            let least = if n == 16 && phi > 0.5 { 0.87 } else { 0.925 };
            assert!((least..0.985).contains(&average) && (least..0.985).contains(&level), "{n} {phi} {step}");
        }
    }
}

#[test]
fn a_change_is_found_where_it_is() {
    let wave = |t: usize| (t as f64 * 2.3).sin() * 0.3;
    let course = |t: usize| 10.0 + 0.5 * t as f64;
    let change = |t: usize| if t >= 20 { 3.0 + 0.25 * (t - 20) as f64 } else { 0.0 };
    let y: Vec<f64> = (0..30).map(|t| course(t) + change(t) + wave(t)).collect();
    let found = changed(&y, &[], 20, 0.95).unwrap();
    let near =
        |guess: stats::series::Guess, truth: f64| guess.low < truth && truth < guess.high && guess.low > 0.0;
    assert!(near(found.level, 3.0) && near(found.slope, 0.25), "{found:?}");
    assert!(near(found.average, 3.0 + 0.25 * 4.5) && near(found.last, 3.0 + 0.25 * 9.0));
    assert_eq!((found.without.len(), found.fitted.len(), found.at), (10, 30, 20));
    assert!((found.without[9].estimate - course(29)).abs() < 0.6, "the former course goes on");
    // Where much is carried over, what is shown and what is said are one.
    let mut chance = Chance::new(5);
    let walk = worlds::walk(&mut chance, 60, 0.5);
    let found = changed(&walk, &[], 45, 0.95).unwrap();
    let shown: f64 =
        found.without.iter().zip(&walk[45..]).map(|(without, y)| y - without.estimate).sum::<f64>() / 15.0;
    let width = found.average.high - found.average.low;
    assert!((shown - found.average.estimate).abs() < 0.25 * width, "{shown} {:?}", found.average);
}

#[test]
fn what_a_series_beside_explains_is_not_taken_for_an_effect() {
    let mut chance = Chance::new(11);
    let market: Vec<f64> = (0..40).map(|t| if t >= 25 { 5.0 } else { 0.0 } + chance.normal()).collect();
    let y: Vec<f64> = market.iter().map(|m| 20.0 + 2.0 * m + 0.3 * chance.normal()).collect();
    let alone = changed(&y, &[], 25, 0.95).unwrap();
    let beside = changed(&y, &[market], 25, 0.95).unwrap();
    assert!(alone.average.low > 5.0 && beside.average.low < 0.0 && beside.average.high > 0.0);
}

#[test]
fn too_little_is_refused() {
    let y: Vec<f64> = (0..40).map(|t| (t * 7 % 5) as f64).collect();
    assert!(changed(&y, &[], LEAST_BEFORE, 0.95).is_ok() && changed(&y, &[], 40 - LEAST_AFTER, 0.95).is_ok());
    assert!(changed(&y, &[], LEAST_BEFORE - 1, 0.95).is_err(), "before");
    assert!(changed(&y, &[], 41 - LEAST_AFTER, 0.95).is_err(), "after");
    assert!(changed(&[1.0; 40], &[], 20, 0.95).is_err(), "one value all along");
    assert!(changed(&y, &[vec![1.0; 40]], 20, 0.95).is_err(), "a column that is the level");
    assert!(changed(&y, &[vec![1.0; 39]], 20, 0.95).is_err(), "a column of another length");
    let mut gap = y.clone();
    gap[3] = f64::NAN;
    assert!(changed(&gap, &[], 20, 0.95).is_err());
}
