//! The control report, in every form and language.

use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::reports::{self, FORMS};
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use locale::Lang;

/// The files to take away in a language: address and form.
pub(super) fn downloads(lang: Lang) -> Vec<(String, String)> {
    FORMS.map(|form| (format!("/control/report/control.{lang}.{form}"), form.to_uppercase())).into()
}

/// `GET /control/report/control.ru.pdf`: the report of this day. That it went out is in the audit trail.
pub(super) async fn file(
    State(desk): State<Desk>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let (lang, form) = asked(&name).ok_or(Problem::NotFound)?;
    let view = desk.workspace(Some(lang)).view().await.map_err(|error| Problem::of(error, visit.lang))?;
    let printer = desk.printer();
    let work = move || reports::file(&view, lang, form, &*printer);
    let content = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?.map_err(Problem::fault)?;
    visit.note(&desk, "export", &name).await?;
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition).map_err(Problem::fault)?;
    let media_type = HeaderValue::from_static(reports::media_type(form));
    Ok(([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], content).into_response())
}

/// Language and form of a file's name.
fn asked(name: &str) -> Option<(Lang, &'static str)> {
    let mut parts = name.split('.');
    let (which, lang, form) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
    let form = FORMS.into_iter().find(|known| *known == form)?;
    (which == "control" && parts.next().is_none()).then_some((lang, form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_there_are_can_be_asked_for() {
        assert_eq!(asked("control.ru.xlsx"), Some((Lang::Ru, "xlsx")));
        for name in
            ["control", "control.ru", "control.de.pdf", "sostac.ru.pdf", "control.ru.pdf.exe", "..", ""]
        {
            assert_eq!(asked(name), None, "{name}");
        }
    }
}
