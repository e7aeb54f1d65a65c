//! Links of a synthetic department whose truth is known.

use super::*;
use crate::evidence::better;
use crate::test_department::department;
use crate::{Judged, Point, Series, period_end};
use jiff::ToSpan;
use jiff::civil::date;
use locale::Lang;
use stats::Chance;

const TEXT: &str = r#"
[kpi.sales]
name = "Sales"
kind = "terminal"
unit = "€"
direction = "up"
rhythm = "week"
[kpi.leads]
name = "Enquiries"
kind = "checkpoint"
serves = "sales"
direction = "up"
rhythm = "week"
[kpi.likes]
name = "Likes"
kind = "checkpoint"
serves = "sales"
rhythm = "week"
[kpi.reports]
name = "Reports"
kind = "checkpoint"
serves = "sales"
rhythm = "week"
[kpi.young]
name = "Young"
kind = "checkpoint"
serves = "sales"
rhythm = "week"
[kpi.silent]
name = "Silent"
kind = "checkpoint"
serves = "sales"
rhythm = "week"
"#;

/// Weeks from January 2023: sales follow enquiries by three weeks, reports follow sales by two, likes go their own way.
fn figures() -> BTreeMap<String, Series> {
    let (n, mut chance) = (180, Chance::new(12));
    let mut draw = |n: usize| (0..n).map(|_| chance.normal()).collect::<Vec<f64>>();
    let (leads, likes, noise, more) = (draw(n), draw(n), draw(n), draw(n));
    let at = |values: &[f64], t: usize, lag: usize| t.checked_sub(lag).map_or(0.0, |t| values[t]);
    let sales: Vec<f64> = (0..n).map(|t| 50.0 + 3.0 * at(&leads, t, 3) + noise[t]).collect();
    let reports: Vec<f64> = (0..n).map(|t| at(&sales, t, 2) + 0.5 * more[t]).collect();
    let series = |values: &[f64]| {
        let day = |t: usize| period_end(date(2023, 1, 1) + (7 * t as i64).days(), Rhythm::Week);
        Series::new(values.iter().enumerate().map(|(t, value)| Point { date: day(t), value: *value }))
    };
    let young = series(&leads[..20]);
    let all = [("sales", sales), ("leads", leads), ("likes", likes), ("reports", reports)];
    let all = all.map(|(id, values)| (id.to_owned(), series(&values)));
    all.into_iter().chain([("young".to_owned(), young)]).collect()
}

#[test]
fn each_link_gets_the_verdict_of_its_truth() {
    let (department, figures) = (department(TEXT), figures());
    let found = evidence(&department, &figures, date(2026, 11, 1));
    let said: Vec<_> = found.iter().map(|one| (one.checkpoint.as_str(), one.verdict)).collect();
    assert_eq!(
        said,
        [
            ("leads", Verdict::Predicts),
            ("likes", Verdict::Unproven),
            ("reports", Verdict::Reversed),
            ("young", Verdict::Insufficient),
            ("silent", Verdict::Insufficient),
        ]
    );
    assert_eq!(found[0].tested, 3);
    let lead = found[0].lead.as_ref().unwrap();
    assert_eq!(lead.forward.crossed.lag, 3);
    assert!(lead.effect.low < 3.0 && 3.0 < lead.effect.high, "{:?}", lead.effect);
    assert_eq!(found[3].insufficient, Some(Insufficient::TooFew(30)));
    assert_eq!(found[4].insufficient, Some(Insufficient::NoFigures));
    for lang in [Lang::En, Lang::Ru] {
        for one in &found {
            let said =
                one.paragraphs(&department, lang).join(" ") + &format!("{:?}", one.rows(&department, lang));
            assert!(!said.contains('‹') && !said.contains("NaN"), "{said}");
        }
    }
    let said = &found[0].paragraphs(&department, Lang::En)[0];
    assert!(said.starts_with("“Enquiries” goes 3 weeks ahead of “Sales”."), "{said}");
}

#[test]
fn the_search_finds_what_leads_and_counts_what_it_looked_at() {
    let found = better(&department(TEXT), &figures(), date(2026, 11, 1));
    let said: Vec<_> = found.iter().map(|one| (one.checkpoint.as_str(), one.terminal.as_str())).collect();
    assert_eq!(said, [("leads", "sales")]);
    assert_eq!(found[0].tested, 3, "all measured pairs, also those that were soon given up");
}

#[test]
fn what_moves_the_wrong_way_is_said_to() {
    let text =
        TEXT.replace("serves = \"sales\"\ndirection = \"up\"", "serves = \"sales\"\ndirection = \"down\"");
    let department = department(&text);
    let found = evidence(&department, &figures(), date(2026, 11, 1));
    let said = found[0].paragraphs(&department, Lang::En);
    assert!(said.iter().any(|said| said.contains("leads the wrong way")), "{said:?}");
}

#[test]
fn figures_of_the_future_are_not_read() {
    let found = evidence(&department(TEXT), &figures(), date(2023, 6, 30));
    assert!(found.iter().all(|one| one.verdict == Verdict::Insufficient));
}

#[test]
fn a_plan_that_is_tried_is_judged_as_it_would_be() {
    let (today, series) = (date(2026, 6, 14), figures());
    let wants = |value: f64| {
        let target = format!("name = \"Sales\"\ntargets = [{{ date = 2026-09-30, value = {value} }}]");
        department(&TEXT.replace("name = \"Sales\"", &target))
    };
    let now = wants(52.0);
    let judged = Judged::whole(&now, &series, today);
    let monthly =
        TEXT.replace("serves = \"sales\"\nrhythm = \"week\"", "serves = \"sales\"\nrhythm = \"month\"");
    for other in [wants(52.0), wants(60.0), department(&monthly)] {
        let (tried, whole) =
            (judged.tried(&now, &other, &series, today), Judged::whole(&other, &series, today));
        assert_eq!(tried.forecasts, whole.forecasts);
        assert_eq!(tried.detected, whole.detected);
        for (one, two) in tried.evidence.iter().zip(&whole.evidence) {
            assert_eq!((&one.checkpoint, one.verdict, one.n), (&two.checkpoint, two.verdict, two.n));
            assert!(one.p_value == two.p_value || one.p_value.is_nan() && two.p_value.is_nan());
        }
    }
    // Where the figures of one KPI come, what does not hang on it is kept, and all is as if it were judged at once.
    let (mut more, first) = (series.clone(), judged_at(&now, &series, today));
    let shorter = more["leads"].points[..170].to_vec();
    more.insert("leads".to_owned(), Series::new(shorter));
    let next = first.next(&now, &more, &[], today).expect("something has changed");
    let whole = Judged::whole(&now, &more, today);
    assert_eq!(
        (&next.forecasts, &next.detected, &next.courses),
        (&whole.forecasts, &whole.detected, &whole.courses)
    );
    let verdicts =
        |judged: &Judged| judged.evidence.iter().map(|one| (one.verdict, one.n)).collect::<Vec<_>>();
    assert_eq!(verdicts(&next), verdicts(&whole));
    assert_eq!(next.better.len(), whole.better.len());
    assert!(next.next(&now, &more, &[], today).is_none(), "all is as it was");
    let likely = |wanted: f64| {
        let tried = judged.tried(&now, &wants(wanted), &series, today);
        tried.forecasts["sales"].as_ref().unwrap().probability
    };
    assert!(likely(45.0) > likely(60.0), "{} {}", likely(45.0), likely(60.0));
}

fn judged_at(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Judged {
    Judged::default().next(department, series, &[], today).expect("nothing was judged before")
}
