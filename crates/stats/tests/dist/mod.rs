mod bivariate;
mod continuous;
mod further;

use serde_json::Value;
use std::collections::BTreeMap;

/// The cases of a committed oracle.
pub fn cases(name: &str) -> Vec<Vec<Value>> {
    let path = format!("{}/tests/oracle/dist/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the oracle is committed");
    let whole: Value = serde_json::from_str(&text).expect("the oracle is JSON");
    let cases = whole["cases"].as_array().expect("it has cases");
    cases.iter().map(|case| case.as_array().expect("a case is a list").clone()).collect()
}

/// A figure, which may be written as text to hold all its digits.
pub fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().expect("a figure"),
        other => other.as_f64().expect("a figure"),
    }
}

/// Figures.
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(number).collect()
}

/// The digits that agree: −log10 of the relative error, 17 where there is none.
pub fn digits(got: f64, want: f64) -> f64 {
    if got == want {
        return 17.0;
    }
    -((got - want) / want).abs().log10()
}

/// The worst digits of each function, and where.
#[derive(Default)]
pub struct Worst(BTreeMap<String, (f64, String)>);

impl Worst {
    /// Notes a result. Numbers near the smallest doubles have fewer digits themselves.
    pub fn note(&mut self, name: &str, got: f64, want: f64, place: impl Fn() -> String) {
        if want.abs() < 1e-306 {
            return;
        }
        let found = digits(got, want);
        let found = if found.is_nan() { -1.0 } else { found };
        let worst = self.0.entry(name.to_owned()).or_insert((f64::INFINITY, String::new()));
        if found < worst.0 {
            *worst = (found, format!("{} gives {got:e}, not {want:e}", place()));
        }
    }

    /// Prints all and demands at least so many digits of each.
    pub fn demand(&self, least: f64) {
        for (name, (found, place)) in &self.0 {
            println!("{name:24} {found:5.2}  {place}");
        }
        for (name, (found, place)) in &self.0 {
            assert!(*found >= least, "{name}: {found:.2} digits at {place}");
        }
        assert!(!self.0.is_empty());
    }
}
