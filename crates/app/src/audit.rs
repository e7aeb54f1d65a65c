//! The audit trail, looked through and taken along.

use crate::AppError;
use jiff::ToSpan;
use jiff::civil::Date;
use locale::{Lang, catalogue, t};
use std::fmt::Write;
use store::{Entry, EntryFilter, Role, Store};

/// So many entries are read at once for a table.
const CHUNK: u32 = 5_000;

/// What is looked for, as people ask for it: whole days, both included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// By whom: a login.
    pub by: String,
    /// What was done, as a word.
    pub what: String,
    /// A part of the subject.
    pub subject: String,
    /// From this day on.
    pub from: Option<Date>,
    /// Until this day.
    pub until: Option<Date>,
}

impl Sought {
    /// For the store: at most so many entries with numbers below `before` (0 for all).
    pub fn filter(&self, before: u64, limit: u32) -> EntryFilter {
        let midnight = |day: Date| format!("{day}T00:00:00Z");
        let after = self.until.and_then(|day| day.checked_add(1.day()).ok());
        EntryFilter {
            by: self.by.trim().to_owned(),
            what: self.what.trim().to_owned(),
            subject: self.subject.trim().to_owned(),
            from: self.from.map(midnight).unwrap_or_default(),
            until: after.map(midnight).unwrap_or_default(),
            before,
            limit,
        }
    }
}

/// What was done, in words; a word that the catalogue does not know stands for itself.
pub fn done(lang: Lang, what: &str) -> String {
    catalogue().get(lang, &format!("audit-what-{what}"), &[]).unwrap_or_else(|| what.to_owned())
}

/// What the trail says of a subject, before or after, in the reader's words: `revision 4 · goal.trust why` begins with
/// what a revision is called. What has no words stands for itself.
pub fn worded(lang: Lang, text: &str) -> String {
    let one = |part: &str| {
        let (word, rest) = part.split_once(' ').unwrap_or((part, ""));
        match (word, rest) {
            ("role", role) if Role::of(role).is_some() => t!(lang, &format!("role-{role}")),
            ("active", "") => t!(lang, "people-active"),
            ("not", "active") => t!(lang, "people-inactive"),
            ("revision" | "normative", number) if number.parse::<u64>().is_err() => part.to_owned(),
            ("normative", "0") => t!(lang, "approval-normative-none"),
            ("step", word) if known_step(word) => t!(lang, &format!("correction-step-{word}")),
            (
                "revision" | "normative" | "correction" | "report" | "comment" | "user" | "person" | "key",
                rest,
            ) if !rest.is_empty() => {
                t!(lang, &format!("audit-{word}"), what = rest)
            }
            _ => part.to_owned(),
        }
    };
    text.split(" · ").map(one).collect::<Vec<_>>().join(" · ")
}

/// All entries that are looked for as a table for spreadsheets: UTF-8 with its mark, the latest first; between cells
/// stands what the language's Excel expects.
pub async fn trail_csv(store: &dyn Store, sought: &Sought, lang: Lang) -> Result<String, AppError> {
    let mut out = String::from("\u{feff}");
    let heads = ["number", "when", "by", "from", "what", "subject", "before", "after"];
    line(&mut out, lang, &heads.map(|head| t!(lang, &format!("audit-col-{head}"))));
    let mut before = 0;
    loop {
        let entries = store.entries(&sought.filter(before, CHUNK)).await?;
        entries.iter().for_each(|entry| line(&mut out, lang, &cells(entry, lang)));
        match entries.last() {
            Some(last) if entries.len() == CHUNK as usize && last.id > 1 => before = last.id,
            _ => return Ok(out),
        }
    }
}

/// Whether the catalogue has words for a step of a correction.
fn known_step(word: &str) -> bool {
    catalogue().get(Lang::En, &format!("correction-step-{word}"), &[]).is_some()
}

fn cells(entry: &Entry, lang: Lang) -> [String; 8] {
    let Entry { id, act, what, subject, before, after } = entry.clone();
    [id.to_string(), act.at, act.by, act.from, done(lang, &what), subject, before, after]
}

fn line(out: &mut String, lang: Lang, cells: &[String]) {
    let between = match lang {
        Lang::Ru => ';',
        Lang::En => ',',
    };
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(between);
        }
        let _ = write!(out, "\"{}\"", harmless(cell).replace('"', "\"\""));
    }
    out.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_out() {
        let mut out = String::new();
        let hostile = ["=HYPERLINK(\"http://evil\")", "+1", "-1", "@sum", "\tx", "\rx", "a;b,c\nd", "plain"];
        line(&mut out, Lang::Ru, &hostile.map(str::to_owned));
        let expected = "\"'=HYPERLINK(\"\"http://evil\"\")\";\"'+1\";\"'-1\";\"'@sum\";\"'\tx\";\"'\rx\";\
                        \"a;b,c\nd\";\"plain\"\r\n";
        assert_eq!(out, expected);
    }

    #[test]
    fn days_are_whole() {
        let sought =
            Sought { from: Some(date(2026, 2, 28)), until: Some(date(2026, 2, 28)), ..Sought::default() };
        let filter = sought.filter(0, 10);
        assert_eq!((&*filter.from, &*filter.until), ("2026-02-28T00:00:00Z", "2026-03-01T00:00:00Z"));
        assert_eq!(done(Lang::En, "unheard-of"), "unheard-of");
    }

    #[test]
    fn the_trail_is_read_in_words() {
        assert_eq!(worded(Lang::En, "revision 4 · goal.trust why"), "revision 4 · goal.trust why");
        assert_eq!(worded(Lang::Ru, "revision 4 · goal.trust why"), "редакция 4 · goal.trust why");
        assert_eq!(worded(Lang::Ru, "Анна · role viewer · active"), "Анна · читатель · вход разрешён");
        assert_eq!(
            worded(Lang::En, "revision of the plan · role of it"),
            "revision of the plan · role of it"
        );
    }
}
