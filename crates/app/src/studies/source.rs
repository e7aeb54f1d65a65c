//! Where data are found by name.

use crate::{AppError, Figures};
use control::{Series, period_end};
use department::model::Rhythm;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use store::Store;
use study::Data;

/// Where data are found: the department's own measurements as `kpi` (by month), `kpi.week` and `kpi.day`; files that were
/// brought to the store; files of the folder `data/`.
pub struct Shelf<'a> {
    /// The files that were brought.
    pub store: &'a dyn Store,
    /// The folder that has `data/` in it.
    pub folder: Option<&'a Path>,
    /// The measurements.
    pub figures: &'a Figures,
    /// Grows whenever measurements change.
    pub stamp: u64,
}

/// A name that is a plain file's: no folder, nothing hidden.
pub fn belongs(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with('.')
        && !name.chars().any(|sign| matches!(sign, '/' | '\\' | ':') || sign.is_control())
}

/// The rhythm of the department's own measurements under a name.
fn rhythm(name: &str) -> Option<Rhythm> {
    match name {
        "kpi" => Some(Rhythm::Month),
        "kpi.week" => Some(Rhythm::Week),
        "kpi.day" => Some(Rhythm::Day),
        _ => None,
    }
}

impl Shelf<'_> {
    /// What changes whenever the data of a name change; nothing where there are none.
    pub async fn version(&self, name: &str) -> Result<Option<u64>, AppError> {
        if rhythm(name).is_some() {
            return Ok(Some(self.stamp));
        }
        if let Some(kept) = self.store.datasets().await?.into_iter().find(|kept| kept.name == name) {
            return Ok(Some(kept.version));
        }
        let data = self.file(name).and_then(|file| std::fs::metadata(file).ok());
        let changed =
            |data: &std::fs::Metadata| data.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok();
        Ok(data.map(|data| changed(&data).map_or(0, |time| time.as_nanos() as u64) ^ data.len()))
    }

    /// The data of a name.
    pub async fn open(&self, name: &str) -> Result<Data, AppError> {
        if let Some(rhythm) = rhythm(name) {
            return Ok(measured(name, &self.figures.series, rhythm)?);
        }
        if let Some(content) = self.store.dataset(name).await? {
            return Ok(Data::open(name, &content)?);
        }
        match self.file(name) {
            Some(file) => super::ask::open(&file),
            None => Err(AppError::NoPath(Path::new("data").join(name))),
        }
    }

    fn file(&self, name: &str) -> Option<PathBuf> {
        let file = self.folder?.join("data").join(name);
        (belongs(name) && file.is_file()).then_some(file)
    }
}

/// The department's measurements: a row a period, a column a KPI, the mean where a period has several.
fn measured(name: &str, series: &BTreeMap<String, Series>, rhythm: Rhythm) -> Result<Data, study::Fault> {
    let periods: BTreeMap<&String, BTreeMap<Date, (f64, f64)>> = series
        .iter()
        .map(|(kpi, series)| {
            let mut sums = BTreeMap::new();
            for point in series.points.iter() {
                let (sum, count) = sums.entry(period_end(point.date, rhythm)).or_insert((0.0, 0.0));
                *sum += point.value;
                *count += 1.0;
            }
            (kpi, sums)
        })
        .collect();
    let days: BTreeSet<Date> = periods.values().flat_map(|sums| sums.keys().copied()).collect();
    let column = |(kpi, sums): (&&String, &BTreeMap<Date, (f64, f64)>)| {
        let value = |day| sums.get(day).map_or(f64::NAN, |(sum, count)| sum / count);
        stats::Column {
            name: (*kpi).clone(),
            values: stats::Values::Number(days.iter().map(value).collect()),
        }
    };
    let first = Date::constant(1970, 1, 1);
    let since = |day: &Date| f64::from((*day - first).get_days());
    let date = stats::Column {
        name: "date".to_owned(),
        values: stats::Values::Number(days.iter().map(since).collect()),
    };
    let columns = std::iter::once(date).chain(periods.iter().map(column));
    Ok(Data::of_frame(name, stats::Frame::new(columns.collect())?))
}
