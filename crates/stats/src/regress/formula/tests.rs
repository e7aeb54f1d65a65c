use super::{Formula, With};
use crate::{Column, Error, Frame, Values};
use proptest::prelude::*;

fn number(name: &str, values: &[f64]) -> Column {
    Column { name: name.to_owned(), values: Values::Number(values.to_vec()) }
}

fn factor(name: &str, codes: &[u32], levels: &[&str], ordered: bool) -> Column {
    let levels = levels.iter().map(|level| (*level).to_owned()).collect();
    Column { name: name.to_owned(), values: Values::Factor { codes: codes.to_vec(), levels, ordered } }
}

fn frame() -> Frame {
    Frame::new(vec![
        number("y", &[1.0, 3.0, 2.0, 5.0, 4.0, 6.0]),
        number("x", &[0.5, 1.5, 2.5, 3.5, 4.5, 7.5]),
        number("z", &[1.0, -1.0, 2.0, -2.0, 3.0, f64::NAN]),
        factor("a", &[0, 1, 2, 0, 1, 2], &["p", "q", "r"], false),
        factor("b", &[0, 0, 1, 1, 0, 1], &["u", "v"], false),
        factor("o", &[0, 1, 2, 2, 1, 0], &["low", "middle", "high"], true),
        number("число постов", &[1.0, 2.0, 1.0, 2.0, 1.0, 2.0]),
    ])
    .expect("columns are of one length")
}

fn names(formula: &str) -> Vec<String> {
    let formula: Formula = formula.parse().expect("it can be read");
    formula.bind(&frame(), With::default()).expect("it can be bound").design.names()
}

fn fails(formula: &str) -> (usize, &'static str) {
    let bound = formula.parse::<Formula>().and_then(|formula| formula.bind(&frame(), With::default()));
    match bound {
        Err(Error::Formula { at, why, .. }) => (at, why),
        other => panic!("{other:?}"),
    }
}

#[test]
fn coefficients_have_the_names_that_r_gives() {
    assert_eq!(names("y ~ x"), ["(Intercept)", "x"]);
    assert_eq!(names("y ~ 0 + x + I(x^2)"), ["x", "I(x^2)"]);
    assert_eq!(names("y ~ a*x"), ["(Intercept)", "aq", "ar", "x", "aq:x", "ar:x"]);
    assert_eq!(names("y ~ a:b - 1"), ["ap:bu", "aq:bu", "ar:bu", "ap:bv", "aq:bv", "ar:bv"]);
    assert_eq!(names("y ~ poly(x, 2)"), ["(Intercept)", "poly(x, 2)1", "poly(x, 2)2"]);
    assert_eq!(names("y ~ o"), ["(Intercept)", "o.L", "o.Q"]);
    assert_eq!(names("y ~ C(a, ref=\"q\")"), ["(Intercept)", "C(a, ref = \"q\")p", "C(a, ref = \"q\")r"]);
    assert_eq!(names("y ~ `число постов`"), ["(Intercept)", "`число постов`"]);
    assert_eq!(names("y ~ 'число постов'"), ["(Intercept)", "`число постов`"]);
    assert_eq!(names("y ~ I(x > 2)"), ["(Intercept)", "I(x > 2)TRUE"]);
    assert_eq!(
        names("y ~ factor(z)"),
        ["(Intercept)", "factor(z)-1", "factor(z)1", "factor(z)2", "factor(z)3"]
    );
}

#[test]
fn factors_without_their_margins_are_coded_in_full() {
    // The rule and these cases: Chambers and Hastie 1992, section 2.4.1; R agrees.
    assert_eq!(names("y ~ a - 1"), ["ap", "aq", "ar"]);
    assert_eq!(names("y ~ b + a:b"), ["(Intercept)", "bv", "bu:aq", "bv:aq", "bu:ar", "bv:ar"]);
    assert_eq!(names("y ~ x:b"), ["(Intercept)", "x:bu", "x:bv"]);
    assert_eq!(names("y ~ x + x:b"), ["(Intercept)", "x", "x:bv"]);
    assert_eq!(names("y ~ b/x"), ["(Intercept)", "bv", "bu:x", "bv:x"]);
    assert_eq!(names("y ~ x + b - 1"), ["x", "bu", "bv"]);
}

