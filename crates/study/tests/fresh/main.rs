//! What models say of rows that they were not fitted to, as R says it.

mod files;
mod kinds;

use locale::Lang;
use serde_json::Value as Json;
use stats::{Column, Frame, Values};
use study::{Answer, Data, Fault, Options, Sheet, Task, Value, family, human};

/// R's answers; the script stands beside them.
fn oracle() -> Json {
    serde_json::from_str(include_str!("../oracle/fresh.json")).expect("the oracle is JSON")
}

fn frame(columns: &Json) -> Frame {
    let column = |(name, cells): (&String, &Json)| {
        let cells = cells.as_array().expect("a list");
        let values = match cells[0].is_string() {
            false => Values::Number(cells.iter().map(|cell| cell.as_f64().unwrap_or(f64::NAN)).collect()),
            true => {
                let words: Vec<String> =
                    cells.iter().map(|cell| cell.as_str().unwrap_or_default().to_owned()).collect();
                let mut levels = words.clone();
                levels.sort();
                levels.dedup();
                let code = |word: &String| levels.iter().position(|level| level == word).unwrap_or(0) as u32;
                Values::Factor { codes: words.iter().map(code).collect(), ordered: false, levels }
            }
        };
        Column { name: name.clone(), values }
    };
    Frame::new(columns.as_object().expect("columns").iter().map(column).collect()).expect("of one length")
}

fn ask(
    kind: &str,
    given: &[(&'static str, &'static str)],
    data: Frame,
    new: Frame,
) -> Result<Box<dyn Answer>, Fault> {
    let family = family(kind).expect("the family is there");
    let options = Options::new(family.options, given.iter().copied())?;
    let (data, new) = (Data::of_frame("old.csv", data), Data::of_frame("new.csv", new));
    (family.run)(&Task { data: &data, fresh: Some(&new), options: &options })
}

fn sheet(answer: &dyn Answer) -> Sheet {
    let sheets = answer.tell(Lang::En).sheets;
    sheets.into_iter().find(|sheet| sheet.name == "new").expect("there are new rows")
}

fn column(sheet: &Sheet, name: &str) -> Vec<f64> {
    let at = sheet.heads.iter().position(|head| head.name == name).unwrap_or_else(|| panic!("no {name}"));
    let figure = |row: &Vec<Value>| match row[at] {
        Value::Number(x) => x,
        Value::Count(x) => x as f64,
        _ => f64::NAN,
    };
    sheet.rows.iter().map(figure).collect()
}

/// To so many digits.
fn agrees(got: &[f64], want: &[f64], digits: i32, what: &str) {
    assert_eq!(got.len(), want.len(), "{what}");
    for (got, want) in got.iter().zip(want) {
        assert!((got - want).abs() <= 10f64.powi(-digits) * want.abs().max(1.0), "{what}: {got}, R {want}");
    }
}

fn list(json: &Json) -> Vec<f64> {
    json.as_array().expect("a list").iter().map(|cell| cell.as_f64().expect("a figure")).collect()
}

fn of_rows(json: &Json, at: usize) -> Vec<f64> {
    json.as_array().expect("rows").iter().map(|row| row[at].as_f64().expect("a figure")).collect()
}

#[test]
fn a_linear_model_expects_what_r_expects() {
    let r = oracle();
    let given = [("formula", "y ~ poly(x, 2) + C(day) * z"), ("level", "0.9")];
    let answer = ask("regress", &given, frame(&r["data"]), frame(&r["new"])).expect("an answer");
    let new = sheet(&*answer);
    for (at, name) in ["fitted", "conf_low", "conf_high"].into_iter().enumerate() {
        agrees(&column(&new, name), &of_rows(&r["confidence"], at), 11, name);
    }
    agrees(&column(&new, "pred_low"), &of_rows(&r["prediction"], 1), 11, "pred_low");
    agrees(&column(&new, "pred_high"), &of_rows(&r["prediction"], 2), 11, "pred_high");
    assert!(answer.script("old.csv").contains("read.csv(\"new.csv\""), "the script asks it too");
}

#[test]
fn a_logistic_model_expects_what_r_expects() {
    let r = oracle();
    let given = [("formula", "hit ~ scale(x) + day"), ("family", "logit")];
    let answer = ask("regress", &given, frame(&r["data"]), frame(&r["new"])).expect("an answer");
    let new = sheet(&*answer);
    agrees(&column(&new, "linear"), &list(&r["linear"]), 10, "linear");
    agrees(&column(&new, "std_error"), &list(&r["error"]), 9, "std_error");
    agrees(&column(&new, "fitted"), &list(&r["mean"]), 10, "fitted");
}

#[test]
fn components_score_new_rows_by_the_old_measure() {
    let r = oracle();
    let given = [("columns", "x,z,y"), ("method", "pca"), ("factors", "2"), ("rotate", "none")];
    let answer = ask("factor", &given, frame(&r["data"]), frame(&r["fresh"])).expect("an answer");
    let new = sheet(&*answer);
    for (at, name) in ["fitted_pc1", "fitted_pc2"].into_iter().enumerate() {
        // The sign of a component is free, and here it is of length one.
        let got: Vec<f64> = column(&new, name).iter().map(|x| x.abs()).collect();
        let want = of_rows(&r["scores"], at);
        let unit = got[0] / want[0];
        agrees(&got, &want.iter().map(|x| x * unit).collect::<Vec<_>>(), 10, name);
    }
}

