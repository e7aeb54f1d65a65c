//! `studies.toml`: questions put to data, with their method and what was found.

use super::Person;
use super::choices::*;
use crate::element::{Ref, element};
use jiff::civil::Date;

element! {
    /// `[study.drivers]`: a question to data. It is asked anew as data come; an answer that changed is a finding.
    Study = "study" {
        /// The question, as a person would ask it.
        name: String,
        /// The data: a file of the department's `data/`, or `kpi` for its own measurements.
        data: String,
        /// Which rows are asked: `type = "video"`.
        filter: String,
        /// Columns counted from others: `engagement = (likes + comments) / reach`.
        derive: Vec<String>,
        /// The kind of question.
        method: Option<StudyMethod>,
        /// What was chosen: `formula = comments ~ type`, `k = 4`.
        options: Vec<String>,
        /// Data whose rows the answer is asked of too: what to expect of them, which kind they are.
        new: String,
        /// What the analyst makes of it.
        words: String,
        /// The answer that was accepted, in short; it is written by Reper when the analyst accepts it.
        found: String,
        /// The day on which it was accepted.
        date: Option<Date>,
        /// The analyst.
        owner: Option<Ref<Person>>,
        /// Whether it is printed with the documents.
        printed: bool,
    }
}
