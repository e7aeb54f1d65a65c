//! What the pages are served from.

use app::{Printer, Workspace};
use locale::Lang;
use std::sync::Arc;

/// The departments that are shown, and the printer of their documents.
#[derive(Clone)]
pub struct Desk {
    workspaces: Arc<[(Lang, Arc<Workspace>)]>,
    printer: Arc<dyn Printer>,
}

impl Desk {
    /// One department, or the same department once for each language that its texts are in.
    pub fn new(workspaces: Vec<(Lang, Arc<Workspace>)>, printer: Arc<dyn Printer>) -> Self {
        Desk { workspaces: workspaces.into(), printer }
    }

    /// The department for a reader of a language: the one in that language, else the first.
    pub(crate) fn workspace(&self, lang: Option<Lang>) -> Option<&Arc<Workspace>> {
        let own = self.workspaces.iter().find(|(known, _)| Some(*known) == lang);
        own.or(self.workspaces.first()).map(|(_, workspace)| workspace)
    }

    /// The printer.
    pub(crate) fn printer(&self) -> Arc<dyn Printer> {
        Arc::clone(&self.printer)
    }
}
