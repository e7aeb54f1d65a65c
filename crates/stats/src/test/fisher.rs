//! Fisher's exact test of a table with fixed margins (Fisher 1935; Mehta and Patel 1983 for larger tables).

use super::contingency::margins;
use super::{Alternative, Effect, Interval, Test, level};
use crate::dist::Hypergeometric;
use crate::{Chance, Error, Result};
use std::collections::{BTreeMap, HashMap};

/// Tables that are as likely as the one seen but for rounding count as likely.
const SLACK: f64 = 1e-7;
/// So many states of a larger table are looked at before it is given up.
const STATES: usize = 2_000_000;
/// There are more.
const TOO_MANY: Error = Error::Refused { what: "fisher-many" };

/// Whether rows and columns are independent. A 2×2 table has the conditional odds ratio with its interval; of a larger one all
/// tables with its margins are counted, those less likely together where they share what is left.
///
/// Errors: counts that are none; a larger table with too many others ([`fisher_simulated`] draws them).
pub fn fisher(counts: &[f64], columns: usize, alternative: Alternative, conf: f64) -> Result<Test> {
    let conf = level(conf)?;
    let (rows, sums) = margins(counts, columns)?;
    if counts.iter().any(|count| count.fract() != 0.0) {
        return Err(Error::Kind { column: "counts".to_owned(), need: "count" });
    }
    let n = rows.iter().sum::<f64>() as usize;
    if rows.len() == 2 && columns == 2 {
        return Ok(Test { n, ..two_by_two(counts, alternative, conf) });
    }
    let p = network(counts, &rows, &sums)?;
    Ok(Test { n, ..Test::new("fisher", "", f64::NAN, &[], p) })
}

fn two_by_two(counts: &[f64], alternative: Alternative, conf: f64) -> Test {
    let table = Hypergeometric {
        marked: counts[0] + counts[2],
        plain: counts[1] + counts[3],
        drawn: counts[0] + counts[1],
    };
    let seen = counts[0];
    let p = match alternative {
        Alternative::Less => table.cdf(seen),
        Alternative::Greater => table.sf(seen - 1.0),
        Alternative::TwoSided => {
            let limit = table.pmf(seen) * (1.0 + SLACK);
            let (least, most) = table.range();
            let all = (0..=(most - least) as usize).map(|i| table.pmf(least + i as f64));
            all.filter(|chance| *chance <= limit).sum::<f64>().min(1.0)
        }
    };
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - conf) } else { 1.0 - conf };
    let (low, high) = table.odds_interval(seen, tail);
    let interval = Interval {
        low: if alternative == Alternative::Less { 0.0 } else { low },
        high: if alternative == Alternative::Greater { f64::INFINITY } else { high },
        level: conf,
    };
    let odds = table.odds_ratio(seen);
    let mut test = Test { alternative, ..Test::new("fisher", "", f64::NAN, &[], p) };
    test.estimates = vec![("odds-ratio", odds)];
    test.interval = Some(interval);
    test.effects = vec![Effect { name: "odds-ratio", value: odds, interval: Some(interval) }];
    test
}

/// ln k! for all k up to n.
fn factorials(n: usize) -> Vec<f64> {
    (0..=n).map(|k| crate::dist::ln_gamma(k as f64 + 1.0)).collect()
}

