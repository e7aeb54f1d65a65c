//! Lines of a text: where they begin and end, and which comments belong to what stands beside them.

use crate::text::inside;
use memchr::{memchr, memrchr};
use std::ops::Range;

/// The beginning of the line.
pub(super) fn line_start(text: &[u8], at: usize) -> usize {
    memrchr(b'\n', &text[..at]).map_or(0, |found| found + 1)
}

/// Behind the line with its end.
pub(super) fn line_end(text: &[u8], at: usize) -> usize {
    memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found + 1)
}

/// How lines end in a text.
pub(super) fn newline(text: &[u8]) -> &'static str {
    match memchr(b'\n', text) {
        Some(at) if at > 0 && text[at - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

fn is_comment(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"#")
}

/// The beginning of the comment directly above a line, or the line's own beginning.
pub(super) fn with_comment_above(text: &[u8], strings: &[Range<usize>], at: usize) -> usize {
    let mut start = line_start(text, at);
    while start > 0 {
        let above = line_start(text, start - 1);
        if !is_comment(&text[above..start]) || inside(strings, above) {
            break;
        }
        start = above;
    }
    start
}

/// Behind the line and a comment that follows it directly, unless the comment stands directly above something else. A
/// part of a text that is not its last (`last`) has something below it.
pub(super) fn with_comment_below(text: &[u8], at: usize, last: bool) -> usize {
    let end = line_end(text, at);
    let mut below = end;
    while below < text.len() {
        let next = line_end(text, below);
        let line = &text[below..next];
        if is_blank(line) {
            return below;
        }
        if !is_comment(line) {
            return end;
        }
        below = next;
    }
    if last { below } else { end }
}

/// Behind the last line of a piece that holds something; comments and blank lines at its end lead on to the next.
pub(super) fn content_end(text: &[u8], strings: &[Range<usize>], piece: Range<usize>) -> usize {
    let mut end = piece.end;
    while end > piece.start {
        let start = line_start(text, end - 1).max(piece.start);
        let line = &text[start..end];
        if !(is_blank(line) || is_comment(line)) || inside(strings, start) {
            break;
        }
        end = start;
    }
    end
}

/// What is cut out with a block of whole lines so that blank lines do not pile up where it stood.
pub(super) fn with_gap(text: &[u8], block: Range<usize>, last: bool) -> Range<usize> {
    let (mut start, mut end) = (block.start, block.end);
    while end < text.len() && is_blank(&text[end..line_end(text, end)]) {
        end = line_end(text, end);
    }
    let above = |start: usize| line_start(text, start - 1);
    let gap_above = start > 0 && is_blank(&text[above(start)..start]);
    if end == text.len() && last {
        while start > 0 && is_blank(&text[above(start)..start]) {
            start = above(start);
        }
    } else if start > 0 && !gap_above {
        end = block.end;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_belong_to_what_they_touch() {
        let text = b"# head\n\n# one\n[a]\nx = 1\n# out\n\n# two\n[b]\n";
        let a = text.iter().position(|byte| *byte == b'[').expect("there");
        assert_eq!(with_comment_above(text, &[], a), 8);
        let x = text.iter().position(|byte| *byte == b'x').expect("there");
        assert_eq!(&text[with_comment_below(text, x, true)..], b"\n# two\n[b]\n");
        let end = content_end(text, &[], a..text.len() - 4);
        assert_eq!(&text[..end], b"# head\n\n# one\n[a]\nx = 1\n");
        assert_eq!(with_gap(b"a\n\nb\n\nc", 3..5, true), 3..6);
        assert_eq!(with_gap(b"a\n\nb\n\n", 3..5, true), 2..6);
        assert_eq!(with_gap(b"a\n\nb\n\n", 3..5, false), 3..6);
        assert_eq!(with_gap(b"a\nb\n\nc", 2..4, true), 2..4);
    }
}
