//! What `lead` says of pairs whose truth is known: how often it is wrong, and how often it sees what is there.

#[path = "lead/worlds.rs"]
mod worlds;

use rayon::prelude::*;
use stats::Chance;
use stats::lead::{Ask, Lead, Ready, Verdict, lead};
use worlds::Pair;

const PAIRS: u64 = 2000;

/// What a kind of pairs is called, the periods of its seasons, and how one of a length is drawn.
type World = (&'static str, &'static [f64], fn(&mut Chance, usize) -> Pair);

fn found(pair: &Pair, periods: &[f64]) -> Lead {
    let ready = |y: &[f64]| Ready::new(y, periods).expect("a series");
    lead(&ready(&pair.0), &ready(&pair.1), Ask { lags: 8, level: 0.95 }).expect("a pair")
}

fn verdict(found: &Lead) -> Verdict {
    found.verdict(found.forward.p_value, found.backward.p_value, 0.95)
}

/// The part of pairs that get a verdict.
fn share(of: Verdict, periods: &[f64], world: impl Fn(&mut Chance) -> Pair + Sync) -> f64 {
    let base = Chance::new(20_260_301);
    let said = (0..PAIRS).into_par_iter().filter(|&number| {
        let pair = world(&mut base.branch(number));
        verdict(&found(&pair, periods)) == of
    });
    said.count() as f64 / PAIRS as f64
}

/// Between one and five years of weeks.
fn length(chance: &mut Chance) -> usize {
    52 + chance.below(209)
}

#[test]
fn unrelated_pairs_are_said_to_predict_at_most_once_in_twenty() {
    let worlds: [World; 3] = [
        ("trending", &[], worlds::trending),
        ("seasonal", &[12.0], worlds::seasonal),
        ("autocorrelated", &[], worlds::autocorrelated),
    ];
    for (name, periods, world) in worlds {
        let of = |verdict| {
            share(verdict, periods, |chance| {
                let n = length(chance);
                world(chance, n)
            })
        };
        let (wrong, turned) = (of(Verdict::Predicts), of(Verdict::Reversed));
        println!("{name}: false `predicts` {:.2} %, `reversed` {:.2} %", 100.0 * wrong, 100.0 * turned);
        assert!(wrong <= 0.05, "{name}: {wrong}");
    }
}

#[test]
fn bursts_in_common_are_no_lead() {
    let base = Chance::new(20_260_304);
    let one = |number: u64| {
        let mut chance = base.branch(number);
        let n = length(&mut chance);
        let found = found(&worlds::bursting(&mut chance, n), &[]);
        let wild = Lead { tame: None, ..found.clone() };
        [verdict(&found), verdict(&wild)].map(|said| u32::from(said == Verdict::Predicts))
    };
    let [tame, wild] =
        (0..PAIRS).into_par_iter().map(one).reduce(|| [0; 2], |a, b| [a[0] + b[0], a[1] + b[1]]);
    let share = |count: u32| 100.0 * f64::from(count) / PAIRS as f64;
    println!("bursting: false `predicts` {:.2} %, without drawing in {:.2} %", share(tame), share(wild));
    assert!(share(tame) <= 5.0 && tame < wild, "{tame} {wild}");
}

#[test]
fn what_is_driven_by_a_third_at_the_same_time_leads_nothing() {
    let wrong = share(Verdict::Predicts, &[], |chance| worlds::driven(chance, 156));
    println!("driven by a third: false `predicts` {:.2} %", 100.0 * wrong);
    assert!(wrong <= 0.05, "{wrong}");
}

#[test]
fn what_leads_is_seen_the_oftener_the_longer_and_the_stronger() {
    println!("weeks   effect 0.2   0.4   0.8");
    let mut last = 0.0;
    for n in [52, 104, 156, 260] {
        let power = [0.2, 0.4, 0.8]
            .map(|effect| share(Verdict::Predicts, &[], |chance| worlds::leading(chance, n, 3, effect)));
        println!("{n:5} {:12.2} {:5.2} {:5.2}", power[0], power[1], power[2]);
        assert!(power[0] < power[1] && power[1] <= power[2] && power[1] >= last);
        last = power[1];
    }
    assert!(last > 0.9, "five years and a clear effect: {last}");
}

#[test]
fn what_follows_is_not_what_leads() {
    let turned = |of| {
        share(of, &[], |chance| {
            let (x, y) = worlds::leading(chance, 156, 3, 0.8);
            (y, x)
        })
    };
    let (predicts, reversed) = (turned(Verdict::Predicts), turned(Verdict::Reversed));
    println!("the wrong way round: reversed {:.2}, predicts {:.2}", reversed, predicts);
    assert!(predicts <= 0.05 && reversed > 0.8);
}

#[test]
fn the_lag_and_the_effect_are_those_of_the_truth() {
    let base = Chance::new(7);
    let (mut right, mut inside) = (0, 0);
    for number in 0..300 {
        let one = found(&worlds::leading(&mut base.branch(number), 200, 3, 0.8), &[]);
        right += usize::from(one.forward.crossed.lag == 3);
        inside += usize::from(one.effect.low <= 0.8 && 0.8 <= one.effect.high);
    }
    println!("lag right {right} of 300, interval holds the truth {inside} of 300");
    assert!(right > 285 && inside > 260);
}
