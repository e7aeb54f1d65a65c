//! What the families of description and correlation say of small tables.

use locale::Lang;
use study::{Data, Fault, Options, Task, Told, Value, family, json};

const TABLE: &str = "kind,a,b,c,flat\nx,1,2.1,9,5\ny,2,3.9,8,5\nx,3,6.2,7.5,5\ny,4,7.8,6,5\nx,5,10.1,5.5,5\ny,6,12.2,4,5\nx,7,13.8,,5\ny,8,16.1,2,5\nx,9,18,1.5,5\n";

fn ask(name: &str, given: &[(&str, &str)]) -> Result<(Told, Vec<study::Picture>, String), Fault> {
    let family = family(name).expect("there is such a family");
    let data = Data::open("table.csv", TABLE.as_bytes())?;
    let options = Options::new(family.options, given.iter().copied())?;
    let answer = (family.run)(&Task { data: &data, fresh: None, options: &options })?;
    let russian = answer.tell(Lang::Ru);
    assert!(!russian.reading.iter().chain(&russian.cautions).any(|text| text.contains('‹')), "{russian:?}");
    Ok((answer.tell(Lang::En), answer.pictures(Lang::Ru), answer.script("table.csv")))
}

#[test]
fn every_method_answers_in_one_shape() {
    for method in ["pearson", "spearman", "kendall", "partial", "distance"] {
        let (told, pictures, script) =
            ask("correlate", &[("method", method), ("columns", "a,b,c")]).expect("it can be answered");
        let tidy = told.sheet("tidy").expect("it has pairs");
        let names: Vec<&str> = tidy.heads.iter().map(|head| head.name.as_str()).collect();
        assert_eq!(names[..5], ["x", "y", "estimate", "conf_low", "conf_high"]);
        assert_eq!(tidy.rows.len(), 3, "{method}");
        assert!(tidy.rows.iter().all(|row| matches!(row[2], Value::Number(r) if (-1.0..=1.0).contains(&r))));
        assert!(pictures.iter().all(|picture| picture.svg.starts_with("<svg")) && !pictures.is_empty());
        assert!(script.contains("read.csv(\"table.csv\""));
        assert_eq!(told.method, format!("correlate.{method}"));
    }
}

#[test]
fn the_answer_speaks_of_relations_and_never_of_causes() {
    let (told, _, _) = ask("correlate", &[("columns", "a,b,flat")]).expect("it can be answered");
    assert!(told.reading[0].contains("1 is related"), "{:?}", told.reading);
    assert!(told.reading[1].starts_with("The more “a”, the more “b”"), "{:?}", told.reading);
    let cautions = told.cautions.join("\n");
    assert!(cautions.contains("not caused") && cautions.contains("flat"), "{cautions}");
    // A constant column has no coefficient, and in JSON that is null.
    let found = json(&told);
    assert!(found["tidy"][1]["estimate"].is_null() && found["tidy"][0]["n"] == 9, "{found}");
}

#[test]
fn one_column_is_held_against_the_others_and_only_those_pairs_count() {
    let (told, _, _) =
        ask("correlate", &[("with", "c"), ("adjust", "bonferroni"), ("columns", "a,b")]).expect("it can");
    let tidy = told.sheet("tidy").expect("it has pairs");
    assert_eq!(tidy.rows.len(), 2);
    let (Value::P(p), Value::P(adjusted)) = (&tidy.rows[0][7], &tidy.rows[0][8]) else { panic!("{tidy:?}") };
    assert!((adjusted / p - 2.0).abs() < 1e-12);
}

#[test]
fn what_cannot_be_asked_says_what_mends_it() {
    let said = |given: &[(&str, &str)]| ask("correlate", given).expect_err("it cannot be").message(Lang::Ru);
    assert!(said(&[("columns", "a")]).contains("столбцов"));
    assert!(said(&[("columns", "a,nothing")]).contains("nothing"));
    assert!(said(&[("columns", "a,kind")]).contains("kind"));
    assert!(said(&[("columns", "a,b"), ("given", "c")]).contains("partial"));
    assert!(said(&[("method", "partial"), ("columns", "a,b"), ("given", "flat")]).contains("flat"));
}

