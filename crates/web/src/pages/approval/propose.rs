//! The form that proposes a revision: what stands in the way, and a reason for every warning.

use super::one::users;
use super::{Sent, of};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use app::approval::{ApprovalError, Draft, Warned, Wish, propose_check};
use app::{AppError, Reason, View};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use department::book;
use diag::Severity;
use locale::{Lang, t};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// So many errors are listed here; the rest stand on the page of findings.
const ERRORS: usize = 10;
/// So many warnings of a rule have a field of their own; for the rest there is the rule's.
const FIELDS: usize = 100;

/// A warning with the field for its reason.
struct Field {
    name: String,
    id: String,
    message: String,
    label: String,
    reason: String,
    missing: bool,
}

/// The warnings of a rule.
struct Group {
    code: &'static str,
    /// What the rule finds, where it has found it at several places: HTML.
    rule: String,
    /// The field for all of them, where there are several.
    name: String,
    reason: String,
    fields: Vec<Field>,
    more: usize,
    several: bool,
}

#[derive(Template)]
#[template(path = "pages/approval/propose.html")]
struct Page {
    frame: Frame,
    revision: u64,
    problem: String,
    errors: usize,
    blocked: Vec<Note>,
    groups: Vec<Group>,
    note: String,
    stages: Vec<(String, String)>,
    /// Whether nobody can decide yet: users are to be bound to people first.
    unbound: bool,
}

/// What was typed, by the name of its field.
type Typed = HashMap<String, String>;

/// `GET /approval/propose`
pub(super) async fn show(State(desk): State<Desk>, visit: Visit) -> Result<Response, Problem> {
    let view = Arc::clone(&visit.view);
    if view.revision == 0 || visit.approvals.open.is_some() {
        return Ok(Redirect::to("/approval").into_response());
    }
    Ok(form(&desk, &visit, view, &Typed::new(), "", &[]).await?.into_response())
}

/// `POST /approval/propose`
pub(super) async fn send(
    State(desk): State<Desk>,
    visit: Visit,
    sent: Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let typed: Typed = of(sent)?.into_iter().collect();
    let revision: u64 = typed.get("revision").and_then(|text| text.parse().ok()).ok_or(Problem::Wrong)?;
    let lang = visit.lang;
    let users = users(&desk, &visit).await?;
    let view = visit.workspace.view_of(revision).await.map_err(|error| Problem::of(error, lang))?;
    let warned = app::approval::warned(&view, lang);
    let reasons = warned.iter().map(|one| Reason {
        code: one.code.to_owned(),
        subject: one.subject.clone(),
        reason: reason(&typed, one),
    });
    let note = typed.get("note").cloned().unwrap_or_default();
    let wish = Wish { revision, note, reasons: reasons.collect() };
    match visit.workspace.propose(&visit.act(&desk), &users, &wish).await {
        Ok(_) => Ok(Redirect::to("/approval").into_response()),
        Err(AppError::Approval(error)) => {
            let missing = match &error {
                ApprovalError::Unreasoned(which) => which.clone(),
                _ => Vec::new(),
            };
            let page = form(&desk, &visit, view, &typed, &error.message(lang), &missing).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(Problem::of(error, lang)),
    }
}

/// The reason of a warning: its own, else the one of its rule.
fn reason(typed: &Typed, one: &Warned) -> String {
    let own = typed.get(&own_name(one)).map(|text| text.trim()).filter(|text| !text.is_empty());
    let own = own.or_else(|| typed.get(&rule_name(one.code)).map(|text| text.trim()));
    own.unwrap_or_default().to_owned()
}

fn own_name(one: &Warned) -> String {
    format!("one.{}.{}", one.code, one.subject)
}

fn rule_name(code: &str) -> String {
    format!("all.{code}")
}

async fn form(
    desk: &Desk,
    visit: &Visit,
    view: Arc<View>,
    typed: &Typed,
    problem: &str,
    missing: &[(String, String)],
) -> Result<impl IntoResponse + use<>, Problem> {
    let lang = visit.lang;
    let draft = propose_check(Arc::clone(&view), &users(desk, visit).await?, lang);
    let problem = match (&draft.stages, problem) {
        (Err(error), "") => error.message(lang),
        (_, problem) => problem.to_owned(),
    };
    page(&Page {
        frame: visit.frame(t!(lang, "approval-propose-title", revision = view.revision)),
        revision: view.revision,
        problem,
        errors: draft.errors,
        blocked: blocked(&view, lang),
        unbound: draft.stages.is_err(),
        stages: stages(visit, desk, &draft).await?,
        groups: groups(draft.warned, typed, missing, lang),
        note: typed.get("note").cloned().unwrap_or_default(),
    })
}

/// The first of the errors that stand in the way.
fn blocked(view: &View, lang: Lang) -> Vec<Note> {
    let errors = notes::spots(view).filter(|spot| spot.finding.severity == Severity::Error);
    errors.take(ERRORS).map(|spot| spot.note(view, lang)).collect()
}

/// Who will be asked, stage by stage.
async fn stages(visit: &Visit, desk: &Desk, draft: &Draft) -> Result<Vec<(String, String)>, Problem> {
    let (lang, users) = (visit.lang, users(desk, visit).await?);
    let name = |login: &String| app::approval::signatory(draft.view.department(), &users, login, lang).name;
    let shown = |stage: &app::Stage| match stage.logins.is_empty() {
        true => (t!(lang, "approval-stage-unnamed"), t!(lang, "approval-anybody")),
        false => (stage.name.clone(), stage.logins.iter().map(name).collect::<Vec<_>>().join(", ")),
    };
    Ok(draft.stages.as_ref().map_or_else(|_| Vec::new(), |stages| stages.iter().map(shown).collect()))
}

fn groups(warned: Vec<Warned>, typed: &Typed, missing: &[(String, String)], lang: Lang) -> Vec<Group> {
    let mut by_rule: BTreeMap<&'static str, Vec<Warned>> = BTreeMap::new();
    for one in warned {
        by_rule.entry(one.code).or_default().push(one);
    }
    let said = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let field = |one: Warned| {
        let name = own_name(&one);
        let missing = missing.iter().any(|(code, subject)| *code == one.code && *subject == one.subject);
        Field {
            reason: said(&name),
            id: name.replace(' ', "_"),
            name,
            label: t!(lang, "approval-reason-for", subject = &*one.title),
            message: notes::prose(&one.message),
            missing,
        }
    };
    let group = |(code, all): (&'static str, Vec<Warned>)| {
        let (name, more, several) = (rule_name(code), all.len().saturating_sub(FIELDS), all.len() > 1);
        Group {
            code,
            rule: if several { notes::prose(&book().title(lang, code)) } else { String::new() },
            reason: said(&name),
            name,
            fields: all.into_iter().take(FIELDS).map(field).collect(),
            more,
            several,
        }
    };
    by_rule.into_iter().map(group).collect()
}
