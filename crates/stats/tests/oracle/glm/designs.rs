//! Columns and their names against `model.matrix`.

use super::{answers, list, table};
use stats::regress::formula::{Formula, With};

#[test]
fn designs_are_those_of_model_matrix() {
    let answers = answers();
    let table = table(&answers);
    for case in answers["designs"].as_array().expect("they are there") {
        let text = case["formula"].as_str().expect("a formula");
        let bound = text.parse::<Formula>().and_then(|f| f.bind(&table, With::default())).expect("R can too");
        let names: Vec<String> = case["names"]
            .as_array()
            .expect("names")
            .iter()
            .map(|n| n.as_str().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(bound.design.names(), names, "{text}");
        for (at, sum) in list(&case["sums"]).into_iter().enumerate() {
            let got: f64 = bound.design.columns[at].values.iter().sum();
            let size: f64 = bound.design.columns[at].values.iter().map(|x| x.abs()).sum();
            assert!((got - sum).abs() < 1e-13 * size.max(1.0), "{text}: {} {got} {sum}", names[at]);
        }
        for (row, want) in
            [0, 1, 2, 6, 10, 29].into_iter().zip(case["matrix"]["rows"].as_array().expect("rows"))
        {
            for (at, want) in list(want).into_iter().enumerate() {
                let got = bound.design.columns[at].values[row];
                assert!(
                    (got - want).abs() <= 1e-13 * want.abs().max(1.0),
                    "{text}: {} {got} {want}",
                    names[at]
                );
            }
        }
        let again: Formula = bound_text(text).parse().expect("it was written");
        assert_eq!(again.bind(&table, With::default()).expect("as before").design, bound.design, "{text}");
    }
}

fn bound_text(text: &str) -> String {
    text.parse::<Formula>().expect("it can be read").to_string()
}
