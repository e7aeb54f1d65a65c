//! Tests of hypotheses against R on small lists, and powers against 30 digits of mpmath.

use serde_json::Value;
use stats::Error;
use stats::test::*;

const X: [f64; 11] = [4.1, 5.3, 6.2, 2.7, 8.8, 5.9, 7.4, 3.3, 6.6, 9.1, 4.8];
const Y: [f64; 11] = [3.2, 4.4, 5.1, 2.9, 6.3, 4.7, 6.9, 3.8, 5.2, 7.7, 4.3];
const Z: [f64; 10] = [1.0, 2.0, 2.0, 3.0, 5.0, 5.0, 5.0, 7.0, 8.0, 8.0];
const W: [f64; 9] = [2.0, 3.0, 3.0, 5.0, 6.0, 8.0, 9.0, 9.0, 10.0];
const V: [f64; 6] = [6.4, 7.7, 5.8, 9.3, 8.1, 7.2];
const U: [f64; 6] = [1.1, 2.2, 3.3, 4.4, 5.5, 0.3];
const S: [f64; 6] = [2.5, 3.6, 4.7, 5.8, 6.9, 7.1];
const M: [f64; 6] = [12.0, 5.0, 7.0, 3.0, 9.0, 14.0];
/// R fills its matrix by columns.
const Q: [f64; 4] = [794.0, 150.0, 86.0, 570.0];
const XY: (&str, &str) = ("x", "y");
const BOTH: Alternative = Alternative::TwoSided;

fn oracle(name: &str) -> Value {
    let path = format!("{}/tests/oracle/test/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the oracle is committed");
    serde_json::from_str(&text).expect("the oracle is JSON")
}

fn digits(got: f64, want: f64) -> f64 {
    if got == want { 17.0 } else { -((got - want) / want).abs().log10() }
}

fn figures(value: &Value) -> Vec<f64> {
    let read = |value: &Value| match value.as_str() {
        Some(text) => text.parse().expect("a figure"),
        None => value.as_f64().unwrap_or(f64::NAN),
    };
    value.as_array().into_iter().flatten().map(read).collect()
}

/// Holds a test against what R said of the same.
fn held(oracle: &Value, name: &str, found: &Test, least: f64) {
    let want = &oracle[name];
    assert!(!want.is_null(), "R was not asked for {name}");
    let mut pairs = vec![("p", found.p_value, figures(&want["p"])[0])];
    let statistic = figures(&want["statistic"]);
    if let (Some(&want), false) = (statistic.first(), found.statistic.is_nan()) {
        pairs.push(("statistic", found.statistic, want));
    }
    // A binomial or Poisson "df" is R's number of trials.
    let df = figures(&want["df"]);
    if df.len() == found.df.len() {
        pairs.extend(found.df.iter().zip(df).map(|(got, want)| ("df", *got, want)));
    }
    if let (Some(got), [low, high]) = (found.interval, figures(&want["ci"]).as_slice()) {
        pairs.extend([("low", got.low, *low), ("high", got.high, *high)]);
    }
    for ((what, got), want) in found.estimates.iter().zip(figures(&want["estimate"])) {
        pairs.push((what, *got, want));
    }
    for (what, got, want) in pairs {
        let found = digits(got, want);
        assert!(found >= least, "{name} {what}: {got} against R's {want}: {found:.1} digits");
    }
}

fn three() -> Groups {
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    Groups { names, values: vec![X.to_vec(), Y.to_vec(), V.to_vec()], dropped: 0 }
}

#[test]
fn means_are_as_r_has_them() -> Result<(), Error> {
    let r = oracle("tests");
    held(&r, "t_one", &t_one("x", &X, 5.0, BOTH, 0.95)?, 12.0);
    held(&r, "t_less", &t_two(XY, &X, &Y, false, 0.0, Alternative::Less, 0.95)?, 12.0);
    held(&r, "t_greater", &t_two(XY, &X, &Y, true, 0.0, Alternative::Greater, 0.9)?, 12.0);
    held(&r, "t_paired", &t_paired(XY, &X, &Y, 0.0, BOTH, 0.95)?, 12.0);
    held(&r, "welch", &welch(&three())?, 12.0);
    Ok(())
}

