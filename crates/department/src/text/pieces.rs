//! A text cut at the headers of its elements.
//!
//! A piece begins at a header of one or two words (`[about]`, `[goal.trust]`) and holds the sub-tables that follow. Each is
//! read on its own, which keeps memory small however long the text is, and keeps a bracket or quote that was left
//! open from swallowing the elements after it.

use super::strings::{inside, long_strings};
use memchr::memmem;
use std::ops::Range;

/// The pieces of a text with their offsets; together they are the text.
pub fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    cuts(text.as_bytes()).map(move |cut| (cut.start, &text[cut]))
}

/// Where the pieces of a text are.
pub(crate) fn cuts(text: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    // In a string of several lines a line may look like a header and not be one.
    let strings = long_strings(text);
    let header = memmem::Finder::new("\n[");
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() && start > 0 {
            return None;
        }
        let mut end = text.len();
        let mut from = start;
        while let Some(at) = header.find(&text[from..]) {
            from += at + 1;
            if is_header(&text[from..]) && !inside(&strings, from) {
                end = from;
                break;
            }
        }
        let piece = start..end;
        start = end.max(1);
        Some(piece)
    })
}

/// Whether a line that begins with a bracket is a header of one or two words, closed or not.
pub fn is_header(line: &[u8]) -> bool {
    let mut dots = 0;
    for byte in line.iter().copied().skip(1) {
        match byte {
            b'.' => dots += 1,
            b']' | b'\n' | b'\r' | b'#' => return dots < 2,
            byte if byte.is_ascii_alphanumeric()
                || matches!(byte, b'_' | b'-' | b'"' | b' ')
                || byte >= 0x80 => {}
            // `[[kpi.a.targets]]`, or a list inside a list.
            _ => return false,
        }
    }
    dots < 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sub_tables_stay_with_their_element() {
        let text =
            "# head\n[kpi.a]\nx = [\n[1, 2],\n]\n[kpi.a.correction]\n[[kpi.a.targets]]\n[goal.b]\n[goal\n[x]";
        let starts: Vec<&str> =
            pieces(text).map(|(_, piece)| piece.lines().next().unwrap_or_default()).collect();
        assert_eq!(starts, ["# head", "[kpi.a]", "[goal.b]", "[goal", "[x]"]);
        assert_eq!(pieces("").count(), 1);
        assert_eq!(pieces("a = \"\"\"\n[goal.b]\n\"\"\"").count(), 1);
        assert_eq!(pieces("a = \"\"\"\n[goal.b]\n\"\"\"\n[goal.c]\n").count(), 2);
    }

    proptest! {
        #[test]
        fn pieces_make_up_the_text(text in "([a-z\\[\\].\n#я\"]){0,60}") {
            let mut together = String::new();
            for (start, piece) in pieces(&text) {
                prop_assert_eq!(start, together.len());
                together.push_str(piece);
            }
            prop_assert_eq!(together, text);
        }
    }
}
