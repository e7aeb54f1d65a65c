//! What the pages are served from.

use app::exchange::Shelf;
use app::{Act, AppError, Clock, Door, DoorSettings, Printer, Role, Store, User, Workspace};
use department::Department;
use locale::Lang;
use std::sync::Arc;

/// The departments that are shown, the printer of their documents, and who may come in.
#[derive(Clone)]
pub struct Desk {
    workspaces: Arc<[(Lang, Arc<Workspace>)]>,
    printer: Arc<dyn Printer>,
    access: Arc<Access>,
    door: Arc<Door>,
    shelf: Arc<Shelf>,
}

/// Who may come in.
#[derive(Debug, Clone, Default)]
pub enum Access {
    /// Those who have signed in.
    #[default]
    SignedIn,
    /// Everybody, as this user: for the demo, which listens to its own machine only. The text is the token that
    /// forms carry.
    Open(Box<User>, String),
}

impl Access {
    /// Everybody comes in as the demo's administrator.
    pub fn demo(token: String) -> Self {
        let user = User {
            login: "demo".to_owned(),
            name: "Demo".to_owned(),
            email: String::new(),
            role: Role::Administrator,
            person: None,
            password: None,
            totp: None,
            subject: None,
            active: true,
            created: String::new(),
        };
        Access::Open(Box::new(user), token)
    }
}

impl Desk {
    /// One department, or the same department once for each language that its texts are in. The first one's store
    /// keeps the users.
    pub fn new(
        workspaces: Vec<(Lang, Arc<Workspace>)>,
        printer: Arc<dyn Printer>,
        access: Access,
    ) -> Option<Self> {
        let (_, first) = workspaces.first()?;
        let door = Arc::new(Door::new(first.shared_store(), first.clock(), DoorSettings::default()));
        let (access, shelf) = (Arc::new(access), Arc::default());
        Some(Desk { workspaces: workspaces.into(), printer, access, door, shelf })
    }

    /// With a door of those settings, where the defaults will not do.
    pub fn with_door(self, settings: DoorSettings) -> Self {
        let (_, first) = &self.workspaces[0];
        Desk { door: Arc::new(Door::new(first.shared_store(), first.clock(), settings)), ..self }
    }

    /// Who comes in, and how.
    pub(crate) fn door(&self) -> &Door {
        &self.door
    }

    /// The department for a reader of a language: the one in that language, else the first.
    pub(crate) fn workspace(&self, lang: Option<Lang>) -> &Arc<Workspace> {
        let own = self.workspaces.iter().find(|(known, _)| Some(*known) == lang);
        let (_, workspace) = own.unwrap_or(&self.workspaces[0]);
        workspace
    }

    /// What keeps users, sessions, keys and the audit trail.
    pub(crate) fn people(&self) -> &dyn Store {
        self.workspaces[0].1.store()
    }

    /// Who there is to approve. Where everybody comes in as one user, that user stands for each person whom the
    /// department names and who has none of their own.
    pub(crate) async fn users(&self, department: &Department) -> Result<Vec<User>, AppError> {
        let mut users = self.people().users().await?;
        if let Access::Open(open, _) = self.access() {
            let named = department.approvals.iter().flat_map(|stage| &stage.people);
            let mut persons: Vec<&str> = named.map(|person| &*person.id).collect();
            persons.retain(|person| !users.iter().any(|user| user.person.as_deref() == Some(*person)));
            users.push(User::clone(open));
            let each = persons.into_iter().map(|person| Some(person.to_owned()));
            users.extend(each.map(|person| User { person, ..User::clone(open) }));
        }
        Ok(users)
    }

    /// As [`Desk::people`], for what goes on beside the pages.
    pub(crate) fn shared_people(&self) -> Arc<dyn Store> {
        self.workspaces[0].1.shared_store()
    }

    /// All departments, for what goes on beside the pages.
    pub(crate) fn workspaces(&self) -> impl Iterator<Item = Arc<Workspace>> {
        self.workspaces.iter().map(|(_, workspace)| Arc::clone(workspace))
    }

    /// The clock.
    pub(crate) fn clock(&self) -> Clock {
        self.workspaces[0].1.clock()
    }

    /// Who may come in.
    pub(crate) fn access(&self) -> &Access {
        &self.access
    }

    /// What stands on everything that somebody does now.
    pub(crate) fn act(&self, login: &str, from: &str) -> Act {
        Act { by: login.to_owned(), at: self.clock().instant(), from: from.to_owned() }
    }

    /// Where files lie that were sent and are being mapped.
    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The printer.
    pub(crate) fn printer(&self) -> Arc<dyn Printer> {
        Arc::clone(&self.printer)
    }
}
