//! Some rows of a source, kept as they pass.

use stats::{Blocks, Column, Error, Frame, Result, Values};
use std::sync::{Mutex, PoisonError};

/// Rows are kept in runs, so that what goes on from row to row can still be seen.
const RUN: usize = 64;

/// A source that keeps some of its rows, spread evenly, while a method reads all of them; what must be looked at twice (ranks,
/// residuals, a picture's points) is looked at there. The same rows are kept in each pass, and on any number of cores.
pub struct Sampled<'a> {
    source: Box<dyn Blocks + 'a>,
    /// Runs that a part keeps at most.
    most: usize,
    /// Only every so-manieth part keeps some.
    every: usize,
    kept: Vec<Mutex<Option<Kept>>>,
}

impl<'a> Sampled<'a> {
    /// Keeps up to about so many rows; all, where there are no more than these in one part.
    pub fn new(source: Box<dyn Blocks + 'a>, rows: usize) -> Self {
        let parts = source.parts();
        let runs = rows.div_ceil(RUN).max(1);
        Sampled {
            most: (runs / parts.max(1)).max(1),
            every: parts.div_ceil(runs).max(1),
            kept: (0..parts).map(|_| Mutex::new(None)).collect(),
            source,
        }
    }

    /// The rows that were kept, in their order; none before the first pass over all columns.
    pub fn frame(&self) -> Result<Frame> {
        let mut columns = vec![Vec::new(); self.source.names().len()];
        for part in &self.kept {
            if let Some(kept) = part.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
                columns.iter_mut().zip(&kept.columns).for_each(|(all, own)| all.extend_from_slice(own));
            }
        }
        let names = self.source.names();
        // A column may be read in two places, as a weight and as a regressor.
        let first = |(at, name): &(usize, &String)| !names[..*at].contains(name);
        let named = names.iter().enumerate().filter(first);
        let column = |(at, name): (usize, &String)| Column {
            name: name.clone(),
            values: Values::Number(std::mem::take(&mut columns[at])),
        };
        Frame::new(named.map(column).collect())
    }
}

impl Blocks for Sampled<'_> {
    fn names(&self) -> &[String] {
        self.source.names()
    }

    fn parts(&self) -> usize {
        self.source.parts()
    }

    fn read(
        &self,
        part: usize,
        columns: &[usize],
        each: &mut dyn FnMut(&[&[f64]]) -> Result<()>,
    ) -> Result<()> {
        let slot = self.kept.get(part).ok_or_else(|| Error::Source("no such part".to_owned()))?;
        let all = columns.iter().copied().eq(0..self.source.names().len());
        let known = slot.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        if !all || known || !part.is_multiple_of(self.every) {
            return self.source.read(part, columns, each);
        }
        let mut kept = Kept { columns: vec![Vec::new(); columns.len()], step: 1, seen: 0 };
        self.source.read(part, columns, &mut |rows| {
            kept.add(rows, self.most);
            each(rows)
        })?;
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
        Ok(())
    }
}

/// Up to about so many rows of columns in memory, in runs spread evenly.
pub fn thinned(frame: Frame, rows: usize) -> Result<Frame> {
    let step = frame.rows().div_ceil(rows.max(RUN));
    if step <= 1 {
        return Ok(frame);
    }
    fn some<T: Copy>(values: &[T], step: usize) -> Vec<T> {
        values.chunks(RUN).step_by(step).flatten().copied().collect()
    }
    let column = |column: &Column| {
        let values = match &column.values {
            Values::Number(values) => Values::Number(some(values, step)),
            Values::Factor { codes, levels, ordered } => {
                Values::Factor { codes: some(codes, step), levels: levels.clone(), ordered: *ordered }
            }
        };
        Column { name: column.name.clone(), values }
    };
    Frame::new(frame.columns().iter().map(column).collect())
}

/// Every so-manieth run of a part.
struct Kept {
    columns: Vec<Vec<f64>>,
    step: usize,
    seen: usize,
}

impl Kept {
    fn add(&mut self, rows: &[&[f64]], most: usize) {
        let count = rows.first().map_or(0, |column| column.len());
        let mut at = 0;
        while at < count {
            let run = self.seen / RUN;
            let until = (at + RUN - self.seen % RUN).min(count);
            if run.is_multiple_of(self.step) {
                let pairs = self.columns.iter_mut().zip(rows);
                pairs.for_each(|(kept, column)| kept.extend_from_slice(&column[at..until]));
            }
            self.seen += until - at;
            at = until;
            if self.columns.first().is_some_and(|column| column.len() > most * RUN) {
                self.step *= 2;
                self.columns.iter_mut().for_each(every_second_run);
            }
        }
    }
}

fn every_second_run(column: &mut Vec<f64>) {
    let kept: Vec<f64> = column.chunks(RUN).step_by(2).flatten().copied().collect();
    *column = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Data;
    use proptest::prelude::*;

    fn numbers(rows: usize) -> Data {
        let values = Values::Number((0..rows).map(|row| row as f64).collect());
        Data::of_frame("", Frame::new(vec![Column { name: "x".into(), values }]).unwrap())
    }

    fn kept(rows: usize, most: usize) -> Vec<f64> {
        let data = numbers(rows);
        let sampled = Sampled::new(data.blocks(&["x".to_owned()]).unwrap(), most);
        let count = |count: &mut usize, rows: &[&[f64]]| {
            *count += rows[0].len();
            Ok(())
        };
        // The pass itself misses nothing, and a second one keeps nothing more.
        for _ in 0..2 {
            assert_eq!(stats::fold(&sampled, &[0], || 0, count, |one, other| one + other), Ok(rows));
        }
        sampled.frame().unwrap().numbers("x").unwrap().to_vec()
    }

    #[test]
    fn few_rows_are_all_kept() {
        assert_eq!(kept(20_000, 20_000), (0..20_000).map(f64::from).collect::<Vec<_>>());
    }

    #[test]
    fn columns_in_memory_are_thinned_in_runs() {
        let frame = numbers(10_000).frame(&["x".to_owned()]).unwrap();
        assert_eq!(thinned(frame.clone(), 10_000), Ok(frame.clone()));
        let some = thinned(frame, 1_000).unwrap();
        let x = some.numbers("x").unwrap();
        assert_eq!((x.len(), x[63], x[64]), (1024, 63.0, 640.0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn many_rows_are_kept_in_runs_over_the_whole(rows in 1usize..700_000, most in 64usize..5_000) {
            let kept = kept(rows, most);
            let runs = most.div_ceil(64).max(rows.div_ceil(65_536));
            prop_assert!(kept.len() <= rows.min(64 * runs), "{} of {rows}", kept.len());
            prop_assert!(kept.is_sorted_by(|a, b| a < b));
            let last = kept.last().copied().unwrap_or_default();
            let parts = rows.div_ceil(65_536);
            let least = rows.min(most.min(rows / 2) / 4);
            prop_assert!(kept.len() >= least, "{} of {rows} when {most} are wanted", kept.len());
            if parts > 1 {
                prop_assert!(last >= rows as f64 * 0.3, "{last} of {rows}");
            }
        }
    }
}
