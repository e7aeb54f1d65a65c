//! Findings, and what texts would be found to be that nobody has saved.

use crate::api::problem::Refusal;
use crate::api::request::{Asked, Sent, limit};
use crate::api::texts::{TextFile, received};
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use axum::Json;
use department::book;
use diag::{Finding, Severity};
use locale::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// Findings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FindingList {
    /// The revision in which they stand; 0 for texts that were not saved.
    revision: u64,
    /// Each with `code`, `severity`, `file`, `line`, `column`, `end_line`, `end_column`, `message`, `why`, `mend` and
    /// `fix`, as `reper check --format json` prints it.
    #[schema(value_type = Vec<Object>)]
    findings: Value,
    /// How many of each weight there are in all.
    #[schema(value_type = Object)]
    summary: Value,
    /// What to put into `after` for the next part; nothing at the end.
    next: Option<usize>,
}

/// Which findings are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Of this weight: `error`, `warning` or `advice`.
    severity: Option<String>,
    /// Of this rule.
    code: Option<String>,
    /// In this file.
    file: Option<String>,
    /// After so many.
    after: Option<usize>,
    /// At most so many; 100 where nothing is said, 500 at the most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// Texts to be checked and not saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Draft {
    /// The files.
    files: Vec<TextFile>,
    /// Whether they are all that there is; otherwise they stand in the place of those of the newest revision.
    #[serde(default)]
    whole: bool,
}

/// A rule.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RuleInfo {
    /// Its code.
    code: &'static str,
    /// What it asks for, in a line.
    title: String,
    /// Why.
    why: String,
}

/// `GET /api/v1/findings`
#[utoipa::path(
    get, path = "/api/v1/findings", tag = "findings", params(Which),
    responses((status = 200, body = FindingList), super::Refusals)
)]
pub(crate) async fn findings(visit: Visit, Asked(which): Asked<Which>) -> Json<FindingList> {
    Json(list(&visit.view, visit.view.revision, &which, visit.lang))
}

/// `POST /api/v1/check`
#[utoipa::path(
    post, path = "/api/v1/check", tag = "findings", params(Which), request_body = Draft,
    responses((status = 200, body = FindingList), super::Refusals)
)]
pub(crate) async fn check(
    visit: Visit,
    Asked(which): Asked<Which>,
    Sent(draft): Sent<Draft>,
) -> Result<Json<FindingList>, Refusal> {
    let (lang, view) = (visit.lang, Arc::clone(&visit.view));
    let sent = received(draft.files, lang)?;
    let work = move || {
        let mut files = if draft.whole { department::Files::default() } else { (*view.files).clone() };
        files.by_path.extend(sent.by_path);
        let draft = view.next(0, Arc::new(files), Arc::clone(&view.figures), view.today);
        list(&draft, 0, &which, lang)
    };
    Ok(Json(tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?))
}

/// `GET /api/v1/rules`
#[utoipa::path(
    get, path = "/api/v1/rules", tag = "findings",
    responses((status = 200, body = Vec<RuleInfo>), super::Refusals)
)]
pub(crate) async fn rules(visit: Visit) -> Json<Vec<RuleInfo>> {
    let lang = visit.lang;
    let info =
        |code| RuleInfo { code, title: book().title(lang, code), why: book().why(lang, code).to_owned() };
    Json(book().iter().map(|(code, _)| info(code)).collect())
}

fn list(view: &View, revision: u64, which: &Which, lang: Lang) -> FindingList {
    let sources = &view.department().sources;
    let word = |asked: &Option<String>, is: &dyn Fn(&str) -> bool| asked.as_deref().is_none_or(is);
    let wanted = |finding: &&Finding| {
        word(&which.severity, &|severity| severity == finding.severity.word())
            && word(&which.code, &|code| code.eq_ignore_ascii_case(finding.code))
            && word(&which.file, &|file| file == &*sources.get(finding.place.file).path)
    };
    let from = which.after.unwrap_or_default();
    let most = limit(which.limit) as usize;
    let mut all = view.findings.iter().filter(wanted).skip(from);
    let here: Vec<Finding> = all.by_ref().take(most).cloned().collect();
    let next = all.next().map(|_| from + here.len());
    let mut shown = diag::json::render(book(), sources, &here, lang);
    let count = |severity| view.findings.iter().filter(|finding| finding.severity == severity).count();
    let summary = serde_json::json!({
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "advice": count(Severity::Advice),
    });
    FindingList { revision, findings: shown["findings"].take(), summary, next }
}