#[test]
fn ranks_are_as_r_has_them() -> Result<(), Error> {
    let r = oracle("tests");
    let mw = |x: &[f64], y: &[f64], alternative, corrected| {
        mann_whitney(XY, x, y, RankOptions { alternative, corrected, ..RankOptions::default() })
    };
    held(&r, "mw_exact", &mw(&U, &S, BOTH, true)?, 12.0);
    held(&r, "mw_less", &mw(&U, &S, Alternative::Less, true)?, 12.0);
    held(&r, "mw_normal", &mw(&Z, &W, BOTH, true)?, 12.0);
    held(&r, "mw_plain", &mw(&Z, &W, Alternative::Greater, false)?, 12.0);
    let other = [1.6, 2.9, 4.4, 3.3 + 0.2, 7.3, 1.7];
    held(&r, "signed_exact", &wilcoxon(XY, &U, &other, RankOptions::default())?, 12.0);
    held(&r, "signed_normal", &wilcoxon(XY, &Z[..9], &W, RankOptions::default())?, 12.0);
    held(&r, "kruskal", &kruskal(&three())?, 12.0);
    Ok(())
}

#[test]
fn spreads_are_as_r_has_them() -> Result<(), Error> {
    let r = oracle("tests");
    held(&r, "bartlett", &bartlett(&three())?, 12.0);
    held(&r, "fligner", &fligner(&three())?, 12.0);
    held(&r, "levene", &levene(&three(), false)?, 12.0);
    held(&r, "brown", &levene(&three(), true)?, 12.0);
    Ok(())
}

#[test]
fn variance_is_parted_as_r_parts_it() -> Result<(), Error> {
    let r = oracle("tests");
    let values = [3.1, 4.5, 6.2, 2.2, 5.9, 7.7, 3.6, 4.1, 8.4, 2.9, 3.3, 5.0];
    let f = [0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1];
    let k = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 0, 1];
    let found = two_way("r", &values, ("f", &f), ("k", &k), false, 0.95)?;
    for (row, want) in found.rows.iter().zip(figures(&r["aov2"]["ss"])) {
        assert!(digits(row.sum_squares, want) > 12.0, "{}: {} {want}", row.term, row.sum_squares);
    }
    for (row, want) in found.rows.iter().zip(figures(&r["aov2"]["p"])) {
        assert!(digits(row.p_value, want) > 11.0, "{}: {} {want}", row.term, row.p_value);
    }
    for (pair, want) in tukey(&three(), 0.95)?.iter().zip(r["tukey"].as_array().expect("pairs")) {
        let want = figures(want);
        let got = [pair.estimate, pair.interval.low, pair.interval.high, pair.p_value];
        for (got, want) in got.iter().zip(want) {
            assert!(digits(*got, want) > 9.5, "{}-{}: {got} {want}", pair.first, pair.second);
        }
    }
    Ok(())
}

#[test]
fn counts_are_as_r_has_them() -> Result<(), Error> {
    let r = oracle("tests");
    held(&r, "chisq", &independence(&M, 3, true, 0.95)?.test, 12.0);
    held(&r, "chisq_yates", &independence(&Q, 2, true, 0.95)?.test, 12.0);
    held(&r, "goodness", &goodness(&[20.0, 31.0, 49.0], &[0.3, 0.3, 0.4])?.test, 12.0);
    held(&r, "fisher_rc", &fisher(&M, 3, BOTH, 0.95)?, 11.0);
    let tea = fisher(&[3.0, 1.0, 1.0, 3.0], 2, Alternative::Less, 0.95)?;
    assert!(digits(tea.p_value, figures(&r["fisher_less"]["p"])[0]) > 12.0);
    let big = fisher(&[120.0, 155.0, 2280.0, 2295.0], 2, BOTH, 0.95)?;
    assert!(digits(big.p_value, figures(&r["fisher_big"]["p"])[0]) > 10.0, "{}", big.p_value);
    held(&r, "mcnemar", &mcnemar(&Q, 2, true, false)?, 12.0);
    held(&r, "mcnemar_plain", &mcnemar(&Q, 2, false, false)?, 12.0);
    Ok(())
}

