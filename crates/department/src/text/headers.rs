//! Headers, as far as a scan understands them: words, without reading what stands below.

use super::plain::bare;
use std::ops::Range;

/// A word of a header or of a dotted key, and where it stands, quotes included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub text: &'a [u8],
    pub range: Range<usize>,
}

/// The words of a dotted key that begins at an offset, or of a header whose bracket stands there.
pub(crate) fn words(text: &[u8], mut at: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let spaces = |at: usize| at + text[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    at += text[at..].iter().take(2).take_while(|byte| **byte == b'[').count();
    loop {
        at = spaces(at);
        let Some(&first) = text.get(at) else { return words };
        let word = |byte: &&u8| bare(**byte) || **byte >= 0x80;
        let (inner, end) = if matches!(first, b'"' | b'\'') {
            let length = text[at + 1..].iter().take_while(|byte| **byte != first && **byte != b'\n').count();
            (at + 1..at + 1 + length, (at + length + 2).min(text.len()))
        } else {
            let length = text[at..].iter().take_while(word).count();
            (at..at + length, at + length)
        };
        if end == at {
            return words;
        }
        words.push(Word { text: &text[inner], range: at..end });
        at = spaces(end);
        if text.get(at) != Some(&b'.') {
            return words;
        }
        at += 1;
    }
}

/// The offsets of the brackets with which lines begin, spaces aside.
pub(crate) fn brackets(text: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text).map(|at| at + 1));
    starts.filter_map(|start| {
        let at = start + text[start..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        (text.get(at) == Some(&b'[')).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_headers_and_dotted_keys() {
        let text = |line: &'static str| {
            let word = |word: Word<'_>| String::from_utf8_lossy(word.text).into_owned();
            words(line.as_bytes(), 0).into_iter().map(word).collect::<Vec<_>>()
        };
        assert_eq!(text("[goal.trust] # x"), ["goal", "trust"]);
        assert_eq!(text("[[ kpi . \"a.b\".'targets' ]]"), ["kpi", "a.b", "targets"]);
        assert_eq!(text("correction.what = 1"), ["correction", "what"]);
        assert_eq!((text("[").len(), text("").len(), text("[\"open").len(), text("[a.").len()), (0, 0, 1, 1));
        assert_eq!(brackets(b"[a]\n  [b]\nx = [\n1]").collect::<Vec<_>>(), [0, 6]);
    }
}
