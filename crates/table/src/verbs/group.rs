//! Rows of a kind drawn together into one.

use crate::dataset::rows::{IN_MEMORY, each_part};
use crate::{Column, Dataset, Kind, Role, TableError, Unit, Values};
use foldhash::HashMap;

/// What becomes of the values of a group. Missing values are left out; a group without any has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The one in the middle, or the mean of the two.
    Median,
    /// The smallest.
    Min,
    /// The greatest.
    Max,
    /// How many there are.
    Count,
    /// The first in the order of the rows.
    First,
    /// The last.
    Last,
    /// Their sum as a part of the sum of all groups.
    Share,
}

impl Aggregate {
    /// Its name: `sum`, `mean`, `median`, `min`, `max`, `count`, `first`, `last`, `share`.
    pub fn name(self) -> &'static str {
        match self {
            Aggregate::Sum => "sum",
            Aggregate::Mean => "mean",
            Aggregate::Median => "median",
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            Aggregate::Count => "count",
            Aggregate::First => "first",
            Aggregate::Last => "last",
            Aggregate::Share => "share",
        }
    }
}

/// No more groups than this.
const GROUPS: usize = 1_000_000;

/// The values of a column in a group.
#[derive(Clone, Default)]
struct Heap {
    count: u64,
    sum: f64,
    least: f64,
    greatest: f64,
    first: f64,
    last: f64,
    /// All of them, where the median is asked for.
    all: Vec<f64>,
}

impl Heap {
    fn add(&mut self, value: f64, keep: bool) {
        if value.is_nan() {
            return;
        }
        let other = Heap {
            count: 1,
            sum: value,
            least: value,
            greatest: value,
            first: value,
            last: value,
            all: Vec::new(),
        };
        self.join(other);
        if keep {
            self.all.push(value);
        }
    }

    fn join(&mut self, other: Heap) {
        if self.count == 0 {
            let all = std::mem::take(&mut self.all);
            *self = other;
            self.all.splice(..0, all);
        } else if other.count > 0 {
            self.count += other.count;
            self.sum += other.sum;
            self.least = self.least.min(other.least);
            self.greatest = self.greatest.max(other.greatest);
            self.last = other.last;
            self.all.extend(other.all);
        }
    }

    fn value(&mut self, what: Aggregate, total: f64) -> f64 {
        match what {
            Aggregate::Count => self.count as f64,
            _ if self.count == 0 => f64::NAN,
            Aggregate::Sum => self.sum,
            Aggregate::Mean => self.sum / self.count as f64,
            Aggregate::Min => self.least,
            Aggregate::Max => self.greatest,
            Aggregate::First => self.first,
            Aggregate::Last => self.last,
            Aggregate::Share if total == 0.0 => f64::NAN,
            Aggregate::Share => self.sum / total,
            Aggregate::Median => {
                self.all.sort_by(f64::total_cmp);
                let middle = self.all.len() / 2;
                match (self.all.len() % 2, self.all.get(middle), self.all.get(middle.wrapping_sub(1))) {
                    (1, Some(value), _) => *value,
                    (_, Some(upper), Some(lower)) => (upper + lower) / 2.0,
                    _ => f64::NAN,
                }
            }
        }
    }
}

type Groups = HashMap<Vec<u64>, Vec<Heap>>;

