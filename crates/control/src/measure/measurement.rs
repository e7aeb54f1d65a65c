//! One value of a KPI for one period, and where it is known from.

use jiff::civil::Date;
use std::sync::Arc;

/// One value of a KPI for one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The KPI's id.
    pub kpi: Arc<str>,
    /// The day that it holds for; of a longer period, its last day.
    pub date: Date,
    /// The value in the KPI's unit, always finite.
    pub value: f64,
    /// Where it is known from.
    pub origin: Origin,
    /// When it was imported: an instant as RFC 3339 writes it, in UTC.
    pub imported: Arc<str>,
    /// How the store keeps it.
    pub kept: Kept,
}

/// Where a measurement is known from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The file's name.
    pub file: Arc<str>,
    /// The row in the file, counted from 1; 0 where it comes of several rows or of none.
    pub row: u32,
    /// Whether it was made up, for a demonstration.
    pub synthetic: bool,
    /// Who brought it: a login, empty where it came from a command line.
    pub by: Arc<str>,
}

/// How a store keeps a measurement; what is not kept yet has the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// How many values have been kept for its KPI and day up to it; 0 before it is kept.
    pub revision: u32,
    /// Whether an approver has confirmed it.
    pub confirmed: bool,
}

impl Measurement {
    /// The day on which it became known: that of its import. Nothing where the instant cannot be read.
    pub fn known(&self) -> Option<Date> {
        self.imported.get(..10)?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn it_is_known_since_its_import() {
        let one = |imported: &str| Measurement {
            kpi: "reach".into(),
            date: date(2026, 3, 31),
            value: 1.0,
            origin: Origin::default(),
            imported: imported.into(),
            kept: Kept::default(),
        };
        assert_eq!(one("2026-04-02T09:00:00Z").known(), Some(date(2026, 4, 2)));
        assert_eq!(one("").known(), None);
    }
}