#[test]
fn clusters_take_new_rows_in() {
    let r = oracle();
    let (data, new) = (frame(&r["data"]), frame(&r["fresh"]));
    let given = [("columns", "x,y"), ("k", "3"), ("scale", "none"), ("quick", "true")];
    let found = sheet(&*ask("cluster", &given, data.clone(), new.clone()).expect("an answer"));
    agrees(&column(&found, "distance"), &list(&r["distance"]), 9, "distance");
    for method in ["pam", "hierarchical", "dbscan", "mixture"] {
        let own = [("columns", "x,y"), ("k", "3"), ("method", method), ("quick", "true")];
        let answer = ask("cluster", &own[..], data.clone(), data.clone()).expect("an answer");
        // Rows that were there go where they were, but for a tree, which cuts otherwise than by nearest means.
        let (new, old) = (sheet(&*answer), answer.rows(Lang::En).expect("rows"));
        let (new, old) = (column(&new, "cluster"), column(&old, "cluster"));
        let same = new.iter().zip(&old).filter(|(a, b)| a == b || a.is_nan() && b.is_nan()).count();
        assert!(
            same == old.len() || method == "hierarchical" && same * 5 > old.len() * 4,
            "{method}: {same}"
        );
    }
    let mixed = [("columns", "x,y,day"), ("k", "3"), ("weigh", "day=2"), ("quick", "true")];
    let answer = ask("cluster", &mixed, data.clone(), data.clone()).expect("an answer");
    let old = answer.rows(Lang::En).expect("rows");
    assert_eq!(column(&sheet(&*answer), "cluster"), column(&old, "cluster"));
    let density = [("columns", "x,y"), ("method", "hdbscan")];
    assert_eq!(ask("cluster", &density, data, new).err(), Some(Fault::NoFresh));
}

#[test]
fn fitted_rows_asked_again_give_what_was_fitted() {
    let data = frame(&oracle()["data"]);
    for given in [
        &[("formula", "y ~ x * day")][..],
        &[("formula", "y ~ x"), ("stream", "on")],
        &[("formula", "y ~ x + day"), ("method", "huber")],
        &[("formula", "y ~ x + z"), ("method", "quantile"), ("tau", "0.2,0.8")],
        &[("formula", "y ~ x + z + day"), ("method", "lasso")],
        &[("formula", "y ~ x + z"), ("method", "ridge"), ("lambda", "2")],
    ] {
        let answer = ask("regress", given, data.clone(), data.clone()).expect("an answer");
        let new = sheet(&*answer);
        assert_eq!(new.rows.len(), 60);
        let Some(rows) = answer.whole(Lang::En).sheets.into_iter().find(|sheet| sheet.name == "augment")
        else {
            continue;
        };
        let residuals = column(&rows, "resid");
        let y = data.numbers("y").expect("figures");
        let fitted: Vec<f64> = y.iter().zip(&residuals).map(|(y, e)| y - e).collect();
        agrees(&column(&new, "fitted"), &fitted, 10, given[0].1);
    }
}

#[test]
fn what_is_wrong_with_new_rows_is_told_with_their_file() {
    let r = oracle();
    let data = frame(&r["data"]);
    let column = |name: &str, values| Column { name: name.to_owned(), values };
    let without = Frame::new(vec![column("x", Values::Number(vec![1.0]))]).expect("a frame");
    let fault =
        ask("regress", &[("formula", "y ~ x + z")], data.clone(), without).err().expect("z is missing");
    assert!(
        fault.message(Lang::En).contains("new.csv") && fault.message(Lang::Ru).contains("new.csv"),
        "{fault}"
    );
    let days =
        |word: &str| Values::Factor { codes: vec![0, 0], levels: vec![word.to_owned()], ordered: false };
    let odd = Frame::new(vec![column("x", Values::Number(vec![1.0, f64::NAN])), column("day", days("fri"))]);
    let answer = ask("regress", &[("formula", "y ~ x + day")], data.clone(), odd.expect("a frame"));
    let answer = answer.expect("rows without an answer are told");
    let told = human(&answer.tell(Lang::En), Lang::En);
    assert!(told.contains("2 rows have no answer"), "{told}");
    let panel = [("formula", "y ~ x"), ("method", "panel"), ("unit", "day"), ("time", "z")];
    assert_eq!(ask("regress", &panel, data.clone(), data.clone()).err(), Some(Fault::NoFresh));
    let words = Frame::new(vec![column("x", days("many")), column("z", days("few"))]).expect("a frame");
    let fault = ask("cluster", &[("columns", "x,z")], data, words).err().expect("words are no figures");
    assert!(matches!(fault, Fault::Fresh { .. }), "{fault:?}");
}
