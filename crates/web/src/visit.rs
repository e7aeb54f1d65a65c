//! A reader's request for a page: who reads, and the department as it stands.

use crate::desk::Desk;
use crate::frame::Frame;
use crate::preferences::{Preferences, Theme};
use crate::problem::Problem;
use crate::signed::Signed;
use app::approval::Approvals;
use app::{Act, AppError, View, Workspace};
use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use locale::Lang;
use std::sync::Arc;

/// What every handler of a page begins with.
pub(crate) struct Visit {
    /// The reader's language.
    pub lang: Lang,
    /// The reader's theme.
    pub theme: Theme,
    /// The address of the page, with its query.
    pub here: String,
    /// Who reads.
    pub signed: Arc<Signed>,
    /// The department as it stands.
    pub view: Arc<View>,
    /// Which revision is normative, which is proposed, and what has been said.
    pub approvals: Arc<Approvals>,
    /// What keeps it.
    pub workspace: Arc<Workspace>,
}

/// What a handler of a page begins with that is there before anybody has signed in.
pub(crate) struct Guest {
    /// The reader's language.
    pub lang: Lang,
    /// The reader's theme.
    pub theme: Theme,
    /// The address of the page, with its query.
    pub here: String,
    /// Who reads, where that is known.
    pub signed: Option<Arc<Signed>>,
    /// The address that the request came from.
    pub from: String,
}

impl Visit {
    /// The frame around a page of that title.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        let frame =
            Frame::new(self.lang, self.theme, self.here.clone(), title.into(), &self.view, &self.approvals);
        frame.signed(&self.signed)
    }

    /// What stands on what the reader does now.
    pub fn act(&self, desk: &Desk) -> Act {
        self.signed.act(desk)
    }

    /// Tells the audit trail what the reader does: `what` is a word of [`app::note`].
    pub async fn note(&self, desk: &Desk, what: &str, subject: &str) -> Result<(), Problem> {
        let noted = app::note(self.workspace.store(), &self.act(desk), what, subject, "", "").await;
        noted.map_err(|error| Problem::of(error, self.lang))
    }
}

impl Guest {
    /// The frame around a page of that title.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        let frame = Frame::bare(self.lang, self.theme, self.here.clone(), title.into());
        match &self.signed {
            Some(signed) => frame.signed(signed),
            None => frame,
        }
    }
}

/// An address inside the site: path and query.
pub(crate) fn address(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// The department for a reader; the error speaks the reader's language.
pub(crate) async fn view(desk: &Desk, lang: Option<Lang>) -> Result<Arc<View>, Problem> {
    desk.workspace(lang).view().await.map_err(|error| unreadable(&error, lang))
}

/// How the department's approval stands, for a reader.
pub(crate) async fn approvals(desk: &Desk, lang: Option<Lang>) -> Result<Arc<Approvals>, Problem> {
    desk.workspace(lang).approvals().await.map_err(|error| unreadable(&error, lang))
}

fn unreadable(error: &AppError, lang: Option<Lang>) -> Problem {
    eprintln!("{error}");
    Problem::Unreadable(error.message(lang.unwrap_or_default()))
}

impl FromRequestParts<Desk> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        let Preferences { lang, theme } = Preferences::of(&parts.headers);
        let here = address(&parts.uri);
        let signed = Signed::of(&parts.extensions).ok_or_else(|| Problem::SignIn(here.clone()))?;
        let (view, approvals) = (view(desk, lang).await?, approvals(desk, lang).await?);
        let workspace = Arc::clone(desk.workspace(lang));
        let lang = lang.unwrap_or(view.language());
        Ok(Visit { lang, theme, here, signed, view, approvals, workspace })
    }
}

impl FromRequestParts<Desk> for Guest {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Self, Problem> {
        let Preferences { lang, theme } = Preferences::of(&parts.headers);
        let (here, signed) = (address(&parts.uri), Signed::of(&parts.extensions));
        let from = crate::signed::from(&parts.extensions);
        Ok(Guest { lang: lang.unwrap_or_default(), theme, here, signed, from })
    }
}
