//! Tests of hypotheses: R's answers on classical data, and NIST's certified analyses of variance.

use serde_json::Value;
use stats::dist::*;
use stats::test::*;
use std::path::PathBuf;

const BOTH: Alternative = Alternative::TwoSided;

/// A text of the reference cases; none where the folder is absent.
fn reference(name: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference");
    let found = std::fs::read_to_string(folder.join(name)).ok();
    if found.is_none() {
        println!("skipped: no {name} among the reference cases");
    }
    found
}

fn digits(got: f64, want: f64) -> f64 {
    if got == want { 17.0 } else { -((got - want) / want).abs().log10() }
}

/// Values in the groups of a CSV of R's.
fn grouped(name: &str, value: &str, group: &str) -> Option<Groups> {
    let text = reference(&format!("r/csv/{name}.csv"))?;
    let rows: Vec<Vec<String>> = text
        .lines()
        .map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect())
        .collect();
    let at = |head: &str| rows[0].iter().position(|cell| cell == head).expect("the column is there");
    let (value, group) = (at(value), at(group));
    let mut levels: Vec<String> = rows[1..].iter().map(|row| row[group].clone()).collect();
    levels.sort();
    levels.dedup();
    let code = |name: &String| levels.iter().position(|level| level == name).expect("it is there") as u32;
    let codes: Vec<u32> = rows[1..].iter().map(|row| code(&row[group])).collect();
    let values: Vec<f64> = rows[1..].iter().map(|row| row[value].parse().expect("a figure")).collect();
    Some(split(name, &values, &codes, &levels).expect("there are groups"))
}

fn hold(name: &str, pairs: &[(f64, &Value)], least: f64) {
    for (i, (got, want)) in pairs.iter().enumerate() {
        let want = want.as_f64().expect("a figure");
        let found = digits(*got, want);
        println!("{name:12} {i} {found:5.1}");
        assert!(found >= least, "{name} {i}: {got} against {want}, {found:.1} digits");
    }
}

fn held(name: &str, want: &Value, found: &Test, least: f64) {
    let mut pairs = vec![(found.p_value, &want["p"])];
    if want["statistic"].is_number() && !found.statistic.is_nan() {
        pairs.push((found.statistic, &want["statistic"]));
    }
    match (&want["df"], &found.df[..]) {
        (Value::Number(_), [df]) => pairs.push((*df, &want["df"])),
        (Value::Array(list), df) => pairs.extend(df.iter().copied().zip(list)),
        _ => {}
    }
    if let (Some(got), Some([low, high])) = (found.interval, want["ci"].as_array().map(Vec::as_slice)) {
        pairs.extend([(got.low, low), (got.high, high)]);
    }
    hold(name, &pairs, least);
}

