//! A proposal: its stages, what it changes, and the reasons that were signed.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::{prose, when};
use crate::problem::Problem;
use crate::visit::Visit;
use app::approval::{Signatory, called, current_stage, may_decide, signatory};
use app::{Proposal, ProposalState, Role, User, View};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use department::book;
use department::diff::{Group, diff, groups};
use locale::{Lang, t};
use std::sync::Arc;

/// Somebody who is asked, and what they said.
pub(super) struct Asked {
    pub name: String,
    pub post: String,
    /// A state's class and word.
    pub class: &'static str,
    pub word: String,
    pub when: String,
    pub note: String,
}

/// A stage.
pub(super) struct StageShown {
    pub name: String,
    pub now: bool,
    pub asked: Vec<Asked>,
}

/// A reason that was signed.
pub(super) struct ReasonShown {
    pub code: String,
    /// What the rule finds: HTML.
    pub rule: String,
    pub subject: String,
    pub reason: String,
}

/// A proposal, ready to be read.
pub(super) struct Shown {
    pub id: u64,
    pub revision: u64,
    pub state: String,
    pub class: &'static str,
    pub proposed: String,
    pub note: String,
    pub stages: Vec<StageShown>,
    pub reasons: Vec<ReasonShown>,
    pub warnings: usize,
    /// The normative revision that it is compared with.
    pub since: Option<u64>,
    pub since_words: String,
    pub changes: Vec<Group>,
    /// Whether the reader may decide now, and whether they may take it back.
    pub decides: bool,
    pub withdraws: bool,
}

#[derive(Template)]
#[template(path = "pages/approval/one.html")]
struct Page {
    frame: Frame,
    one: Shown,
}

/// `GET /approval/3`
pub(super) async fn show(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
) -> Result<Html<String>, Problem> {
    let found = visit.workspace.store().proposal(id).await;
    let proposal = found.map_err(|error| Problem::of(error.into(), visit.lang))?.ok_or(Problem::NotFound)?;
    let users = users(&desk, &visit).await?;
    let one = shown(&visit, &users, &proposal).await?;
    let title = t!(visit.lang, "approval-one", revision = one.revision, id = one.id);
    page(&Page { frame: visit.frame(title), one })
}

/// Who there is to approve.
pub(super) async fn users(desk: &Desk, visit: &Visit) -> Result<Vec<User>, Problem> {
    desk.users(visit.view.department()).await.map_err(|error| Problem::of(error, visit.lang))
}

/// A proposal for a reader.
pub(super) async fn shown(visit: &Visit, users: &[User], proposal: &Proposal) -> Result<Shown, Problem> {
    let lang = visit.lang;
    let wrong = |error| Problem::of(error, lang);
    let view = visit.workspace.view_of(proposal.revision).await.map_err(wrong)?;
    let proposals = visit.workspace.store().proposals().await.map_err(|error| wrong(error.into()))?;
    let earlier = |one: &&Proposal| one.state == ProposalState::Approved && one.id < proposal.id;
    let since = proposals.iter().find(earlier).map(|one| one.revision);
    let before = match since {
        Some(since) => Some(visit.workspace.view_of(since).await.map_err(wrong)?),
        None => None,
    };
    let after = Arc::clone(&view);
    let compare = move || before.map_or_else(Vec::new, |before| changes(&before, &after, lang));
    let changes = tokio::task::spawn_blocking(compare).await.map_err(Problem::fault)?;
    let reader = &visit.signed.user;
    let own = proposal.act.by == reader.login || reader.role == Role::Administrator;
    let named = |login: &str| signatory(view.department(), users, login, lang);
    let reasons = proposal.reasons.iter().map(|one| ReasonShown {
        code: one.code.clone(),
        rule: prose(&book().title(lang, &one.code)),
        subject: called(&view, &one.subject, lang),
        reason: one.reason.clone(),
    });
    Ok(Shown {
        id: proposal.id,
        revision: proposal.revision,
        state: t!(lang, &format!("approval-state-{}", proposal.state.word())),
        class: class(proposal.state),
        proposed: t!(
            lang,
            "approval-proposed",
            by = named(&proposal.act.by).name,
            when = when(&proposal.act.at)
        ),
        note: proposal.note.clone(),
        stages: stages(proposal, &named, lang),
        warnings: proposal.reasons.len(),
        reasons: reasons.collect(),
        since,
        since_words: since.map_or_else(String::new, |since| t!(lang, "approval-changes", revision = since)),
        changes,
        decides: may_decide(proposal, reader).is_ok(),
        withdraws: own && proposal.state == ProposalState::Open && visit.signed.may(app::Right::Propose),
    })
}

/// The class of a state.
pub(super) const fn class(state: ProposalState) -> &'static str {
    match state {
        ProposalState::Open => "risk",
        ProposalState::Approved => "good",
        ProposalState::Returned => "bad",
        ProposalState::Withdrawn => "quiet",
    }
}

/// What changed between two revisions, in words.
pub(super) fn changes(before: &View, after: &View, lang: Lang) -> Vec<Group> {
    let all = diff(&before.files, &after.files);
    groups(before.department(), after.department(), &all, lang)
}

fn stages(proposal: &Proposal, named: &impl Fn(&str) -> Signatory, lang: Lang) -> Vec<StageShown> {
    let current = (proposal.state == ProposalState::Open).then(|| current_stage(proposal)).flatten();
    let asked = |at: usize, login: &str| {
        let decision = proposal.decisions.iter().find(|one| one.stage as usize == at && one.act.by == login);
        let (class, word) = match decision {
            Some(one) if one.agreed => ("good", "approval-agreed"),
            Some(_) => ("bad", "approval-returned"),
            None if current == Some(at) => ("risk", "approval-asked"),
            None if current.is_some() => ("quiet", "approval-later"),
            None => ("quiet", "approval-pending"),
        };
        let Signatory { post, name } = named(login);
        Asked {
            name,
            post,
            class,
            word: t!(lang, word),
            when: decision.map_or_else(String::new, |one| when(&one.act.at)),
            note: decision.map_or_else(String::new, |one| one.note.clone()),
        }
    };
    let shown = |(at, stage): (usize, &app::Stage)| {
        // Who has decided at a stage that is anybody's is known only then.
        let decided = proposal.decisions.iter().filter(|one| one.stage as usize == at);
        let mut all: Vec<Asked> = match stage.logins.is_empty() {
            true => decided.map(|one| asked(at, &one.act.by)).collect(),
            false => stage.logins.iter().map(|login| asked(at, login)).collect(),
        };
        if all.is_empty() {
            let (name, word) = (t!(lang, "approval-anybody"), t!(lang, "approval-asked"));
            let (post, when, note) = (String::new(), String::new(), String::new());
            all.push(Asked { name, post, class: "risk", word, when, note });
        }
        let name = match stage.name.as_str() {
            "" => t!(lang, "approval-stage-unnamed"),
            name => name.to_owned(),
        };
        StageShown { name, now: current == Some(at), asked: all }
    };
    proposal.stages.iter().enumerate().map(shown).collect()
}
