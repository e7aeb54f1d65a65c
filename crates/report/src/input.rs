//! What a document is built from.

use crate::sections::Answers;
use crate::tree::{Document, Section};
use crate::{Approval, sheets};
use control::correction::Run;
use control::{Judged, Series};
use department::{Department, Table};
use diag::{Book, Finding};
use jiff::civil::Date;
use locale::{Lang, t};
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
    /// The number of the revision; 0 for texts that are in a folder.
    pub revision: u64,
    /// The revision's approval; without one it is a draft.
    pub approval: Option<&'a Approval>,
    /// What the studies have answered, where that is known.
    pub answers: Option<&'a dyn Answers>,
    /// What the figures say of the plan, where that is known.
    pub judged: Option<&'a Judged>,
    /// The corrections that were opened, the latest first.
    pub corrections: &'a [Run],
    /// The part of the long listings that is shown; documents show them whole.
    pub part: Option<Part>,
}

/// A part of the long listings: of each kind so many elements, from that number on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The number of the first that is shown, counted from 0.
    pub from: usize,
    /// How many are shown.
    pub most: usize,
}

impl Input<'_> {
    /// The elements of a kind that are shown.
    pub(crate) fn some<'t, T>(&self, table: &'t Table<T>) -> impl Iterator<Item = &'t T> + use<'t, T> {
        let (from, most) = self.part.map_or((0, usize::MAX), |part| (part.from, part.most));
        table.iter().skip(from).take(most)
    }

    /// Whether the element of that number in its table is shown.
    pub(crate) fn shows(&self, number: usize) -> bool {
        self.part.is_none_or(|part| number >= part.from && number - part.from < part.most)
    }

    /// The frame of a document around its sections.
    pub(crate) fn document(&self, name: &'static str, title: String, sections: Vec<Section>) -> Document {
        let about = &self.department.about;
        let approver = match self.approval {
            Some(approval) => approval.approver.clone(),
            None => (about.approver_post.clone(), about.approver.clone()),
        };
        Document {
            name,
            lang: self.lang,
            title,
            organisation: about.organisation.clone(),
            department: about.name.clone(),
            revision: self.revision_words(),
            date: self.today,
            normative: true,
            draft: self.approval.is_none(),
            approved: self.approval.map(|approval| approval.on),
            approver,
            agreed: self.department.units.iter().map(|unit| (unit.name.clone(), unit.head.clone())).collect(),
            note: self.synthetic.then(|| t!(self.lang, "document-synthetic")),
            sections,
            sheets: self.approval.map_or_else(Vec::new, |approval| sheets::sheets(self, approval)),
        }
    }

    /// Which revision this is: the approved one with its day, a draft of the store's, or what the texts themselves say.
    fn revision_words(&self) -> String {
        let (lang, about) = (self.lang, &self.department.about);
        match (self.approval, self.revision, about.revision.as_str(), about.revised) {
            (Some(approval), ..) => {
                t!(lang, "document-approved", revision = approval.revision, date = approval.on)
            }
            (None, 0, "", _) => t!(lang, "document-draft", date = self.today),
            (None, 0, revision, Some(day)) => {
                t!(lang, "document-revision", revision = revision, date = day)
            }
            (None, 0, revision, None) => t!(lang, "document-revision-undated", revision = revision),
            (None, number, ..) => t!(lang, "document-draft-of", revision = number, date = self.today),
        }
    }
}
