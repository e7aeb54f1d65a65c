//! Where a regression over time breaks, and whether it does.

use super::hansen::HANSEN;
use super::least::{NAME, least, whole};
use crate::dist::ChiSquared;
use crate::{Error, Result};

/// The best divisions of a series into stretches with coefficients of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Breaks {
    /// The last row of each stretch but the last (rows count from 0), for the number of breaks that BIC finds best.
    pub at: Vec<usize>,
    /// For 0, 1, … breaks: the sum of squared residuals.
    pub rss: Vec<f64>,
    /// And BIC, as strucchange counts it.
    pub bic: Vec<f64>,
    /// And where those breaks are.
    pub all: Vec<Vec<usize>>,
    /// The coefficients in each stretch.
    pub coefficients: Vec<Vec<f64>>,
    /// The shortest stretch allowed.
    pub shortest: usize,
    /// Values.
    pub n: usize,
}

/// The greatest F of a break anywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct SupF {
    /// The greatest F statistic, not divided by the number of coefficients (as in strucchange).
    pub statistic: f64,
    /// Its probability without a break: Hansen (1997); not a number for more than 10 coefficients.
    pub p_value: f64,
    /// The last row before the likeliest break.
    pub at: usize,
    /// F at each row from `first`.
    pub course: Vec<f64>,
    /// The first row considered.
    pub first: usize,
    /// Values.
    pub n: usize,
}

/// The level alone: a column of ones for [`breaks`] and [`sup_f`].
pub fn level(n: usize) -> Vec<Vec<f64>> {
    vec![vec![1.0; n]]
}

/// A level and a straight line.
pub fn line(n: usize) -> Vec<Vec<f64>> {
    vec![vec![1.0; n], (1..=n).map(|t| t as f64).collect()]
}

/// The breaks of Bai and Perron (2003) with their number by BIC: all divisions into stretches of at least a part `trim` of the
/// rows are compared by dynamic programming. `most` breaks are looked for; none is as many as there is room for.
pub fn breaks(columns: &[Vec<f64>], y: &[f64], trim: f64, most: Option<usize>) -> Result<Breaks> {
    let (n, k) = ready(columns, y)?;
    let h = if trim < 1.0 { (n as f64 * trim).floor() as usize } else { trim as usize };
    if h <= k || h > n / 2 {
        let allowed = format!("{} … {} rows", k + 1, n / 2);
        return Err(Error::Choice { name: "trim", value: trim.to_string(), allowed });
    }
    let room = n.div_ceil(h).saturating_sub(2);
    let most = most.unwrap_or(room).clamp(1.min(room), room);
    // costs[i][j]: the residual sum of squares of rows i … i + j.
    let costs: Vec<Vec<f64>> = (0..=n - h).map(|from| running_rss(columns, y, from)).collect();
    let cost = |from: usize, to: usize| costs[from][to - from];
    // best[m][end]: the least sum for rows 0 … end in m + 1 stretches, and where the last but one ends.
    let mut best: Vec<Vec<(f64, usize)>> =
        vec![(0..n).map(|end| if end + 1 >= h { (cost(0, end), 0) } else { (f64::INFINITY, 0) }).collect()];
    for m in 1..=most {
        let before = &best[m - 1];
        let row = (0..n)
            .map(|end| {
                let mut least = (f64::INFINITY, 0);
                if end + 1 >= (m + 1) * h {
                    for (last, before) in before.iter().enumerate().take(end - h + 1).skip(m * h - 1) {
                        let sum = before.0 + cost(last + 1, end);
                        if sum < least.0 {
                            least = (sum, last);
                        }
                    }
                }
                least
            })
            .collect();
        best.push(row);
    }
    let all: Vec<Vec<usize>> = (0..=most)
        .map(|m| {
            let (mut end, mut found) = (n - 1, Vec::new());
            for level in (1..=m).rev() {
                end = best[level][end].1;
                found.push(end);
            }
            found.reverse();
            found
        })
        .collect();
    let rows = n as f64;
    let rss: Vec<f64> = best.iter().map(|row| row[n - 1].0).collect();
    let bic = |(m, rss): (usize, &f64)| {
        let df = ((k + 1) * (m + 1)) as f64;
        rows * (rss.ln() + 1.0 - rows.ln() + (2.0 * std::f64::consts::PI).ln()) + rows.ln() * df
    };
    let bic: Vec<f64> = rss.iter().enumerate().map(bic).collect();
    let chosen = (0..bic.len()).min_by(|a, b| bic[*a].total_cmp(&bic[*b])).unwrap_or(0);
    let at = all[chosen].clone();
    let starts = std::iter::once(0).chain(at.iter().map(|end| end + 1));
    let ends = at.iter().copied().chain([n - 1]);
    let coefficients = starts
        .zip(ends)
        .map(|(from, to)| {
            let part: Vec<Vec<f64>> = columns.iter().map(|c| c[from..=to].to_vec()).collect();
            Ok(least(&part, &y[from..=to])?.coefficients)
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Breaks { at, rss, bic, all, coefficients, shortest: h, n })
}

/// Whether the coefficients break anywhere between a part `trim` of the rows from either end: Andrews (1993).
pub fn sup_f(columns: &[Vec<f64>], y: &[f64], trim: f64) -> Result<SupF> {
    let (n, k) = ready(columns, y)?;
    let first = ((trim * n as f64).floor() as usize).max(k + 1);
    let last = (n - first).min(n - k - 1);
    if first > last {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 * first });
    }
    let whole = least(columns, y)?.rss;
    let forth = running_rss(columns, y, 0);
    let turned: Vec<Vec<f64>> = columns.iter().map(|c| c.iter().rev().copied().collect()).collect();
    let back = running_rss(&turned, &y.iter().rev().copied().collect::<Vec<f64>>(), 0);
    let course: Vec<f64> = (first..=last)
        .map(|rows| {
            let apart = forth[rows - 1] + back[n - rows - 1];
            (whole - apart) / (apart / (n - 2 * k) as f64)
        })
        .collect();
    let top = (0..course.len()).max_by(|a, b| course[*a].total_cmp(&course[*b])).unwrap_or(0);
    let statistic = course[top];
    let ratio = ((n - first) * last) as f64 / (first * (n - last)) as f64;
    Ok(SupF {
        statistic,
        p_value: hansen(statistic, k, ratio),
        at: first + top - 1,
        course,
        first: first - 1,
        n,
    })
}

