//! Which errors a table of coefficients has.

use crate::{Fault, Options};
use stats::regress::{
    Covariance, Cr, Design, Fit, Hc, Lags, Observed, andrews, clustered, driscoll_kraay, hc, newey_west,
};
use stats::{Error, Frame, MISSING, Values};
use std::collections::HashMap;

/// The kinds of errors.
pub(super) const KINDS: &[&str] = &[
    "classic",
    "hc0",
    "hc1",
    "hc2",
    "hc3",
    "hc4",
    "hc4m",
    "hc5",
    "newey-west",
    "andrews",
    "cluster",
    "driscoll-kraay",
];

/// What is done about clusters being few.
pub(super) const CORRECTIONS: &[&str] = &["cr0", "cr1", "cr1s", "cr2", "cr3"];

/// A kind of White's errors by its word.
pub(super) fn hc_of(word: &str) -> Option<Hc> {
    Some(match word {
        "hc0" => Hc::Hc0,
        "hc1" => Hc::Hc1,
        "hc2" => Hc::Hc2,
        "hc3" => Hc::Hc3,
        "hc4" => Hc::Hc4,
        "hc4m" => Hc::Hc4m,
        "hc5" => Hc::Hc5,
        _ => return None,
    })
}

/// The columns beside those of the formula that errors need.
pub(super) fn beside(options: &Options) -> Result<Vec<String>, Fault> {
    match options.text("errors") {
        "cluster" => {
            options.needed("cluster")?;
            Ok(options.columns("cluster"))
        }
        "driscoll-kraay" => Ok(vec![options.needed("time")?.to_owned()]),
        _ => Ok(Vec::new()),
    }
}

/// The covariance that was chosen.
pub(super) fn chosen(
    options: &Options,
    frame: &Frame,
    design: &Design,
    fit: &Fit,
    observed: &Observed,
) -> Result<Covariance, Fault> {
    let word = options.text("errors");
    if let Some(kind) = hc_of(word) {
        return Ok(hc(fit, design, kind)?);
    }
    let lag = options.whole("lag").map(|lag| lag as usize);
    Ok(match word {
        "newey-west" => {
            newey_west(fit, observed, Lags { lag, prewhite: options.flag("prewhiten"), adjust: false })?
        }
        "andrews" => andrews(fit, observed, true)?,
        "cluster" => {
            let ids = options
                .columns("cluster")
                .iter()
                .map(|name| numbered(frame, name, &design.rows))
                .collect::<Result<Vec<_>, _>>()?;
            let ids: Vec<&[u32]> = ids.iter().map(Vec::as_slice).collect();
            let kind = match options.text("correction") {
                "cr0" => Cr::Cr0,
                "cr1" => Cr::Cr1,
                "cr2" => Cr::Cr2,
                "cr3" => Cr::Cr3,
                _ => Cr::Cr1s,
            };
            clustered(fit, observed, &ids, kind)?
        }
        "driscoll-kraay" => {
            let time = numbered(frame, options.needed("time")?, &design.rows)?;
            // The rule of thumb that goes with the method: the fourth root of the number of times.
            let times = time.iter().max().map_or(1.0, |&last| f64::from(last) + 1.0);
            driscoll_kraay(fit, observed, &time, lag.unwrap_or(times.powf(0.25).floor() as usize))?
        }
        _ => fit.covariance(),
    })
}

/// A number for each row's value of a column; figures are numbered in their order, so that times stay in order.
fn numbered(frame: &Frame, name: &str, rows: &[usize]) -> Result<Vec<u32>, Error> {
    match &frame.column(name)?.values {
        Values::Factor { codes, .. } => {
            Ok(rows.iter().map(|&row| codes.get(row).copied().unwrap_or(MISSING)).collect())
        }
        Values::Number(values) => {
            let mut order: Vec<f64> = rows.iter().filter_map(|&row| values.get(row).copied()).collect();
            order.sort_by(f64::total_cmp);
            order.dedup();
            let places: HashMap<u64, u32> = order.iter().map(|value| value.to_bits()).zip(0..).collect();
            let place = |&row: &usize| values.get(row).and_then(|value| places.get(&value.to_bits()));
            Ok(rows.iter().map(|row| place(row).copied().unwrap_or(MISSING)).collect())
        }
    }
}
