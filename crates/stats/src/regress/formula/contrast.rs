//! How the levels of a factor become columns.

use matrix::Mat;

/// A coding of `k` levels by `k − 1` columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contrast {
    /// Each level against the base: an indicator for every level but that one.
    #[default]
    Treatment,
    /// Each level against the mean of all; the last level is minus the sum of the others.
    Sum,
    /// Each level against the mean of those before it.
    Helmert,
    /// Orthogonal polynomials over the levels in their order, as if they were equally far apart.
    Poly,
}

impl Contrast {
    /// By the name that R gives it, with or without `contr.`.
    pub fn named(name: &str) -> Option<Contrast> {
        Some(match name.strip_prefix("contr.").unwrap_or(name) {
            "treatment" | "Treatment" => Contrast::Treatment,
            "sum" | "Sum" => Contrast::Sum,
            "helmert" | "Helmert" => Contrast::Helmert,
            "poly" | "Poly" => Contrast::Poly,
            _ => return None,
        })
    }

    /// The matrix: a row for each of the `levels`, a column for each coefficient; `base` is the level that the
    /// treatment coding leaves out.
    pub fn matrix(self, levels: usize, base: usize) -> Mat<f64> {
        let columns = levels.saturating_sub(1);
        match self {
            Contrast::Treatment => {
                Mat::from_fn(levels, columns, |row, col| f64::from(row == col + usize::from(col >= base)))
            }
            Contrast::Sum => Mat::from_fn(levels, columns, |row, col| match row + 1 == levels {
                true => -1.0,
                false => f64::from(row == col),
            }),
            Contrast::Helmert => Mat::from_fn(levels, columns, |row, col| match row {
                row if row <= col => -1.0,
                row if row == col + 1 => (col + 1) as f64,
                _ => 0.0,
            }),
            Contrast::Poly => {
                let points: Vec<f64> = (0..levels).map(|level| level as f64).collect();
                let found = super::poly::Orthogonal::fit(&points, columns).values(&points);
                Mat::from_fn(levels, columns, |row, col| found[col][row])
            }
        }
    }

    /// What is put after the factor's name for each coefficient, as R does.
    pub fn suffixes(self, levels: &[String], base: usize) -> Vec<String> {
        let columns = levels.len().saturating_sub(1);
        match self {
            Contrast::Treatment => levels
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != base)
                .map(|(_, level)| level.clone())
                .collect(),
            Contrast::Sum | Contrast::Helmert => (1..=columns).map(|at| at.to_string()).collect(),
            Contrast::Poly => (1..=columns)
                .map(|at| match at {
                    1 => ".L".to_owned(),
                    2 => ".Q".to_owned(),
                    3 => ".C".to_owned(),
                    _ => format!("^{at}"),
                })
                .collect(),
        }
    }
}
