//! Clusters are told whole in both languages by every method; data that cannot be clustered get a message.

use locale::Lang;
use stats::{Chance, Column, Frame, MISSING, Values};
use std::sync::{Arc, Mutex};
use study::{Data, Fault, Options, Task, family, human, json};

fn posts() -> Frame {
    let mut chance = Chance::new(4);
    let (mut reach, mut comments, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    for row in 0..90 {
        let kind = row % 3;
        reach.push([100.0, 500.0, 300.0][kind] + 20.0 * chance.normal());
        comments.push([5.0, 8.0, 40.0][kind] + chance.normal());
        kinds.push(if row == 7 { MISSING } else { kind as u32 });
    }
    reach[11] = f64::NAN;
    let levels = ["link", "photo", "video"].map(str::to_owned).to_vec();
    let column = |name: &str, values| Column { name: name.to_owned(), values };
    Frame::new(vec![
        column("reach", Values::Number(reach)),
        column("comments", Values::Number(comments)),
        column("kind", Values::Factor { codes: kinds, levels, ordered: false }),
    ])
    .expect("columns of one length")
}

fn ask(frame: Frame, given: &[(&'static str, &'static str)]) -> Result<Box<dyn study::Answer>, Fault> {
    let cluster = family("cluster").expect("the family is there");
    let options = Options::new(cluster.options, given.iter().copied())?;
    (cluster.run)(&Task { data: &Data::of_frame("posts.csv", frame), fresh: None, options: &options })
}

#[test]
fn every_method_is_told_whole_in_both_languages() {
    for given in [
        &[("method", "kmeans")][..],
        &[("method", "pam"), ("distance", "manhattan"), ("scale", "robust")],
        &[("method", "hierarchical"), ("linkage", "average"), ("k", "3")],
        &[("method", "hierarchical"), ("linkage", "centroid"), ("k", "3"), ("scale", "range")],
        &[("method", "dbscan")],
        &[("method", "dbscan"), ("eps", "0.4"), ("min-points", "4")],
        &[("method", "hdbscan"), ("min-points", "8")],
        &[("method", "mixture"), ("most", "4"), ("model", "VVI")],
        &[("method", "kmeans"), ("k", "4"), ("scale", "none"), ("draws", "0")],
        &[("columns", "reach,comments,kind")],
        &[("columns", "comments"), ("k", "2")],
        &[("k", "1")],
    ] {
        let answer = ask(posts(), given).expect("an answer");
        for lang in Lang::ALL {
            let told = answer.whole(lang);
            let text = human(&told, lang);
            assert!(!text.contains('‹'), "{given:?} {lang:?}: {text}");
            assert!(!told.reading.is_empty() && !told.cautions.is_empty(), "{given:?}");
            for sheet in &told.sheets {
                assert!(
                    sheet.rows.iter().all(|row| row.len() == sheet.heads.len()),
                    "{given:?} {}",
                    sheet.name
                );
            }
            let rows = json(&told)["augment"].as_array().map_or(0, Vec::len);
            assert_eq!(rows, if given[0].1.contains("kind") { 90 } else { 90 - missing(given) }, "{given:?}");
            for picture in answer.pictures(lang) {
                assert!(
                    picture.svg.starts_with("<svg") && !picture.svg.contains("NaN"),
                    "{given:?} {}",
                    picture.name
                );
                assert!(!picture.svg.contains('‹') && !picture.caption.contains('‹'), "{given:?}");
            }
        }
        assert!(answer.script("posts.csv").contains("read.csv"), "{given:?}");
    }
}

/// One row lacks its reach.
fn missing(given: &[(&str, &str)]) -> usize {
    usize::from(!given.iter().any(|&(_, value)| value == "comments"))
}

#[test]
fn three_kinds_of_posts_are_found_and_named() {
    let told = ask(posts(), &[]).expect("an answer").whole(Lang::En);
    let tidy = told.sheet("tidy").expect("clusters");
    assert_eq!(tidy.rows.len(), 3);
    let names: Vec<String> = tidy.rows.iter().map(|row| row[1].shown(Lang::En)).collect();
    assert!(names.iter().any(|name| name.starts_with("high comments")), "{names:?}");
    assert!(names.iter().any(|name| name.contains("low reach")), "{names:?}");
}

#[test]
fn a_cloud_without_clusters_is_said_to_have_none() {
    let mut chance = Chance::new(9);
    let mut column = |name: &str| Column {
        name: name.to_owned(),
        values: Values::Number((0..400).map(|_| chance.normal()).collect()),
    };
    let frame = Frame::new((0..6).map(|at| column(&format!("x{at}"))).collect()).expect("columns");
    let told = ask(frame, &[("k", "4")]).expect("an answer").whole(Lang::En);
    assert!(told.cautions[0].starts_with("There may be no clusters here at all"), "{:?}", told.cautions);
}

#[test]
fn what_cannot_be_clustered_is_told() {
    let one = |values: &[f64]| {
        let values = Values::Number(values.to_vec());
        Frame::new(vec![Column { name: "x".to_owned(), values }]).expect("a column")
    };
    for (frame, given) in [
        (one(&[]), &[][..]),
        (one(&[1.0]), &[]),
        (one(&[2.0, 2.0, 2.0]), &[]),
        (one(&[f64::NAN, f64::NAN]), &[]),
        (one(&[1.0, f64::INFINITY, 3.0]), &[]),
        (one(&[1.0, 2.0, 3.0]), &[("k", "7")]),
        (one(&[1.0, 1.0, 1.0, 2.0]), &[("k", "3")]),
        (posts(), &[("columns", "reach,kind"), ("method", "dbscan")]),
        (posts(), &[("columns", "nothing")]),
        (posts(), &[("method", "mixture"), ("model", "XYZ")]),
        (posts(), &[("weigh", "kind=2")]),
        (posts(), &[("weigh", "reach=much")]),
        (posts(), &[("weigh", "reach=-1")]),
        (posts(), &[("weigh", "reach=2,reach=3")]),
        (posts(), &[("weigh", "reach=0,comments=0")]),
        (posts(), &[("weigh", "reach=2"), ("distance", "euclidean")]),
        (posts(), &[("asymmetric", "reach"), ("distance", "manhattan"), ("method", "pam")]),
    ] {
        let fault = ask(frame, given).err().expect("no answer");
        for lang in Lang::ALL {
            let said = fault.message(lang);
            assert!(!said.is_empty() && !said.contains('‹'), "{given:?}: {said}");
        }
    }
}

#[test]
fn columns_weigh_as_was_asked_and_the_answer_says_so() {
    let given = [("columns", "reach,comments,kind"), ("weigh", "kind=2,reach=0.5"), ("k", "3")];
    let answer = ask(posts(), &given).expect("an answer");
    for (lang, half) in [(Lang::En, "0.5"), (Lang::Ru, "0,5")] {
        let facts = answer.tell(lang).facts;
        assert!(facts.iter().any(|(_, text)| *text == format!("reach × {half}, kind × 2")), "{facts:?}");
    }
    assert!(answer.script("posts.csv").contains("weights = c(0.5, 1, 2)"), "{}", answer.script("posts.csv"));
    // Only how weights stand to each other matters.
    let twice = [("columns", "reach,comments,kind"), ("weigh", "kind=4,reach=1,comments=2"), ("k", "3")];
    let twice = ask(posts(), &twice).expect("an answer").whole(Lang::En);
    assert_eq!(json(&twice)["augment"], json(&answer.whole(Lang::En))["augment"]);
    let even = ask(posts(), &[("columns", "reach,comments,kind"), ("k", "3")]).expect("an answer");
    assert_ne!(json(&even.whole(Lang::En))["augment"], json(&twice)["augment"]);
    assert!(!even.script("posts.csv").contains("weights"));
}

#[test]
fn long_work_tells_how_far_it_has_come() {
    let told = |rows: usize, given: &[(&'static str, &'static str)]| {
        let mut chance = Chance::new(2);
        let mut column = |name: &str| Column {
            name: name.to_owned(),
            values: Values::Number((0..rows).map(|row| (row % 3) as f64 * 9.0 + chance.normal()).collect()),
        };
        let frame = Frame::new(vec![column("a"), column("b")]).expect("columns");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let own = Arc::clone(&seen);
        let data = Data::of_frame("posts.csv", frame)
            .watched(Arc::new(move |done, all| own.lock().expect("no one failed").push((done, all))));
        let cluster = family("cluster").expect("the family is there");
        let options = Options::new(cluster.options, given.iter().copied()).expect("they are allowed");
        (cluster.run)(&Task { data: &data, fresh: None, options: &options }).expect("an answer");
        seen.lock().expect("no one failed").clone()
    };
    // Seven numbers of clusters, 41 tables by each of them for the gap, starts, draws.
    let seen = told(90, &[("draws", "20"), ("starts", "11")]);
    let mut all: Vec<usize> = seen.iter().map(|&(_, all)| all).collect();
    all.dedup();
    assert_eq!(all, [7, 41 * 7, 11, 20]);
    for all in all {
        let mut done: Vec<usize> = seen.iter().filter(|one| one.1 == all).map(|one| one.0).collect();
        done.sort_unstable();
        assert_eq!(done, (1..=all).collect::<Vec<_>>());
    }
    let quick = [("method", "pam"), ("k", "3"), ("quick", "true")];
    let seen = told(90, &quick);
    assert_eq!(seen[..3], [(1, 6), (2, 6), (3, 6)]);
    assert_eq!(seen.last(), Some(&(6, 6)));
    // Too many rows to hold each against each: five parts.
    assert_eq!(told(4_100, &quick), [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]);
    let models = told(90, &[("method", "mixture"), ("most", "2"), ("draws", "0")]);
    assert_eq!(models.iter().map(|one| one.0).max(), Some(28));
}
