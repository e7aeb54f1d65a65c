//! Where strings of several lines stand: what looks like a header or a comment in them is neither.

use memchr::{memchr, memchr2, memchr3, memmem};
use std::ops::Range;

/// The strings of several lines of a text, quotes included, in their order.
pub(crate) fn long_strings(text: &[u8]) -> Vec<Range<usize>> {
    let has = |quotes: &[u8]| memmem::find(text, quotes).is_some();
    let mut found = Vec::new();
    if !has(b"\"\"\"") && !has(b"'''") {
        return found;
    }
    let mut at = 0;
    while let Some(step) = memchr3(b'"', b'\'', b'#', &text[at..]) {
        let from = at + step;
        at = match text[from] {
            b'#' => memchr(b'\n', &text[from..]).map_or(text.len(), |step| from + step),
            quote if text[from..].starts_with(&[quote; 3]) => {
                let end = long_end(text, from + 3, quote);
                found.push(from..end);
                end
            }
            quote => short_end(text, from + 1, quote),
        };
    }
    found
}

/// Whether an offset is inside one of the strings.
pub(crate) fn inside(strings: &[Range<usize>], at: usize) -> bool {
    let next = strings.partition_point(|string| string.end <= at);
    strings.get(next).is_some_and(|string| string.start < at)
}

/// Behind the closing quotes, or the end of the text.
fn long_end(text: &[u8], mut at: usize, quote: u8) -> usize {
    let escape = if quote == b'"' { b'\\' } else { quote };
    while let Some(step) = memchr2(quote, escape, text.get(at..).unwrap_or_default()) {
        at += step;
        if text[at] == b'\\' {
            at += 2;
        } else if text[at..].starts_with(&[quote; 3]) {
            // Up to two quotes may stand directly before the closing ones.
            let more = text[at + 3..].iter().take(2).take_while(|byte| **byte == quote).count();
            return at + 3 + more;
        } else {
            at += 1;
        }
    }
    text.len()
}

/// Behind the closing quote, or the end of the line where it is missing.
fn short_end(text: &[u8], mut at: usize, quote: u8) -> usize {
    let escape = if quote == b'"' { b'\\' } else { quote };
    while let Some(step) = memchr3(quote, escape, b'\n', text.get(at..).unwrap_or_default()) {
        at += step;
        match text[at] {
            b'\\' => at += 2,
            b'\n' => return at,
            _ => return at + 1,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strings_of_several_lines_count() {
        let text = "a = \"x\\\"\" # \"\"\"\nb = \"\"\"\n[goal.b]\\\"\"\"\"\" \nc = '''x''''\nd = 'it\ne = \"\"\"open";
        let found: Vec<&str> = long_strings(text.as_bytes()).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, ["\"\"\"\n[goal.b]\\\"\"\"\"\"", "'''x''''", "\"\"\"open"]);
        let strings = long_strings(text.as_bytes());
        assert!(inside(&strings, text.find("[goal").expect("there")) && !inside(&strings, 0));
    }
}
