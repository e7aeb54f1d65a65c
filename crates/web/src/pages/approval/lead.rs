//! Approval in short: what is normative, what is proposed, what has been said, and what was decided before.

use super::Thread;
use super::one::{Shown, class, shown, users};
use crate::comments::{Said, said};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::problem::Problem;
use crate::visit::Visit;
use app::approval::signatory;
use app::{Proposal, Right, User};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use locale::t;

/// A proposal in a line.
struct Line {
    id: u64,
    revision: u64,
    who: String,
    when: String,
    state: String,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "pages/approval/lead.html")]
struct Page {
    frame: Frame,
    /// What is normative, and how the draft stands to it.
    normative: String,
    draft: String,
    /// Why the last proposal was returned, where none has come after it.
    came_back: String,
    /// Whether the draft can be proposed by the reader.
    proposes: bool,
    open: Option<Shown>,
    open_title: String,
    /// Open comments about single elements, and those about the whole.
    comments: Vec<Said>,
    thread: Thread,
    history: Vec<Line>,
}

/// `GET /approval`
pub(super) async fn show(State(desk): State<Desk>, visit: Visit) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let users = users(&desk, &visit).await?;
    let found = visit.workspace.store().proposals().await;
    let proposals = found.map_err(|error| Problem::of(error.into(), lang))?;
    let approvals = &visit.approvals;
    let open = match &approvals.open {
        Some(open) => Some(shown(&visit, &users, open).await?),
        None => None,
    };
    let (head, approved) = (visit.view.revision, approvals.normative.as_ref().map(|one| one.revision));
    let draft = match approved {
        _ if head == 0 => t!(lang, "approval-draft-none"),
        None => t!(lang, "approval-draft", draft = head),
        Some(approved) if approved >= head => t!(lang, "approval-same"),
        Some(approved) => t!(lang, "approval-ahead", n = head - approved, draft = head),
    };
    let line = |one: &Proposal| line(&visit, &users, one);
    page(&Page {
        frame: visit.frame(t!(lang, "web-approval")),
        normative: normative(&visit, &users),
        came_back: came_back(&visit, &users, proposals.first()),
        draft,
        proposes: open.is_none() && head > approved.unwrap_or(0) && visit.signed.may(Right::Propose),
        open_title: open
            .as_ref()
            .map_or_else(String::new, |one| t!(lang, "approval-open", revision = one.revision)),
        open,
        comments: said(&visit.view, approvals, lang, |one| !one.element.is_empty() && one.settled.is_none()),
        thread: Thread::of(&visit, "", |one| one.element.is_empty() || one.settled.is_some()),
        history: proposals.iter().filter(|one| one.state != app::ProposalState::Open).map(line).collect(),
    })
}

/// Which revision is normative, in a sentence.
fn normative(visit: &Visit, users: &[User]) -> String {
    let lang = visit.lang;
    let Some(one) = &visit.approvals.normative else { return t!(lang, "approval-normative-none") };
    let (by, date) = decided(visit, users, one);
    t!(lang, "approval-normative", revision = one.revision, by = by, date = date)
}

/// Why a proposal was returned, and by whom; nothing where it was not.
fn came_back(visit: &Visit, users: &[User], last: Option<&Proposal>) -> String {
    let last = last.filter(|last| last.state == app::ProposalState::Returned);
    let Some((last, decision)) = last.and_then(|last| Some((last, last.decisions.last()?))) else {
        return String::new();
    };
    let by = signatory(visit.view.department(), users, &decision.act.by, visit.lang).name;
    t!(visit.lang, "approval-came-back", revision = last.revision, by = by, note = &*decision.note)
}

/// Who decided last, and when.
pub(in crate::pages) fn decided(visit: &Visit, users: &[User], one: &Proposal) -> (String, String) {
    let act = one.decisions.last().map_or(&one.act, |decision| &decision.act);
    let by = signatory(visit.view.department(), users, &act.by, visit.lang).name;
    let day = act.at.get(..10).and_then(|day| day.parse().ok());
    (by, day.map_or_else(|| when(&act.at), |day| locale::date(visit.lang, day)))
}

fn line(visit: &Visit, users: &[User], one: &Proposal) -> Line {
    Line {
        id: one.id,
        revision: one.revision,
        who: signatory(visit.view.department(), users, &one.act.by, visit.lang).name,
        when: when(&one.act.at),
        state: t!(visit.lang, &format!("approval-state-{}", one.state.word())),
        class: class(one.state),
    }
}
