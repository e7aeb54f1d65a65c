//! A department whose revisions can be approved, and those who do.
#![allow(dead_code)] // Not every test needs every helper.

use app::approval::{ApprovalError, Warned, Wish, warned};
use app::{Act, AppError, Clock, ProposalState, Reason, Role, Saved, User, Workspace};
use department::Files;
use locale::Lang;
use std::sync::Arc;
use store::{Audit as _, EntryFilter};
use store_sqlite::SqliteStore;

/// A department that names two stages.
pub const STAGED: &str = r#"
[about]
name = "SMM"
[person.peter]
name = "Peter"
post = "Head of Support"
[person.victor]
name = "Victor"
[person.robert]
name = "Robert"
post = "Director"
[approval.neighbours]
name = "Neighbours"
people = ["peter", "victor"]
[approval.director]
people = ["robert"]
"#;

/// A user.
pub fn user(login: &str, role: Role, person: Option<&str>) -> User {
    User {
        login: login.to_owned(),
        name: login.to_uppercase(),
        email: String::new(),
        role,
        person: person.map(str::to_owned),
        password: None,
        totp: None,
        subject: None,
        active: true,
        created: String::new(),
    }
}

/// What somebody does.
pub fn act(by: &str) -> Act {
    Act { by: by.to_owned(), at: "2026-11-20T09:00:00Z".to_owned(), from: String::new() }
}

/// Who proposes, and those who are named at the stages.
pub fn people() -> Vec<User> {
    vec![
        user("anna", Role::Strategist, None),
        user("peter", Role::Approver, Some("peter")),
        user("victor", Role::Approver, Some("victor")),
        user("boss", Role::Approver, Some("robert")),
    ]
}

/// A department that is kept, with its users.
pub struct Case {
    pub store: SqliteStore,
    pub workspace: Workspace,
    pub users: Vec<User>,
}

/// A department of one revision.
pub async fn case(department: &str, users: Vec<User>) -> Case {
    let store = SqliteStore::memory().await.unwrap();
    let clock = Clock::fixed(jiff::civil::date(2026, 11, 23));
    let workspace = Workspace::new(Arc::new(store.clone()), clock);
    let case = Case { store, workspace, users };
    case.save(department, "").await;
    case
}

impl Case {
    /// Saves both texts. All rules but those of the texts and CS08 are off, so that a few lines have no errors.
    pub async fn save(&self, department: &str, sostac: &str) -> u64 {
        let off = department::rules::all().map(|rule| rule.code);
        let off = off.filter(|code| *code != "CS08" && !code.starts_with("TX"));
        let weights: String = off.map(|code| format!("{code} = \"off\"\n")).collect();
        let mut files: Files = department::FILES.iter().map(|path| (*path, "")).collect();
        files.put("department.toml", format!("{department}\n[rules]\n{weights}"));
        files.put("sostac.toml", sostac);
        match self.workspace.replace(&act("anna"), &files, "").await.unwrap() {
            Saved::Kept(view) => view.revision,
            other => panic!("{other:?}"),
        }
    }

    /// A wish with a reason for every warning.
    pub async fn wish(&self, revision: u64) -> Wish {
        let view = self.workspace.view_of(revision).await.unwrap();
        let reason = |one: Warned| Reason {
            code: one.code.to_owned(),
            subject: one.subject,
            reason: "It is so".to_owned(),
        };
        let reasons = warned(&view, Lang::En).into_iter().map(reason).collect();
        Wish { revision, note: "New targets".to_owned(), reasons }
    }

    /// Proposes a revision with a reason for every warning.
    pub async fn propose(&self, by: &str, revision: u64) -> Result<u64, AppError> {
        let wish = self.wish(revision).await;
        self.workspace.propose(&act(by), &self.users, &wish).await
    }

    /// Agrees or returns.
    pub async fn decide(&self, by: &str, id: u64, agreed: bool) -> Result<ProposalState, AppError> {
        let user = self.users.iter().find(|user| user.login == by).unwrap();
        let note = if agreed { "" } else { "Mend this" };
        let decided = self.workspace.decide(&act(by), user, &self.users, id, agreed, note).await;
        decided.map(|proposal| proposal.state)
    }

    /// Everybody who is named agrees.
    pub async fn agree(&self, id: u64) {
        for login in ["peter", "victor", "boss"] {
            self.decide(login, id, true).await.unwrap();
        }
    }

    /// What was done, in order.
    pub async fn trail(&self) -> Vec<String> {
        let all = self.store.entries(&EntryFilter::default()).await.unwrap();
        all.into_iter().rev().map(|entry| entry.what).collect()
    }
}

/// Why a step was not taken; it can be said in both languages.
pub fn refused<T: std::fmt::Debug>(result: Result<T, AppError>) -> ApprovalError {
    match result {
        Err(AppError::Approval(error)) => {
            Lang::ALL.iter().for_each(|lang| assert!(!error.message(*lang).contains('‹'), "{error:?}"));
            error
        }
        other => panic!("not refused: {other:?}"),
    }
}
