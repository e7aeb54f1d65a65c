//! What is missing, and what goes missing together.

use crate::{Error, Frame, Result};
use std::collections::HashMap;

/// Which columns lack values in which rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Missingness {
    /// The columns.
    pub names: Vec<String>,
    /// Rows.
    pub rows: usize,
    /// How many values each column lacks.
    pub missing: Vec<usize>,
    /// Rows that lack nothing.
    pub complete: usize,
    /// The patterns that occur, the most frequent first, one pattern for all rows that lack the same columns.
    pub patterns: Vec<Pattern>,
    /// Pairs of columns that lack values in the same rows: the φ coefficient of their gaps, the strongest first.
    pub together: Vec<Together>,
    /// Whether the columns can be put in an order in which a row that lacks one lacks all after it, as when people leave a
    /// questionnaire and do not come back.
    pub monotone: bool,
}

/// Rows that lack the same columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// For each column whether it is missing.
    pub missing: Vec<bool>,
    /// How many rows.
    pub rows: usize,
}

/// Two columns that lack values in the same rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Together {
    /// The columns.
    pub columns: (usize, usize),
    /// Rows that lack both.
    pub rows: usize,
    /// The correlation of their gaps.
    pub phi: f64,
}

/// The patterns of what is missing in columns of any kind.
///
/// Errors: [`Error::NoColumn`], [`Error::TooFew`] where there are no rows.
pub fn missingness(frame: &Frame, names: &[&str]) -> Result<Missingness> {
    let columns = names.iter().map(|name| frame.column(name)).collect::<Result<Vec<_>>>()?;
    let rows = frame.rows();
    if rows == 0 || columns.is_empty() {
        return Err(Error::TooFew { what: "rows", have: 0, need: 1 });
    }
    let mut counted: HashMap<Vec<bool>, usize> = HashMap::new();
    for row in 0..rows {
        let gaps = columns.iter().map(|column| column.values.is_missing(row)).collect();
        *counted.entry(gaps).or_default() += 1;
    }
    let mut patterns: Vec<Pattern> =
        counted.into_iter().map(|(missing, rows)| Pattern { missing, rows }).collect();
    patterns.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.missing.cmp(&b.missing)));
    let both = |a: usize, b: usize| -> usize {
        patterns.iter().filter(|p| p.missing[a] && p.missing[b]).map(|p| p.rows).sum()
    };
    let missing: Vec<usize> = (0..columns.len()).map(|at| both(at, at)).collect();
    let complete = patterns.iter().filter(|p| !p.missing.contains(&true)).map(|p| p.rows).sum();
    let gappy: Vec<usize> = (0..columns.len()).filter(|&at| missing[at] > 0 && missing[at] < rows).collect();
    let mut together = Vec::new();
    for (at, &a) in gappy.iter().enumerate() {
        for &b in &gappy[at + 1..] {
            let (n, na, nb, nab) = (rows as f64, missing[a] as f64, missing[b] as f64, both(a, b) as f64);
            let phi = (n * nab - na * nb) / (na * (n - na)).sqrt() / (nb * (n - nb)).sqrt();
            together.push(Together { columns: (a, b), rows: both(a, b), phi });
        }
    }
    together.sort_by(|a, b| b.phi.abs().total_cmp(&a.phi.abs()).then(a.columns.cmp(&b.columns)));
    let monotone = monotone(&patterns, &missing);
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    Ok(Missingness { names, rows, missing, complete, patterns, together, monotone })
}

fn monotone(patterns: &[Pattern], missing: &[usize]) -> bool {
    let mut order: Vec<usize> = (0..missing.len()).collect();
    order.sort_by_key(|&at| missing[at]);
    patterns
        .iter()
        .all(|pattern| order.windows(2).all(|pair| pattern.missing[pair[1]] || !pattern.missing[pair[0]]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, MISSING, Values};

    fn frame(columns: &[(&str, &[f64])]) -> Frame {
        let column = |(name, values): &(&str, &[f64])| Column {
            name: (*name).to_owned(),
            values: Values::Number(values.to_vec()),
        };
        Frame::new(columns.iter().map(column).collect()).expect("they are of one length")
    }

    const NO: f64 = f64::NAN;

    #[test]
    fn who_leaves_and_does_not_come_back_makes_a_monotone_pattern() {
        let left =
            frame(&[("a", &[1.0, 2.0, 3.0, 4.0]), ("b", &[1.0, 2.0, NO, NO]), ("c", &[1.0, NO, NO, NO])]);
        let found = missingness(&left, &["c", "a", "b"]).expect("there are rows");
        assert!(found.monotone);
        assert_eq!((found.complete, found.missing.as_slice()), (1, &[3, 0, 2][..]));
        assert_eq!(found.patterns[0], Pattern { missing: vec![true, false, true], rows: 2 });
        // 2×2: both 2, only c 1, neither 1: φ = (4·2 − 3·2) / √(3·1·2·2).
        assert!((found.together[0].phi - 2.0 / 12f64.sqrt()).abs() < 1e-15);
        let crossed = frame(&[("a", &[1.0, NO, 3.0]), ("b", &[NO, 1.0, 2.0])]);
        assert!(!missingness(&crossed, &["a", "b"]).expect("there are rows").monotone);
    }

    #[test]
    fn words_go_missing_too() {
        let codes = Values::Factor { codes: vec![0, MISSING], levels: vec!["x".to_owned()], ordered: false };
        let one = Frame::new(vec![Column { name: "k".to_owned(), values: codes }]).expect("one column");
        assert_eq!(missingness(&one, &["k"]).expect("there are rows").missing, [1]);
        assert!(matches!(missingness(&one, &["z"]), Err(Error::NoColumn { .. })));
        assert!(matches!(missingness(&Frame::default(), &[]), Err(Error::TooFew { .. })));
    }
}