#[test]
fn columns_are_described_whole_and_by_group() {
    let (told, pictures, script) = ask("describe", &[]).expect("it can be");
    let tidy = told.sheet("tidy").expect("it has figures");
    assert_eq!(tidy.rows.len(), 4);
    let mean = tidy.heads.iter().position(|head| head.name == "mean").expect("it has a mean");
    assert_eq!(tidy.rows[0][mean], Value::Number(5.0));
    assert_eq!(told.sheet("levels").expect("it has words").rows.len(), 2);
    assert_eq!(told.sheet("missing").expect("c has a gap").rows.len(), 2);
    assert!(pictures.iter().all(|picture| picture.svg.starts_with("<svg")) && script.contains("e1071"));
    let (told, pictures, _) = ask("describe", &[("by", "kind"), ("columns", "a")]).expect("it can be");
    assert_eq!(told.sheet("tidy").expect("it has figures").rows.len(), 2);
    assert_eq!(pictures.len(), 1);
}

#[test]
fn correlations_are_held_against_each_other() {
    // Williams's t by psych::r.test on the same table (R 4.2).
    let (told, _, script) =
        ask("correlate", &[("with", "a"), ("columns", "b,c"), ("missing", "listwise")]).expect("it can");
    let sheet = told.sheet("differences").expect("two correlations share a");
    let (Value::Number(t), Value::Number(df)) = (&sheet.rows[0][8], &sheet.rows[0][9]) else {
        panic!("{sheet:?}")
    };
    assert!((t / 58.0778311481646 - 1.0).abs() < 1e-11 && *df == 5.0, "{sheet:?}");
    assert!(script.contains("r.test") && told.reading.iter().any(|line| line.contains("differ")), "{told:?}");
    let (told, _, _) = ask("correlate", &[("between", "kind"), ("columns", "b,c")]).expect("it can");
    let sheet = told.sheet("differences").expect("two groups");
    assert!(matches!(&sheet.rows[0][1], Value::Text(x) if x == "x"), "{sheet:?}");
    let fault =
        ask("correlate", &[("between", "a"), ("columns", "b,c")]).expect_err("nine groups are too many");
    assert!(matches!(fault, Fault::Choice { .. }), "{fault:?}");
    let fault =
        ask("correlate", &[("between", "kind"), ("method", "kendall")]).expect_err("only Pearson's r");
    assert!(matches!(fault, Fault::Choice { .. }), "{fault:?}");
}

#[test]
fn raters_and_kinds_of_columns_have_their_own_coefficients() {
    let (told, pictures, script) =
        ask("correlate", &[("method", "icc"), ("columns", "a,b,c")]).expect("it can");
    assert_eq!(told.sheet("tidy").expect("six kinds").rows.len(), 6);
    assert!(pictures[0].svg.starts_with("<svg") && script.contains("ICC("));
    for method in ["mixed", "point-biserial"] {
        let (told, _, _) = ask("correlate", &[("method", method), ("columns", "kind,a,b")]).expect("it can");
        let tidy = told.sheet("tidy").expect("pairs");
        assert_eq!(tidy.rows.len(), 3, "{method}");
        assert!(tidy.rows.iter().all(|row| matches!(row[2], Value::Number(r) if r.abs() <= 1.0)), "{tidy:?}");
    }
    let flat =
        ask("correlate", &[("columns", "flat,a"), ("with", "flat")]).expect_err("nothing goes with it");
    assert!(matches!(flat, Fault::Stats(stats::Error::Constant { .. })), "{flat:?}");
}