/// R's odds ratio comes from a root to four digits; this is the likelihood's equation and the tails' themselves.
#[test]
fn the_odds_ratio_solves_its_equation() -> Result<(), Error> {
    let tea = fisher(&[3.0, 1.0, 1.0, 3.0], 2, BOTH, 0.95)?;
    let weights = [1.0, 16.0, 36.0, 16.0, 1.0];
    let sum = |odds: f64, from: usize, power: bool| {
        let term = |k: usize| weights[k] * odds.powi(k as i32) * if power { k as f64 } else { 1.0 };
        (from..5).map(term).sum::<f64>()
    };
    let odds = tea.estimates[0].1;
    assert!(digits(sum(odds, 0, true) / sum(odds, 0, false), 3.0) > 13.0, "{odds}");
    let low = tea.interval.expect("there is one").low;
    assert!(digits(sum(low, 3, false) / sum(low, 0, false), 0.025) > 12.0, "{low}");
    let drawn = fisher_simulated(&M, 3, 20_000, 7)?;
    assert!((drawn.p_value - fisher(&M, 3, BOTH, 0.95)?.p_value).abs() < 0.01);
    assert_eq!(drawn.p_value, fisher_simulated(&M, 3, 20_000, 7)?.p_value);
    Ok(())
}

#[test]
fn shares_and_rates_are_as_r_has_them() -> Result<(), Error> {
    let r = oracle("tests");
    held(&r, "binom", &binomial(682.0, 925.0, 0.75, BOTH, 0.95)?, 12.0);
    held(&r, "binom_less", &binomial(3.0, 40.0, 0.2, Alternative::Less, 0.95)?, 12.0);
    held(&r, "poisson", &rate(137.0, 24.19893, 1.0, BOTH, 0.95)?, 12.0);
    held(&r, "rate", &rate(10.0, 2.0, 3.0, BOTH, 0.95)?, 12.0);
    held(&r, "poisson_two", &ratio_of_rates((11.0, 21.0), (800.0, 3011.0), 1.0, BOTH, 0.95)?, 12.0);
    held(&r, "prop_one", &proportion(83.0, 100.0, 0.75, BOTH, true, 0.95)?, 12.0);
    let two = |seen, trials, side| difference_of_proportions(seen, trials, side, true, 0.95);
    held(&r, "prop_two", &two((120.0, 155.0), (2400.0, 2450.0), BOTH)?, 12.0);
    held(&r, "prop_less", &two((12.0, 25.0), (80.0, 85.0), Alternative::Less)?, 12.0);
    let (seen, trials) = ([83.0, 90.0, 129.0, 70.0], [86.0, 93.0, 136.0, 82.0]);
    held(&r, "prop_many", &proportions(&seen, &trials)?, 12.0);
    held(&r, "trend", &trend(&seen, &trials, &[])?, 12.0);
    Ok(())
}

#[test]
fn distances_and_normality_are_as_r_has_them() -> Result<(), Error> {
    let r = oracle("tests");
    held(&r, "ks", &distance("x", &X, Reference::Normal(5.0, 2.0))?, 12.0);
    held(&r, "ks_two", &distance_of_two(XY, &X, &Y[..9])?, 12.0);
    held(&r, "ks_ties", &distance_of_two(XY, &Z, &W)?, 12.0);
    held(&r, "shapiro", &shapiro("x", &X)?, 11.0);
    held(&r, "shapiro_many", &shapiro("a", &three().values.concat())?, 11.0);
    held(&r, "shapiro_three", &shapiro("x", &[1.0, 2.0, 7.0])?, 10.0);
    held(&r, "shapiro_five", &shapiro("x", &[1.0, 2.0, 4.0, 8.0, 9.5])?, 11.0);
    Ok(())
}

