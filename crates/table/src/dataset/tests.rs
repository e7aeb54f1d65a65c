//! Text files, JSON lines and columns in memory as datasets.

use super::*;
use crate::text::{Form, TextFile};
use proptest::prelude::*;

fn open(name: &str, text: &str) -> Dataset {
    Dataset::open(name, text.as_bytes().to_vec(), &Reading::default()).unwrap()
}

fn bits(columns: &[Vec<f64>]) -> Vec<Vec<u64>> {
    let bits = |value: &f64| if value.is_nan() { u64::MAX } else { value.to_bits() };
    columns.iter().map(|column| column.iter().map(bits).collect()).collect()
}

#[test]
fn a_russian_excel_file_is_read_with_its_units() {
    let text = "Отчёт за март\r\n\r\nДата;Охват, чел.;Тип;Цена (руб.)\r\n01.03.2026;1 250,5;видео;—\r\n;;;\r\n02.03.2026;7;фото;3,5\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let data = Dataset::open("a.csv", bytes.into_owned(), &Reading::default()).unwrap();
    let told: Vec<(&str, Kind, String)> =
        data.columns().iter().map(|own| (own.name.as_str(), own.kind, own.unit.to_string())).collect();
    assert_eq!(told[0], ("Дата", Kind::Date, String::new()));
    assert_eq!(told[1], ("Охват", Kind::Number, "чел.".to_owned()));
    assert_eq!(told[2], ("Тип", Kind::Word, String::new()));
    assert_eq!(told[3], ("Цена", Kind::Number, "руб.".to_owned()));
    let all = data.all(&[0, 1, 2, 3]).unwrap();
    assert_eq!(
        bits(&all),
        bits(&[vec![20513.0, 20514.0], vec![1250.5, 7.0], vec![0.0, 1.0], vec![f64::NAN, 3.5]])
    );
    assert_eq!(*data.levels(2).unwrap(), ["видео", "фото"]);
    assert_eq!(data.column("Охват, чел."), Ok(1));
}

#[test]
fn every_encoding_gives_the_same() {
    let text = "a;слово\n1,5;да, «так»\n2;\"нет;\n\"\"иначе\"\"\"\n";
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cp1251 = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), utf16, cp1251] {
        let data = Dataset::open("a.csv", bytes, &Reading::default()).unwrap();
        assert_eq!(data.all(&[0]).unwrap(), [[1.5, 2.0]]);
        assert_eq!(*data.levels(1).unwrap(), ["да, «так»", "нет;\n\"иначе\""]);
    }
}

#[test]
fn json_lines_are_flattened() {
    let data = open("a.jsonl", "{\"a\":1,\"b\":{\"c\":\"x\"}}\n{\"a\":2.5,\"new\":1,\"b\":{\"c\":null}}\n");
    assert_eq!(data.columns().iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), ["a", "b.c", "new"]);
    assert_eq!(
        bits(&data.all(&[0, 1, 2]).unwrap()),
        bits(&[vec![1.0, 2.5], vec![0.0, f64::NAN], vec![f64::NAN, 1.0]])
    );
    let broken = open("a.jsonl", "{\"a\":1}\n");
    assert_eq!(broken.rows(), None);
    assert!(matches!(
        Dataset::open("a.jsonl", b"{\"a\":1}\n[1]\n".to_vec(), &Reading::default()),
        Err(TableError::JsonLine { row: 2, .. })
    ));
}

#[test]
fn what_does_not_fit_is_told_by_its_row() {
    let mut text = "day,reach,reach,\n".to_owned();
    (0..30).for_each(|row| text.push_str(&format!("2026-03-01,{row},inf,\n")));
    text.push_str("2026-03-01,oops,3,\n");
    let data = open("a.csv", &text);
    let survey = data.survey().unwrap();
    assert_eq!((survey.rows, survey.columns[1].missing, survey.columns[2].infinite), (31, 1, 30));
    assert_eq!(
        data.column("reach"),
        Err(TableError::NoColumn {
            name: "reach".to_owned(),
            there: ["day", "reach (1)", "reach (2)"].map(String::from).to_vec(),
        })
    );
    let trouble = Trouble { count: 1, first: vec![(32, "oops".to_owned())] };
    let unread = Notice::Unread { column: "reach (1)".to_owned(), kind: Kind::Whole, trouble };
    assert!(survey.notices.contains(&unread), "{:?}", survey.notices);
    assert!(survey.notices.contains(&Notice::Twice { column: "reach".to_owned(), count: 2 }));
    assert!(survey.notices.contains(&Notice::Infinite { column: "reach (2)".to_owned(), count: 30 }));
    for lang in [locale::Lang::Ru, locale::Lang::En] {
        assert!(survey.notices.iter().all(|notice| notice.message(lang).len() > 20));
    }
}

