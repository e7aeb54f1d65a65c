//! Files written by the crate `parquet`, read back.

use crate::{Dataset, Kind, Reading, TableError};
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use proptest::prelude::*;
use std::sync::Arc;

const SCHEMA: &str = "message m {
    required double x; optional double y; required int32 day (DATE); optional int64 at (TIMESTAMP(MICROS, true));
    optional binary word (UTF8); required boolean ok; required int32 price (DECIMAL(9, 2));
    optional group in { required int64 z; } repeated int32 list; }";

/// What a row holds, as a block gives it.
fn row(at: usize) -> [f64; 8] {
    let or = |there: bool, value: f64| if there { value } else { f64::NAN };
    let n = at as f64;
    [
        n * 0.37,
        or(!at.is_multiple_of(3), (at % 7) as f64),
        n,
        or(!at.is_multiple_of(5), n + 0.25),
        or(!at.is_multiple_of(4), ((at % 4) - usize::from(!at.is_multiple_of(4))) as f64),
        (at % 2) as f64,
        n / 100.0,
        or(!at.is_multiple_of(6), -n),
    ]
}

/// So many rows in groups of so many.
fn file(rows: usize, group: usize, properties: WriterPropertiesBuilder) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build())).unwrap();
    for from in (0..rows).step_by(group) {
        let all: Vec<usize> = (from..rows.min(from + group)).collect();
        let there =
            |column: usize| all.iter().map(|at| i16::from(!row(*at)[column].is_nan())).collect::<Vec<_>>();
        let values =
            |column: usize| all.iter().map(move |at| row(*at)[column]).filter(|value| !value.is_nan());
        let mut out = writer.next_row_group().unwrap();
        macro_rules! write {
            ($type:ty, $column:expr, $levels:expr, $value:expr) => {{
                let mut column = out.next_column().unwrap().unwrap();
                let values: Vec<_> = values($column).map($value).collect();
                let levels: Option<Vec<i16>> = $levels;
                column.typed::<$type>().write_batch(&values, levels.as_deref(), None).unwrap();
                column.close().unwrap();
            }};
        }
        write!(DoubleType, 0, None, |value| value);
        write!(DoubleType, 1, Some(there(1)), |value| value);
        write!(Int32Type, 2, None, |value| value as i32);
        write!(Int64Type, 3, Some(there(3)), |value| (value * 86_400e6) as i64);
        write!(ByteArrayType, 4, Some(there(4)), |value| ByteArray::from(["a", "b", "я"][value as usize]));
        write!(BoolType, 5, None, |value| value != 0.0);
        write!(Int32Type, 6, None, |value| (value * 100.0).round() as i32);
        write!(Int64Type, 7, Some(there(7)), |value| value as i64);
        let mut list = out.next_column().unwrap().unwrap();
        let levels = vec![0; all.len()];
        list.typed::<Int32Type>().write_batch(&[], Some(&levels), Some(&levels)).unwrap();
        list.close().unwrap();
        out.close().unwrap();
    }
    writer.into_inner().unwrap()
}

fn check(rows: usize, bytes: Vec<u8>) {
    let data = Dataset::open("a.parquet", bytes, &Reading::default()).unwrap();
    assert_eq!(data.rows(), Some(rows as u64));
    let all = data.all(&[0, 1, 2, 3, 4, 5, 6, 7]).unwrap();
    for at in 0..rows {
        let got: Vec<f64> = all.iter().map(|column| column[at]).collect();
        let same = got
            .iter()
            .zip(row(at))
            .all(|(got, want)| got.to_bits() == want.to_bits() || (got.is_nan() && want.is_nan()));
        assert!(same, "row {at}: {got:?}, not {:?}", row(at));
    }
}

