//! Where a table stands: found by a scan of headers, so that only its own piece is parsed.

use super::Subject;
use crate::model::FILES;
use crate::text::{Node, TableNode, brackets, cuts, parse_piece, words};
use std::ops::Range;

/// A file and the part of it that holds all of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub file: &'static str,
    pub range: Range<usize>,
}

/// Where a table stands: in its own file, or in whichever other it was put into.
pub(super) fn find<'t>(text_of: impl Fn(&str) -> Option<&'t [u8]>, subject: &Subject) -> Option<Place> {
    let own = subject.file()?;
    let others = FILES.iter().copied().filter(|file| *file != own);
    std::iter::once(own).chain(others).find_map(|file| {
        let range = held(text_of(file)?, subject)?;
        Some(Place { file, range })
    })
}

/// The part of a text that holds all of a table; nearly always one piece.
pub(super) fn held(text: &[u8], subject: &Subject) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    for cut in
        cuts(text).filter(|cut| may_hold(&text[cut.clone()], subject) && holds(&text[cut.clone()], subject))
    {
        found = Some(found.map_or(cut.clone(), |known| known.start..cut.end));
    }
    found
}

/// Whether the headers of a piece let it hold the table.
fn may_hold(piece: &[u8], subject: &Subject) -> bool {
    let matches = |at: usize| {
        // Most headers are another kind's, which is seen without taking them apart.
        let head =
            piece[at..].iter().position(|byte| !matches!(byte, b'[' | b' ' | b'\t')).unwrap_or_default();
        let head = &piece[at + head..];
        if !head.starts_with(subject.table.as_bytes()) && !matches!(head.first(), Some(b'"' | b'\'')) {
            return false;
        }
        let words = words(piece, at);
        let is = |at: usize, text: &str| {
            words.get(at).is_some_and(|word| word.text == text.as_bytes() || word.text.contains(&b'\\'))
        };
        let id = subject.id.as_ref().is_none_or(|id| words.len() == 1 || is(1, id));
        is(0, &subject.table) && id
    };
    let begins_with_header = piece.trim_ascii_start().first() == Some(&b'[');
    let has_lines = || {
        piece
            .split(|byte| *byte == b'\n')
            .any(|line| !matches!(line.trim_ascii_start().first(), None | Some(b'#')))
    };
    (!begins_with_header && has_lines()) || brackets(piece).any(matches)
}

fn holds(piece: &[u8], subject: &Subject) -> bool {
    // What is not UTF-8 is complained of when it is to be changed.
    std::str::from_utf8(piece).map_or(true, |piece| element(&parse_piece(piece).0, subject).is_some())
}

/// A table in its tree.
pub(super) fn element<'t, 'a>(root: &'t TableNode<'a>, subject: &Subject) -> Option<&'t Node<'a>> {
    let node = root.get(&subject.table)?;
    match &subject.id {
        None => Some(node),
        Some(id) => match &node.kind {
            crate::text::NodeKind::Table(table) => table.get(id),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part<'t>(text: &'t str, subject: &str) -> Option<&'t str> {
        held(text.as_bytes(), &Subject::parse(subject)).map(|range| &text[range])
    }

    #[test]
    fn a_table_is_found_however_its_header_is_written() {
        let text = "about = { name = \"x\" }\n[goal.a]\nname = 1\n[ \"goal\" . b ]\n[kpi.c.correction]\n[goal]\nd.name = 2\ne = {}\n";
        assert_eq!(part(text, "goal.a"), Some("[goal.a]\nname = 1\n"));
        assert_eq!(part(text, "goal.b"), Some("[ \"goal\" . b ]\n[kpi.c.correction]\n"));
        assert_eq!(part(text, "kpi.c"), part(text, "goal.b"));
        assert_eq!(part(text, "goal.e"), Some("[goal]\nd.name = 2\ne = {}\n"));
        assert_eq!(part(text, "about"), Some("about = { name = \"x\" }\n"));
        assert_eq!((part(text, "goal.none"), part(text, "goal.name"), part("", "about")), (None, None, None));
    }

    #[test]
    fn a_table_in_parts_is_found_whole() {
        let text = "[kpi.a]\nname = 1\n[kpi.b]\n[kpi.a.correction]\nwhat = 1\n[kpi.c]\n";
        assert_eq!(part(text, "kpi.a"), Some(&text[..text.len() - 8]));
        assert_eq!(part(text, "kpi.c"), Some("[kpi.c]\n"));
        let text = "[goal.b]\nwhy = \"\"\"\n[goal.a]\n\"\"\"\n";
        assert_eq!(part(text, "goal.a"), None);
    }
}
