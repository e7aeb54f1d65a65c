//! Which column is what.

use super::Aggregate;

/// Which columns hold the days and the KPIs.
///
/// A column is named as its header is, exactly or but for case and blanks around it, or by its place: `#2` and
/// `#B` are the second.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mapping {
    /// The column of the days.
    pub date: String,
    /// Each KPI's id with its column.
    pub kpis: Vec<(String, String)>,
    /// Where the column of the days holds months only, by number or by Russian or English name: the year that they
    /// are of. A value is then dated to its month's last day.
    pub year: Option<i16>,
    /// What becomes of several rows of one period.
    ///
    /// With it, rows are gathered by the KPI's rhythm and dated to the period's last day (by their own day where
    /// the KPI has no rhythm). Without it, a second row for the same day is an error.
    pub aggregate: Option<Aggregate>,
}
