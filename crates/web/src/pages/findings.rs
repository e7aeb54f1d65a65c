//! All findings by weight, with their places in the texts.

use crate::frame::{Frame, page};
use crate::notes::{self, Note, counted};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use diag::Severity;
use locale::{Lang, t};
use serde::Deserialize;
use std::collections::BTreeMap;

/// So many findings of a weight are listed; a department with more has mended none yet.
const MOST: usize = 200;

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filter {
    #[serde(default)]
    file: String,
}

/// A file to narrow the list to; the first stands for all.
struct FilePick {
    href: String,
    name: String,
    count: usize,
    on: bool,
}

/// Findings of one weight.
struct Group {
    weight: &'static str,
    title: String,
    notes: Vec<Note>,
    left_out: String,
}

#[derive(Template)]
#[template(path = "pages/findings.html")]
struct Page {
    frame: Frame,
    files: Vec<FilePick>,
    groups: Vec<Group>,
}

/// `GET /findings?file=…`
pub(super) async fn findings(
    visit: Visit,
    filter: Result<Query<Filter>, QueryRejection>,
) -> Result<Html<String>, Problem> {
    let Query(filter) = filter.map_err(|_| Problem::Wrong)?;
    let lang = visit.lang;
    let mut notes = notes::notes(&visit.view, lang);
    let mut files: BTreeMap<String, usize> = BTreeMap::new();
    for note in &notes {
        *files.entry(note.file.clone()).or_default() += 1;
    }
    let all = FilePick {
        href: "/findings".to_owned(),
        name: t!(lang, "web-all-files"),
        count: notes.len(),
        on: filter.file.is_empty(),
    };
    let each = files.into_iter().map(|(name, count)| FilePick {
        href: format!("/findings?file={}", super::encoded(&name)),
        on: name == filter.file,
        name,
        count,
    });
    let files = std::iter::once(all).chain(each).collect();
    notes.retain(|note| filter.file.is_empty() || note.file == filter.file);
    let groups = Severity::ALL.into_iter().map(|severity| group(lang, severity, &mut notes));
    page(&Page {
        frame: visit.frame(t!(lang, "web-findings")),
        files,
        groups: groups.filter(|group| !group.notes.is_empty()).collect(),
    })
}

fn group(lang: Lang, severity: Severity, notes: &mut Vec<Note>) -> Group {
    let weight = severity.word();
    let (mut own, rest): (Vec<Note>, Vec<Note>) = notes.drain(..).partition(|note| note.weight == weight);
    *notes = rest;
    let title = counted(lang, severity, own.len());
    let over = own.len().saturating_sub(MOST);
    own.truncate(MOST);
    let left_out = if over > 0 { t!(lang, "web-left-out", n = over) } else { String::new() };
    Group { weight, title, notes: own, left_out }
}

/// How many there are of each weight that occurs: class and words.
pub(super) fn counts<'a>(lang: Lang, weights: impl Iterator<Item = &'a str>) -> Vec<(&'static str, String)> {
    let mut each = [0_usize; Severity::ALL.len()];
    for weight in weights {
        if let Some(at) = Severity::ALL.iter().position(|severity| severity.word() == weight) {
            each[at] += 1;
        }
    }
    let occurring = Severity::ALL.into_iter().zip(each).filter(|(_, n)| *n > 0);
    occurring.map(|(severity, n)| (severity.word(), counted(lang, severity, n))).collect()
}
