//! The season beside a change: waves that the event did not touch.

use crate::{Regular, seasons};
use std::f64::consts::TAU;

/// The waves of the seasons of which at least two lie before the event, at most two a season (three in a week of days): the
/// seasons' lengths, and a column for each sine and cosine.
pub(super) fn columns(history: &Regular, at: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
    let (mut taken, mut columns) = (Vec::new(), Vec::new());
    for &period in seasons(history.rhythm) {
        if (at as f64) < 2.0 * period {
            continue;
        }
        taken.push(period);
        let most: i32 = if period <= 7.0 { 3 } else { 2 };
        for wave in (1..=most).map(f64::from).filter(|wave| 2.0 * wave <= period) {
            let angle = |t: usize| TAU * wave * t as f64 / period;
            let whole = 0..history.values.len();
            columns.push(whole.clone().map(|t| angle(t).cos()).collect());
            // Half a wave a step has no sine.
            if 2.0 * wave < period {
                columns.push(whole.map(|t| angle(t).sin()).collect());
            }
        }
    }
    (taken, columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::model::Rhythm;
    use jiff::civil::date;

    #[test]
    fn a_season_is_taken_where_two_of_it_lie_before() {
        let of =
            |rhythm, n: usize| Regular { rhythm, first: date(2024, 1, 31), values: vec![0.0; n], filled: 0 };
        assert_eq!(columns(&of(Rhythm::Month, 40), 23), (Vec::new(), Vec::new()));
        let (taken, waves) = columns(&of(Rhythm::Month, 40), 24);
        assert_eq!((taken, waves.len(), waves[0].len()), (vec![12.0], 4, 40));
        assert_eq!(columns(&of(Rhythm::Quarter, 30), 20).1.len(), 3, "half a wave a step has no sine");
        assert_eq!(columns(&of(Rhythm::Day, 60), 30).1.len(), 6);
    }
}