/// The probability of the greatest F by Hansen's approximation, between the trimmings of his table.
fn hansen(statistic: f64, k: usize, ratio: f64) -> f64 {
    let Some(rows) = HANSEN.get((k - 1) * 25..k * 25) else { return f64::NAN };
    let trim = 1.0 / (1.0 + ratio.sqrt());
    let p = |row: &[f64; 3]| ChiSquared(row[2]).sf((row[0] + row[1] * statistic).max(0.0));
    if trim >= 0.5 {
        ChiSquared(k as f64).sf(statistic)
    } else if trim <= 0.01 {
        p(&rows[24])
    } else if trim >= 0.49 {
        ((0.5 - trim) * p(&rows[0]) + (trim - 0.49) * ChiSquared(k as f64).sf(statistic)) * 100.0
    } else {
        let place = (0.51 - trim) * 50.0;
        let row = (place.floor() as usize).clamp(1, 24);
        (row as f64 + 1.0 - place) * p(&rows[row - 1]) + (place - row as f64) * p(&rows[row])
    }
}

fn ready(columns: &[Vec<f64>], y: &[f64]) -> Result<(usize, usize)> {
    whole(y, 4)?;
    if columns.is_empty() {
        return Err(Error::TooFew { what: "columns", have: 0, need: 1 });
    }
    for column in columns {
        if column.len() != y.len() {
            return Err(Error::Lengths { left: column.len(), right: y.len() });
        }
        whole(column, 4)?;
    }
    if y.windows(2).all(|pair| pair[0] == pair[1]) {
        return Err(Error::Constant { column: NAME.to_owned() });
    }
    Ok((y.len(), columns.len()))
}

/// The residual sums of squares of rows `from` … for every end: each row is turned into the triangular root, and what is left
/// of it is its recursive residual.
fn running_rss(columns: &[Vec<f64>], y: &[f64], from: usize) -> Vec<f64> {
    let k = columns.len();
    let mut root = vec![0.0_f64; k * (k + 1)];
    let mut sum = 0.0;
    let mut row = vec![0.0_f64; k + 1];
    (from..y.len())
        .map(|t| {
            row.iter_mut().zip(columns).for_each(|(x, column)| *x = column[t]);
            row[k] = y[t];
            for at in 0..k {
                let own = &mut root[at * (k + 1)..(at + 1) * (k + 1)];
                let length = own[at].hypot(row[at]);
                if length > 0.0 {
                    let (c, s) = (own[at] / length, row[at] / length);
                    for col in at..=k {
                        let (a, b) = (own[col], row[col]);
                        own[col] = c * a + s * b;
                        row[col] = c * b - s * a;
                    }
                }
            }
            sum += row[k] * row[k];
            sum
        })
        .collect()
}
