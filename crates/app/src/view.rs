//! A department as it stands: read, checked and measured.

use crate::Judged;
use crate::search::{Hit, Index, Query};
use crate::studies::Answers;
use control::correction::Run;
use control::{Known, Measurement, Series, derived};
use department::{Department, Files, Heads, Held, Reading, check_with, read};
use diag::{Finding, Place};
use jiff::civil::Date;
use locale::Lang;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The figures of a department.
#[derive(Debug, Default, Clone)]
pub struct Figures {
    /// What is known, by KPI.
    pub known: Arc<BTreeMap<String, Known>>,
    /// Whether any of it was made up, for a demonstration.
    pub synthetic: bool,
    /// What is read of it, by KPI: of some only what was confirmed, of others what comes of a formula.
    pub series: Arc<BTreeMap<String, Series>>,
    /// What the studies have answered.
    pub answers: Arc<Answers>,
    /// What they say of the plan.
    pub judged: Arc<Judged>,
    /// The corrections that were opened, the latest first.
    pub corrections: Arc<Vec<Run>>,
}

impl From<BTreeMap<String, Known>> for Figures {
    fn from(known: BTreeMap<String, Known>) -> Self {
        Figures { known: Arc::new(known), ..Figures::default() }
    }
}

impl Figures {
    /// These with what has become known since.
    pub fn next(&self, new: BTreeMap<String, Known>) -> Self {
        let mut known = BTreeMap::clone(&self.known);
        known.extend(new);
        let series = Arc::default();
        Figures { known: Arc::new(known), series, ..self.clone() }
    }

    /// These as a department reads them.
    pub(crate) fn read(&self, department: &Department, today: Date) -> Self {
        let of = |(kpi, known): (&String, &Known)| {
            let confirmed = department.kpis.get(kpi).is_some_and(|kpi| kpi.confirmed);
            (kpi.clone(), known.read(confirmed))
        };
        let mut series: BTreeMap<String, Series> = self.known.iter().map(of).collect();
        // What has a formula is computed, whatever else was once brought in for it.
        let computed = derived(department, &series, today);
        series.extend(computed);
        let synthetic = self.known.values().any(|known| known.synthetic.contains(&true));
        Figures { series: Arc::new(series), synthetic, ..self.clone() }
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
        let figures = Arc::new(figures.read(&reading.department, today));
        let mut facts = figures.answers.facts(language(&reading.department));
        figures.judged.tell(&mut facts);
        let findings = check_with(&reading, &facts, today);
        let (index, heads) = (OnceLock::new(), OnceLock::new());
        View { revision, files, reading, findings, figures, today, index, heads }
    }

    /// The same with other figures, checked anew.
    pub(crate) fn with(self, figures: Figures) -> Self {
        View::of(self.revision, self.files, self.reading, Arc::new(figures), self.today)
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
        self.figures.synthetic
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
            judged: Some(&*self.figures.judged),
            corrections: &self.figures.corrections,
            part: None,
        }
    }

    /// What files of tables are made from; the measurements come from the store.
    pub fn source<'a>(
        &'a self,
        measurements: &'a BTreeMap<String, Vec<Measurement>>,
        lang: Lang,
    ) -> exchange::Source<'a> {
        exchange::Source {
            department: &self.reading.department,
            files: &self.files,
            measurements,
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
