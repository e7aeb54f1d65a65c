//! New rows in files: read and chosen as the first ones were.

use super::{agrees, column, sheet};
use locale::Lang;
use study::{Answer, Fault, Options, Selection, Task, family, human};

const OLD: &str = "day,size,likes,comments\n1,10,5,3\n2,20,9,5\nA,15,9,4\n1,30,14,8\n2,5,3,2\nA,25,12,7\n1,12,6,3\n2,18,9,4\nA,8,5,3\n1,22,10,6\n";

fn put(
    kind: &str,
    given: &[(&'static str, &'static str)],
    selection: &Selection,
    new: &str,
) -> Result<Box<dyn Answer>, Fault> {
    let family = family(kind).expect("the family is there");
    let options = Options::new(family.options, given.iter().copied())?;
    let data = selection.open("old.csv", OLD.as_bytes().to_vec())?;
    let fresh = selection.open_new("new.csv", new.as_bytes().to_vec())?;
    (family.run)(&Task { data: &data, fresh: Some(&fresh), options: &options })
}

fn plain() -> Selection {
    Selection::default()
}

fn note(kind: &str, given: &[(&'static str, &'static str)], new: &str) -> String {
    sheet(&*put(kind, given, &plain(), new).expect("an answer")).note
}

#[test]
fn what_only_the_outcome_needs_may_be_wanting() {
    let selection = Selection {
        types: "likes=number".to_owned(),
        units: "likes=people".to_owned(),
        derive: vec!["share = comments / likes".to_owned(), "double = 2 * size".to_owned()],
        ..plain()
    };
    let given = [("formula", "share ~ double")];
    let with = put("regress", &given, &selection, "size,likes,comments\n11,1,1\n").expect("an answer");
    let without = put("regress", &given, &selection, "size\n11\n").expect("an answer");
    agrees(&column(&sheet(&*without), "fitted"), &column(&sheet(&*with), "fitted"), 15, "fitted");
    // A column that the model reads is told as what it is counted from.
    let fault = put("regress", &[("formula", "likes ~ double")], &selection, "comments\n1\n").err();
    let said = fault.expect("size is wanting").message(Lang::En);
    assert!(said.contains("new.csv") && said.contains("size"), "{said}");
    // The fitted rows must have it.
    let typing = Selection { derive: vec!["double = 2 * sise".to_owned()], ..plain() };
    let fault = put("regress", &given, &typing, "size\n1\n").err().expect("there is no sise");
    assert!(!matches!(fault, Fault::Fresh { .. }), "{fault:?}");
}

#[test]
fn a_filter_holds_for_new_rows_and_says_so_where_it_cannot() {
    let filtered = Selection { filter: "size > 10".to_owned(), ..plain() };
    let given = [("formula", "comments ~ size")];
    let answer = put("regress", &given, &filtered, "size\n5\n11\n40\n").expect("an answer");
    assert_eq!(sheet(&*answer).rows.len(), 2);
    let filtered = Selection { filter: "likes > 4".to_owned(), ..plain() };
    let fault = put("regress", &given, &filtered, "size\n5\n").err().expect("there are no likes");
    for lang in [Lang::En, Lang::Ru] {
        let said = fault.message(lang);
        assert!(said.contains("new.csv") && said.contains("likes"), "{said}");
    }
}

#[test]
fn figures_stand_for_levels_of_the_same_name() {
    let given = [("formula", "comments ~ day + size")];
    let figures = put("regress", &given, &plain(), "day,size\n1,10\n2,10\n").expect("an answer");
    let words = put("regress", &given, &plain(), "day,size\n1,10\n2,10\nA,10\n").expect("an answer");
    let (figures, words) = (column(&sheet(&*figures), "fitted"), column(&sheet(&*words), "fitted"));
    agrees(&figures, &words[..2], 15, "fitted");
    let given = [("columns", "day,size"), ("k", "2"), ("quick", "true")];
    let figures = put("cluster", &given, &plain(), "day,size\n1,10\n2,10\n").expect("an answer");
    let words = put("cluster", &given, &plain(), "day,size\n1,10\n2,10\nA,10\n").expect("an answer");
    let (figures, words) = (column(&sheet(&*figures), "distance"), column(&sheet(&*words), "distance"));
    agrees(&figures, &words[..2], 15, "distance");
    // The day counts: the two rows differ in nothing else.
    assert_ne!(figures[0], figures[1]);
}

#[test]
fn a_level_that_is_not_known_is_told_with_its_place_and_what_is_known() {
    let given = [("formula", "comments ~ day + size")];
    let new = "day,size\nA,10\nB,10\n1,\nB,12\n";
    let answer = put("regress", &given, &plain(), new).expect("an answer");
    let found = sheet(&*answer);
    assert_eq!(column(&found, "fitted").iter().filter(|x| x.is_nan()).count(), 3);
    for part in ["3 rows have no answer", "day = “B”", "row 2 first", "rows in all: 2", "1, 2, A"] {
        assert!(found.note.contains(part), "{part}: {}", found.note);
    }
    let told = human(&answer.tell(Lang::Ru), Lang::Ru);
    assert!(told.contains("Модель не знает значения day = «B»"), "{told}");
}

#[test]
fn it_is_said_how_rows_come_to_their_cluster() {
    let new = "size,likes\n10,5\n";
    for (method, part) in [
        ("kmeans", "nearest centre"),
        ("pam", "nearest medoid"),
        ("hierarchical", "nearest mean"),
        ("mixture", "likeliest"),
    ] {
        let given = [("columns", "size,likes"), ("k", "2"), ("quick", "true"), ("method", method)];
        let said = note("cluster", &given, new);
        assert!(said.contains(part), "{method}: {said}");
    }
}

#[test]
fn many_new_rows_are_shown_in_part() {
    let many: String = (0..200).map(|at| format!("{at}\n")).collect();
    let answer = put("regress", &[("formula", "comments ~ size")], &plain(), &format!("size\n{many}"));
    let told = human(&answer.expect("an answer").tell(Lang::En), Lang::En);
    assert!(told.contains("140 more"), "{told}");
}

#[test]
fn what_has_no_answer_for_new_rows_says_so() {
    for (kind, given) in [
        ("factor", &[("columns", "size,likes,comments"), ("method", "number")][..]),
        ("cluster", &[("columns", "day,size"), ("k", "2"), ("method", "hierarchical"), ("quick", "true")]),
    ] {
        let fault = put(kind, given, &plain(), "day,size,likes,comments\n1,10,5,3\n").err();
        assert_eq!(fault, Some(Fault::NoFresh), "{kind}");
    }
    let infinite = put("regress", &[("formula", "comments ~ log(size)")], &plain(), "size\n10\n0\n").err();
    let said = infinite.expect("a logarithm of nought").message(Lang::En);
    assert!(said.contains("new.csv") && said.contains('2'), "{said}");
}