#[test]
fn classical_tests_are_as_r_has_them() -> Result<(), stats::Error> {
    let Some(r) = reference("r/tests.json") else { return Ok(()) };
    let r: Value = serde_json::from_str(&r).expect("it is JSON");
    let at = |name: &str| r[name].clone();
    let Some(sleep) = grouped("sleep", "extra", "group") else { return Ok(()) };
    let (a, b, names) = (&sleep.values[0], &sleep.values[1], ("1", "2"));
    held("t_welch", &at("t_welch"), &t_two(names, a, b, false, 0.0, BOTH, 0.95)?, 12.0);
    held("t_eq", &at("t_eq"), &t_two(names, a, b, true, 0.0, BOTH, 0.95)?, 12.0);
    held("t_paired", &at("t_paired"), &t_paired(names, a, b, 0.0, BOTH, 0.95)?, 12.0);
    held("wilcox", &at("wilcox"), &mann_whitney(names, a, b, RankOptions::default())?, 12.0);
    held(
        "ks",
        &at("ks"),
        &distance("extra", &[a.clone(), b.clone()].concat(), Reference::Normal(0.0, 1.0))?,
        12.0,
    );
    let (u, s) = ([1.1, 2.2, 3.3, 4.4, 5.5, 0.3], [2.5, 3.6, 4.7, 5.8, 6.9, 7.1]);
    held("wilcox_exact", &at("wilcox_exact"), &mann_whitney(names, &u, &s, RankOptions::default())?, 12.0);
    let Some(plants) = grouped("PlantGrowth", "weight", "group") else { return Ok(()) };
    let table = one_way("group", &plants, 0.95)?;
    for (row, want) in table.rows.iter().zip(r["aov"]["rows"].as_array().expect("rows")) {
        let figures = [row.df, row.sum_squares, row.mean_square, row.statistic, row.p_value];
        let pairs: Vec<(f64, &Value)> =
            figures.into_iter().enumerate().map(|(i, v)| (v, &want[i])).filter(|p| p.1.is_number()).collect();
        hold("aov", &pairs, 12.0);
    }
    held("oneway", &at("oneway"), &welch(&plants)?, 12.0);
    for (pair, want) in tukey(&plants, 0.95)?.iter().zip(r["tukey"]["rows"].as_array().expect("rows")) {
        let got = [pair.estimate, pair.interval.low, pair.interval.high, pair.p_value];
        // R's own ptukey stops at 1e-11 or so.
        hold("tukey", &got.into_iter().enumerate().map(|(i, v)| (v, &want[i])).collect::<Vec<_>>(), 10.0);
    }
    let Some(spray) = grouped("InsectSprays", "count", "spray") else { return Ok(()) };
    held("kruskal", &at("kruskal"), &kruskal(&spray)?, 12.0);
    held("bartlett", &at("bartlett"), &bartlett(&spray)?, 12.0);
    let Some(cars) = grouped("mtcars", "mpg", "cyl") else { return Ok(()) };
    held("shapiro", &at("shapiro"), &shapiro("mpg", &cars.values.concat())?, 11.0);
    Ok(())
}

#[test]
fn counts_and_powers_are_as_r_has_them() -> Result<(), stats::Error> {
    let Some(r) = reference("r/tests.json") else { return Ok(()) };
    let r: Value = serde_json::from_str(&r).expect("it is JSON");
    let two = |corrected| difference_of_proportions((120.0, 155.0), (2400.0, 2450.0), BOTH, corrected, 0.95);
    held("prop", &r["prop"], &two(true)?, 12.0);
    held("prop_nocc", &r["prop_nocc"], &two(false)?, 12.0);
    held("prop_trend", &r["prop_trend"], &trend(&[15.0, 10.0, 5.0], &[30.0; 3], &[])?, 12.0);
    let table = [762.0, 327.0, 468.0, 484.0, 239.0, 477.0];
    held("chisq", &r["chisq"], &independence(&table, 3, true, 0.95)?.test, 12.0);
    let tea = fisher(&[3.0, 1.0, 1.0, 3.0], 2, BOTH, 0.95)?;
    hold("fisher", &[(tea.p_value, &r["fisher"]["p"])], 12.0);
    // R's ends come from a root to four digits or so.
    hold("fisher", &[(tea.estimates[0].1, &r["fisher"]["estimate"])], 4.0);
    held("binom", &r["binom"], &binomial(682.0, 925.0, 0.75, BOTH, 0.95)?, 12.0);
    let n = |effect| Solve::N { effect, power: 0.8 };
    hold("power_prop", &[(power_proportions(n(0.06), 0.05, 0.05, true, false)?.n, &r["power_prop"])], 10.0);
    hold("power_t", &[(power_t(n(0.2), 1.0, 0.05, 2, true, false)?.n, &r["power_t"])], 10.0);
    Ok(())
}

