//! A department's folder with its figures, checked afresh when its texts change.

use crate::{AppError, Clock, load};
use control::{Measurement, Series};
use department::{Department, Files, Reading, check, read};
use diag::Finding;
use jiff::civil::Date;
use locale::Lang;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use store::Store;

/// The name of the database beside the texts.
pub const DATABASE: &str = "reper.db";

/// A department's folder and the store of its figures.
pub struct Workspace {
    root: PathBuf,
    store: Arc<dyn Store>,
    clock: Clock,
    last: Mutex<Option<(Files, Arc<View>)>>,
}

/// A department as it stands: read, checked and measured.
#[derive(Debug)]
pub struct View {
    /// The department and the faults of its texts.
    pub reading: Reading,
    /// All findings.
    pub findings: Vec<Finding>,
    /// The figures with their origins, by KPI.
    pub measurements: BTreeMap<String, Vec<Measurement>>,
    /// The figures as series, by KPI.
    pub series: BTreeMap<String, Series>,
    /// The day on which it was checked.
    pub today: Date,
}

impl View {
    /// Reads and checks texts.
    pub fn new(files: &Files, measurements: BTreeMap<String, Vec<Measurement>>, today: Date) -> Self {
        let reading = read(files);
        let findings = check(&reading, today);
        let series = measurements.iter().map(|(kpi, values)| (kpi.clone(), Series::of(values))).collect();
        View { reading, findings, measurements, series, today }
    }

    /// The department.
    pub fn department(&self) -> &Department {
        &self.reading.department
    }

    /// Whether any of the figures are synthetic.
    pub fn synthetic(&self) -> bool {
        self.measurements.values().flatten().any(|value| value.origin.synthetic)
    }

    /// What documents are built from.
    pub fn input(&self, lang: Lang) -> report::Input<'_> {
        report::Input {
            department: &self.reading.department,
            findings: &self.findings,
            book: department::book(),
            series: &self.series,
            synthetic: self.synthetic(),
            today: self.today,
            lang,
        }
    }

    /// The language that the department's texts are in.
    pub fn language(&self) -> Lang {
        match self.department().about.language {
            Some(department::model::Language::Ru) => Lang::Ru,
            _ => Lang::En,
        }
    }
}

impl Workspace {
    /// The department in a folder, with its figures in a store.
    pub fn new(root: impl Into<PathBuf>, store: Arc<dyn Store>, clock: Clock) -> Self {
        Workspace { root: root.into(), store, clock, last: Mutex::new(None) }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its figures.
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// The department as it stands now. Texts that have not changed since the last view are not checked again.
    pub async fn view(&self) -> Result<Arc<View>, AppError> {
        let files = load(&self.root)?;
        let measurements = self.store.all().await?;
        let today = self.clock.today();
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((known, view)) = &*last
            && *known == files
            && view.today == today
            && view.measurements == measurements
        {
            return Ok(Arc::clone(view));
        }
        let view = Arc::new(View::new(&files, measurements, today));
        *last = Some((files, Arc::clone(&view)));
        Ok(view)
    }
}
