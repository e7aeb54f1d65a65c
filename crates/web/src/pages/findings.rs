//! All findings by weight, with their places in the texts.

use crate::frame::{Frame, page};
use crate::notes::{self, Note, Spot, counted};
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use diag::{FileId, Severity};
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
    let sources = &visit.view.department().sources;
    let mut files: BTreeMap<FileId, usize> = BTreeMap::new();
    for finding in &visit.view.findings {
        *files.entry(finding.place.file).or_default() += 1;
    }
    let all = FilePick {
        href: "/findings".to_owned(),
        name: t!(lang, "web-all-files"),
        count: visit.view.findings.len(),
        on: filter.file.is_empty(),
    };
    let each = files.into_iter().map(|(file, count)| {
        let name = sources.get(file).path.to_string();
        let on = name == filter.file;
        FilePick { href: format!("/findings?file={}", super::encoded(&name)), name, count, on }
    });
    let files = std::iter::once(all).chain(each).collect();
    let only = sources.find(&filter.file);
    let shown = |file| filter.file.is_empty() || only == Some(file);
    let groups = Severity::ALL.into_iter().map(|severity| {
        let own = |spot: &Spot<'_>| spot.finding.severity == severity && shown(spot.finding.place.file);
        group(&visit.view, lang, severity, notes::spots(&visit.view).filter(own).collect())
    });
    page(&Page {
        frame: visit.frame(t!(lang, "web-findings")),
        files,
        groups: groups.filter(|group| !group.notes.is_empty()).collect(),
    })
}

fn group(view: &View, lang: Lang, severity: Severity, own: Vec<Spot<'_>>) -> Group {
    let title = counted(lang, severity, own.len());
    let over = own.len().saturating_sub(MOST);
    let left_out = if over > 0 { t!(lang, "web-left-out", n = over) } else { String::new() };
    let notes = own.iter().take(MOST).map(|spot| spot.note(view, lang)).collect();
    Group { weight: severity.word(), title, notes, left_out }
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