#[test]
fn powers_are_as_many_digits_have_them() -> Result<(), Error> {
    let sharp = oracle("power");
    let n = |effect, power| Solve::N { effect, power };
    let proportions = power_proportions(n(0.06, 0.8), 0.05, 0.05, true, false)?;
    let found = [
        ("t_n", power_t(n(0.2, 0.8), 1.0, 0.05, 2, true, false)?.n),
        ("t_one_n", power_t(n(0.5, 0.9), 1.0, 0.05, 1, true, false)?.n),
        ("t_power", power_t(Solve::Power { effect: 1.0, n: 20.0 }, 1.0, 0.05, 2, true, false)?.power),
        ("prop_n", proportions.n),
        ("anova_n", power_anova(n(1.0, 0.8), 4, 3.0, 0.05)?.n),
        ("anova_power", power_anova(Solve::Power { effect: 1.0, n: 20.0 }, 4, 3.0, 0.05)?.power),
    ];
    for (name, got) in found {
        let want = sharp[name].as_f64().expect("a figure");
        println!("{name:12} {:5.2}  {got}", digits(got, want));
        assert!(digits(got, want) > 11.0, "{name}: {got} {want}");
    }
    let back = power_proportions(Solve::Effect { power: 0.8, n: proportions.n }, 0.05, 0.05, true, false)?;
    assert!(digits(back.effect, 0.06) > 11.0, "{back:?}");
    // Both ways of a correlation give each other back.
    let rows = power_correlation(n(-0.3, 0.8), 0.05, true)?;
    let least = power_correlation(Solve::Effect { power: 0.8, n: rows.n }, 0.05, true)?;
    assert!((84.0..86.0).contains(&rows.n) && digits(least.effect, 0.3) > 11.0, "{rows:?} {least:?}");
    Ok(())
}

/// The bounds that Lan and DeMets's spending gives at five equal looks, as published with their program (which counts on a coarse
/// grid), and the chance of any false alarm, which is spent to the last bit.
#[test]
fn looks_spend_what_they_may() -> Result<(), Error> {
    let shares = [0.2, 0.4, 0.6, 0.8, 1.0];
    let of = |spending| boundaries(&shares, 0.05, spending, 0.0);
    for (looks, want) in [
        (of(Spending::OBrienFleming)?, [4.8769, 3.3569, 2.6803, 2.2898, 2.0310]),
        (of(Spending::Pocock)?, [2.4380, 2.4268, 2.4101, 2.3966, 2.3859]),
    ] {
        for (look, want) in looks.iter().zip(want) {
            assert!((look.z - want).abs() < 2e-4, "{look:?} {want}");
        }
        let last = looks.last().expect("there are five");
        assert!((last.reached - 0.05).abs() < 1e-9 && (last.spent - 0.05).abs() < 1e-12, "{last:?}");
    }
    let powered = boundaries(&shares, 0.05, Spending::OBrienFleming, 2.8)?;
    assert!((0.75..0.80).contains(&powered[4].reached), "{powered:?}");
    assert!(matches!(boundaries(&[0.5], 0.05, Spending::Pocock, 0.0), Err(Error::Choice { .. })));
    Ok(())
}

#[test]
fn a_mixture_s_interval_and_p_say_the_same() -> Result<(), Error> {
    let found = mixture((120.0, 190.0), (2400.0, 2450.0), 0.02, 0.95)?;
    let interval = found.interval.expect("there is one");
    assert!(found.p_value < 0.05 && interval.high < 0.0, "{found:?}");
    // At the level of p itself the interval ends at nought.
    let edge = mixture((120.0, 190.0), (2400.0, 2450.0), 0.02, 1.0 - found.p_value)?;
    assert!(edge.interval.expect("there is one").high.abs() < 1e-12, "{edge:?}");
    Ok(())
}

#[test]
fn effects_have_intervals_that_hold_them() -> Result<(), Error> {
    let two = t_two(XY, &X, &Y, true, 0.0, BOTH, 0.95)?;
    let table = one_way("g", &three(), 0.95)?;
    let counts = independence(&M, 3, false, 0.95)?;
    let all = two.effects.iter().chain(&table.rows[0].effects).chain(&counts.test.effects);
    for effect in all {
        if let Some(Interval { low, high, .. }) = effect.interval {
            assert!(low <= effect.value && effect.value <= high && low < high, "{effect:?}");
        }
    }
    // d over √(1/n + 1/n) is t itself, and at a confidence of next to nothing its interval is next to nothing.
    assert!(digits(two.effects[0].value, two.statistic * (2.0_f64 / 11.0).sqrt()) > 14.0);
    Ok(())
}

