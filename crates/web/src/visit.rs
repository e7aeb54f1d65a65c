//! A reader's request for a page: who reads, and the department as it stands.

use crate::desk::Desk;
use crate::frame::Frame;
use crate::preferences::{Preferences, Theme};
use crate::problem::Problem;
use app::View;
use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use locale::Lang;
use std::path::PathBuf;
use std::sync::Arc;

/// What every handler of a page begins with.
pub(crate) struct Visit {
    /// The reader's language.
    pub lang: Lang,
    /// The reader's theme.
    pub theme: Theme,
    /// The address of the page, with its query.
    pub here: String,
    /// The department.
    pub view: Arc<View>,
    /// The folder of its texts.
    pub root: PathBuf,
}

impl Visit {
    /// The frame around a page of that title.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        Frame::new(self.lang, self.theme, self.here.clone(), title.into(), &self.view)
    }
}

/// An address inside the site: path and query.
pub(crate) fn address(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// The department for a reader; the error speaks the reader's language.
pub(crate) async fn view(desk: &Desk, lang: Option<Lang>) -> Result<Arc<View>, Problem> {
    let workspace = desk.workspace(lang).ok_or_else(|| Problem::fault("no department is served"))?;
    workspace.view().await.map_err(|error| {
        eprintln!("{error}");
        Problem::Unreadable(error.message(lang.unwrap_or_default()))
    })
}

impl FromRequestParts<Desk> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        let Preferences { lang, theme } = Preferences::of(&parts.headers);
        let here = address(&parts.uri);
        let view = view(desk, lang).await?;
        let root = desk.workspace(lang).map(|workspace| workspace.root().to_owned()).unwrap_or_default();
        Ok(Visit { lang: lang.unwrap_or(view.language()), theme, here, view, root })
    }
}
