//! k-means for more rows than fit in memory: each centre follows the rows that it is shown.

use super::super::points::{Points, squared};
use super::{nearest, plus_plus};
use crate::{Blocks, Chance, Error, Result};

/// What mini-batch k-means found (Sculley 2010, *Web-scale k-means clustering*).
#[derive(Debug, Clone, PartialEq)]
pub struct MiniBatch {
    /// The centres.
    pub centres: Points,
    /// How many rows each has had over all passes.
    pub weights: Vec<f64>,
    /// How many rows a pass has, those with a gap left out.
    pub rows: usize,
    /// How many rows were left out for a gap.
    pub dropped: usize,
    /// The sum of squared distances in the last pass, each row against the centres of its moment.
    pub within: f64,
}

/// k-means over rows that come in pieces: the centres begin by k-means++ among the first piece's rows and follow each piece
/// at a rate of one over the rows they have had. Near the optimum, not at it: [`super::kmeans`] goes there from these
/// centres where the rows fit in memory.
///
/// # Errors
/// Fewer distinct rows in the first piece than clusters; what the source says; an infinite figure.
pub fn minibatch(
    source: &dyn Blocks,
    columns: &[usize],
    k: usize,
    passes: usize,
    seed: u64,
) -> Result<MiniBatch> {
    let mut state: Option<MiniBatch> = None;
    let width = columns.len();
    for pass in 0..passes.max(1) {
        if let Some(state) = state.as_mut() {
            (state.rows, state.dropped, state.within) = (0, 0, 0.0);
        }
        for part in 0..source.parts() {
            source.read(part, columns, &mut |block| {
                let (points, dropped) = whole(block, width)?;
                if state.is_none() && !points.is_empty() {
                    super::check(&points, k)?;
                    let centres = plus_plus(&points, k, &mut Chance::new(seed));
                    let weights = vec![0.0; k];
                    state = Some(MiniBatch { centres, weights, rows: 0, dropped: 0, within: 0.0 });
                }
                let Some(state) = state.as_mut() else { return Ok(()) };
                state.rows += points.len();
                state.dropped += dropped;
                step(state, &points, pass > 0);
                Ok(())
            })?;
        }
    }
    state.ok_or(Error::TooFew { what: "rows", have: 0, need: k.max(1) })
}

fn whole(block: &[&[f64]], width: usize) -> Result<(Points, usize)> {
    let rows = block.first().map_or(0, |column| column.len());
    let mut values = Vec::with_capacity(rows * width);
    for row in 0..rows {
        if block.iter().all(|column| !column[row].is_nan()) {
            values.extend(block.iter().map(|column| column[row]));
        }
    }
    let points = Points::new(values, width)?;
    let dropped = rows - points.len();
    Ok((points, dropped))
}

fn step(state: &mut MiniBatch, points: &Points, settle: bool) {
    let width = points.width();
    for (row, (label, _)) in points.rows().zip(nearest(points, &state.centres)) {
        let label = label as usize;
        state.weights[label] += 1.0;
        let rate = 1.0 / state.weights[label];
        let centre = &mut state.centres.values[label * width..(label + 1) * width];
        state.within += squared(row, centre);
        // From the second pass on the first rows have less say, so that where the centres began is forgotten.
        let rate = if settle { rate.max(1e-4) } else { rate };
        centre.iter_mut().zip(row).for_each(|(at, value)| *at += rate * (value - *at));
    }
}
