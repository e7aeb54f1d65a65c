//! One value of a KPI for one period, and where it is known from.

use jiff::civil::Date;

/// One value of a KPI for one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The KPI's id.
    pub kpi: String,
    /// The day that it holds for; of a longer period, its last day.
    pub date: Date,
    /// The value in the KPI's unit, always finite.
    pub value: f64,
    /// Where it is known from.
    pub origin: Origin,
    /// When it was imported: an instant as RFC 3339 writes it, in UTC.
    pub imported: String,
}

/// Where a measurement is known from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// The row in the file, counted from 1; 0 where it comes of several rows or of none.
    pub row: u32,
    /// Whether it was made up, for a demonstration.
    pub synthetic: bool,
}
