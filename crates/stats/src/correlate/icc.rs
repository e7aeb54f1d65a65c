//! Intraclass correlation: how far raters, or repeated readings, agree.

use crate::dist::F;
use crate::{Error, Frame, Result};

/// One of the six coefficients of Shrout and Fleiss (1979).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Icc {
    /// `ICC1`, `ICC2`, `ICC3` of a single rater; `ICC1k`, `ICC2k`, `ICC3k` of the mean of all. 1: each row has raters of its own; 2:
    /// the raters are drawn from many, and their level counts (agreement); 3: they are all there are, and it does not
    /// (consistency).
    pub kind: &'static str,
    /// The coefficient.
    pub estimate: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// F of the rows.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub df: (f64, f64),
    /// The probability of so great an F, did the rows not differ.
    pub p_value: f64,
}

/// The six coefficients over the rows that have all raters.
#[derive(Debug, Clone, PartialEq)]
pub struct Iccs {
    /// Single raters first, then means.
    pub kinds: [Icc; 6],
    /// Rows.
    pub n: usize,
    /// Rows that lack a rater.
    pub dropped: usize,
    /// Raters.
    pub raters: usize,
}

/// The agreement of columns, one a rater, over rows, one a thing rated.
///
/// Errors: [`Error::TooFew`] under 2 raters or 2 complete rows, [`Error::Constant`] where nothing varies, [`Error::Infinite`].
pub fn icc(frame: &Frame, names: &[&str], level: f64) -> Result<Iccs> {
    let columns = names.iter().map(|name| frame.numbers(name)).collect::<Result<Vec<_>>>()?;
    for (name, values) in names.iter().zip(&columns) {
        crate::describe::finite(name, values)?;
    }
    let rows = frame.complete(names)?;
    let k = columns.len();
    for (what, have) in [("columns", k), ("rows", rows.len())] {
        if have < 2 {
            return Err(Error::TooFew { what, have, need: 2 });
        }
    }
    // Where every rater says one thing of all, rows cannot be told apart.
    if columns.iter().all(|column| rows.iter().all(|&row| column[row] == column[rows[0]])) {
        return Err(Error::Constant { column: names.join(", ") });
    }
    let (n, k) = (rows.len() as f64, k as f64);
    let mean = |values: &mut dyn Iterator<Item = f64>, count: f64| values.sum::<f64>() / count;
    let by_row: Vec<f64> = rows.iter().map(|&row| mean(&mut columns.iter().map(|c| c[row]), k)).collect();
    let by_rater: Vec<f64> = columns.iter().map(|c| mean(&mut rows.iter().map(|&row| c[row]), n)).collect();
    let all = mean(&mut by_row.iter().copied(), n);
    let square = |x: f64| x * x;
    let between = k * by_row.iter().map(|m| square(m - all)).sum::<f64>();
    let raters = n * by_rater.iter().map(|m| square(m - all)).sum::<f64>();
    let error: f64 = rows
        .iter()
        .zip(&by_row)
        .map(|(&row, mine)| {
            columns.iter().zip(&by_rater).map(|(c, theirs)| square(c[row] - mine - theirs + all)).sum::<f64>()
        })
        .sum();
    let (msb, msj) = (between / (n - 1.0), raters / (k - 1.0));
    let (mse, msw) = (error / ((n - 1.0) * (k - 1.0)), (raters + error) / (n * (k - 1.0)));
    let (df1, df_w, df_e) = (n - 1.0, n * (k - 1.0), (n - 1.0) * (k - 1.0));
    let alpha = 0.5 * (1.0 - level);
    // F with what would be its lower and upper ends.
    let test = |over: f64, df: f64| {
        let f = msb / over;
        (f, f / F(df1, df).isf(alpha), f * F(df, df1).isf(alpha), df, F(df1, df).sf(f))
    };
    let single = |f: f64| (f - 1.0) / (f + k - 1.0);
    let whole = |f: f64| 1.0 - 1.0 / f;
    let of = |kind, (f, low, high, df, p): (f64, f64, f64, f64, f64), to: &dyn Fn(f64) -> f64| Icc {
        kind,
        estimate: to(f),
        low: to(low),
        high: to(high),
        statistic: f,
        df: (df1, df),
        p_value: p,
    };
    let (within, residual) = (test(msw, df_w), test(mse, df_e));
    let two = (msb - mse) / (msb + (k - 1.0) * mse + k * (msj - mse) / n);
    let two_whole = (msb - mse) / (msb + (msj - mse) / n);
    // Satterthwaite's degrees of freedom for the mixture of mean squares (Shrout and Fleiss 1979, p. 424).
    let fj = msj / mse;
    let part = n * (1.0 + (k - 1.0) * two) - k * two;
    let v = df_e * square(k * two * fj + part) / (df1 * square(k * two * fj) + square(part));
    let (upper, lower) = (F(df1, v).isf(alpha), F(v, df1).isf(alpha));
    let mixed = k * msj + (k * n - k - n) * mse;
    let low = n * (msb - upper * mse) / (upper * mixed + n * msb);
    let high = n * (lower * msb - mse) / (mixed + n * lower * msb);
    let raised = |r: f64| r * k / (1.0 + r * (k - 1.0));
    let second =
        |kind, estimate, (low, high): (f64, f64)| Icc { low, high, ..of(kind, residual, &|_| estimate) };
    Ok(Iccs {
        kinds: [
            of("ICC1", within, &single),
            second("ICC2", two, (low, high)),
            of("ICC3", residual, &single),
            of("ICC1k", within, &whole),
            second("ICC2k", two_whole, (raised(low), raised(high))),
            of("ICC3k", residual, &whole),
        ],
        n: rows.len(),
        dropped: frame.rows() - rows.len(),
        raters: columns.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Values};

    /// The example of Shrout and Fleiss (1979, table 2): six targets, four judges.
    fn sample() -> Frame {
        let columns = [
            [9.0, 6.0, 8.0, 7.0, 10.0, 6.0],
            [2.0, 1.0, 4.0, 1.0, 5.0, 2.0],
            [5.0, 3.0, 6.0, 2.0, 6.0, 4.0],
            [8.0, 2.0, 8.0, 6.0, 9.0, 7.0],
        ];
        let column = |(at, values): (usize, &[f64; 6])| Column {
            name: format!("J{at}"),
            values: Values::Number(values.to_vec()),
        };
        Frame::new(columns.iter().enumerate().map(column).collect()).expect("of one length")
    }

    #[test]
    fn as_in_the_paper() {
        let found = icc(&sample(), &["J0", "J1", "J2", "J3"], 0.95).expect("there are rows");
        let rounded: Vec<f64> =
            found.kinds.iter().map(|kind| (kind.estimate * 100.0).round() / 100.0).collect();
        assert_eq!(rounded, [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]);
    }

    #[test]
    fn what_cannot_be_told_says_why() {
        let data = sample();
        assert!(matches!(icc(&data, &["J0"], 0.95), Err(Error::TooFew { what: "columns", .. })));
        let column = |name: &str| Column { name: name.to_owned(), values: Values::Number(vec![1.0; 3]) };
        let flat = Frame::new(vec![column("a"), column("b")]).expect("of one length");
        assert!(matches!(icc(&flat, &["a", "b"], 0.95), Err(Error::Constant { .. })));
    }
}
