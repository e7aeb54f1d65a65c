//! Reading what is stored.

use serde_json::Value;
use stats::{Column, Frame, Values};
use std::path::PathBuf;

/// The folder of references, or a word that it is not there.
pub fn folder() -> Option<PathBuf> {
    // Beside the sources, or one further up, where a second tree of them stands in a folder of trees.
    let place = |path| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut places = ["../../../shared/reference", "../../../../shared/reference"].into_iter().map(place);
    let there = places.find(|path| path.is_dir());
    if there.is_none() {
        println!("skipped: the folder of references is not there");
    }
    there
}

/// An object of the answers of R.
pub fn json(name: &str) -> Option<Value> {
    let text = std::fs::read_to_string(folder()?.join("r").join(name)).expect("it is stored");
    Some(serde_json::from_str(&text).expect("it is JSON"))
}

/// An answer that lies among the tests, beside the script that gave it.
pub fn stored(name: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).expect("it is stored")).expect("it is JSON")
}

/// A figure; what is no figure is missing.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// A list of figures.
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|list| list.iter().map(number).collect()).unwrap_or_default()
}

/// A table of R's as a frame: the columns whose every cell is a figure or missing.
pub fn csv(name: &str) -> Option<Frame> {
    let text = std::fs::read_to_string(folder()?.join("r/csv").join(name)).expect("it is stored");
    let rows: Vec<Vec<&str>> =
        text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"')).collect()).collect();
    let figure = |cell: &str| if matches!(cell, "" | "NA") { Some(f64::NAN) } else { cell.parse().ok() };
    let column = |at: usize| {
        let values = rows[1..].iter().map(|row| figure(row[at])).collect::<Option<Vec<f64>>>()?;
        Some(Column { name: rows[0][at].to_owned(), values: Values::Number(values) })
    };
    Some(Frame::new((0..rows[0].len()).filter_map(column).collect()).expect("they are of one length"))
}

/// Correct significant digits.
pub fn digits(got: f64, want: f64) -> f64 {
    if got == want || (got.is_nan() && want.is_nan()) {
        return 16.0;
    }
    let error = if want == 0.0 { got.abs() } else { ((got - want) / want).abs() };
    -error.log10()
}

/// The least of digits seen, with what it was seen at.
pub struct Worst {
    pub digits: f64,
    pub at: String,
}

impl Worst {
    pub fn new() -> Self {
        Worst { digits: 16.0, at: String::new() }
    }

    pub fn see(&mut self, got: f64, want: f64, at: impl Fn() -> String) {
        let digits = digits(got, want);
        if digits < self.digits || digits.is_nan() {
            (self.digits, self.at) = (digits, format!("{}: {got:e} for {want:e}", at()));
        }
    }

    pub fn at_least(&self, need: f64, what: &str) {
        println!("{what}: {:.1} digits at worst, {}", self.digits, self.at);
        assert!(self.digits >= need, "{what}: {:.1} digits, {}", self.digits, self.at);
    }
}