#[test]
fn every_type_comes_back_from_every_encoding() {
    let plain = || WriterProperties::builder().set_data_page_size_limit(512).set_write_batch_size(64);
    let rows = 1000;
    check(rows, file(rows, rows, plain()));
    check(rows, file(rows, 300, plain().set_compression(Compression::SNAPPY)));
    check(rows, file(rows, 300, plain().set_compression(Compression::ZSTD(ZstdLevel::default()))));
    check(rows, file(rows, 300, plain().set_compression(Compression::LZ4_RAW)));
    check(rows, file(rows, 300, plain().set_compression(Compression::GZIP(Default::default()))));
    check(rows, file(rows, rows, plain().set_dictionary_enabled(false).set_compression(Compression::SNAPPY)));
    // A dictionary that is given up half way.
    check(rows, file(rows, rows, plain().set_dictionary_page_size_limit(256)));
    let second =
        || plain().set_writer_version(WriterVersion::PARQUET_2_0).set_compression(Compression::SNAPPY);
    check(rows, file(rows, rows, second()));
    check(rows, file(rows, 300, second().set_dictionary_enabled(false)));
    let split = second().set_column_dictionary_enabled("x".into(), false);
    check(rows, file(rows, 300, split.set_column_encoding("x".into(), Encoding::BYTE_STREAM_SPLIT)));
}

#[test]
fn a_large_group_is_read_in_several_parts() {
    let rows = 300_000;
    let bytes = file(rows, rows, WriterProperties::builder().set_compression(Compression::SNAPPY));
    assert_eq!(Dataset::open("a.parquet", bytes.clone(), &Reading::default()).unwrap().parts(), Ok(4));
    check(rows, bytes);
}

#[test]
fn columns_are_told_by_the_schema() {
    let bytes = file(100, 100, WriterProperties::builder());
    let data = Dataset::open("a.parquet", bytes.clone(), &Reading::default()).unwrap();
    let kinds: Vec<Kind> = data.columns().iter().map(|column| column.kind).collect();
    use Kind::*;
    assert_eq!(kinds, [Number, Number, Date, DateTime, Word, YesNo, Number, Whole]);
    assert_eq!(*data.levels(4).unwrap(), ["a", "b", "я"]);
    assert_eq!(data.column("in.z"), Ok(7));
    assert_eq!(data.column("list"), Err(TableError::Nested { column: "list".to_owned() }));
    let asked = Reading::default().with_kinds("y=word").unwrap();
    let data = Dataset::open("a.parquet", bytes, &asked).unwrap();
    assert_eq!(*data.levels(1).unwrap(), ["0", "1", "2", "3", "4", "5", "6"]);
    let all = data.all(&[1]).unwrap();
    assert_eq!((all[0][1], all[0][6].is_nan()), (1.0, true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_damage_makes_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let properties = WriterProperties::builder().set_data_page_size_limit(512).set_compression(Compression::SNAPPY);
        let mut bytes = file(60, 20, properties);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if byte == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(data) = Dataset::open("a.parquet", bytes, &Reading::default()) {
            for column in 0..data.columns().len() {
                let _ = data.all(&[column]);
            }
        }
    }
}

#[test]
fn a_file_is_read_as_a_sheet_where_rows_are_asked_for() {
    let bytes = file(10, 4, WriterProperties::builder());
    let sheet = crate::read("days.parquet", &bytes).unwrap();
    assert_eq!((sheet.rows.len(), sheet.dialect.delimiter()), (10, None));
    let at = |head: &str| sheet.header.iter().position(|own| own == head).unwrap();
    let third = &sheet.rows[2];
    assert_eq!(third.number, 3, "there is no row of heads");
    assert_eq!(third.cell(at("day")), &crate::Cell::Date(jiff::civil::date(1970, 1, 3)));
    assert_eq!(third.cell(at("word")), &crate::Cell::Text("b".to_owned()));
    assert_eq!(third.cell(at("y")), &crate::Cell::Number(2.0));
    assert_eq!(sheet.rows[3].cell(at("y")), &crate::Cell::Empty);
    assert_eq!(crate::read("x.parquet", b"no parquet"), Err(TableError::NotParquet));
}
