//! Formulas and models against R's answers about a small made-up table: `oracle/glm/make.R` asks, `oracle/glm/glm.json` holds what R
//! 4.2.2 said.

#[path = "oracle/glm/designs.rs"]
mod designs;
#[path = "oracle/glm/models.rs"]
mod models;
#[path = "oracle/glm/others.rs"]
mod others;
#[path = "oracle/glm/panels.rs"]
mod panels;

use serde_json::Value;
use stats::{Column, Frame, Values};

/// R's answers.
fn answers() -> Value {
    serde_json::from_str(include_str!("oracle/glm/glm.json")).expect("it is JSON")
}

/// The made-up table.
fn table(answers: &Value) -> Frame {
    let data = answers["data"].as_object().expect("it is there");
    let column = |(name, values): (&String, &Value)| {
        let list = values.as_array().expect("a column");
        let values = match list[0].is_number() {
            true => Values::Number(list.iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect()),
            false => {
                let words: Vec<&str> = list.iter().map(|v| v.as_str().unwrap_or_default()).collect();
                let mut levels: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
                levels.sort();
                levels.dedup();
                if name == "o" {
                    levels = ["low", "middle", "high"].map(str::to_owned).to_vec();
                }
                let code = |word: &&str| {
                    levels.iter().position(|level| level == word).map_or(u32::MAX, |at| at as u32)
                };
                Values::Factor {
                    codes: words.iter().map(code).collect(),
                    levels: levels.clone(),
                    ordered: name == "o",
                }
            }
        };
        Column { name: name.clone(), values }
    };
    Frame::new(data.iter().map(column).collect()).expect("columns of one length")
}

/// The figures of a list.
fn list(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect()
}

/// How many digits two figures share.
fn digits(got: f64, want: f64) -> f64 {
    match want == got {
        true => 17.0,
        false => -((got - want).abs() / want.abs().max(1e-300)).log10(),
    }
}

/// That figures share so many digits; gives the least.
#[track_caller]
fn same(what: &str, got: &[f64], want: &[f64], need: f64) -> f64 {
    assert_eq!(got.len(), want.len(), "{what}: {got:?} against {want:?}");
    let worst = got
        .iter()
        .zip(want)
        .map(|(g, w)| digits(*g, *w))
        .fold(17.0, |a: f64, b| if b.is_nan() { f64::NEG_INFINITY } else { a.min(b) });
    println!("{what}: {worst:.1} digits");
    assert!(worst >= need, "{what}: {worst:.1} digits, {got:?} against {want:?}");
    worst
}