#[test]
fn odd_shapes_give_a_clear_word() {
    let rows = |text: &str| open("a.csv", text).survey().unwrap();
    assert_eq!(rows("a,b\n").notices, [Notice::NoRows]);
    assert_eq!(rows("a,b\n1,\n").notices, [Notice::AllMissing { column: "b".to_owned() }]);
    assert_eq!(Dataset::open("a.csv", Vec::new(), &Reading::default()).err(), Some(TableError::Empty));
    assert!(matches!(
        Dataset::open("a.pdf", b"%PDF".to_vec(), &Reading::default()),
        Err(TableError::UnknownKind { .. })
    ));
    assert!(matches!(
        Dataset::open("a.parquet", b"PAR1 no".to_vec(), &Reading::default()),
        Err(TableError::Faulty { .. })
    ));
    assert!(matches!(
        Dataset::open("a.csv", b"a\0b".to_vec(), &Reading::default()),
        Err(TableError::NotText)
    ));
    let wide: Vec<String> = (0..10_000).map(|at| format!("c{at}")).collect();
    let data = open("a.csv", &format!("{}\n{}1\n", wide.join(","), "1,".repeat(9_999)));
    assert_eq!(data.all(&[9_999]).unwrap(), [[1.0]]);
    let unknown =
        Dataset::open("a.csv", b"a,b\n1,2\n".to_vec(), &Reading::default().with_kinds("c=word").unwrap());
    assert!(matches!(unknown, Err(TableError::NoColumn { .. })));
}

#[test]
fn packed_text_and_workbooks_are_read() {
    let packed = zstd::encode_all(&b"a,b\n1,2\n"[..], 1).unwrap();
    let data = Dataset::open("a.csv.zst", packed, &Reading::default()).unwrap();
    assert_eq!((data.name(), data.all(&[1]).unwrap()), ("a.csv.zst", vec![vec![2.0]]));
    let book = crate::test_zip::xlsx(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x, %</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>w</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>1.5</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>p</t></is></c></row>",
    );
    let data = Dataset::open("a.xlsx", book, &Reading::default()).unwrap();
    assert_eq!((data.columns()[0].unit.to_string(), data.columns()[1].kind), ("%".to_owned(), Kind::Word));
    assert_eq!(data.all(&[0, 1, 0]).unwrap(), [[1.5], [0.0], [1.5]]);
}

/// The same file in parts of another size.
fn in_pieces(text: &str, piece: u64) -> Result<(usize, Vec<Vec<f64>>), TableError> {
    let (mut file, guesses): (TextFile, _) =
        crate::text::open(Arc::new(text.as_bytes().to_vec()), Form::Delimited, &|_| None)?;
    file.cells = guesses.into_iter().map(|guess| guess.cells).collect();
    file.piece = piece;
    let columns: Vec<usize> = (0..file.cells.len()).collect();
    let mut all = vec![Vec::new(); columns.len()];
    let parts = Rows::parts(&file)?;
    for part in 0..parts {
        Rows::read(&file, part, &columns, &mut |block| {
            all.iter_mut().zip(block).for_each(|(all, values)| all.extend_from_slice(values));
            true
        })?;
    }
    Ok((parts, all))
}

proptest! {
    #[test]
    fn parts_of_any_size_give_the_rows_of_the_whole(
        rows in prop::collection::vec(("[0-9]{1,3}(\\.[0-9])?", "[a-c]|\"[a,\n]{0,4}\"|\"\"\"q\"\"\""), 1..40), piece in 1u64..60,
    ) {
        let text: String = rows.iter().map(|(number, word)| format!("{number},{word}\n")).collect();
        let text = format!("n,w\n{text}");
        let (one, whole) = in_pieces(&text, 1 << 20).unwrap();
        let (many, parts) = in_pieces(&text, piece).unwrap();
        prop_assert!(one == 1 && (many > 1 || rows.len() < 20));
        prop_assert_eq!(bits(&whole), bits(&parts));
        let numbers: Vec<f64> = rows.iter().map(|(number, _)| number.parse().unwrap()).collect();
        prop_assert_eq!(&whole[0], &numbers);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[a-в0-9\",;\t\r\n =.{}:]{0,120}") {
        for name in ["a.csv", "a.jsonl", "a.parquet", "a.xlsx", "a.csv.gz"] {
            for bytes in [bytes.clone(), text.clone().into_bytes(), [b"PAR1", bytes.as_slice(), b"PAR1"].concat()] {
                if let Ok(data) = Dataset::open(name, bytes, &Reading::default()) {
                    let _ = data.survey();
                }
            }
        }
    }

    #[test]
    fn figures_are_read_to_the_last_bit(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        let data = open("a.csv", &format!("x,y\n{value},1\n{value:e},2\n"));
        prop_assert_eq!(bits(&data.all(&[0]).unwrap()), bits(&[vec![value, value]]));
        let data = open("a.csv", &format!("x;y\n{};1,5\n", value.to_string().replace('.', ",")));
        prop_assert_eq!(bits(&data.all(&[0]).unwrap()), bits(&[vec![value]]));
    }
}