#[test]
fn terms_are_those_of_r() {
    let terms = |text: &str| {
        let formula: Formula = text.parse().expect("it can be read");
        formula.bind(&frame(), With::default()).expect("it can be bound").design.terms
    };
    assert_eq!(terms("y ~ (x + z + a)^2"), ["x", "z", "a", "x:z", "x:a", "z:a"]);
    assert_eq!(terms("y ~ x*z*a - x:z:a"), ["x", "z", "a", "x:z", "x:a", "z:a"]);
    assert_eq!(terms("y ~ x + y"), ["x"]);
    assert_eq!(terms("log(y) ~ . - z - o"), ["x", "a", "b", "`число постов`"]);
    assert_eq!(terms("y ~ (x + z)/b"), ["x", "z", "x:z:b"]);
    assert_eq!(terms("y ~ x %in% b + b"), ["b", "x:b"]);
    assert_eq!(terms("y ~ b:x + x + offset(z)"), ["x", "b:x"]);
}

#[test]
fn rows_that_miss_a_value_are_left_out_and_counted() {
    let bound = "y ~ z + lag(x)".parse::<Formula>().expect("it can be read");
    let bound = bound.bind(&frame(), With::default()).expect("it can be bound");
    assert_eq!((bound.design.rows.clone(), bound.design.dropped), (vec![1, 2, 3, 4], 2));
    assert_eq!(bound.design.columns[2].values, [0.5, 1.5, 2.5, 3.5]);
}

#[test]
fn powers_hold_what_a_double_leaves_out() {
    let bound = "y ~ poly(I(x/3), 3, raw)".parse::<Formula>().expect("it can be read");
    let bound = bound.bind(&frame(), With::default()).expect("it can be bound");
    let third = &bound.design.columns[3];
    assert!(third.low.as_ref().is_some_and(|low| low.iter().any(|x| *x != 0.0)));
    // (7.5 / 3)³ is exact in binary.
    assert_eq!(third.values[5], 15.625);
}

#[test]
fn new_rows_get_the_polynomials_of_the_old() {
    let bound = "y ~ poly(x, 2) + a".parse::<Formula>().expect("it can be read");
    let bound = bound.bind(&frame(), With::default()).expect("it can be bound");
    let some = Frame::new(vec![number("x", &[2.5, 1.0]), factor("a", &[1, 0], &["r", "new"], false)]);
    let new = bound.recipe.again(&some.expect("of one length")).expect("they are like the old");
    assert_eq!(new.rows, [1]);
    let same = bound.recipe.again(&frame()).expect("they are the old");
    assert_eq!(same.columns, bound.design.columns);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    assert_eq!(fails("y ~ x +"), (7, "formula-expected-term"));
    assert_eq!(fails("y ~ x z"), (6, "formula-expected-operator"));
    assert_eq!(fails("y ~ (x"), (6, "formula-expected-bracket"));
    assert_eq!(fails("y ~ `x"), (4, "formula-open-quote"));
    assert_eq!(fails("y ~ ``"), (4, "formula-empty-name"));
    assert_eq!(fails("y ~ x ; z"), (6, "formula-unexpected-character"));
    assert_eq!(fails("y ~ x | a"), (6, "formula-random-effects"));
    assert_eq!(fails("y ~ 2 + x"), (4, "formula-number-as-term"));
    assert_eq!(fails("y ~ x > 2"), (4, "formula-comparison-as-term"));
    assert_eq!(fails("y ~ (x + z)^a"), (12, "formula-power"));
    assert_eq!(fails("y ~ foo(x)"), (4, "formula-unknown-function"));
    assert_eq!(fails("y ~ I(x:z)"), (6, "formula-terms-in-arithmetic"));
    assert_eq!(fails("y ~ I(poly(x, 2))"), (6, "formula-only-alone"));
    assert_eq!(fails("y ~ poly(x, 9)"), (4, "formula-poly-degree"));
    assert_eq!(fails("y ~ poly(x, two)"), (12, "formula-argument"));
    assert_eq!(fails("y ~ C(a, ref=\"t\")"), (13, "formula-no-level"));
    assert_eq!(fails("y ~ log()"), (4, "formula-expected-argument"));
    assert_eq!(fails("y ~ log(x, 2, 3)"), (4, "formula-too-many-arguments"));
    assert_eq!(fails("y ~ lag(x, 0)"), (4, "formula-lag"));
    assert_eq!(fails("y ~ log(\"x\")"), (8, "formula-text-as-number"));
    assert_eq!(fails("cbind(y) ~ x"), (0, "formula-cbind"));
    assert_eq!(fails(&format!("y ~ {}x{}", "(".repeat(500), ")".repeat(500))).1, "formula-too-deep");
    assert_eq!(fails("y ~ 1e999"), (4, "formula-number"));
}

