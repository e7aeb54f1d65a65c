//! Whether a series wanders: the tests of Dickey and Fuller and of Phillips and Perron. Both start from "it does".

use super::least::{between, least, varied, whole};
use crate::dist::Normal;
use crate::{Error, Result};

/// What the series is about where it does not wander.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum About {
    /// Nought.
    Nought,
    /// A level (urca's `drift`).
    #[default]
    Level,
    /// A straight line (urca's `trend`, and what tseries always takes).
    Trend,
}

/// How many lagged differences go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DifferenceLags {
    /// ∛(n − 1), as tseries takes.
    #[default]
    CubeRoot,
    /// So many.
    Fixed(usize),
    /// As many, up to a number, as AIC finds best on the same rows.
    Aic(usize),
    /// As BIC does.
    Bic(usize),
}

/// A test of a unit root.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRoot {
    /// `Augmented Dickey-Fuller`, `Phillips-Perron Z(t)` or `Phillips-Perron Z(alpha)`.
    pub method: &'static str,
    /// What the series is about otherwise.
    pub about: About,
    /// The statistic: far below nought speaks against wandering.
    pub statistic: f64,
    /// By MacKinnon's surface (1994); not a number for Z(alpha), of which there is none here.
    pub p_value: f64,
    /// The p of the table that tseries reads (Banerjee and others 1993), no less than 0.01 and no more than 0.99; only about a
    /// trend.
    pub p_table: Option<f64>,
    /// The bounds of 1, 5 and 10 % by MacKinnon (2010).
    pub critical: [f64; 3],
    /// Lagged differences, or the bandwidth of Phillips and Perron.
    pub lags: usize,
    /// Values.
    pub n: usize,
}

/// Dickey and Fuller's test with lagged differences (Said and Dickey 1984).
pub fn adf(y: &[f64], about: About, lags: DifferenceLags) -> Result<UnitRoot> {
    whole(y, 6)?;
    varied(y)?;
    let n = y.len();
    let most = (n - 3) / 2;
    let fixed = |lags: usize| match lags <= most {
        true => Ok(lags),
        false => {
            let allowed = format!("0 … {most}");
            Err(Error::Choice { name: "lags", value: lags.to_string(), allowed })
        }
    };
    let lags = match lags {
        DifferenceLags::CubeRoot => ((n as f64 - 1.0).cbrt() + 1e-9) as usize,
        DifferenceLags::Fixed(lags) => fixed(lags)?,
        DifferenceLags::Aic(up_to) => by_criterion(y, about, up_to.min(most), |_| 2.0)?,
        DifferenceLags::Bic(up_to) => by_criterion(y, about, up_to.min(most), |rows| rows.ln())?,
    };
    let (found, _) = regression(y, about, lags, lags)?;
    let statistic = found.coefficients[0] / found.std_error(0);
    let p_table = (about == About::Trend).then(|| table(&T_TABLE, statistic, n - 1));
    let (p_value, critical) = (mackinnon(statistic, about), critical(about, n - 1 - lags));
    Ok(UnitRoot { method: "Augmented Dickey-Fuller", about, statistic, p_value, p_table, critical, lags, n })
}

/// Differences on the level before, the lagged differences and what the series is about; the first `skip` differences are left
/// out. The level comes first.
fn regression(y: &[f64], about: About, lags: usize, skip: usize) -> Result<(super::least::Least, usize)> {
    let differences: Vec<f64> = y.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let rows = skip..differences.len();
    let count = rows.len();
    let mut columns = vec![rows.clone().map(|t| y[t]).collect::<Vec<f64>>()];
    if about != About::Nought {
        columns.push(vec![1.0; count]);
    }
    if about == About::Trend {
        columns.push(rows.clone().map(|t| (t + 1) as f64).collect());
    }
    for lag in 1..=lags {
        columns.push(rows.clone().map(|t| differences[t - lag]).collect());
    }
    Ok((least(&columns, &differences[skip..])?, count))
}