#[test]
fn what_cannot_be_tested_is_said() {
    let same = [1.0, 1.0, 1.0];
    assert!(matches!(t_one("x", &same, 0.0, BOTH, 0.95), Err(Error::Constant { .. })));
    assert!(matches!(t_one("x", &[1.0], 0.0, BOTH, 0.95), Err(Error::TooFew { .. })));
    assert!(matches!(t_one("x", &X, 0.0, BOTH, 1.5), Err(Error::Choice { .. })));
    assert!(matches!(t_paired(XY, &X, &Y[..3], 0.0, BOTH, 0.95), Err(Error::Lengths { .. })));
    assert!(matches!(shapiro("x", &same), Err(Error::Constant { .. })));
    assert!(matches!(shapiro("x", &[f64::NAN]), Err(Error::Missing { .. })));
    let many = fisher(&[50.0; 81], 9, BOTH, 0.95);
    assert!(matches!(many, Err(Error::Refused { what: "fisher-many" })), "{many:?}");
    assert!(matches!(fisher(&[0.5, 1.0, 2.0, 3.0], 2, BOTH, 0.95), Err(Error::Kind { .. })));
    assert!(matches!(independence(&[1.0, 2.0], 2, false, 0.95), Err(Error::TooFew { .. })));
    assert!(matches!(independence(&[1.0, -2.0, 1.0, 1.0], 2, false, 0.95), Err(Error::Kind { .. })));
    assert!(matches!(binomial(5.0, 4.0, 0.5, BOTH, 0.95), Err(Error::Choice { .. })));
    assert!(matches!(rate(5.0, 0.0, 0.5, BOTH, 0.95), Err(Error::Kind { .. })));
    assert!(matches!(mann_whitney(XY, &same, &same, RankOptions::default()), Err(Error::Constant { .. })));
    let one = split("y", &X[..2], &[0, 0], &["a".to_owned()]);
    assert!(matches!(one, Err(Error::TooFew { what: "groups", .. })));
    let infinite = distance("x", &[1.0, f64::INFINITY], Reference::Normal(0.0, 1.0));
    assert!(matches!(infinite, Err(Error::Infinite { row: 1, .. })));
    assert!(matches!(
        power_t(Solve::N { effect: 0.0, power: 0.8 }, 1.0, 0.05, 2, true, false),
        Err(Error::Choice { .. })
    ));
}

proptest::proptest! {
    /// Neither a shift of all values nor another unit changes a test of a difference, nor does the order of the rows.
    #[test]
    fn tests_do_not_depend_on_unit_or_order(
        mut x in proptest::collection::vec(-50.0..50.0, 4..20),
        y in proptest::collection::vec(-50.0..50.0, 4..20),
        shift in -100.0..100.0,
        scale in 0.1..10.0,
    ) {
        let moved = |list: &[f64]| list.iter().map(|v| scale * (v + shift)).collect::<Vec<f64>>();
        let p = |x: &[f64], y: &[f64]| {
            let t = t_two(XY, x, y, false, 0.0, BOTH, 0.95).map(|t| t.p_value);
            let u = mann_whitney(XY, x, y, RankOptions::default()).map(|t| t.p_value);
            (t.unwrap_or(0.5), u.unwrap_or(0.5))
        };
        let before = p(&x, &y);
        let after = p(&moved(&x), &moved(&y));
        proptest::prop_assert!((before.0 - after.0).abs() < 1e-9 && (before.1 - after.1).abs() < 1e-12);
        x.reverse();
        let turned = p(&x, &y);
        proptest::prop_assert!((before.0 - turned.0).abs() < 1e-12 && (before.1 - turned.1).abs() < 1e-12);
    }
}