#[test]
fn deep_tails_are_as_r_has_them() {
    let Some(r) = reference("r/tests.json") else { return };
    let r: Value = serde_json::from_str(&r).expect("it is JSON");
    let tails = &r["tails"];
    let all = |name: &str, got: &[f64], least| {
        let want = tails[name].as_array().cloned().unwrap_or_else(|| vec![tails[name].clone()]);
        assert_eq!(got.len(), want.len());
        // What is below the smallest normal double has no digits to compare.
        let pairs: Vec<(f64, &Value)> = got
            .iter()
            .copied()
            .zip(&want)
            .filter(|(_, want)| want.as_f64().expect("a figure").abs() > 1e-300)
            .collect();
        hold(name, &pairs, least);
    };
    all("pt", &[1.0, 5.0, 10.0, 30.0, 50.0].map(|t: f64| StudentT(10.0).cdf(-t)), 13.0);
    all("pt_df1e6", &[5.0, 10.0, 30.0].map(|t: f64| StudentT(1e6).cdf(-t)), 13.0);
    all("pnorm_log", &[5.0, 10.0, 38.0, 100.0].map(|z: f64| Normal.log_cdf(-z)), 13.0);
    all("pf", &[5.0, 50.0, 500.0, 5000.0].map(|f| F(3.0, 20.0).sf(f)), 13.0);
    all("pchisq", &[5.0, 50.0, 500.0, 1500.0].map(|x| ChiSquared(5.0).sf(x)), 13.0);
    // R's ptukey has 6.9 digits in the last: against mpmath ours hold 12 (tests/dist).
    all("ptukey", &[2.0, 3.5, 6.0, 9.0].map(|q| StudentizedRange(4.0, 20.0).sf(q)), 6.5);
    let quantiles = [(3.0, 0.975), (30.0, 0.995), (300.0, 1.0 - 1e-10)];
    all("qt", &quantiles.map(|(n, p)| StudentT(n).quantile(p)), 12.0);
    // R's qtukey stops at a step of 1e-4; ours gives the tail back.
    let quantile = StudentizedRange(4.0, 20.0).quantile(0.95);
    all("qtukey", &[quantile], 7.0);
    assert!(digits(StudentizedRange(4.0, 20.0).sf(quantile), 0.05) > 12.0);
}

/// NIST's sets give a table of variance and then lines of a group and a value.
#[test]
fn nist_s_analyses_of_variance_hold_their_certified_digits() -> Result<(), stats::Error> {
    let mut names = vec!["AtmWtAg".to_owned(), "SiRstv".to_owned()];
    names.extend((1..=9).map(|i| format!("SmLs0{i}")));
    for name in names {
        let Some(text) = reference(&format!("nist/anova/{name}.dat")) else { return Ok(()) };
        let figures = |line: &str| -> Vec<f64> {
            line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
        };
        let lines: Vec<&str> = text.lines().collect();
        let row = |start: &str| {
            let found = lines.iter().find(|line| line.trim_start().starts_with(start));
            figures(found.expect("the table is there"))
        };
        let (between, within) = (row("Between"), row("Within"));
        let head = lines.iter().position(|line| line.starts_with("Data:") && line.contains("Response"));
        let data = lines.iter().skip(head.map_or(60, |at| at + 1)).map(|line| figures(line));
        let (mut codes, mut values) = (Vec::new(), Vec::new());
        for pair in data.filter(|pair| pair.len() == 2) {
            codes.push(pair[0] as u32 - 1);
            values.push(pair[1]);
        }
        let levels: Vec<String> = (1..=25).map(|level| level.to_string()).collect();
        let table = one_way("level", &split("y", &values, &codes, &levels)?, 0.95)?;
        let (found, rest) = (&table.rows[0], &table.rows[1]);
        // Degrees of freedom, sum of squares, mean square, F.
        let got =
            [(found.sum_squares, between[1]), (found.statistic, between[3]), (rest.sum_squares, within[1])];
        assert_eq!((found.df, rest.df), (between[0], within[0]), "{name}");
        let worst = got.iter().map(|(got, want)| digits(*got, *want)).fold(f64::INFINITY, f64::min);
        println!("{name:8} {worst:5.1}");
        assert!(worst > 13.5, "{name}: {got:?}");
    }
    Ok(())
}
