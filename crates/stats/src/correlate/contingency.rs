//! How two columns of words go together.

use crate::dist::ChiSquared;
use crate::{Error, MISSING, Result};

/// Two factors against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Contingency {
    /// How often each level of the first (a row) stands with each of the second; levels that do not occur are left out.
    pub counts: Vec<Vec<usize>>,
    /// The levels of the first that occur, by their codes.
    pub rows: Vec<u32>,
    /// The levels of the second that occur.
    pub columns: Vec<u32>,
    /// Pearson's χ², without a correction.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub df: usize,
    /// The probability of so great a χ², were there no relation.
    pub p_value: f64,
    /// φ: of two levels by two with the sign of the diagonal (Pearson's r of the codes), else √(χ²/n).
    pub phi: f64,
    /// Cramér's V, 0 … 1.
    pub cramer: f64,
    /// V without its bias upward in small samples (Bergsma 2013).
    pub cramer_corrected: f64,
    /// The share of cells that would hold fewer than 5 rows, were there no relation: above a fifth, p is not to be trusted.
    pub thin: f64,
    /// Rows with both values.
    pub n: usize,
    /// Rows that lack one.
    pub dropped: usize,
}

/// The association of two factors by their codes.
///
/// Errors: [`Error::Lengths`], [`Error::Missing`] where no row has both, [`Error::Constant`] where one has a single level.
pub fn contingency((x_name, x): (&str, &[u32]), (y_name, y): (&str, &[u32])) -> Result<Contingency> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    let there: Vec<(u32, u32)> =
        x.iter().copied().zip(y.iter().copied()).filter(|&(a, b)| a != MISSING && b != MISSING).collect();
    if there.is_empty() {
        return Err(Error::Missing { column: x_name.to_owned() });
    }
    let levels = |of: &dyn Fn(&(u32, u32)) -> u32| {
        let mut codes: Vec<u32> = there.iter().map(of).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let (rows, columns) = (levels(&|pair| pair.0), levels(&|pair| pair.1));
    for (name, levels) in [(x_name, &rows), (y_name, &columns)] {
        if levels.len() < 2 {
            return Err(Error::Constant { column: name.to_owned() });
        }
    }
    let mut counts = vec![vec![0; columns.len()]; rows.len()];
    for (a, b) in &there {
        if let (Ok(row), Ok(column)) = (rows.binary_search(a), columns.binary_search(b)) {
            counts[row][column] += 1;
        }
    }
    let n = there.len() as f64;
    let by_row: Vec<f64> = counts.iter().map(|row| row.iter().sum::<usize>() as f64).collect();
    let by_column: Vec<f64> =
        (0..columns.len()).map(|at| counts.iter().map(|row| row[at]).sum::<usize>() as f64).collect();
    let (mut statistic, mut thin) = (0.0, 0);
    for (row, a) in counts.iter().zip(&by_row) {
        for (&count, b) in row.iter().zip(&by_column) {
            let expected = a * b / n;
            statistic += (count as f64 - expected).powi(2) / expected;
            thin += usize::from(expected < 5.0);
        }
    }
    let (r, c) = (rows.len() as f64, columns.len() as f64);
    let df = (rows.len() - 1) * (columns.len() - 1);
    let square = statistic / n;
    let phi = match (counts.as_slice(), rows.len(), columns.len()) {
        ([first, second], 2, 2) => {
            let sign = first[0] as f64 * second[1] as f64 - first[1] as f64 * second[0] as f64;
            square.sqrt().copysign(sign)
        }
        _ => square.sqrt(),
    };
    // Were there no relation, φ² would come to (r − 1)(c − 1)/(n − 1), and the table as if it had fewer levels.
    let less = |levels: f64| levels - (levels - 1.0).powi(2) / (n - 1.0);
    let corrected = (square - (r - 1.0) * (c - 1.0) / (n - 1.0)).max(0.0);
    let narrow = less(r).min(less(c)) - 1.0;
    Ok(Contingency {
        statistic,
        df,
        p_value: ChiSquared(df as f64).sf(statistic),
        phi,
        cramer: (square / (r.min(c) - 1.0)).sqrt(),
        cramer_corrected: if narrow > 0.0 { (corrected / narrow).sqrt() } else { 0.0 },
        thin: f64::from(thin as u32) / (r * c),
        n: there.len(),
        dropped: x.len() - there.len(),
        counts,
        rows,
        columns,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_by_two_has_a_sign() {
        let x: Vec<u32> = [vec![0; 15], vec![1; 15]].concat();
        let y: Vec<u32> = [vec![0; 10], vec![1; 5], vec![0; 5], vec![1; 10]].concat();
        let found = contingency(("x", &x), ("y", &y)).expect("there are rows");
        assert!((found.phi - 1.0 / 3.0).abs() < 1e-15 && (found.cramer - 1.0 / 3.0).abs() < 1e-15);
        assert!((found.statistic - 30.0 / 9.0).abs() < 1e-13);
        let turned: Vec<u32> = y.iter().map(|code| 1 - code).collect();
        assert!(contingency(("x", &x), ("y", &turned)).expect("there are rows").phi < 0.0);
    }

    #[test]
    fn what_cannot_be_told_says_why() {
        let ask = |x: &[u32], y: &[u32]| contingency(("x", x), ("y", y));
        assert!(matches!(ask(&[0, 0], &[0, 1]), Err(Error::Constant { .. })));
        assert!(matches!(ask(&[MISSING], &[0]), Err(Error::Missing { .. })));
        assert!(matches!(ask(&[0], &[]), Err(Error::Lengths { .. })));
    }
}
