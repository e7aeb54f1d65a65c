//! Factor models start from the correlations that were asked for, and say what that means, in both languages.

use locale::Lang;
use stats::{Chance, Column, Frame, Values};
use study::{Answer, Data, Fault, Options, Task, Value, family, human};

/// Six answers from 1 to 4, a measure, and two words.
fn answers(rows: usize) -> Frame {
    let mut chance = Chance::new(6);
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); 7];
    let mut codes = Vec::new();
    for _ in 0..rows {
        let behind = [chance.normal(), chance.normal()];
        for (at, column) in columns.iter_mut().enumerate().take(6) {
            let x = 0.8 * behind[at / 3] + 0.6 * chance.normal();
            column.push(1.0 + [-0.8, 0.1, 0.9].iter().filter(|cut| x > **cut).count() as f64);
        }
        columns[6].push(behind[0]);
        codes.push(u32::from(behind[1] + chance.normal() > 0.0));
    }
    let numbers = columns.into_iter().enumerate();
    let mut all: Vec<Column> = numbers
        .map(|(at, values)| Column { name: format!("q{}", at + 1), values: Values::Number(values) })
        .collect();
    let levels = ["no", "yes"].map(str::to_owned).to_vec();
    all.push(Column { name: "word".to_owned(), values: Values::Factor { codes, levels, ordered: false } });
    Frame::new(all).expect("columns of one length")
}

const ITEMS: &str = "q1,q2,q3,q4,q5,q6";

fn ask(rows: usize, given: &[(&'static str, &'static str)]) -> Result<Box<dyn Answer>, Fault> {
    let factor = family("factor").expect("the family is there");
    let options = Options::new(factor.options, given.iter().copied())?;
    let data = Data::of_frame("answers.csv", answers(rows));
    (factor.run)(&Task { data: &data, fresh: None, options: &options })
}

#[test]
fn every_method_is_told_whole_from_every_correlation() {
    for method in ["ml", "minres", "pa", "gls", "pca", "number", "reliability"] {
        for correlation in ["pearson", "spearman", "polychoric"] {
            let given = [("columns", ITEMS), ("method", method), ("correlation", correlation)];
            let answer = ask(200, &given).expect("an answer");
            let plain = correlation == "pearson";
            for lang in Lang::ALL {
                let told = answer.whole(lang);
                let text = human(&told, lang);
                assert!(!text.contains('‹'), "{method} {correlation} {lang:?}: {text}");
                let named = told.facts.iter().any(|(name, _)| {
                    name == if lang == Lang::En { "Correlations" } else { "Корреляции" }
                });
                assert_eq!(named, !plain, "{method} {correlation}: {:?}", told.facts);
                for picture in answer.pictures(lang) {
                    assert!(picture.svg.starts_with("<svg") && !picture.svg.contains("NaN"), "{method}");
                }
            }
            let script = answer.script("answers.csv");
            let way = ["polychoric(x", "\"spearman\""].map(|way| script.contains(way));
            assert_eq!(way, [correlation == "polychoric", correlation == "spearman"], "{script}");
            let scored = plain && !matches!(method, "number" | "reliability");
            assert_eq!(answer.rows(Lang::En).is_some_and(|sheet| !sheet.rows.is_empty()), scored, "{method}");
        }
    }
}

#[test]
fn what_lies_behind_answers_loads_higher_than_the_answers() {
    let first = |correlation| {
        let given = [("columns", ITEMS), ("factors", "2"), ("correlation", correlation)];
        let told = ask(2_000, &given).expect("an answer").whole(Lang::En);
        let total = told.sheet("glance").expect("fit");
        let at = total.heads.iter().position(|head| head.name == "total_variance").expect("a share");
        let Value::Share(share) = total.rows[0][at] else { panic!("a share") };
        share
    };
    // 0.8² of the variance is common to each three.
    let (behind, seen) = (first("polychoric"), first("pearson"));
    assert!((behind - 0.64).abs() < 0.02 && seen < behind - 0.04, "{behind} {seen}");
}

#[test]
fn a_table_too_small_is_smoothed_and_that_is_said() {
    let given = [("columns", ITEMS), ("method", "pca"), ("factors", "1"), ("correlation", "polychoric")];
    let told = ask(9, &given).expect("an answer").whole(Lang::En);
    assert!(told.cautions.iter().any(|line| line.contains("cor.smooth")), "{:?}", told.cautions);
    let words = [("columns", "q1,q2,word"), ("factors", "1"), ("correlation", "polychoric")];
    let told = ask(300, &words).expect("an answer").whole(Lang::En);
    assert!(told.cautions.iter().any(|line| line.contains("alphabet")), "{:?}", told.cautions);
}

#[test]
fn what_cannot_start_from_ranks_or_scales_is_told() {
    for given in [
        &[("columns", "q1,q2,q7"), ("correlation", "polychoric")][..],
        &[("columns", "q1,q2,word"), ("correlation", "spearman")],
        &[("method", "cfa"), ("measurement", "F =~ q1 + q2 + q3"), ("correlation", "polychoric")],
        &[("columns", ITEMS), ("input", "matrix"), ("correlation", "spearman")],
        &[("columns", ITEMS), ("method", "pca"), ("scale", "false"), ("correlation", "spearman")],
        &[("columns", ITEMS), ("correlation", "kendall")],
    ] {
        let fault = ask(200, given).err().expect("no answer");
        for lang in Lang::ALL {
            let said = fault.message(lang);
            assert!(!said.is_empty() && !said.contains('‹'), "{given:?}: {said}");
        }
    }
}
