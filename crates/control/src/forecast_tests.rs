//! Forecasts of KPIs.

use super::*;
use crate::Point;
use crate::test_department::department;
use jiff::civil::date;
use stats::Chance;

const TEXT: &str = r#"
[kpi.sales]
name = "Sales"
kind = "terminal"
unit = "€"
direction = "up"
rhythm = "month"
tolerance = 5
targets = [{ date = 2026-06-30, value = 160 }, { date = 2026-12-31, value = 170 }]
"#;

/// Months from January 2022 on a line by two a month.
fn figures(months: i32) -> BTreeMap<String, Series> {
    let mut chance = Chance::new(6);
    let month = |n: i32| Date::new(2022 + (n / 12) as i16, (n % 12) as i8 + 1, 1).unwrap().last_of_month();
    let series = Series::new(
        (0..months).map(|n| Point { date: month(n), value: 50.0 + 2.0 * f64::from(n) + chance.normal() }),
    );
    BTreeMap::from([("sales".to_owned(), series)])
}

fn of(text: &str, months: i32, today: Date) -> Result<Forecast, Unforeseen> {
    let department = department(text);
    forecast(&department, department.kpis.at(0).unwrap(), &figures(months), &[], today)
}

#[test]
fn a_line_goes_on_to_the_last_target() {
    let today = date(2026, 2, 10);
    let found = of(TEXT, 49, today).unwrap();
    assert_eq!((found.target.date, found.dates.len()), (date(2026, 12, 31), 11));
    let end = *found.foresight.mean.last().unwrap();
    assert!((end - 168.0).abs() < 6.0, "{end}");
    assert!(found.probability > 0.5 && found.probability < 1.0, "{}", found.probability);
    let down = TEXT.replace("\"up\"", "\"down\"");
    let other = of(&down, 49, today).unwrap();
    assert!(other.probability > 0.3, "170 or 5 above, falling is better: {}", other.probability);
    let department = department(TEXT);
    for lang in [Lang::En, Lang::Ru] {
        let said = found.paragraphs(&department, department.kpis.at(0).unwrap(), lang).join(" ");
        assert!(!said.contains('‹') && !said.contains("NaN"), "{said}");
    }
}

#[test]
fn what_cannot_be_foreseen_is_said() {
    let why = |text: &str, months, today| of(text, months, today).unwrap_err();
    assert_eq!(why(TEXT, 49, date(2027, 1, 1)), Unforeseen::NoTarget);
    assert_eq!(why(TEXT, 12, date(2023, 1, 10)), Unforeseen::TooFew(12));
    let far = why(TEXT, 20, date(2023, 9, 10));
    assert!(matches!(far, Unforeseen::TooFar { ahead: 40, history: 20, .. }), "{far:?}");
    for lang in [Lang::En, Lang::Ru] {
        for one in [Unforeseen::NoTarget, Unforeseen::TooFew(3), Unforeseen::Constant, far] {
            assert!(!one.said(lang).contains('‹'));
        }
    }
}
