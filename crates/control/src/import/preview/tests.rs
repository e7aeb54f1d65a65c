//! Whole files through a mapping.

use super::*;
use crate::test_department::department;
use crate::{Aggregate, Problem};
use jiff::civil::date;
use locale::Lang;
use proptest::prelude::*;

const TEXT: &str = "[kpi.reach]\nname = \"Охват\"\nrhythm = \"month\"\n[kpi.engagement]\nname = \"ER\"\n";

fn run(csv: &str, mapping: &Mapping) -> Result<Preview, ImportError> {
    let sheet = table::read("a.csv", csv.as_bytes()).unwrap();
    preview(&department(TEXT), &sheet, mapping, "a.csv", "2026-05-01T10:00:00Z", date(2026, 5, 1))
}

fn mapping(date: &str, kpis: &[(&str, &str)]) -> Mapping {
    let kpis = kpis.iter().map(|(kpi, column)| ((*kpi).to_owned(), (*column).to_owned())).collect();
    Mapping { date: date.to_owned(), kpis, ..Mapping::default() }
}

fn seen(preview: &Preview) -> Vec<(&str, String, f64, u32)> {
    let list = preview.measurements.iter();
    list.map(|one| (&*one.kpi, one.date.to_string(), one.value, one.origin.row)).collect()
}

#[test]
fn a_clean_file_becomes_measurements() {
    let csv = "Дата;Охват;ER\n31.03.2026;1 250,5;3,2%\n\n30.04.2026;1.300;—\n";
    let preview = run(csv, &mapping("дата", &[("reach", "Охват"), ("engagement", "#C")])).unwrap();
    let expected = [
        ("reach", "2026-03-31".to_owned(), 1250.5, 2),
        ("reach", "2026-04-30".to_owned(), 1300.0, 4),
        ("engagement", "2026-03-31".to_owned(), 3.2, 2),
    ];
    assert_eq!(seen(&preview), expected);
    assert_eq!((preview.errors.len(), preview.empty, preview.rows, preview.date_order), (0, 1, 2, None));
    assert_eq!(preview.decimal_marks[0], ("reach".to_owned(), Some(DecimalMark::Comma)));
    assert_eq!(&*preview.measurements[0].imported, "2026-05-01T10:00:00Z");
}

#[test]
fn every_faulty_cell_is_told_and_the_rest_is_read() {
    let csv =
        "Date,Reach\n3/31/2026,5\nsoon,6\n,7\n4/1/2026,many\n1/1/1980,8\n3/31/2026,9\n,\n4/30/2026,1.5\n";
    let preview = run(csv, &mapping("Date", &[("reach", "Reach")])).unwrap();
    assert_eq!(seen(&preview).len(), 2);
    assert_eq!(preview.date_order, Some(DateOrder::MonthFirst));
    let problems: Vec<(usize, &str, Problem)> = preview
        .errors
        .iter()
        .map(|error| (error.row, error.column.as_str(), error.problem.clone()))
        .collect();
    let expected = [
        (3, "Date", Problem::NotADate(DateOrder::MonthFirst)),
        (4, "Date", Problem::NoDate),
        (5, "Reach", Problem::NotANumber(DecimalMark::Point)),
        (6, "Date", Problem::DateOutOfRange),
        (7, "Reach", Problem::Duplicate { first: 2, date: date(2026, 3, 31) }),
    ];
    assert_eq!(problems, expected);
    assert_eq!(
        preview.errors[2].message(Lang::En),
        "row 5, “Reach”: “many” cannot be read as a number (decimal point)"
    );
    assert_eq!(
        preview.errors[4].message(Lang::Ru),
        "строка 7, «Reach»: за 31.03.2026 значение уже есть в строке 2"
    );
}

#[test]
fn months_alone_are_of_the_given_year() {
    let mapping = Mapping { year: Some(2025), ..mapping("Месяц", &[("reach", "Охват")]) };
    let preview = run("Месяц;Охват\nянварь;1\n2;2\nмарта;3\nитого;6\n", &mapping).unwrap();
    let days: Vec<String> = preview.measurements.iter().map(|one| one.date.to_string()).collect();
    assert_eq!(days, ["2025-01-31", "2025-02-28", "2025-03-31"]);
    assert_eq!((preview.errors.len(), &preview.notes), (0, &vec![Note::Totals(vec![5])]));
    let preview = run("Месяц;Охват\nзима;1\nмарт;3\n", &mapping).unwrap();
    assert_eq!((preview.errors[0].problem.clone(), preview.measurements.len()), (Problem::NotAMonth, 1));
}

