//! Tables of every form as people really keep them.

use super::*;
use crate::test_department::department;
use crate::{Aggregate, Mends, Problem, guess, guess_form};
use jiff::civil::date;
use locale::Lang;
use proptest::prelude::*;

const TEXT: &str = "[kpi.reach]\nname = \"Охват\"\nunit = \"чел.\"\nrhythm = \"month\"\n\
    [kpi.er]\nname = \"Вовлечённость\"\nunit = \"%\"\nrhythm = \"month\"\n\
    [kpi.spend]\nname = \"Расходы\"\nunit = \"₽\"\nrhythm = \"quarter\"\n";

fn sheet(csv: &str) -> Sheet {
    table::read("a.csv", csv.as_bytes()).unwrap()
}

fn read(sheet: &Sheet, mapping: &Mapping) -> Preview {
    let department = department(TEXT);
    preview(&department, sheet, mapping, "a.csv", "2026-05-01T10:00:00Z", date(2026, 5, 1)).unwrap()
}

/// Read by the mapping that is guessed.
fn guessed(csv: &str) -> (Mapping, Preview) {
    let sheet = sheet(csv);
    let mapping = guess(&department(TEXT), &sheet);
    let preview = read(&sheet, &mapping);
    (mapping, preview)
}

fn seen(preview: &Preview) -> Vec<(&str, String, f64, u32)> {
    let list = preview.measurements.iter();
    list.map(|one| (&*one.kpi, one.date.to_string(), one.value, one.origin.row)).collect()
}

fn told(preview: &Preview) -> Vec<(usize, Problem)> {
    preview.errors.iter().map(|error| (error.row, error.problem.clone())).collect()
}

#[test]
fn a_long_table_with_merged_days_titles_and_totals_is_read() {
    let csv = "Отчёт по соцсетям;март–апрель 2026\nподготовил: Иванов;\n\nДата;Показатель;Значение\n\
        31.03.2026;Охват;12,5 тыс.\n;вовлеченность;3,2 %\n;Итого;\n30.04.2026;ОХВАТ, чел.;1,2 млн\n;Расходы;\n\
        ;Вовлечённость;4 %\n;Лайки;7\nИтого;;5\n";
    let (mapping, preview) = guessed(csv);
    assert_eq!((mapping.form, &*mapping.name, &*mapping.value), (Form::Long, "Показатель", "Значение"));
    let expected = [
        ("reach", "2026-03-31".to_owned(), 12_500.0, 5),
        ("reach", "2026-04-30".to_owned(), 1_200_000.0, 8),
        ("er", "2026-03-31".to_owned(), 3.2, 6),
        ("er", "2026-04-30".to_owned(), 4.0, 10),
    ];
    assert_eq!(seen(&preview), expected);
    assert_eq!(preview.errors, []);
    assert!(preview.notes.contains(&Note::Above(2)), "{:?}", preview.notes);
    assert!(preview.notes.contains(&Note::FilledDays(vec![6, 10])));
    assert!(preview.notes.contains(&Note::Totals(vec![7, 12])));
    assert_eq!(preview.unknown, [("Лайки".to_owned(), 1)]);
}

#[test]
fn a_day_is_filled_down_only_where_the_row_clearly_is_of_the_block() {
    // The same KPI twice below one day; then a gap.
    let (_, preview) = guessed("Дата;KPI;Факт\n31.03.2026;reach;1\n;reach;2\n30.04.2026;er;3\n\n;reach;4\n");
    assert_eq!(told(&preview), [(3, Problem::NoDate), (6, Problem::NoDate)]);
    // Where each row says its day a blank is a slip.
    let (_, preview) =
        guessed("Дата;KPI;Факт\n31.03.2026;reach;1\n31.03.2026;er;2\n30.04.2026;er;3\n;reach;4\n");
    assert_eq!(told(&preview), [(5, Problem::NoDate)]);
    // KPIs that are merged, with a row a day.
    let (_, preview) =
        guessed("KPI;Дата;Факт\nreach;31.03.2026;1\n;30.04.2026;2\ner;31.03.2026;3\n;31.03.2026;4\n");
    assert_eq!(preview.notes, [Note::FilledNames(vec![3])]);
    assert_eq!(told(&preview), [(5, Problem::NoKpi)]);
}

