//! Columns whose values are steps of a scale.

use crate::{Column, Error, Result, Values};

/// A column of whole numbers with no more values than these may be a scale.
const STEPS: usize = 20;

/// The place of each row on a scale, from 0: a factor by the order of its levels, figures of few values by their size; none where a
/// value is missing.
///
/// Errors: [`Error::Kind`] where figures have more than 20 different values, [`Error::Infinite`].
pub fn steps(column: &Column) -> Result<Vec<Option<usize>>> {
    match &column.values {
        Values::Factor { codes, levels, .. } => {
            let code = |code: &u32| ((*code as usize) < levels.len()).then_some(*code as usize);
            Ok(codes.iter().map(code).collect())
        }
        Values::Number(values) => {
            crate::describe::finite(&column.name, values)?;
            let mut there: Vec<f64> = Vec::new();
            for value in values.iter().filter(|value| !value.is_nan()) {
                if there.contains(value) {
                    continue;
                }
                if there.len() == STEPS {
                    return Err(Error::Kind { column: column.name.clone(), need: "scale" });
                }
                there.push(*value);
            }
            there.sort_unstable_by(f64::total_cmp);
            Ok(values.iter().map(|x| there.iter().position(|level| level == x)).collect())
        }
    }
}

/// How many rows stand at each place of two scales: the first down, the second across.
pub fn crossed(x: &[Option<usize>], y: &[Option<usize>]) -> Vec<Vec<f64>> {
    let size = |places: &[Option<usize>]| places.iter().flatten().max().map_or(0, |most| most + 1);
    let mut counts = vec![vec![0.0; size(y)]; size(x)];
    for (x, y) in x.iter().zip(y) {
        if let (Some(x), Some(y)) = (x, y) {
            counts[*x][*y] += 1.0;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MISSING;

    fn of(values: Values) -> Result<Vec<Option<usize>>> {
        steps(&Column { name: "x".to_owned(), values })
    }

    #[test]
    fn figures_stand_by_size_and_words_by_their_order() {
        let found = of(Values::Number(vec![5.0, 1.0, f64::NAN, 2.0, 5.0])).expect("a scale");
        assert_eq!(found, [Some(2), Some(0), None, Some(1), Some(2)]);
        let levels = vec!["low".to_owned(), "high".to_owned()];
        let words = Values::Factor { codes: vec![1, MISSING, 0], levels, ordered: true };
        let words = of(words).expect("a scale");
        assert_eq!(words, [Some(1), None, Some(0)]);
        assert_eq!(crossed(&found[..3], &words), [[0.0, 0.0], [0.0, 0.0], [0.0, 1.0]]);
    }

    #[test]
    fn a_measure_is_no_scale() {
        let many = of(Values::Number((0..21).map(f64::from).collect()));
        assert!(matches!(many, Err(Error::Kind { need: "scale", .. })), "{many:?}");
        let endless = of(Values::Number(vec![1.0, f64::INFINITY]));
        assert!(matches!(endless, Err(Error::Infinite { row: 1, .. })), "{endless:?}");
    }
}