#[test]
fn several_rows_of_a_period_become_one_value() {
    let csv = "day,reach\n2026-04-02,4\n2026-03-01,1\n2026-03-31,3\n2026-03-15,x\n";
    let with = |aggregate| Mapping { aggregate: Some(aggregate), ..mapping("day", &[("reach", "reach")]) };
    let sum = run(csv, &with(Aggregate::Sum)).unwrap();
    assert_eq!(
        seen(&sum),
        [("reach", "2026-03-31".to_owned(), 4.0, 0), ("reach", "2026-04-30".to_owned(), 4.0, 2)]
    );
    assert_eq!((sum.rows, sum.errors.len()), (3, 1));
    let count = run(csv, &with(Aggregate::Count)).unwrap();
    assert_eq!((count.measurements[0].value, count.errors.len()), (3.0, 0));
    let great = run("day,reach\n2026-03-01,1e308\n2026-03-02,1e308\n", &with(Aggregate::Sum)).unwrap();
    assert_eq!((great.measurements.len(), great.errors[0].problem.clone()), (0, Problem::TooGreat));
    let plain = Mapping { aggregate: Some(Aggregate::Last), ..mapping("day", &[("engagement", "reach")]) };
    let days = run("day,reach\n2026-03-01,1\n2026-03-01,2\n2026-03-02,3\n", &plain).unwrap();
    assert_eq!(seen(&days)[0], ("engagement", "2026-03-01".to_owned(), 2.0, 0), "no rhythm: by day");
    assert_eq!(days.measurements.len(), 2);
}

#[test]
fn what_the_mapping_lacks_is_told_at_once() {
    let csv = "Дата;Охват\n31.03.2026;5\n";
    let error = run(csv, &mapping("Дата", &[("reech", "Охват")])).unwrap_err();
    assert_eq!(error, ImportError::UnknownKpi { id: "reech".to_owned(), near: Some("reach".to_owned()) });
    assert!(error.message(Lang::Ru).contains("«reach»"), "{}", error.message(Lang::Ru));
    let error = run(csv, &mapping("Дата", &[("reach", "Охваты")])).unwrap_err();
    assert_eq!(error.to_string(), "There is no column “Охваты” in the file. Its columns: Охват, Дата");
    let twice = mapping("Дата", &[("reach", "Охват"), ("reach", "Дата")]);
    assert_eq!(run(csv, &twice), Err(ImportError::KpiTwice { id: "reach".to_owned() }));
    assert_eq!(run(csv, &mapping("Дата", &[])), Err(ImportError::NoKpi));
    let computed = department("[kpi.reach]\n[kpi.twice]\nformula = \"reach * 2\"\n");
    let (sheet, wanted) =
        (table::read("a.csv", csv.as_bytes()).unwrap(), mapping("Дата", &[("twice", "Охват")]));
    let error = preview(&computed, &sheet, &wanted, "a.csv", "2026-05-01T10:00:00Z", date(2026, 5, 1));
    assert_eq!(error, Err(ImportError::Computed { id: "twice".to_owned() }));
    assert_eq!(run("Дата;Охват\n", &mapping("Дата", &[("reach", "Охват")])), Err(ImportError::NoRows));
}

#[test]
fn everything_is_said_in_both_languages() {
    let problems = [
        Problem::NotADate(DateOrder::DayFirst),
        Problem::NotADate(DateOrder::MonthFirst),
        Problem::NotAMonth,
        Problem::NoDate,
        Problem::DateOutOfRange,
        Problem::NotANumber(DecimalMark::Comma),
        Problem::Duplicate { first: 2, date: date(2026, 3, 1) },
        Problem::TooGreat,
        Problem::MonthAlone,
        Problem::NoKpi,
        Problem::UnknownKpi { near: "y".to_owned() },
        Problem::OtherUnit,
    ];
    for lang in Lang::ALL {
        let problems = problems.each_ref().map(|problem| problem.message(lang, "x"));
        let words = Aggregate::ALL.map(|one| locale::t!(lang, &format!("aggregate-{}", one.word())));
        let states = crate::State::ALL.map(|one| locale::t!(lang, &format!("state-{}", one.word())));
        let said: Vec<String> = problems.into_iter().chain(words).chain(states).collect();
        assert!(said.iter().all(|text| !text.contains('‹') && !text.contains("{$")), "{said:?}");
    }
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(rows in prop::collection::vec("[0-9./;,яa-]{0,12};[0-9,. %e-]{0,10}", 1..8)) {
        let csv = format!("d;v\n{}\n", rows.join("\n"));
        for aggregate in [None, Some(Aggregate::Median)] {
            let mapping = Mapping { aggregate, ..mapping("d", &[("reach", "v")]) };
            if let Ok(preview) = run(&csv, &mapping) {
                prop_assert!(preview.measurements.iter().all(|one| one.value.is_finite()));
                prop_assert!(preview.measurements.windows(2).all(|pair| pair[0].date < pair[1].date));
            }
        }
    }
}