#[test]
fn where_no_pair_can_be_counted_the_reason_is_told() {
    let ask = |table: &str, columns: &str, method: &str| {
        let family = family("correlate").expect("there is such a family");
        let data = Data::open("table.csv", table.as_bytes()).expect("a table");
        let options =
            Options::new(family.options, [("columns", columns), ("method", method)]).expect("options");
        (family.run)(&Task { data: &data, fresh: None, options: &options }).err()
    };
    for method in ["pearson", "spearman", "kendall"] {
        let flat = ask("a,b\n5,1\n5,2\n5,3\n5,9\n", "b,a", method);
        let column = "a".to_owned();
        assert_eq!(flat, Some(stats::Error::Constant { column }.into()), "{method}");
        let one = ask("a,b\n1,2\n", "a,b", method);
        let few = |have| Some(Fault::Stats(stats::Error::TooFew { what: "rows", have, need: 3 }));
        assert_eq!(one, few(1), "{method}");
        let apart = ask("a,b\n1,\n2,\n7,\n,3\n,4\n,5\n", "a,b", method);
        assert_eq!(apart, few(0), "{method}");
        let raters = ask("a,b\n5,1\n5,1\n5,1\n", "a,b", "icc");
        assert!(matches!(raters, Some(Fault::Stats(stats::Error::Constant { .. }))), "{raters:?}");
        // Both vary, and not in the rows that have both.
        let within = ask("a,b\n1,2\n1,3\n1,9\n4,\n", "a,b", method);
        let column = "a × b".to_owned();
        assert_eq!(within, Some(stats::Error::Constant { column }.into()), "{method}");
    }
}

/// Values are missing in different rows, so that each pair rests on rows of its own.
const HOLED: &str = "a,b,c\n1,2.0,5\n2,1.0,4\n3,,6\n4,3.5,1\n5,4.0,\n6,5.5,3\n7,5.0,2\n,9.0,1\n9,7.5,2\n10,8.0,4\n11,,1\n12,9.5,0\n";

fn differences(table: &str, given: &[(&str, &str)]) -> (study::Sheet, String) {
    let family = family("correlate").expect("there is such a family");
    let data = Data::open("table.csv", table.as_bytes()).expect("it is a table");
    let options = Options::new(family.options, given.iter().copied()).expect("they are allowed");
    let answer =
        (family.run)(&Task { data: &data, fresh: None, options: &options }).expect("it can be asked");
    (
        answer.tell(Lang::En).sheet("differences").expect("they are compared").clone(),
        answer.script("table.csv"),
    )
}

#[test]
fn correlations_that_share_a_column_are_compared_over_complete_rows() {
    let (found, script) = differences(HOLED, &[("with", "a"), ("columns", "b,c")]);
    let at =
        |name: &str| match found.heads.iter().position(|head| head.name == name).map(|at| &found.rows[0][at])
        {
            Some(Value::Fixed(x, _) | Value::Number(x) | Value::P(x)) => *x,
            Some(Value::Count(n)) => *n as f64,
            other => panic!("{name}: {other:?}"),
        };
    // cor(na.omit(x)) and psych::r.test(8, .98038, -.58587, -.54618) in R.
    for (name, want) in [
        ("estimate_left", 0.980378935485079),
        ("estimate_right", -0.585865861845404),
        ("statistic", 6.04783154311874),
        ("p_value", 0.00178163722959395),
        ("parameter", 5.0),
        ("n_left", 8.0),
        ("n_right", 8.0),
    ] {
        assert!((at(name) - want).abs() < 1e-12, "{name}: {} {want}", at(name));
    }
    let complete: Vec<&str> =
        HOLED.lines().filter(|line| line.split(',').all(|cell| !cell.is_empty())).collect();
    assert_eq!(complete.len(), 9);
    let (same, _) = differences(&complete.join("\n"), &[("with", "a"), ("columns", "b,c")]);
    for (one, other) in found.rows[0].iter().zip(&same.rows[0]) {
        match (one, other) {
            (Value::Fixed(a, _), Value::Fixed(b, _))
            | (Value::P(a), Value::P(b))
            | (Value::Number(a), Value::Number(b)) => {
                assert!((a - b).abs() < 1e-12, "{a} {b}");
            }
            (one, other) => assert_eq!(one, other),
        }
    }
    assert!(script.contains("na.omit(x[c(names(x)[1], p)])"), "{script}");
    let asked = differences(HOLED, &[("with", "a"), ("columns", "b,c"), ("missing", "listwise")]).0;
    assert!(matches!(asked.rows[0][0], Value::Text(ref of) if of == "a") && asked.rows.len() == 1);
}