fn by_criterion(y: &[f64], about: About, most: usize, price: impl Fn(f64) -> f64) -> Result<usize> {
    let mut best = (f64::INFINITY, 0);
    for lags in 0..=most {
        let Ok((found, rows)) = regression(y, about, lags, most) else { break };
        let rows = rows as f64;
        let value = rows * (found.rss / rows).ln() + price(rows) * found.coefficients.len() as f64;
        if value < best.0 {
            best = (value, lags);
        }
    }
    Ok(best.1)
}

/// Phillips and Perron's test about a straight line (1988); `scaled` takes Z(alpha), else Z(t). The bandwidth is ⌊4 (n/100)^¼⌋, or
/// three times that where `long`, as in tseries.
pub fn phillips_perron(y: &[f64], scaled: bool, long: bool) -> Result<UnitRoot> {
    whole(y, 6)?;
    varied(y)?;
    let n = y.len() - 1;
    let rows = n as f64;
    let now = y[1..].to_vec();
    let before = y[..n].to_vec();
    let time: Vec<f64> = (1..=n).map(|t| t as f64 - rows / 2.0).collect();
    let found = least(&[before.clone(), vec![1.0; n], time], &now)?;
    let short_run = found.rss / rows;
    let lags = ((if long { 12.0 } else { 4.0 }) * (rows / 100.0).powf(0.25)) as usize;
    let long_run = long_run_variance(&found.residuals, lags);
    // The determinant of the moments of 1, t and y, counted from what is left of y beside a line, which does not cancel.
    let line: Vec<f64> = (1..=n).map(|t| t as f64).collect();
    let beside = least(&[vec![1.0; n], line], &before)?.rss;
    let determinant = beside * rows * rows * (rows * rows - 1.0) / 12.0;
    let alpha = found.coefficients[0];
    let (method, statistic) = if scaled {
        let correction = rows.powi(6) / (24.0 * determinant) * (long_run - short_run);
        ("Phillips-Perron Z(alpha)", rows * (alpha - 1.0) - correction)
    } else {
        let t = (alpha - 1.0) / found.std_error(0);
        let bias = rows.powi(3) / (4.0 * 3f64.sqrt() * determinant.sqrt() * long_run.sqrt());
        ("Phillips-Perron Z(t)", (short_run / long_run).sqrt() * t - bias * (long_run - short_run))
    };
    let p_table = Some(table(if scaled { &ALPHA_TABLE } else { &T_TABLE }, statistic, n));
    let p_value = if scaled { f64::NAN } else { mackinnon(statistic, About::Trend) };
    let (about, critical) = (About::Trend, if scaled { [f64::NAN; 3] } else { critical(About::Trend, n) });
    Ok(UnitRoot { method, about, statistic, p_value, p_table, critical, lags, n: y.len() })
}

/// The variance of a sum of dependent values, per value, with Bartlett's weights.
pub(super) fn long_run_variance(e: &[f64], lags: usize) -> f64 {
    let n = e.len() as f64;
    let product = |lag: usize| e[lag..].iter().zip(e).map(|(a, b)| a * b).sum::<f64>();
    let weight = |lag: usize| 1.0 - lag as f64 / (lags as f64 + 1.0);
    let further: f64 = (1..=lags.min(e.len() - 1)).map(|lag| weight(lag) * product(lag)).sum();
    (product(0) + 2.0 * further) / n
}

