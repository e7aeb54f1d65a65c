//! Panels against `plm`, on units that are not all seen at all times.

use super::{answers, list, same, table};
use stats::regress::formula::{Formula, With};
use stats::regress::panel::{Model, Panel, Panels, effects_test, fixed_effects, hausman, lagrange, panel};
use stats::{Column, Frame, Values};

fn errors(covariance: &[Vec<f64>]) -> Vec<f64> {
    covariance.iter().enumerate().map(|(at, row)| row[at].sqrt()).collect()
}

#[test]
fn panels_of_every_model_are_those_of_plm() {
    let answers = answers();
    let table = table(&answers);
    let want = &answers["panel"];
    let gone: Vec<usize> = list(&want["drop"]).iter().map(|row| *row as usize - 1).collect();
    let rows: Vec<usize> = (0..table.rows()).filter(|row| !gone.contains(row)).collect();
    let pick = |name: &str| -> Vec<f64> {
        let all = table.numbers(name).expect("it is there");
        rows.iter().map(|&row| all[row]).collect()
    };
    let groups = pick("g");
    let y = pick("y").iter().zip(&groups).map(|(y, g)| y + 3.0 * (g * 2.1).sin()).collect();
    let column = |name: &str, values| Column { name: name.to_owned(), values: Values::Number(values) };
    let frame = Frame::new(vec![column("yg", y), column("x", pick("x")), column("z", pick("z"))])
        .expect("of one length");
    let bound =
        "yg ~ x + z".parse::<Formula>().and_then(|f| f.bind(&frame, With::default())).expect("it can be");
    let units: Vec<u32> = groups.iter().map(|g| *g as u32).collect();
    let times: Vec<u32> = rows.iter().map(|row| ((row + 1) % 6) as u32).collect();
    let panels = Panels { units: &units, times: &times };
    let fit = |model| panel(&bound.design, panels, model).expect("it can be");
    let check = |key: &str, found: &Panel| {
        same(key, &found.coefficients, &list(&want[key]["coef"]), 11.0);
        same("errors", &errors(&found.covariance), &list(&want[key]["se"]), 11.0);
        same("r2", &[found.r2.0, found.r2.1], &list(&want[key]["r2"]), 11.0);
    };
    check("pooling", &fit(Model::Pooling));
    check("within", &fit(Model::Within));
    check("time", &fit(Model::WithinTimes));
    check("twoways", &fit(Model::TwoWays));
    check("between", &fit(Model::Between));
    check("fd", &fit(Model::Differences));
    let (fixed, random) = (fit(Model::Within), fit(Model::Random));
    check("random", &random);
    let parts = random.components.as_ref().expect("they were estimated");
    same("components", &[parts.idiosyncratic, parts.individual], &list(&want["sigma"]), 11.0);
    let one = |key: &str| [want[key].as_f64().unwrap_or(f64::NAN)];
    same("Hausman", &[hausman(&fixed, &random).expect("it can be").statistic], &one("hausman"), 9.0);
    same("Arellano", &errors(&fixed.arellano(false)), &list(&want["arellano"]), 11.0);
    same("by times", &errors(&fixed.arellano(true)), &list(&want["arellano_time"]), 11.0);
    same("of random", &errors(&random.arellano(false)), &list(&want["random_arellano"]), 11.0);
    same("F", &[effects_test(&bound.design, panels, &fixed).expect("it can be").statistic], &one("pf"), 11.0);
    same(
        "Breusch–Pagan",
        &[lagrange(&bound.design, panels).expect("it can be").statistic],
        &one("bptest"),
        11.0,
    );
    let effects = fixed_effects(&bound.design, panels, &fixed).expect("it is one-way");
    same("effects", &effects.iter().map(|e| e.estimate).collect::<Vec<_>>(), &list(&want["fixef"]), 11.0);
    same(
        "their errors",
        &effects.iter().map(|e| e.std_error).collect::<Vec<_>>(),
        &list(&want["fixef_se"]),
        11.0,
    );
}
