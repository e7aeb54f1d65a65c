//! Every page that there is, and what has been seen on them.

use crate::house::{Answer, House, encoded, percent};
use crate::html;
use crate::text::{IDS, MARK, hostile};
use axum::http::Method;
use control::{Kept, Measurement, Origin};
use locale::Lang;
use std::collections::BTreeSet;

/// What has been seen.
#[derive(Default)]
pub struct Seen {
    pub faults: Vec<String>,
    /// The words before the marks that came escaped.
    pub names: BTreeSet<String>,
    pub pages: usize,
    pub marks: usize,
}

impl Seen {
    /// Looks at an answer: a page is read as a browser reads it, anything else is not to be taken for a page.
    pub fn answer(&mut self, path: &str, answer: &Answer) {
        assert!(answer.status.as_u16() < 500, "{path}: {} {}", answer.status, answer.text);
        self.pages += 1;
        assert!(!answer.location.to_lowercase().starts_with("javascript:"), "{path}");
        if answer.kind.starts_with("text/html") {
            let faults = html::faults(&answer.text).into_iter().take(3);
            self.faults.extend(faults.map(|fault| format!("{path}: {fault}")));
            for (at, _) in answer.text.match_indices(&format!(" {MARK}&")) {
                let before = &answer.text[..at];
                let word = |sign: char| !sign.is_ascii_alphanumeric() && !"._".contains(sign);
                self.names.insert(before.rsplit(word).next().unwrap_or_default().to_owned());
                self.marks += 1;
            }
        } else if answer.text.contains(MARK) {
            let known = [
                "application/json",
                "application/problem+json",
                "text/csv",
                "text/calendar",
                "text/plain",
                "application/",
            ];
            assert!(known.iter().any(|kind| answer.kind.starts_with(kind)), "{path}: {:?}", answer.kind);
            if answer.kind.contains("json") {
                serde_json::from_str::<serde_json::Value>(&answer.text).unwrap();
            }
        }
    }

    /// Asserts that these have been seen as text.
    pub fn holds<'a>(&self, names: impl IntoIterator<Item = &'a str>) {
        let missing: Vec<&str> = names.into_iter().filter(|name| !self.names.contains(*name)).collect();
        assert!(missing.is_empty(), "never seen: {missing:?}; seen: {:?}", self.names);
    }
}

/// Figures from a hostile source.
pub async fn figures(house: &House) {
    let days = [jiff::civil::date(2026, 11, 1), jiff::civil::date(2026, 11, 8)];
    let row = |date| Measurement {
        kpi: IDS[0].into(),
        date,
        value: 2.0,
        origin: Origin {
            file: hostile("source").into(),
            row: 1,
            by: hostile("by").into(),
            ..Origin::default()
        },
        imported: "2026-11-20T00:00:00Z".into(),
        kept: Kept::default(),
    };
    store::Measurements::import(&*house.store, &days.map(row)).await.unwrap();
}

/// What pages are asked with.
const QUESTIONS: [&str; 25] = [
    "as",
    "added",
    "kpi",
    "q",
    "from",
    "by",
    "what",
    "subject",
    "file",
    "code",
    "severity",
    "back",
    "kind",
    "sort",
    "edit",
    "view",
    "base",
    "note",
    "element",
    "revision",
    "data",
    "o.columns",
    "o.method",
    "o.formula",
    "name",
];

/// Asks for every page, or for those of these routes, in both languages, plainly and with hostile questions.
pub async fn walk(house: &House, seen: &mut Seen, only: &[&str]) {
    let text = hostile("query");
    let asked = |path: &str| only.is_empty() || only.contains(&path);
    for route in web::table().into_iter().filter(|route| route.method == Method::GET && asked(route.path)) {
        for path in filled(house, route.path).await {
            seen.answer(&path, &house.get(&path, Lang::Ru).await);
            if !path.contains('?') {
                let query = QUESTIONS.map(|name| (name, &*text));
                let path = format!("{path}?{}", encoded(&query));
                seen.answer(&path, &house.get(&path, Lang::En).await);
            }
        }
    }
}

/// The addresses of a route, for all that there is.
async fn filled(house: &House, path: &str) -> Vec<String> {
    let head = store::Revisions::head(&*house.store).await.unwrap();
    let mut all = vec![String::new()];
    for part in path.trim_start_matches('/').split('/') {
        let words: Vec<String> = match part {
            "{table}" | "{kind}" => {
                department::model::schema().into_iter().map(|(_, table, _)| table.to_owned()).collect()
            }
            "{file}" | "{*path}" | "{*name}" if !path.starts_with("/assets") => {
                department::FILES.iter().map(|file| (*file).to_owned()).collect()
            }
            "{number}" => vec!["1".to_owned(), head.to_string(), format!("{head}?since=1"), hostile("n")],
            "{id}"
                if path.starts_with("/approval") || path.contains("proposals") || path.contains("hooks") =>
            {
                vec!["1".to_owned()]
            }
            "{id}" => IDS.iter().map(|id| (*id).to_owned()).chain([hostile("id")]).collect(),
            "{login}" => vec!["root".to_owned(), hostile("login")],
            "{code}" => vec!["CO03".to_owned(), hostile("code")],
            "{name}" if path.starts_with("/export") => {
                ["department.ru.ics", "department.ru.json", "action.ru.csv", "x"].map(str::to_owned).into()
            }
            "{name}" => ["sostac", "scorecard"]
                .iter()
                .flat_map(|name| Lang::ALL.map(|lang| format!("{name}.{lang}.html")))
                .collect(),
            part if part.starts_with('{') => vec![hostile("part")],
            part => vec![part.to_owned()],
        };
        let joined = |word: &String| {
            let (word, query) = word.split_once("?since").map_or((&**word, ""), |(word, rest)| (word, rest));
            (percent(word), query.to_owned())
        };
        all = all
            .iter()
            .flat_map(|path| {
                words.iter().map(joined).map(move |(word, query)| {
                    let query = if query.is_empty() { String::new() } else { format!("?since{query}") };
                    format!("{path}/{word}{query}")
                })
            })
            .collect();
    }
    all.into_iter().filter(|path| !path.contains('?') || path.rfind('/') < path.find('?')).collect()
}