/// p of a larger table, column by column: a state is what is left of the rows, in falling order, and how likely the columns so
/// far were.
fn network(counts: &[f64], rows: &[f64], sums: &[f64]) -> Result<f64> {
    let n = rows.iter().sum::<f64>() as usize;
    let ln = factorials(n);
    let log = |count: f64| ln[(count as usize).min(n)];
    let seen: f64 = -counts.iter().map(|count| log(*count)).sum::<f64>();
    let whole = rows.iter().chain(sums).map(|sum| log(*sum)).sum::<f64>() - ln[n];
    let limit = seen + SLACK;
    let mut start: Vec<u32> = rows.iter().map(|sum| *sum as u32).collect();
    start.sort_unstable_by(|a, b| b.cmp(a));
    let mut columns: Vec<u32> = sums.iter().map(|sum| *sum as u32).collect();
    columns.sort_unstable_by(|a, b| b.cmp(a));
    // What is left → (how likely, rounded so that equal ones meet) → (how likely, how many ways).
    type Heap = BTreeMap<i64, (f64, f64)>;
    let mut states: HashMap<Vec<u32>, Heap> = HashMap::new();
    states.entry(start).or_default().insert(0, (0.0, 1.0));
    let mut looked = 0;
    for column in columns {
        let mut next: HashMap<Vec<u32>, Heap> = HashMap::new();
        for (left, heap) in &states {
            let mut ways = Vec::new();
            // Each way is looked at once at least: no more are made than may still be looked at.
            fill(left, column, &ln, &mut Vec::new(), 0.0, (&mut ways, STATES - looked))?;
            for (mut rest, log) in ways {
                rest.sort_unstable_by(|a, b| b.cmp(a));
                let slot = next.entry(rest).or_default();
                for &(past, ways) in heap.values() {
                    looked += 1;
                    if looked > STATES {
                        return Err(TOO_MANY);
                    }
                    let sum = past + log;
                    let key = (sum * 1e9).round() as i64;
                    slot.entry(key).or_insert((sum, 0.0)).1 += ways;
                }
            }
        }
        states = next;
    }
    let all = states.values().flat_map(BTreeMap::values);
    let p: f64 = all.filter(|(log, _)| *log <= limit).map(|(log, ways)| ways * (log + whole).exp()).sum();
    Ok(p.min(1.0))
}

/// All ways to fill a column from what is left of the rows, each with what is left then and −Σ ln count!, for which there is room.
fn fill(
    left: &[u32],
    column: u32,
    ln: &[f64],
    rest: &mut Vec<u32>,
    log: f64,
    (ways, room): (&mut Vec<(Vec<u32>, f64)>, usize),
) -> Result<()> {
    let at = rest.len();
    let Some(&here) = left.get(at) else {
        if ways.len() == room {
            return Err(TOO_MANY);
        }
        if column == 0 {
            ways.push((rest.clone(), log));
        }
        return Ok(());
    };
    let after: u32 = left.iter().skip(at + 1).sum();
    for count in column.saturating_sub(after)..=here.min(column) {
        rest.push(here - count);
        fill(left, column - count, ln, rest, log - ln[count as usize], (ways, room))?;
        rest.pop();
    }
    Ok(())
}

/// The same by so many tables drawn with the same margins; p counts the one seen among them.
pub fn fisher_simulated(counts: &[f64], columns: usize, tables: usize, seed: u64) -> Result<Test> {
    let (rows, _) = margins(counts, columns)?;
    if counts.iter().any(|count| count.fract() != 0.0) {
        return Err(Error::Kind { column: "counts".to_owned(), need: "count" });
    }
    let n = rows.iter().sum::<f64>() as usize;
    let ln = factorials(n);
    let log = |table: &[usize]| -table.iter().map(|count| ln[*count]).sum::<f64>();
    let seen: Vec<usize> = counts.iter().map(|count| *count as usize).collect();
    let limit = log(&seen) + SLACK;
    // Each row's columns, dealt anew.
    let mut cards: Vec<usize> =
        seen.iter().enumerate().flat_map(|(at, count)| std::iter::repeat_n(at % columns, *count)).collect();
    let mut chance = Chance::new(seed);
    let mut as_far = 0;
    for _ in 0..tables {
        chance.shuffle(&mut cards);
        let mut table = vec![0; seen.len()];
        let mut from = 0;
        for (row, sum) in rows.iter().enumerate() {
            for &column in &cards[from..from + *sum as usize] {
                table[row * columns + column] += 1;
            }
            from += *sum as usize;
        }
        as_far += usize::from(log(&table) <= limit);
    }
    let p = (as_far + 1) as f64 / (tables + 1) as f64;
    Ok(Test { n, ..Test::new("fisher-simulated", "", f64::NAN, &[], p) })
}