#[test]
fn periods_stand_across_in_every_writing() {
    let csv = "Показатель;Ед.;янв.26;Февраль 2026;2026-03;1 кв. 2026;Итого;Заметка\n\
        Соцсети;;;;;;;\nОхват;чел.;1 000;2 000;3 000;;6 000;ок\nРасходы;₽;;;;1,5 млн руб.;;\nИтого;;1;2;3;4;5;\n";
    let (mapping, preview) = guessed(csv);
    assert_eq!((mapping.form, &*mapping.name, mapping.aggregate), (Form::Across, "Показатель", None));
    let expected = [
        ("reach", "2026-01-31".to_owned(), 1000.0, 3),
        ("reach", "2026-02-28".to_owned(), 2000.0, 3),
        ("reach", "2026-03-31".to_owned(), 3000.0, 3),
        ("spend", "2026-03-31".to_owned(), 1_500_000.0, 4),
    ];
    assert_eq!(seen(&preview), expected);
    let columns = ["Ед.", "Итого", "Заметка"].map(str::to_owned).into();
    assert_eq!(preview.notes, [Note::Columns(columns), Note::Totals(vec![5])]);
}

#[test]
fn a_bad_head_between_periods_is_told_and_mended() {
    let sheet = sheet("KPI;Январь;Фвераль;Март\nreach;1;2;3\n");
    let department = department(TEXT);
    let mut mapping = guess(&department, &sheet);
    assert_eq!(mapping.form, Form::Across);
    let bare = preview(&department, &sheet, &mapping, "", "", date(2026, 5, 1));
    assert_eq!(bare, Err(ImportError::NoYear));
    mapping.year = Some(2026);
    let found = read(&sheet, &mapping);
    assert_eq!((told(&found), found.measurements.len()), (vec![(0, Problem::NotAMonth)], 2));
    assert_eq!(found.errors[0].message(Lang::Ru), "заголовок, «Фвераль»: «Фвераль» не читается как месяц");
    let corrections = [((0, found.errors[0].at), "Февраль".to_owned())].into();
    let mends = Mends { corrections, ..Mends::default() };
    assert_eq!(read(&mends.on(&sheet), &mapping).measurements.len(), 3);
}

#[test]
fn days_that_stand_for_periods_are_dated_to_their_end_and_that_is_told() {
    let (mapping, preview) =
        guessed("Месяц;Охват, тыс.;Вовлечённость\n01.03.2026;5;0,03\n01.04.2026;6;0,04\n");
    assert_eq!(mapping.aggregate, Some(Aggregate::Last));
    assert_eq!(seen(&preview)[0], ("er", "2026-03-31".to_owned(), 0.03, 2));
    assert_eq!(preview.notes, [Note::Shares("Вовлечённость".to_owned()), Note::Settled]);
    assert_eq!(mapping.kpis.len(), 1, "a head in thousands is none that the department knows: {mapping:?}");
    let kpis =
        vec![("reach".to_owned(), "Охват, тыс.".to_owned()), ("er".to_owned(), "Вовлечённость".to_owned())];
    let mapping = Mapping { kpis, shares: true, ..mapping };
    let preview =
        read(&sheet("Месяц;Охват, тыс.;Вовлечённость\n01.03.2026;5;0,07\n01.04.2026;6;4 %\n"), &mapping);
    assert_eq!(preview.measurements[2].value, 7.0);
    assert_eq!(preview.measurements[3].value, 4.0, "what says per cent is per cent");
    assert!(preview.notes.contains(&Note::Multiplied("Охват, тыс.".to_owned())));
    let (daily, _) = guessed("Дата;Охват\n01.03.2026;5\n02.03.2026;6\n");
    assert_eq!(daily.aggregate, None, "several a month are a person's to judge");
    let (read_then, _) = guessed("Дата;Охват\n05.03.2026;5\n05.04.2026;6\n");
    assert_eq!(read_then.aggregate, None, "what was read on a day is of that day");
    let (months, _) = guessed("Показатель;янв.26;фев.26;мар.26\nРасходы;5;6;7\n");
    assert_eq!(months.aggregate, None, "three months are not one quarter");
}

