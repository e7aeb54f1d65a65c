//! A department as it stands: read, checked and measured.

use crate::search::{Hit, Index, Query};
use crate::studies::Answers;
use control::{Measurement, Series};
use department::{Department, Files, Heads, Held, Reading, check_with, read};
use diag::{Finding, Place};
use jiff::civil::Date;
use locale::Lang;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The figures of a department.
#[derive(Debug, Default, Clone)]
pub struct Figures {
    /// With their origins, by KPI.
    pub measurements: Arc<BTreeMap<String, Vec<Measurement>>>,
    /// As series, by KPI.
    pub series: Arc<BTreeMap<String, Series>>,
    /// What the studies have answered.
    pub answers: Arc<Answers>,
}

impl From<BTreeMap<String, Vec<Measurement>>> for Figures {
    fn from(measurements: BTreeMap<String, Vec<Measurement>>) -> Self {
        let series = measurements.iter().map(|(kpi, values)| (kpi.clone(), Series::of(values))).collect();
        let (measurements, series) = (Arc::new(measurements), Arc::new(series));
        Figures { measurements, series, answers: Arc::default() }
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
    /// Where its tables begin, made ready when a finding is first shown.
    heads: OnceLock<Heads>,
}

impl View {
    /// Reads and checks texts.
    pub fn new(revision: u64, files: Arc<Files>, figures: Arc<Figures>, today: Date) -> Self {
        let reading = read(&files);
        View::of(revision, files, reading, figures, today)
    }

    /// Reads and checks texts that have come from those of this view, most often by few changes.
    pub fn next(&self, revision: u64, files: Arc<Files>, figures: Arc<Figures>, today: Date) -> Self {
        let Some(reading) = self.reading.again(&files) else {
            return View::new(revision, files, figures, today);
        };
        let index = self.index.get().map(|index| index.next(self.department(), &reading.department));
        let view = View::of(revision, files, reading, figures, today);
        // Where nobody has searched before, the first who does makes it.
        index.into_iter().for_each(|index| drop(view.index.set(index)));
        view
    }

    fn of(revision: u64, files: Arc<Files>, reading: Reading, figures: Arc<Figures>, today: Date) -> Self {
        let facts = figures.answers.facts(language(&reading.department));
        let findings = check_with(&reading, &facts, today);
        let (index, heads) = (OnceLock::new(), OnceLock::new());
        View { revision, files, reading, findings, figures, today, index, heads }
    }

    /// The department.
    pub fn department(&self) -> &Department {
        &self.reading.department
    }

    /// The elements that fit a query best, the best first.
    pub fn search(&self, query: &Query, most: usize) -> Vec<Hit> {
        self.index.get_or_init(|| Index::of(self.department())).find(self.department(), query, most)
    }

    /// The table that a place of the texts is in.
    pub fn held(&self, place: Place) -> Option<Held<'_>> {
        self.heads.get_or_init(|| Heads::of(self.department())).at(self.department(), place)
    }

    /// What a place of the texts is in: the element as `goal.trust`, the table that stands alone, or the file; and what
    /// people call it.
    pub fn subject(&self, place: Place) -> (String, String) {
        let alone = |name: &str| (name.to_owned(), name.to_owned());
        match self.held(place) {
            Some(Held::Element(kind, id, title)) => (format!("{}.{id}", kind.key()), title.to_owned()),
            Some(Held::Alone(table)) => alone(table),
            None => alone(&self.department().sources.get(place.file).path),
        }
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
            answers: Some(&*self.figures.answers),
            part: None,
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
        language(self.department())
    }
}

/// The language that a department's texts are in.
pub(crate) fn language(department: &Department) -> Lang {
    match department.about.language {
        Some(department::model::Language::Ru) => Lang::Ru,
        _ => Lang::En,
    }
}
