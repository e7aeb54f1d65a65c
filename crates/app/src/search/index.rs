//! The elements of a department, ready to be searched.

use super::fold::folded;
use super::query::Query;
use department::element::Meta;
use department::{Department, Kind};
use diag::FileId;
use std::sync::Arc;

/// Everything that a department's elements say, folded once for every revision.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    kind: Kind,
    file: FileId,
    /// Where its text stands.
    span: (usize, usize),
    words: Arc<Words>,
}

/// What an element says.
#[derive(Debug, Default)]
struct Words {
    id: String,
    title: String,
    /// The title, the id and the text, folded.
    keys: [String; 3],
}

/// An element that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it says, where the words occur.
    pub excerpt: String,
    /// How well it fits; the higher the better.
    pub score: u32,
}

impl Index {
    /// Of a department.
    pub fn of(department: &Department) -> Self {
        Index::made(department, &[])
    }

    /// Of a department that shares elements with the one that this index is of: what those say is folded already.
    pub fn next(&self, before: &Department, department: &Department) -> Self {
        let mut known: Vec<(*const Meta, &Arc<Words>)> = Vec::with_capacity(self.entries.len());
        let mut entries = self.entries.iter();
        before.each(|_, meta, _| {
            known.extend(entries.next().map(|entry| (std::ptr::from_ref(meta), &entry.words)));
        });
        Index::made(department, &known)
    }

    /// The known words are of the elements of the same numbers, where those are the very same.
    fn made(department: &Department, known: &[(*const Meta, &Arc<Words>)]) -> Self {
        let mut entries = Vec::with_capacity(department.len());
        let mut fresh = Vec::new();
        department.each(|kind, meta, title| {
            let place = department.sources.whole(meta.place());
            let start = place.span.start as usize;
            let span = (start, start + (meta.end - meta.head.start.min(meta.end)) as usize);
            let same = known.get(entries.len()).filter(|(own, _)| std::ptr::eq(*own, meta));
            let words = same.map_or_else(Arc::default, |(_, words)| Arc::clone(words));
            if same.is_none() {
                fresh.push((entries.len(), meta.id.to_string(), title.to_owned()));
            }
            entries.push(Entry { kind, file: place.file, span, words });
        });
        // What an element says ends where the next begins: a sub-table may stand behind its last field.
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_unstable_by_key(|at| (entries[*at].file, entries[*at].span.0));
        for pair in order.windows(2) {
            if entries[pair[0]].file == entries[pair[1]].file {
                entries[pair[0]].span.1 = entries[pair[1]].span.0;
            }
        }
        for (at, id, title) in fresh {
            let entry = &mut entries[at];
            let text = &department.sources.get(entry.file).text;
            let said = said(text.get(entry.span.0..entry.span.1).unwrap_or_default());
            let keys = [folded(&title), folded(&id), folded(&said)];
            entry.words = Arc::new(Words { id, title, keys });
        }
        Index { entries }
    }

    /// The elements that fit best, the best first.
    pub fn find(&self, department: &Department, query: &Query, most: usize) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let fits = |entry: &Entry| {
            let [title, id, text] = &entry.words.keys;
            let bonus = match entry.kind {
                Kind::Goal | Kind::Kpi | Kind::Objective | Kind::Person => 20,
                _ => 0,
            };
            query.weigh(title, id, text).map(|score| score + bonus)
        };
        let mut found: Vec<(u32, &Entry)> =
            self.entries.iter().filter_map(|entry| Some((fits(entry)?, entry))).collect();
        found.sort_by_key(|(score, entry)| (std::cmp::Reverse(*score), entry.words.title.len()));
        let hit = |(score, entry): (u32, &Entry)| {
            let text = &department.sources.get(entry.file).text;
            let text = sentences(text.get(entry.span.0..entry.span.1).unwrap_or_default());
            Hit {
                kind: entry.kind,
                id: entry.words.id.clone(),
                title: entry.words.title.clone(),
                excerpt: query.excerpt(&text, 120),
                score,
            }
        };
        found.into_iter().take(most).map(hit).collect()
    }
}

/// What an element says in sentences, for who reads it: words and figures that stand alone are left out.
fn sentences(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in text.lines().skip(1).filter(|line| !line.trim_start().starts_with(['#', '['])) {
        let value =
            line.split_once('=').map_or(line, |(key, value)| if key.trim() == "name" { "" } else { value });
        let value = value.trim().trim_matches(['"', '[', ']', '{', '}', ' ']);
        if value.contains(' ') && !value.contains(['"', '=']) {
            out.push(value);
        }
    }
    out.join(" · ")
}

/// The values of an element's text, without keys, headers, comments and signs.
fn said(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The first line is the rest of the header.
    for line in text.lines().skip(1).map(str::trim) {
        // The header of the next element may be cut off before its id.
        let header = line.starts_with('[') && (line.ends_with(']') || line.ends_with('.'));
        if header || line.starts_with('#') || line.starts_with("name") {
            continue;
        }
        let value = line.split_once('=').map_or(line, |(_, value)| value);
        out.extend(
            value
                .chars()
                .map(|letter| if matches!(letter, '"' | '[' | ']' | '{' | '}') { ' ' } else { letter }),
        );
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::View;
    use department::Files;

    const TEXT: &str = r#"
[goal.trust]
name = "Owners trust what we answer"
why = "A reply in time brings repeat purchases"
[kpi.reply]
name = "Time of first reply"
[kpi.reply.correction]
what = "A second person on duty"
[task.answer]
name = "Answer replies"
# goal = "nobody sees this comment"
"#;

    fn found(words: &str) -> Vec<String> {
        let view =
            View::new(0, Files::from([("sostac.toml", TEXT)]).into(), Default::default(), Default::default());
        let index = Index::of(view.department());
        let hits = index.find(view.department(), &Query::new(words), 9);
        hits.into_iter().map(|hit| hit.id).collect()
    }

    #[test]
    fn names_come_before_what_is_said() {
        assert_eq!(found("reply"), ["reply", "answer", "trust"]);
        assert_eq!(found("duty"), ["reply"]);
        assert_eq!(found("TRUST repeat"), ["trust"]);
        assert!(found("comment").is_empty() && found("").is_empty());
    }

    #[test]
    fn after_a_change_the_same_is_found_as_if_all_were_read_anew() {
        let files = |text: &str| {
            let empty = department::FILES.iter().map(|file| (*file, String::new()));
            let mut files: Files = empty.collect();
            files.put("sostac.toml", text);
            Arc::new(files)
        };
        let before = View::new(1, files(TEXT), Default::default(), Default::default());
        before.search(&Query::new("reply"), 9);
        let changed = files(&TEXT.replace("in time brings repeat", "within the hour brings further"));
        assert!(before.reading.again(&changed).is_some(), "one piece has changed");
        let next = before.next(2, Arc::clone(&changed), Default::default(), Default::default());
        let anew = View::new(2, changed, Default::default(), Default::default());
        for words in ["reply", "duty", "hour", "repeat", "second", "answer", "further purchases"] {
            let (one, other) = (next.search(&Query::new(words), 9), anew.search(&Query::new(words), 9));
            assert_eq!(one, other, "{words}");
        }
        assert_eq!(next.search(&Query::new("hour"), 9).len(), 1);
    }
}