impl Dataset {
    /// Groups rows by the values of some columns and draws other columns together, in one pass; the result is in memory, in the
    /// order of the keys. Rows with a missing key are a group of their own, the last.
    pub fn group(&self, by: &[&str], what: &[(Aggregate, &str)]) -> Result<Dataset, TableError> {
        let keys = by.iter().map(|name| self.column(name)).collect::<Result<Vec<_>, _>>()?;
        let values = what.iter().map(|(_, name)| self.column(name)).collect::<Result<Vec<_>, _>>()?;
        for ((aggregate, _), &at) in what.iter().zip(&values) {
            let own = &self.columns()[at];
            let plain = matches!(aggregate, Aggregate::Count | Aggregate::First | Aggregate::Last);
            if !own.kind.is_figure() && !plain {
                return Err(TableError::WrongKind { column: own.name.clone(), kind: own.kind });
            }
        }
        let columns: Vec<usize> = keys.iter().chain(&values).copied().collect();
        for &at in &columns {
            self.levels(at)?;
        }
        let keep: Vec<bool> = what.iter().map(|(what, _)| *what == Aggregate::Median).collect();
        let part = |part: usize| {
            let mut groups = Groups::default();
            self.read(part, &columns, &mut |block| {
                let (keys, values) = block.split_at(keys.len());
                for row in 0..block.first().map_or(0, |column| column.len()) {
                    let key: Vec<u64> = keys.iter().map(|column| sortable(column[row])).collect();
                    let heaps = groups.entry(key).or_insert_with(|| vec![Heap::default(); values.len()]);
                    for ((heap, column), keep) in heaps.iter_mut().zip(values).zip(&keep) {
                        heap.add(column[row], *keep);
                    }
                }
                groups.len() <= GROUPS
            })?;
            Ok(groups)
        };
        let (mut all, mut kept) = (Groups::default(), 0);
        each_part(self.parts()?, part, &mut |groups: Groups| {
            for (key, heaps) in groups {
                kept += heaps.iter().map(|heap| heap.all.len()).sum::<usize>();
                let own = all.entry(key).or_insert_with(|| vec![Heap::default(); heaps.len()]);
                if kept <= IN_MEMORY {
                    own.iter_mut().zip(heaps).for_each(|(own, other)| own.join(other));
                }
            }
        })?;
        if all.len() > GROUPS || kept > IN_MEMORY {
            return Err(TableError::TooLarge { what: "rows", limit: GROUPS });
        }
        let mut groups: Vec<(Vec<u64>, Vec<Heap>)> = all.into_iter().collect();
        groups.sort_by(|one, other| one.0.cmp(&other.0));
        let mut out = Vec::new();
        for (slot, &at) in keys.iter().enumerate() {
            let figures = groups.iter().map(|(key, _)| unsortable(key[slot])).collect();
            out.push((self.columns()[at].clone(), Values { figures, levels: self.levels(at)?.to_vec() }));
        }
        for (slot, ((what, _), &at)) in what.iter().zip(&values).enumerate() {
            let total = groups.iter().map(|(_, heaps)| heaps[slot].sum).sum();
            let figures = groups.iter_mut().map(|(_, heaps)| heaps[slot].value(*what, total)).collect();
            let own = &self.columns()[at];
            let same = matches!(what, Aggregate::First | Aggregate::Last);
            let (kind, levels) = match same {
                true => (own.kind, self.levels(at)?.to_vec()),
                false => (if *what == Aggregate::Count { Kind::Whole } else { Kind::Number }, Vec::new()),
            };
            let unit = match what {
                Aggregate::Count | Aggregate::Share => Unit::NONE,
                _ => own.unit.clone(),
            };
            let name = format!("{}_{}", own.name, what.name());
            out.push((
                Column { unit, role: Role::None, ..Column::new(name, kind) },
                Values { figures, levels },
            ));
        }
        Ok(Dataset::of_columns(self.name(), out))
    }
}

/// Bits in the order of the figures; what is missing comes last.
pub(super) fn sortable(value: f64) -> u64 {
    // The two zeros are one key.
    let bits = if value.is_nan() { f64::NAN.to_bits() } else { (value + 0.0).to_bits() };
    match (value.is_nan(), bits >> 63) {
        (true, _) => u64::MAX,
        (false, 0) => bits ^ 1 << 63,
        (false, _) => !bits,
    }
}

fn unsortable(bits: u64) -> f64 {
    match bits {
        u64::MAX => f64::NAN,
        bits if bits >> 63 == 1 => f64::from_bits(bits ^ 1 << 63),
        bits => f64::from_bits(!bits),
    }
}