#[test]
fn what_is_not_there_or_not_fit_is_named() {
    let bind = |text: &str| {
        text.parse::<Formula>()
            .and_then(|formula| formula.design(&frame(), With::default()))
            .map(|_| ())
            .err()
    };
    assert!(matches!(bind("y ~ nowhere"), Some(Error::NoColumn { name, .. }) if name == "nowhere"));
    assert_eq!(bind("y ~ log(a)"), Some(Error::Kind { column: "a".into(), need: "number" }));
    assert_eq!(bind("b ~ x"), Some(Error::Kind { column: "b".into(), need: "number" }));
    assert_eq!(bind("a ~ x"), Some(Error::Kind { column: "a".into(), need: "two levels" }));
    assert_eq!(bind("y ~ log(x - 0.5)"), Some(Error::Infinite { column: "log(x - 0.5)".into(), row: 0 }));
    assert_eq!(bind("y ~ step(x)"), Some(Error::Refused { what: "stepwise" }));
}

/// Formulas of any shape over the frame's columns.
fn any_formula() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "x",
        "z",
        "a",
        "b",
        "o",
        "1",
        "0",
        ".",
        "`число постов`",
        "poly(x, 2)",
        "I(x^2 - z)",
        "log(x)",
        "C(a, sum)",
        "offset(z)",
        "factor(x > 2)",
        "lag(x, 1)",
        "-x",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(4, 24, 3, |inner| {
        (
            inner.clone(),
            prop::sample::select(vec![" + ", " - ", ":", "*", "/", " %in% "]),
            inner,
            any::<bool>(),
        )
            .prop_map(
                |(l, sign, r, wrap)| if wrap { format!("({l}{sign}{r})^2") } else { format!("{l}{sign}{r}") },
            )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}") {
        let _ = text.parse::<Formula>().map(|formula| formula.bind(&frame(), With::default()));
    }

    #[test]
    fn no_jumble_of_signs_makes_it_panic(text in "[xyab01.~+*/^:(), `\"=<>%in-]{0,40}") {
        let _ = text.parse::<Formula>().map(|formula| formula.bind(&frame(), With::default()));
    }

    #[test]
    fn what_is_written_is_read_again(text in any_formula()) {
        let formula: Formula = format!("y ~ {text}").parse().expect("it is made of what can be read");
        let again: Formula = formula.to_string().parse().expect("it was written");
        prop_assert_eq!(formula.to_string(), again.to_string());
        let bind = |formula: &Formula| formula.bind(&frame(), With::default()).map(|bound| bound.design);
        match (bind(&formula), bind(&again)) {
            (Ok(one), Ok(two)) => prop_assert_eq!(one, two),
            (one, two) => prop_assert_eq!(one.is_err(), two.is_err()),
        }
    }
}
