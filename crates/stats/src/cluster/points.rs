//! Rows as points in space.

use crate::{Error, Frame, Result};
use rayon::prelude::*;

/// The label of a row that belongs to no cluster.
pub const NOISE: u32 = u32::MAX;

/// Rows that are turned at a time, while they lie in a near cache.
const TURNED: usize = 1024;

/// Points: `width` figures a row, row after row, none missing and none infinite.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    pub(super) values: Vec<f64>,
    pub(super) width: usize,
}

impl Points {
    /// Points from their figures, row after row.
    ///
    /// # Errors
    /// No columns; a length that is not a whole number of rows; a figure that is missing or infinite.
    pub fn new(values: Vec<f64>, width: usize) -> Result<Self> {
        if width == 0 {
            return Err(Error::TooFew { what: "columns", have: 0, need: 1 });
        }
        if !values.len().is_multiple_of(width) {
            return Err(Error::Lengths { left: values.len(), right: width });
        }
        match first_not_finite(&values) {
            Some(at) => Err(Error::Infinite { column: (at % width + 1).to_string(), row: at / width }),
            None => Ok(Points { values, width }),
        }
    }

    /// The rows of a frame in which every named column has a value, and which rows those are.
    ///
    /// # Errors
    /// A column that is not there, holds words, has no value at all or an infinite one; no row without a gap.
    pub fn from_frame(frame: &Frame, names: &[&str]) -> Result<(Self, Vec<usize>)> {
        let columns = names.iter().map(|name| frame.numbers(name)).collect::<Result<Vec<_>>>()?;
        for (name, column) in names.iter().zip(&columns) {
            if column.iter().all(|value| value.is_nan()) {
                return Err(Error::Missing { column: (*name).to_owned() });
            }
            if let Some(row) = column.iter().position(|value| value.is_infinite()) {
                return Err(Error::Infinite { column: (*name).to_owned(), row });
            }
        }
        let rows = frame.complete(names)?;
        if rows.is_empty() {
            return Err(Error::TooFew { what: "rows", have: 0, need: 1 });
        }
        let mut values = vec![0.0; rows.len() * names.len()];
        let places = values.par_chunks_mut(TURNED * names.len()).zip(rows.par_chunks(TURNED));
        places.for_each(|(values, rows)| {
            for (at, column) in columns.iter().enumerate() {
                let own = values.iter_mut().skip(at).step_by(names.len());
                own.zip(rows).for_each(|(to, &row)| *to = column[row]);
            }
        });
        Ok((Points::new(values, names.len())?, rows))
    }

    /// How many points.
    pub fn len(&self) -> usize {
        self.values.len() / self.width
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many figures a point has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// A point.
    pub fn row(&self, at: usize) -> &[f64] {
        &self.values[at * self.width..(at + 1) * self.width]
    }

    /// The points one after another.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.values.chunks_exact(self.width)
    }

    /// All figures, row after row.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Some of the points, in the order in which they are named.
    pub fn pick(&self, rows: &[usize]) -> Points {
        let values = rows.iter().flat_map(|&row| self.row(row)).copied().collect();
        Points { values, width: self.width }
    }

    /// One column.
    pub fn column(&self, at: usize) -> Vec<f64> {
        self.values.iter().skip(at).step_by(self.width).copied().collect()
    }

    /// The mean of each column.
    pub fn centre(&self) -> Vec<f64> {
        let mut centre = vec![0.0; self.width];
        self.rows().for_each(|row| centre.iter_mut().zip(row).for_each(|(sum, value)| *sum += value));
        centre.iter_mut().for_each(|sum| *sum /= self.len() as f64);
        centre
    }

    /// The sum of squared distances from the centre.
    pub fn scatter(&self) -> f64 {
        let centre = self.centre();
        let pieces = self.values.par_chunks(TURNED * self.width);
        let piece =
            |rows: &[f64]| rows.chunks_exact(self.width).map(|row| squared(row, &centre)).sum::<f64>();
        pieces.map(piece).collect::<Vec<_>>().into_iter().sum()
    }

    /// How many points differ from each other, counted up to `enough`.
    pub fn distinct(&self, enough: usize) -> usize {
        let mut seen = std::collections::HashSet::new();
        for row in self.rows() {
            // Nought and its negative are one point.
            seen.insert(row.iter().map(|value| (value + 0.0).to_bits()).collect::<Vec<_>>());
            if seen.len() >= enough {
                break;
            }
        }
        seen.len()
    }
}

/// The place of the first figure that is missing or infinite: such a figure times nought is not a number.
fn first_not_finite(values: &[f64]) -> Option<usize> {
    let sound = |part: &[f64]| part.iter().map(|value| value * 0.0).sum::<f64>() == 0.0;
    let at = values.par_chunks(1 << 14).position_first(|part| !sound(part))? << 14;
    values[at..].iter().position(|value| !value.is_finite()).map(|within| at + within)
}

/// The squared Euclidean distance.
#[inline(always)]
pub fn squared(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}

/// How far two points are from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Metric {
    /// The straight line.
    #[default]
    Euclidean,
    /// Along the axes.
    Manhattan,
    /// Along the axis on which they differ most.
    Maximum,
}

impl Metric {
    /// The distance of two points.
    #[inline(always)]
    pub fn distance(self, a: &[f64], b: &[f64]) -> f64 {
        let gaps = a.iter().zip(b).map(|(x, y)| (x - y).abs());
        match self {
            Metric::Euclidean => squared(a, b).sqrt(),
            Metric::Manhattan => gaps.sum(),
            Metric::Maximum => gaps.fold(0.0, f64::max),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Values};

    #[test]
    fn rows_with_a_gap_are_left_out() {
        let column = |name: &str, values: &[f64]| Column {
            name: name.to_owned(),
            values: Values::Number(values.to_vec()),
        };
        let frame =
            Frame::new(vec![column("a", &[1.0, f64::NAN, 3.0]), column("b", &[4.0, 5.0, 6.0])]).unwrap();
        let (points, rows) = Points::from_frame(&frame, &["a", "b"]).unwrap();
        assert_eq!((points.values(), rows.as_slice()), (&[1.0, 4.0, 3.0, 6.0][..], &[0, 2][..]));
        let empty = Frame::new(vec![column("a", &[f64::NAN])]).unwrap();
        assert_eq!(Points::from_frame(&empty, &["a"]).err(), Some(Error::Missing { column: "a".into() }));
        let far = Frame::new(vec![column("a", &[0.0, f64::INFINITY])]).unwrap();
        assert_eq!(
            Points::from_frame(&far, &["a"]).err(),
            Some(Error::Infinite { column: "a".into(), row: 1 })
        );
    }

    #[test]
    fn metrics_measure() {
        let (a, b) = ([0.0, 0.0], [3.0, 4.0]);
        assert_eq!(Metric::Euclidean.distance(&a, &b), 5.0);
        assert_eq!(Metric::Manhattan.distance(&a, &b), 7.0);
        assert_eq!(Metric::Maximum.distance(&a, &b), 4.0);
    }
}
