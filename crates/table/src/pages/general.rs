//! Columns that are not plain figures, by the crate's own reader: text, truths, rare encodings.

use super::schema::Held;
use crate::TableError;
use crate::dataset::cells::{Cells, is_missing};
use crate::dataset::trouble::Trouble;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType, FixedLenByteArray, Int96};
use std::fmt::Write;

/// A column's chunk being read.
pub struct General {
    reader: ColumnReader,
    held: Held,
    /// The level of a value that is there.
    level: i16,
    /// How text is read.
    cells: Cells,
    /// The number of the next row.
    row: u64,
    /// What could not be read.
    pub trouble: Trouble,
}

impl General {
    /// A reader that stands before the chunk's first value.
    pub fn new(reader: ColumnReader, held: Held, level: i16, cells: Cells, row: u64) -> Self {
        General { reader, held, level, cells, row, trouble: Trouble::default() }
    }

    /// Passes over values.
    pub fn skip(&mut self, count: usize) -> Result<(), TableError> {
        self.row += count as u64;
        let passed = match &mut self.reader {
            ColumnReader::BoolColumnReader(reader) => reader.skip_records(count),
            ColumnReader::Int32ColumnReader(reader) => reader.skip_records(count),
            ColumnReader::Int64ColumnReader(reader) => reader.skip_records(count),
            ColumnReader::Int96ColumnReader(reader) => reader.skip_records(count),
            ColumnReader::FloatColumnReader(reader) => reader.skip_records(count),
            ColumnReader::DoubleColumnReader(reader) => reader.skip_records(count),
            ColumnReader::ByteArrayColumnReader(reader) => reader.skip_records(count),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => reader.skip_records(count),
        };
        passed.map(|_| ()).map_err(TableError::io)
    }

    /// Fills with the next values; a missing one is `NaN`.
    pub fn fill(&mut self, out: &mut [f64]) -> Result<(), TableError> {
        let (held, level, first) = (self.held, self.level, self.row);
        self.row += out.len() as u64;
        let (cells, trouble) = (&self.cells, &mut self.trouble);
        let whole = |value: i64| match held {
            Held::Figures(plain) => plain.of_whole(value),
            _ => value as f64,
        };
        let mut bytes = |at: usize, bytes: &[u8]| match held {
            Held::BigDecimal(by) => big(bytes) / by,
            Held::Half => half(bytes),
            _ => words(held, bytes, |text| match is_missing(text) {
                true => f64::NAN,
                false => cells.value(text).unwrap_or_else(|| {
                    trouble.add(first + at as u64, text);
                    f64::NAN
                }),
            }),
        };
        match &mut self.reader {
            ColumnReader::BoolColumnReader(reader) => read(reader, level, out, |_, value| f64::from(*value)),
            ColumnReader::Int32ColumnReader(reader) => {
                read(reader, level, out, |_, value| whole(i64::from(*value)))
            }
            ColumnReader::Int64ColumnReader(reader) => read(reader, level, out, |_, value| whole(*value)),
            ColumnReader::Int96ColumnReader(reader) => read(reader, level, out, |_, value| moment(value)),
            ColumnReader::FloatColumnReader(reader) => read(reader, level, out, |_, value| f64::from(*value)),
            ColumnReader::DoubleColumnReader(reader) => read(reader, level, out, |_, value| *value),
            ColumnReader::ByteArrayColumnReader(reader) => {
                read(reader, level, out, |at, value: &ByteArray| bytes(at, value.data()))
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                read(reader, level, out, |at, value: &FixedLenByteArray| bytes(at, value.data()))
            }
        }
    }

    /// Hands on the next `count` values as text, those that are there.
    pub fn texts(&mut self, count: usize, each: &mut dyn FnMut(&str)) -> Result<(), TableError> {
        let held = self.held;
        let mut out = vec![0.0; count];
        let mut hand = |bytes: &[u8]| {
            words(held, bytes, |text| {
                if !is_missing(text) {
                    each(text)
                }
            })
        };
        match &mut self.reader {
            ColumnReader::ByteArrayColumnReader(reader) => {
                read(reader, self.level, &mut out, |_, value: &ByteArray| {
                    hand(value.data());
                    0.0
                })
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                read(reader, self.level, &mut out, |_, value: &FixedLenByteArray| {
                    hand(value.data());
                    0.0
                })
            }
            _ => Ok(()),
        }
    }
}

