//! What is known of a KPI, with what holds for each value.

use super::{Point, Series};

/// The values of a KPI by day, and what holds for each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Known {
    /// The values.
    pub series: Series,
    /// Of each value, whether an approver has confirmed it.
    pub confirmed: Vec<bool>,
    /// Of each value, whether it was made up, for a demonstration.
    pub synthetic: Vec<bool>,
}

impl Known {
    /// What is read: all values, or only those that were confirmed.
    pub fn read(&self, confirmed_only: bool) -> Series {
        if !confirmed_only {
            return self.series.clone();
        }
        let each = self.series.points.iter().zip(&self.confirmed);
        let held = each.filter(|(_, confirmed)| **confirmed);
        Series { points: held.map(|(point, _)| *point).collect::<Vec<Point>>().into() }
    }
}