/// The probability by the surfaces of MacKinnon (1994), "Approximate asymptotic distribution functions for unit-root and
/// cointegration tests", Journal of Business and Economic Statistics 12, 167–176.
fn mackinnon(statistic: f64, about: About) -> f64 {
    let (most, turn, low, high): (f64, f64, [f64; 3], [f64; 4]) = match about {
        About::Nought => {
            (f64::INFINITY, -1.04, [0.6344, 1.2378, 0.032496], [0.4797, 0.93557, -0.06999, 0.033066])
        }
        About::Level => (2.74, -1.61, [2.1659, 1.4412, 0.038269], [1.7339, 0.93202, -0.12745, -0.010368]),
        About::Trend => (0.7, -2.89, [3.2512, 1.6047, 0.049588], [2.5261, 0.61654, -0.37956, -0.060285]),
    };
    let least = match about {
        About::Nought => -19.04,
        About::Level => -18.83,
        About::Trend => -16.18,
    };
    if statistic > most {
        return 1.0;
    }
    if statistic < least {
        return 0.0;
    }
    let surface: &[f64] = if statistic <= turn { &low } else { &high };
    Normal.cdf(surface.iter().rev().fold(0.0, |sum, c| sum * statistic + c))
}

/// The bounds of 1, 5 and 10 % for a number of rows: MacKinnon (2010), Queen's Economics Department Working Paper 1227.
fn critical(about: About, rows: usize) -> [f64; 3] {
    let surface: [[f64; 4]; 3] = match about {
        About::Nought => [
            [-2.56574, -2.2358, -3.627, 0.0],
            [-1.94100, -0.2686, -3.365, 31.223],
            [-1.61682, 0.2656, -2.714, 25.364],
        ],
        About::Level => [
            [-3.43035, -6.5393, -16.786, -79.433],
            [-2.86154, -2.8903, -4.234, -40.040],
            [-2.56677, -1.5384, -2.809, 0.0],
        ],
        About::Trend => [
            [-3.95877, -9.0531, -28.428, -134.155],
            [-3.41049, -4.3904, -9.036, -45.374],
            [-3.12705, -2.5856, -3.925, -22.380],
        ],
    };
    surface.map(|c| c.iter().rev().fold(0.0, |sum, c| sum / rows as f64 + c))
}

const SIZES: [f64; 6] = [25.0, 50.0, 100.0, 250.0, 500.0, 100_000.0];
const SHARES: [f64; 8] = [0.01, 0.025, 0.05, 0.1, 0.9, 0.95, 0.975, 0.99];

/// Dickey and Fuller's t about a trend by the number of values: Banerjee, Dolado, Galbraith and Hendry (1993), table 4.2.
const T_TABLE: [[f64; 6]; 8] = [
    [-4.38, -4.15, -4.04, -3.99, -3.98, -3.96],
    [-3.95, -3.80, -3.73, -3.69, -3.68, -3.66],
    [-3.60, -3.50, -3.45, -3.43, -3.42, -3.41],
    [-3.24, -3.18, -3.15, -3.13, -3.13, -3.12],
    [-1.14, -1.19, -1.22, -1.23, -1.24, -1.25],
    [-0.80, -0.87, -0.90, -0.92, -0.93, -0.94],
    [-0.50, -0.58, -0.62, -0.64, -0.65, -0.66],
    [-0.15, -0.24, -0.28, -0.31, -0.32, -0.33],
];

/// The scaled coefficient about a trend: the same book, table 4.1.
const ALPHA_TABLE: [[f64; 6]; 8] = [
    [-22.5, -25.7, -27.4, -28.4, -28.9, -29.5],
    [-19.9, -22.4, -23.6, -24.4, -24.8, -25.1],
    [-17.9, -19.8, -20.7, -21.3, -21.5, -21.8],
    [-15.6, -16.8, -17.5, -18.0, -18.1, -18.3],
    [-3.66, -3.71, -3.74, -3.75, -3.76, -3.77],
    [-2.51, -2.60, -2.62, -2.64, -2.65, -2.66],
    [-1.53, -1.66, -1.73, -1.78, -1.78, -1.79],
    [-0.43, -0.65, -0.75, -0.82, -0.84, -0.87],
];

fn table(table: &[[f64; 6]; 8], statistic: f64, n: usize) -> f64 {
    between(&table.map(|row| between(&SIZES, &row, n as f64)), &SHARES, statistic)
}
