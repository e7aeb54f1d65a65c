//! What stands around every page: the rail in the order of the method, the bar on top, the line below.

use crate::assets;
use crate::preferences::Theme;
use crate::problem::Problem;
use crate::signed::Signed;
use app::approval::Approvals;
use app::{Right, User, View};
use askama::Template;
use axum::response::Html;
use locale::{Lang, Value, t};

/// A line of the rail: its address, its message, its letter of SOSTAC, and the right that it asks for.
type Line = (&'static str, &'static str, &'static str, Right);

/// The rail, in groups.
const RAIL: &[&[Line]] = &[
    &[
        ("/", "web-overview", "", Right::Read),
        ("/situation", "web-situation", "S", Right::Read),
        ("/objectives", "web-objectives", "O", Right::Read),
        ("/strategy", "web-strategy", "S", Right::Read),
        ("/tactics", "web-tactics", "T", Right::Read),
        ("/actions", "web-actions", "A", Right::Read),
        ("/control", "web-control", "C", Right::Read),
    ],
    &[
        ("/scorecard", "web-scorecard", "", Right::Read),
        ("/processes", "web-processes", "", Right::Read),
        ("/handoffs", "web-handoffs", "", Right::Read),
        ("/people", "web-people", "", Right::Read),
    ],
    &[
        ("/listening", "web-listening", "", Right::Read),
        ("/kpis", "web-kpis", "", Right::Read),
        ("/corrections", "corrections-title", "", Right::Read),
        ("/what-if", "what-if-title", "", Right::Read),
        ("/studies", "report-studies", "", Right::Read),
        ("/findings", "web-findings", "", Right::Read),
    ],
    &[
        ("/documents", "web-documents", "", Right::Read),
        ("/approval", "web-approval", "", Right::Read),
        ("/revisions", "web-revisions", "", Right::Read),
        ("/import", "web-import", "", Right::Edit),
    ],
    &[("/users", "people-users", "", Right::Administer), ("/audit", "web-audit", "", Right::Administer)],
    &[
        ("/keys", "keys-title", "", Right::Own),
        ("/hooks", "hooks-title", "", Right::Administer),
        ("/api", "api-title", "", Right::Read),
    ],
];

/// An entry of the rail.
pub(crate) struct Entry {
    pub href: &'static str,
    pub name: String,
    pub letter: &'static str,
    pub here: bool,
}

/// A choice in the bar.
pub(crate) struct Pick {
    pub value: &'static str,
    pub short: String,
    pub name: String,
    pub on: bool,
}

/// What the layout is filled with.
pub(crate) struct Frame {
    /// The reader's language.
    pub lang: Lang,
    /// The page's title.
    pub title: String,
    /// The page's address, to come back to.
    pub here: String,
    /// `light`, `dark`, or nothing for the system's own.
    pub theme: Option<&'static str>,
    /// The department and its organisation.
    pub department: String,
    /// See [`Frame::department`].
    pub organisation: String,
    /// The revision of the documents, in words.
    pub revision: String,
    /// Whether some of the figures are synthetic.
    pub synthetic: bool,
    /// Whether the Tabler style sheet has been brought.
    pub tabler: bool,
    /// Who reads, where that is known: login, name, role.
    pub user: Option<User>,
    /// Whether they came in by a session, and not because the demo is open to all.
    pub session: bool,
    /// The token that forms carry.
    pub csrf: String,
    /// The rail.
    pub rail: Vec<Vec<Entry>>,
    /// Languages to choose from.
    pub langs: Vec<Pick>,
    /// Themes to choose from.
    pub themes: Vec<Pick>,
}

impl Frame {
    /// Around a page of a department.
    pub fn new(
        lang: Lang,
        theme: Theme,
        here: String,
        title: String,
        view: &View,
        approvals: &Approvals,
    ) -> Self {
        let about = &view.department().about;
        Frame {
            department: about.name.clone(),
            organisation: about.organisation.clone(),
            revision: revision(lang, view, approvals),
            synthetic: view.synthetic(),
            ..Frame::bare(lang, theme, here, title)
        }
    }

    /// Around a page that knows no department.
    pub fn bare(lang: Lang, theme: Theme, here: String, title: String) -> Self {
        let langs = Lang::ALL.iter().map(|own| Pick {
            value: own.code(),
            short: own.code().to_uppercase(),
            name: own.own_name().to_owned(),
            on: *own == lang,
        });
        let themes = Theme::ALL.iter().map(|own| Pick {
            value: own.word(),
            short: match own {
                Theme::Auto => "◐",
                Theme::Light => "☀",
                Theme::Dark => "☾",
            }
            .to_owned(),
            name: t!(lang, &format!("web-theme-{}", own.word())),
            on: *own == theme,
        });
        Frame {
            lang,
            title,
            theme: (theme != Theme::Auto).then_some(theme.word()),
            department: String::new(),
            organisation: String::new(),
            revision: String::new(),
            synthetic: false,
            tabler: assets::has_tabler(),
            user: None,
            session: false,
            csrf: String::new(),
            rail: Vec::new(),
            langs: langs.collect(),
            themes: themes.collect(),
            here,
        }
    }

    /// With who reads.
    pub fn signed(self, signed: &Signed) -> Self {
        let path = self.here.split('?').next().unwrap_or_default();
        let group = |group: &&[Line]| {
            let mine = group.iter().filter(|(.., right)| signed.may(*right));
            mine.map(|line| entry(self.lang, path, *line)).collect::<Vec<_>>()
        };
        let rail = RAIL.iter().map(group).filter(|group| !group.is_empty()).collect();
        let session = !signed.session.is_empty();
        Frame { user: Some(signed.user.clone()), session, csrf: signed.csrf.clone(), rail, ..self }
    }

    /// Whether the reader has a right, by its word.
    pub fn may(&self, right: &str) -> bool {
        let right = Right::of(right);
        self.user.as_ref().zip(right).is_some_and(|(user, right)| app::may(user.role, right))
    }

    /// The first letter of the reader's name, for where there is no room for more.
    pub fn initial(&self) -> String {
        let name = self.user.as_ref().map(|user| user.name.as_str()).unwrap_or_default();
        name.chars().next().unwrap_or('?').to_uppercase().to_string()
    }

    /// The reader's role, in words.
    pub fn role(&self) -> String {
        self.user
            .as_ref()
            .map(|user| t!(self.lang, &format!("role-{}", user.role.word())))
            .unwrap_or_default()
    }

    /// A message without values.
    pub fn t(&self, key: &str) -> String {
        t!(self.lang, key)
    }

    /// A message that counts.
    pub fn count(&self, key: &str, count: &usize) -> String {
        t!(self.lang, key, count = *count)
    }

    /// A message about so many.
    pub fn n<N: Copy>(&self, key: &str, n: &N) -> String
    where
        Value: From<N>,
    {
        t!(self.lang, key, n = *n)
    }
}

/// An entry is marked on its own page and on the pages below it.
fn entry(lang: Lang, path: &str, (href, key, letter, _): Line) -> Entry {
    let below = path.strip_prefix(href).is_some_and(|rest| href != "/" && rest.starts_with('/'));
    Entry { href, name: t!(lang, key), letter, here: path == href || below }
}

/// The state of the documents: which revision is the draft, and which is approved.
pub(crate) fn revision(lang: Lang, view: &View, approvals: &Approvals) -> String {
    match (view.revision, approvals.normative.as_ref().map(|normative| normative.revision)) {
        (0, _) => t!(lang, "web-draft"),
        (draft, None) => t!(lang, "topbar-nothing", draft = draft),
        (draft, Some(approved)) if draft == approved => t!(lang, "topbar-same", approved = approved),
        (draft, Some(approved)) => t!(lang, "topbar-both", draft = draft, approved = approved),
    }
}

/// A page's HTML.
pub(crate) fn page(template: &impl Template) -> Result<Html<String>, Problem> {
    template.render().map(Html).map_err(Problem::fault)
}
