//! A department as it stands: read, checked and measured.

use crate::search::{Hit, Index, Query};
use control::{Measurement, Series};
use department::{Department, Files, Reading, check, read};
use diag::Finding;
use jiff::civil::Date;
use locale::Lang;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The figures of a department.
#[derive(Debug, Default)]
pub struct Figures {
    /// With their origins, by KPI.
    pub measurements: BTreeMap<String, Vec<Measurement>>,
    /// As series, by KPI.
    pub series: BTreeMap<String, Series>,
}

impl From<BTreeMap<String, Vec<Measurement>>> for Figures {
    fn from(measurements: BTreeMap<String, Vec<Measurement>>) -> Self {
        let series = measurements.iter().map(|(kpi, values)| (kpi.clone(), Series::of(values))).collect();
        Figures { measurements, series }
    }
}

/// A department as it stands: read, checked and measured.
#[derive(Debug)]
pub struct View {
    /// The number of its revision; 0 for texts that are in a folder.
    pub revision: u64,
    /// Its texts.
    pub files: Arc<Files>,
    /// The department and the faults of its texts.
    pub reading: Reading,
    /// All findings.
    pub findings: Vec<Finding>,
    /// Its figures.
    pub figures: Arc<Figures>,
    /// The day on which it was checked.
    pub today: Date,
    /// What its elements say, made ready when somebody first searches.
    index: OnceLock<Index>,
}

impl View {
    /// Reads and checks texts.
    pub fn new(revision: u64, files: Arc<Files>, figures: Arc<Figures>, today: Date) -> Self {
        let reading = read(&files);
        let findings = check(&reading, today);
        View { revision, files, reading, findings, figures, today, index: OnceLock::new() }
    }

    /// The department.
    pub fn department(&self) -> &Department {
        &self.reading.department
    }

    /// The elements that fit a query best, the best first.
    pub fn search(&self, query: &Query, most: usize) -> Vec<Hit> {
        self.index.get_or_init(|| Index::of(self.department())).find(self.department(), query, most)
    }

    /// The figures as series, by KPI.
    pub fn series(&self) -> &BTreeMap<String, Series> {
        &self.figures.series
    }

    /// Whether any of the figures are synthetic.
    pub fn synthetic(&self) -> bool {
        self.figures.measurements.values().flatten().any(|value| value.origin.synthetic)
    }

    /// What documents are built from.
    pub fn input(&self, lang: Lang) -> report::Input<'_> {
        report::Input {
            department: &self.reading.department,
            findings: &self.findings,
            book: department::book(),
            series: &self.figures.series,
            synthetic: self.synthetic(),
            today: self.today,
            lang,
            revision: self.revision,
            approval: None,
        }
    }

    /// What files of tables are made from.
    pub fn source(&self, lang: Lang) -> exchange::Source<'_> {
        exchange::Source {
            department: &self.reading.department,
            files: &self.files,
            measurements: &self.figures.measurements,
            series: &self.figures.series,
            findings: &self.findings,
            revision: self.revision,
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
