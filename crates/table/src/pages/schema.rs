//! The columns of a Parquet file.

use super::plain::Plain;
use crate::Kind;
use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use parquet::schema::types::ColumnDescriptor;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Held {
    /// Figures of a fixed width.
    Figures(Plain),
    /// Yes and no.
    Truth,
    /// Text.
    Text,
    /// Decimals as bytes of a big whole number, divided.
    BigDecimal(f64),
    /// Floats of two bytes.
    Half,
    /// Moments as Impala wrote them.
    Int96,
    /// Bytes that mean nothing here, shown in hexadecimal.
    Bytes,
}

/// What a column holds; nothing where it is nested.
pub fn held(column: &ColumnDescriptor) -> Option<(Kind, Held)> {
    if column.max_rep_level() > 0 {
        return None;
    }
    let logical = column.logical_type_ref();
    let converted = column.converted_type();
    let decimal = || match logical {
        Some(LogicalType::Decimal(_)) => true,
        _ => converted == ConvertedType::DECIMAL,
    };
    let divisor = || 10f64.powi(column.type_scale());
    let unsigned = match logical {
        Some(LogicalType::Integer(about)) => !about.is_signed,
        _ => matches!(
            converted,
            ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64
        ),
    };
    let figures = |kind, plain| Some((kind, Held::Figures(plain)));
    match column.physical_type() {
        Type::BOOLEAN => Some((Kind::YesNo, Held::Truth)),
        Type::DOUBLE => figures(Kind::Number, Plain::Double),
        Type::FLOAT => figures(Kind::Number, Plain::Float),
        Type::INT96 => Some((Kind::DateTime, Held::Int96)),
        Type::INT32 if decimal() => figures(Kind::Number, Plain::Int32(divisor())),
        Type::INT64 if decimal() => figures(Kind::Number, Plain::Int64(divisor())),
        Type::INT32 | Type::INT64 => match (moment(logical, converted), column.physical_type()) {
            (Some(Moment::Day), _) => figures(Kind::Date, Plain::Int32(1.0)),
            (Some(Moment::Stamp(by)), _) => figures(Kind::DateTime, Plain::Int64(by * 86_400.0)),
            // A time of day, in seconds.
            (Some(Moment::Time(by)), Type::INT32) => figures(Kind::Number, Plain::Int32(by)),
            (Some(Moment::Time(by)), _) => figures(Kind::Number, Plain::Int64(by)),
            (None, Type::INT32) if unsigned => figures(Kind::Whole, Plain::Unsigned32),
            (None, Type::INT32) => figures(Kind::Whole, Plain::Int32(1.0)),
            (None, _) if unsigned => figures(Kind::Whole, Plain::Unsigned64),
            (None, _) => figures(Kind::Whole, Plain::Int64(1.0)),
        },
        Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY if decimal() => {
            Some((Kind::Number, Held::BigDecimal(divisor())))
        }
        Type::FIXED_LEN_BYTE_ARRAY if matches!(logical, Some(LogicalType::Float16)) => {
            Some((Kind::Number, Held::Half))
        }
        Type::FIXED_LEN_BYTE_ARRAY => Some((Kind::Text, Held::Bytes)),
        Type::BYTE_ARRAY => Some((Kind::Text, Held::Text)),
    }
}

enum Moment {
    Day,
    /// So many parts of a second since 1970.
    Stamp(f64),
    /// So many parts of a second since midnight.
    Time(f64),
}

fn moment(logical: Option<&LogicalType>, converted: ConvertedType) -> Option<Moment> {
    let parts = |unit: &TimeUnit| match unit {
        TimeUnit::MILLIS => 1e3,
        TimeUnit::MICROS => 1e6,
        TimeUnit::NANOS => 1e9,
    };
    match (logical, converted) {
        (Some(LogicalType::Date), _) | (_, ConvertedType::DATE) => Some(Moment::Day),
        (Some(LogicalType::Timestamp(about)), _) => Some(Moment::Stamp(parts(&about.unit))),
        (Some(LogicalType::Time(about)), _) => Some(Moment::Time(parts(&about.unit))),
        (_, ConvertedType::TIMESTAMP_MILLIS) => Some(Moment::Stamp(1e3)),
        (_, ConvertedType::TIMESTAMP_MICROS) => Some(Moment::Stamp(1e6)),
        (_, ConvertedType::TIME_MILLIS) => Some(Moment::Time(1e3)),
        (_, ConvertedType::TIME_MICROS) => Some(Moment::Time(1e6)),
        _ => None,
    }
}