#[test]
fn a_slip_is_an_error_and_a_stranger_is_told_of() {
    let csv = "Дата;KPI;Факт\n31.03.2026;Овхат;1\n31.03.2026;Клики;2\n31.03.2026;er;5 ч\n";
    let (mapping, preview) = guessed(csv);
    let near = Problem::UnknownKpi { near: "Охват".to_owned() };
    assert_eq!(told(&preview), [(2, near), (4, Problem::OtherUnit)]);
    assert_eq!(preview.unknown, [("Клики".to_owned(), 1), ("Овхат".to_owned(), 1)]);
    let names = vec![("Клики".to_owned(), "reach".to_owned()), ("Овхат".to_owned(), String::new())];
    let preview = read(&sheet(csv), &Mapping { names, ..mapping });
    assert_eq!(seen(&preview), [("reach", "2026-03-31".to_owned(), 2.0, 3)]);
    assert_eq!(preview.unknown, [("Овхат".to_owned(), 1)]);
}

#[test]
fn units_below_the_heads_are_no_row() {
    let (_, preview) = guessed("Дата;Охват;Вовлечённость\n;чел.;%\n31.03.2026;5;6\n");
    assert_eq!((preview.errors.len(), preview.notes), (0, vec![Note::Units(2)]));
}

#[test]
fn every_note_is_said_in_both_languages() {
    let rows: Vec<usize> = (1..20).collect();
    let notes = [
        Note::Above(1),
        Note::Totals(rows.clone()),
        Note::Units(2),
        Note::Columns(vec!["a".to_owned()]),
        Note::FilledDays(rows.clone()),
        Note::FilledNames(rows),
        Note::Unknown { name: "x".to_owned(), rows: 3 },
        Note::MoreUnknown(2),
        Note::Settled,
        Note::Shares("x".to_owned()),
        Note::Multiplied("x".to_owned()),
    ];
    let errors = [ImportError::NoneNamed, ImportError::NoPeriods, ImportError::NoYear];
    for lang in Lang::ALL {
        let said =
            notes.iter().map(|note| note.message(lang)).chain(errors.iter().map(|one| one.message(lang)));
        let odd: Vec<String> = said.filter(|text| text.contains('‹') || text.contains("{$")).collect();
        assert_eq!(odd, Vec::<String>::new());
    }
    assert!(notes[1].message(Lang::En).ends_with("7, 8 and 11 more."), "{}", notes[1].message(Lang::En));
}

proptest! {
    #[test]
    fn no_sheet_makes_it_panic(
        head in prop::collection::vec("Дата|Показатель|Факт|Охват|март 2026|2026-0[1-9]|Итого|[a-я0-9 .%]{0,8}", 1..6),
        rows in prop::collection::vec(
            prop::collection::vec("|Охват|er|Итого|31.0[1-4].2026|[0-9]{1,4}|[0-9,. тыс%₽e+-]{0,9}|\\PC{0,6}", 0..6), 0..12),
        mend in ((0usize..9), (0usize..9), "\\PC{0,9}"),
    ) {
        let text = |row: &Vec<String>| row.iter().map(|cell| cell.replace(['"', '\r', '\n', ';'], " ")).collect::<Vec<_>>().join(";");
        let csv = format!("{}\n{}\n", text(&head), rows.iter().map(text).collect::<Vec<_>>().join("\n"));
        let Ok(sheet) = table::read("a.csv", csv.as_bytes()) else { return Ok(()) };
        let (row, column, typed) = mend;
        let corrections = [((row, column), typed)].into();
        let sheet = Mends { corrections, skipped: [row + 1].into(), lang: Lang::Ru }.on(&sheet).into_owned();
        let department = department(TEXT);
        let _ = crate::columns(&department, &sheet);
        for form in Form::ALL {
            for mapping in [guess(&department, &sheet), guess_form(&department, &sheet, form)] {
                let done = preview(&department, &sheet, &mapping, "a", "b", date(2026, 5, 1));
                if let Ok(preview) = done {
                    prop_assert!(preview.measurements.iter().all(|one| one.value.is_finite()));
                    prop_assert!(preview.errors.iter().all(|error| !error.message(Lang::Ru).contains('‹')));
                }
            }
        }
    }
}
