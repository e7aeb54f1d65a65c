//! What a document is built from.

use crate::tree::{Document, Section};
use control::Series;
use department::Department;
use diag::{Book, Finding};
use jiff::civil::Date;
use locale::{Lang, date, t};
use std::collections::BTreeMap;

/// What a document is built from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The department.
    pub department: &'a Department,
    /// The findings about it.
    pub findings: &'a [Finding],
    /// What the findings say.
    pub book: &'a Book,
    /// The figures of each KPI, by its id.
    pub series: &'a BTreeMap<String, Series>,
    /// Whether any of the figures are synthetic.
    pub synthetic: bool,
    /// The day of the document.
    pub today: Date,
    /// The language of its words.
    pub lang: Lang,
}

impl Input<'_> {
    /// The frame of a document around its sections.
    pub(crate) fn document(&self, name: &'static str, title: String, sections: Vec<Section>) -> Document {
        let about = &self.department.about;
        let revision = match (about.revision.as_str(), about.revised) {
            ("", _) => t!(self.lang, "document-draft", date = date(self.lang, self.today)),
            (revision, Some(day)) => t!(self.lang, "document-revision", revision = revision, date = day),
            (revision, None) => t!(self.lang, "document-revision-undated", revision = revision),
        };
        Document {
            name,
            lang: self.lang,
            title,
            organisation: about.organisation.clone(),
            department: about.name.clone(),
            revision,
            date: self.today,
            approver: (about.approver_post.clone(), about.approver.clone()),
            agreed: self.department.units.iter().map(|unit| (unit.name.clone(), unit.head.clone())).collect(),
            note: self.synthetic.then(|| t!(self.lang, "document-synthetic")),
            sections,
        }
    }
}