/// Text as it stands, other bytes in hexadecimal.
fn words<A>(held: Held, bytes: &[u8], mut each: impl FnMut(&str) -> A) -> A {
    match (held, std::str::from_utf8(bytes)) {
        (Held::Text, Ok(text)) => each(text.trim()),
        (Held::Text, Err(_)) => each(String::from_utf8_lossy(bytes).trim()),
        _ => each(&bytes.iter().fold(String::new(), |mut text, byte| {
            // Writing into a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })),
    }
}

fn read<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    level: i16,
    out: &mut [f64],
    mut value: impl FnMut(usize, &T::T) -> f64,
) -> Result<(), TableError> {
    let (mut levels, mut values, mut at) = (Vec::new(), Vec::new(), 0);
    while at < out.len() {
        levels.clear();
        values.clear();
        let asked = (level > 0).then_some(&mut levels);
        let (rows, _, _) =
            reader.read_records(out.len() - at, asked, None, &mut values).map_err(TableError::io)?;
        if rows == 0 {
            return Err(TableError::Faulty { detail: "the Parquet file ends before its rows do".to_owned() });
        }
        let mut values = values.iter();
        for (number, to) in out[at..].iter_mut().take(rows).enumerate() {
            let there = level == 0 || levels.get(number) == Some(&level);
            let found = if there { values.next() } else { None };
            *to = found.map_or(f64::NAN, |found| value(at + number, found));
        }
        at += rows;
    }
    Ok(())
}

/// A whole number of any length in two's complement, the greatest byte first.
fn big(bytes: &[u8]) -> f64 {
    let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    if bytes.len() > 16 {
        let size = |flip: u8| bytes.iter().fold(0.0, |sum, byte| sum * 256.0 + f64::from(byte ^ flip));
        return if negative { -(size(0xff) + 1.0) } else { size(0) };
    }
    let start = if negative { -1i128 } else { 0 };
    bytes.iter().fold(start, |sum, byte| sum << 8 | i128::from(*byte)) as f64
}

/// A float of two bytes (IEEE 754 binary16).
fn half(bytes: &[u8]) -> f64 {
    let Some(bits) = bytes.first_chunk().map(|bytes| u16::from_le_bytes(*bytes)) else { return f64::NAN };
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (power, part) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    sign * match power {
        0 => part * 2f64.powi(-24),
        31 if part == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        power => (1024.0 + part) * 2f64.powi(power - 25),
    }
}

/// Days since 1970 of a Julian day and nanoseconds.
fn moment(value: &Int96) -> f64 {
    match value.data() {
        [low, high, day] => {
            let nanoseconds = (u64::from(*high) << 32 | u64::from(*low)) as f64;
            f64::from(*day) - 2_440_588.0 + nanoseconds / 86_400e9
        }
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_figures_are_read() {
        assert_eq!(big(&[0xff]), -1.0);
        assert_eq!(big(&[0x01, 0x00]), 256.0);
        assert_eq!(big(&[0xff; 17]), -1.0);
        assert_eq!(big(&[]), 0.0);
        assert_eq!(half(&[0x00, 0x3c]), 1.0);
        assert_eq!(half(&[0x00, 0xc0]), -2.0);
        assert_eq!(half(&[0x01, 0x00]), 2f64.powi(-24));
        assert_eq!(half(&[0xff, 0x7b]), 65_504.0);
        assert_eq!(half(&[0x00, 0x7c]), f64::INFINITY);
        assert!(half(&[1]).is_nan());
        let mut noon = Int96::new();
        noon.set_data(
            (43_200_000_000_000u64 & 0xffff_ffff) as u32,
            (43_200_000_000_000u64 >> 32) as u32,
            2_440_589,
        );
        assert_eq!(moment(&noon), 1.5);
    }
}
