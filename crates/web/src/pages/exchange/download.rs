//! The department's tables, days and whole, to take along.

use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Rendered;
use app::exchange::{Export, export, export_table};
use axum::extract::{Path, Query, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use locale::Lang;
use serde::Deserialize;

/// Links to the files of the department as a whole.
pub(in crate::pages) struct Downloads {
    /// Address, form and language of each, the reader's language first.
    pub files: Vec<(String, String, &'static str)>,
}

impl Downloads {
    pub fn of(lang: Lang) -> Self {
        let own_first = [lang].into_iter().chain(Lang::ALL.into_iter().filter(move |other| *other != lang));
        let each = own_first.flat_map(|lang| Export::ALL.map(|form| (lang, form)));
        let files = each.map(|(lang, form)| {
            let href = format!("/export/department.{lang}.{}", form.ending());
            (href, form.word().to_uppercase(), lang.own_name())
        });
        Downloads { files: files.collect() }
    }
}

/// Whose days a calendar holds.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    person: Option<String>,
}

/// What is asked for by a file's name.
#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    /// `department.ru.xlsx`
    Whole(Lang, Export),
    /// `action.ru.csv`
    Table(String, Lang),
}

/// `GET /export/department.ru.xlsx`, `GET /export/action.en.csv`
async fn file(desk: &Desk, visit: &Visit, name: &str, person: Option<String>) -> Result<Response, Problem> {
    let wanted = wanted(name).ok_or(Problem::NotFound)?;
    let lang = match &wanted {
        Wanted::Whole(lang, _) | Wanted::Table(_, lang) => *lang,
    };
    let view = crate::visit::view(desk, Some(lang)).await?;
    let measurements = desk.workspace(Some(lang)).store().all().await.map_err(Problem::fault)?;
    let media_type = match &wanted {
        Wanted::Whole(_, form) => form.media_type(),
        Wanted::Table(..) => "text/csv; charset=utf-8",
    };
    let work = move || match wanted {
        Wanted::Whole(lang, form) => export(&view, &measurements, form, lang, person.as_deref()).map(Some),
        Wanted::Table(table, lang) => Ok(export_table(&view, &measurements, &table, lang)),
    };
    let made = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?.map_err(Problem::fault)?;
    let made = made.ok_or(Problem::NotFound)?;
    visit.note(desk, "export", &made.name).await?;
    attached(made, media_type)
}

pub(super) async fn export_named(
    State(desk): State<Desk>,
    visit: Visit,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    file(&desk, &visit, &name, asked.person).await
}

/// A file as an answer that is kept and not shown.
fn attached(made: Rendered, media_type: &'static str) -> Result<Response, Problem> {
    let disposition = format!("attachment; filename=\"{}\"", made.name);
    let disposition = HeaderValue::from_str(&disposition).map_err(Problem::fault)?;
    let media_type = HeaderValue::from_static(media_type);
    Ok(([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], made.content).into_response())
}

fn wanted(name: &str) -> Option<Wanted> {
    let (what, rest) = name.split_once('.')?;
    let (lang, ending) = rest.split_once('.')?;
    let lang = lang.parse().ok()?;
    if what == "department" {
        let form = Export::ALL.into_iter().find(|form| form.ending() == ending)?;
        return Some(Wanted::Whole(lang, form));
    }
    let plain = |sign: char| sign.is_ascii_lowercase() || sign == '_';
    (ending == "csv" && what.chars().all(plain)).then(|| Wanted::Table(what.to_owned(), lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_there_are_can_be_asked_for() {
        assert_eq!(wanted("department.ru.xlsx"), Some(Wanted::Whole(Lang::Ru, Export::Xlsx)));
        assert_eq!(wanted("department.en.csv.zip"), Some(Wanted::Whole(Lang::En, Export::Csv)));
        assert_eq!(wanted("action.en.csv"), Some(Wanted::Table("action".to_owned(), Lang::En)));
        for name in
            ["department", "department.ru", "department.de.xlsx", "action.ru.pdf", "../x.ru.csv", "", "."]
        {
            assert_eq!(wanted(name), None, "{name}");
        }
    }
}
