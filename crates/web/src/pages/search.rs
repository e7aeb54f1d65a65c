//! A search over everything: elements, pages, rules, revisions. A page of its own, and a fragment for the dialog.

use super::encoded;
use crate::frame::{Frame, page};
use crate::pages::edit;
use crate::places;
use crate::problem::Problem;
use crate::visit::Visit;
use app::AppError;
use app::search::Query;
use askama::Template;
use axum::extract::Query as Asked;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use department::Kind;
use department::book;
use department::edit::Subject;
use locale::{Lang, t};
use serde::Deserialize;

/// So many hits are shown in the dialog.
const FEW: usize = 12;
/// So many hits are shown on the page.
const MANY: usize = 60;
/// So many of the last revisions are looked through.
const REVISIONS: u32 = 500;
/// So many letters of what an element says are shown.
const LETTERS: usize = 120;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    q: String,
}

/// Something that was found.
pub(crate) struct Hit {
    /// The page that shows it.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: String,
    /// What it says, where the words occur.
    pub says: String,
    /// Where it is written, for who may.
    pub edit: String,
    /// How well it fits.
    pub score: u32,
}

#[derive(Template)]
#[template(path = "pages/search.html")]
struct Page {
    frame: Frame,
    words: String,
    asked: bool,
    hits: Vec<Hit>,
    more: String,
}

#[derive(Template)]
#[template(path = "pages/hits.html")]
struct Fragment {
    asked: bool,
    nothing: String,
    hits: Vec<Hit>,
    more: String,
}

type Sent = Result<Asked<Words>, QueryRejection>;

/// `GET /search?q=…`
pub(super) async fn search(visit: Visit, words: Sent) -> Result<Html<String>, Problem> {
    let Asked(words) = words.map_err(|_| Problem::Wrong)?;
    let (hits, more) = hits(&visit, &words.q, MANY).await?;
    page(&Page {
        frame: visit.frame(t!(visit.lang, "search-title")),
        asked: !Query::new(&words.q).is_empty(),
        words: words.q,
        hits,
        more,
    })
}

/// `GET /search/hits?q=…`: the best hits alone.
pub(super) async fn fragment(visit: Visit, words: Sent) -> Result<Html<String>, Problem> {
    let Asked(words) = words.map_err(|_| Problem::Wrong)?;
    let (hits, more) = hits(&visit, &words.q, FEW).await?;
    let asked = !Query::new(&words.q).is_empty();
    page(&Fragment { asked, nothing: t!(visit.lang, "search-nothing"), hits, more })
}

/// The best hits, and in words how many more there are.
pub(crate) async fn hits(visit: &Visit, words: &str, most: usize) -> Result<(Vec<Hit>, String), Problem> {
    let (lang, query) = (visit.lang, Query::new(words));
    if query.is_empty() {
        return Ok((Vec::new(), String::new()));
    }
    let frame = visit.frame("");
    let editable = frame.may("edit");
    let found = visit.view.search(&query, MANY + 1);
    let mut hits: Vec<Hit> = found.into_iter().map(|hit| element(visit, hit, editable)).collect();
    let entries = frame.rail.iter().flatten();
    hits.extend(entries.filter_map(|entry| {
        let score = query.score(&entry.name, "")? + 40;
        let (href, title) = (entry.href.to_owned(), entry.name.clone());
        Some(Hit {
            href,
            title,
            kind: t!(lang, "search-page"),
            says: String::new(),
            edit: String::new(),
            score,
        })
    }));
    hits.extend(rules(lang, &query));
    hits.extend(revisions(visit, &query).await?);
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.title.len()));
    let more = if hits.len() > most { t!(lang, "search-more") } else { String::new() };
    hits.truncate(most);
    Ok((hits, more))
}

fn element(visit: &Visit, hit: app::search::Hit, editable: bool) -> Hit {
    let (lang, department) = (visit.lang, visit.view.department());
    let href = match hit.kind {
        Kind::Kpi => format!("/kpis/{}", encoded(&hit.id)),
        kind => places::href(department, kind, &hit.id),
    };
    let edit = edit::href(&Subject::of(hit.kind.key(), &*hit.id));
    Hit {
        href,
        title: hit.title,
        kind: t!(lang, &format!("kind-{}", hit.kind.key().replace('_', "-"))),
        says: hit.excerpt,
        edit: if editable { edit } else { String::new() },
        score: hit.score,
    }
}

fn rules(lang: Lang, query: &Query) -> Vec<Hit> {
    let rule = |code: &'static str| {
        let title = book().title(lang, code).replace('`', "");
        let score = query.score(&format!("{code} {title}"), book().why(lang, code))?;
        Some(Hit {
            href: format!("/findings/{code}"),
            title: format!("{code} {title}"),
            kind: t!(lang, "search-rule"),
            says: String::new(),
            edit: String::new(),
            score,
        })
    };
    department::rules::all().filter_map(|own| rule(own.code)).collect()
}

async fn revisions(visit: &Visit, query: &Query) -> Result<Vec<Hit>, Problem> {
    let lang = visit.lang;
    let found = visit.workspace.store().revisions(i64::MAX as u64, REVISIONS).await;
    let found = found.map_err(|error| Problem::of(AppError::from(error), lang))?;
    let hit = |revision: &app::Revision| {
        let title = t!(lang, "revisions-one", number = revision.number);
        let said = format!("{} {} {}", revision.note, revision.act.by, revision.number);
        Some(Hit {
            href: format!("/revisions/{}", revision.number),
            score: query.score(&said, "")?.saturating_sub(10),
            title,
            kind: revision.act.by.clone(),
            says: query.excerpt(&revision.note, LETTERS),
            edit: String::new(),
        })
    };
    Ok(found.iter().filter_map(hit).collect())
}
