//! Expressions read, refused and reckoned.

use super::*;
use crate::{Column, Dataset, Kind, TableError, Unit, Values};
use locale::Lang;
use proptest::prelude::*;

fn data() -> Dataset {
    let figure = |name: &str, unit: &str, values: [f64; 3]| {
        let column = Column { unit: Unit::read(unit).unwrap(), ..Column::new(name, Kind::Number) };
        (column, Values::figures(values.to_vec()))
    };
    Dataset::of_columns(
        "a",
        vec![
            figure("likes", "people", [1.0, 4.0, f64::NAN]),
            figure("reach", "people", [2.0, 0.0, 9.0]),
            figure("cost", "₽", [10.0, 20.0, 30.0]),
            (Column::new("type", Kind::Word), Values::words(["video", "photo", ""])),
            (Column::new("day", Kind::Date), Values::figures(vec![20_513.25, 20_514.0, f64::NAN])),
        ],
    )
}

fn derived(text: &str) -> (Vec<f64>, String) {
    let data = data().derive(&format!("new = {text}")).unwrap();
    let at = data.column("new").unwrap();
    (data.values(at).unwrap().figures, data.columns()[at].unit.to_string())
}

fn why(text: &str) -> (usize, Why) {
    match data().derive(&format!("n={text}")) {
        Err(TableError::Expression(error)) => (error.at - 2, error.why),
        other => panic!("{other:?}"),
    }
}

/// `-9` stands for a missing value.
fn is(text: &str, want: [f64; 3]) {
    let got = derived(text).0;
    let got: Vec<f64> = got.into_iter().map(|value| if value.is_nan() { -9.0 } else { value }).collect();
    assert_eq!(got, want, "{text}");
}

#[test]
fn figures_are_reckoned() {
    is("1 + 2 * 3 ^ 2", [19.0; 3]);
    is("-2 ^ 2", [-4.0; 3]);
    is("2 ^ 3 ^ 2", [512.0; 3]);
    is("(likes + reach) / reach", [1.5, -9.0, -9.0]);
    is("max(likes, reach) − min(likes, reach)", [1.0, 4.0, -9.0]);
    is("round(cost / 3, 1)", [3.3, 6.7, 10.0]);
    is("if(missing(likes), 0 * reach, likes)", [1.0, 4.0, 0.0]);
    is("log(reach / reach)", [0.0, -9.0, 0.0]);
    is("lag(cost)", [-9.0, 10.0, 20.0]);
    is("cost - lag(cost, 2)", [-9.0, -9.0, 20.0]);
}

#[test]
fn truths_have_three_values() {
    is("likes > 2 and reach > 5", [0.0, 0.0, -9.0]);
    is("likes > 2 and reach < 5", [0.0, 1.0, 0.0]);
    is("likes > 2 or reach > 5", [0.0, 1.0, 1.0]);
    is("not likes > 2", [1.0, 0.0, -9.0]);
    is("likes is missing", [0.0, 0.0, 1.0]);
    is("likes is not missing", [1.0, 1.0, 0.0]);
    is("type = \"video\"", [1.0, 0.0, -9.0]);
    is("type != 'story'", [1.0, 1.0, -9.0]);
    is("type in (\"photo\", \"story\")", [0.0, 1.0, -9.0]);
    is("cost not in (10, 20)", [0.0, 0.0, 1.0]);
    is("if(reach > 1, \"big\", \"small\") = \"big\"", [1.0, 0.0, 1.0]);
}

#[test]
fn days_are_taken_apart() {
    is("year(day)", [2026.0, 2026.0, -9.0]);
    is("month(day)", [3.0, 3.0, -9.0]);
    is("weekday(day)", [7.0, 1.0, -9.0]);
    is("hour(day)", [6.0, 0.0, -9.0]);
    is("day >= \"02.03.2026\"", [0.0, 1.0, -9.0]);
    is("day(day + 1)", [2.0, 3.0, -9.0]);
    assert_eq!(derived("day - lag(day)").1, "days");
}

#[test]
fn units_are_reckoned_with() {
    assert_eq!(derived("cost / reach").1, "₽/people");
    assert_eq!(derived("likes / reach").1, "");
    assert_eq!(derived("sqrt(reach * likes)").1, "people");
    assert_eq!(derived("reach + 1").1, "people");
    assert_eq!(why("reach + cost"), (8, Why::Units("people".to_owned(), "₽".to_owned())));
    assert_eq!(why("reach > cost").1, Why::Units("people".to_owned(), "₽".to_owned()));
    assert_eq!(why("sqrt(reach)").1, Why::Unit("people".to_owned()));
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    assert_eq!(why("1 +"), (3, Why::Unexpected(String::new())));
    assert_eq!(why("1 2"), (2, Why::Unexpected("2".to_owned())));
    assert_eq!(why("speed + 1"), (0, Why::NoColumn("speed".to_owned())));
    assert_eq!(why("sin(1)"), (0, Why::NoFunction("sin".to_owned())));
    assert_eq!(why("log(1, 2)"), (0, Why::Arguments("log".to_owned())));
    assert_eq!(why("\"a"), (0, Why::Unclosed));
    assert_eq!(why("type + 1"), (0, Why::NeedFigure));
    assert_eq!(why("not reach"), (4, Why::NeedTruth));
    assert_eq!(why("year(reach)"), (5, Why::NeedDay));
    assert_eq!(why("type < \"b\"").1, Why::Unlike);
    assert_eq!(why("lag(cost, 0)"), (10, Why::NeedStep));
    assert_eq!(why(&"(".repeat(200)).1, Why::TooLarge);
    assert_eq!(why(&"1+".repeat(2000)).1, Why::TooLarge);
    for lang in [Lang::En, Lang::Ru] {
        assert!(ExpressionError { at: 0, why: Why::NeedDay }.message(lang).contains('1'));
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", words in "(likes|reach|type|day|and|not|in|is|missing|if|lag|\\(|\\)|,|\\+|=|<|\"a\"|1| ){0,25}") {
        for text in [text, words] {
            let _ = data().filter(&text);
            let _ = data().derive(&format!("n = {text}")).map(|data| data.values(5));
        }
    }
}
