//! Every test answers with a picture, in both languages.

use locale::Lang;
use study::{Data, Options, Picture, Task, family};

/// Options by name.
type Given = &'static [(&'static str, &'static str)];

/// Three kinds of posts, before and after, and whether anyone clicked.
fn table() -> String {
    let row = |at: usize| {
        let kind = ["photo", "text", "video"][at % 3];
        let (x, half) = (10 + at * 7 % 23 + 4 * (at % 3), ["am", "pm"][at / 3 % 2]);
        format!("{kind},{half},{x},{},{}\n", x + at * 5 % 9, usize::from(at.is_multiple_of(4)))
    };
    (0..60).map(row).fold("kind,half,x,after,click\n".to_owned(), |text, row| text + &row)
}

fn drawn(given: &[(&str, &str)], lang: Lang) -> Vec<Picture> {
    let family = family("test").expect("there is such a family");
    let data = Data::open("table.csv", table().as_bytes()).expect("it is a table");
    let options = Options::new(family.options, given.iter().copied()).expect("they are allowed");
    let answer =
        (family.run)(&Task { data: &data, fresh: None, options: &options }).expect("it can be asked");
    answer.pictures(lang)
}

#[test]
fn every_method_has_its_picture() {
    const VALUE: (&str, &str) = ("value", "x");
    let asked: [(&str, Given, &[&str]); 27] = [
        ("t", &[VALUE, ("by", "half")], &["boxes"]),
        ("t", &[VALUE, ("null", "20")], &["histogram"]),
        ("t-paired", &[VALUE, ("second", "after")], &["histogram", "boxes"]),
        ("wilcoxon", &[VALUE, ("second", "after")], &["histogram", "boxes"]),
        ("mann-whitney", &[VALUE, ("by", "half")], &["boxes"]),
        ("anova", &[VALUE, ("by", "kind")], &["boxes", "tukey"]),
        ("anova-two", &[VALUE, ("by", "kind"), ("second", "half")], &["boxes"]),
        ("anova-welch", &[VALUE, ("by", "kind")], &["boxes"]),
        ("kruskal", &[VALUE, ("by", "kind")], &["boxes"]),
        ("bartlett", &[VALUE, ("by", "kind")], &["boxes"]),
        ("levene", &[VALUE, ("by", "kind")], &["boxes"]),
        ("brown-forsythe", &[VALUE, ("by", "kind")], &["boxes"]),
        ("fligner", &[VALUE, ("by", "kind")], &["boxes"]),
        ("chi-squared", &[("value", "kind"), ("by", "click")], &["residuals"]),
        ("goodness", &[("value", "kind")], &["residuals"]),
        ("fisher", &[("counts", "3,9;8,2")], &["residuals"]),
        ("mcnemar", &[("counts", "40,12;5,30")], &["residuals"]),
        ("proportions", &[("value", "click"), ("by", "kind")], &["shares"]),
        ("trend", &[("value", "click"), ("by", "kind")], &["shares"]),
        ("binomial", &[("counts", "45/100")], &["shares"]),
        ("rates", &[("counts", "12/100,25/110")], &["shares"]),
        ("ks", &[VALUE, ("reference", "exponential"), ("parameters", "0.05")], &["histogram"]),
        ("ks", &[VALUE, ("by", "half")], &["boxes"]),
        ("shapiro", &[VALUE], &["histogram"]),
        ("ab-mixture", &[("counts", "120/2400,155/2450")], &["difference"]),
        ("ab-looks", &[], &["bounds"]),
        ("power", &[("effect", "0.5")], &["power"]),
    ];
    for (method, given, names) in asked {
        let given: Vec<_> = [("method", method)].into_iter().chain(given.iter().copied()).collect();
        for lang in Lang::ALL {
            let pictures = drawn(&given, lang);
            let got: Vec<&str> = pictures.iter().map(|picture| picture.name).collect();
            assert_eq!(got, names, "{given:?}");
            for Picture { caption, svg, .. } in &pictures {
                assert!(svg.starts_with("<svg") && !svg.contains('‹') && !svg.contains("NaN"), "{svg}");
                assert!(!caption.is_empty() && !caption.contains('‹'), "{caption}");
            }
        }
    }
}

#[test]
fn pictures_say_what_the_tables_say() {
    let svg = |given: &[(&str, &str)], at: usize| drawn(given, Lang::En).swap_remove(at).svg;
    let tukey = svg(&[("method", "anova"), ("value", "x"), ("by", "kind")], 1);
    assert!(tukey.contains("text − photo") && tukey.contains("no difference"), "{tukey}");
    let shares = svg(&[("method", "proportions"), ("counts", "120/2400,155/2450")], 0);
    assert!(shares.contains("5%") && shares.contains("all together: 5.7%"), "{shares}");
    // 63.77 in each group see half a standard deviation with a probability of 0.8 (Cohen 1988).
    let power = svg(&[("method", "power"), ("effect", "0.5")], 0);
    assert!(power.contains("n 64") && power.contains("effect 0.625"), "{power}");
    let table = svg(&[("method", "fisher"), ("counts", "3,9;8,2")], 0);
    assert!(table.contains("−2.57") && table.contains(">9<"), "{table}");
}
