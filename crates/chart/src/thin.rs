//! Lines with more points than a picture can show.

/// A line drawn with no more points than show: of the points of one unit of width the first, the lowest, the highest and the
/// last are kept, in their order, so that the picture is the same (Jugel and others 2014). `line` goes from left to right.
pub(crate) fn thin(line: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return line };
    if line.len() as f64 <= 4.0 * (last.0 - first.0) {
        return line;
    }
    let mut kept = Vec::new();
    for column in line.chunk_by(|a, b| a.0.floor() == b.0.floor()) {
        let at = |best: &dyn Fn(f64, f64) -> bool| {
            (1..column.len())
                .fold(0, |found, at| if best(column[at].1, column[found].1) { at } else { found })
        };
        let mut chosen = [0, at(&|a, b| a < b), at(&|a, b| a > b), column.len() - 1];
        chosen.sort_unstable();
        let mut before = None;
        for at in chosen {
            if before.replace(at) != Some(at) {
                kept.push(column[at]);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_not_show_is_left_out() {
        let line: Vec<(f64, f64)> =
            (0..10_000).map(|t| (f64::from(t) / 100.0, f64::from(t * 7 % 101))).collect();
        let found = thin(line.clone());
        assert!(found.len() <= 400 && found.first() == line.first() && found.last() == line.last());
        let highest = |line: &[(f64, f64)]| line.iter().map(|point| point.1).fold(0.0, f64::max);
        assert_eq!(highest(&found), highest(&line));
        assert!(found.windows(2).all(|pair| pair[0].0 <= pair[1].0));
    }

    #[test]
    fn a_short_line_stays() {
        let line = vec![(0.0, 1.0), (5.0, 2.0), (9.0, 0.0)];
        assert_eq!(thin(line.clone()), line);
        assert!(thin(Vec::new()).is_empty());
    }
}
