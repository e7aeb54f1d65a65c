//! Where rows begin in a text that is cut at any byte.
//!
//! A line end inside quotes ends no row, and whether a byte is inside quotes depends on all before it. So a piece is scanned
//! for each state in which it may begin; the pieces are scanned beside each other and then strung together.

use memchr::{memchr, memchr_iter};

/// Where a reader of the text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Outside quotes.
    Out,
    /// Inside quotes.
    In,
    /// Just behind a quote that ended a quoted field, or is the first of two that stand for one.
    Closed,
}

/// What a piece does to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scan {
    /// The state behind it.
    pub after: State,
    /// How many rows end in it.
    pub ends: u64,
    /// How many bytes into it the first of these rows is over.
    pub first: Option<usize>,
}

/// Scans a piece. `before` is the byte in front of it, `None` at the start of the text.
///
/// As everywhere a quote opens a field only at its very start; elsewhere it is a letter like others.
pub fn scan(piece: &[u8], before: Option<u8>, mark: u8, end: u8, state: State) -> Scan {
    let mut found = Scan { after: state, ends: 0, first: None };
    let mut at = 0;
    while at < piece.len() {
        if found.after == State::In {
            let Some(quote) = memchr(b'"', &piece[at..]) else { break };
            at += quote + 1;
            found.after = State::Closed;
            continue;
        }
        if found.after == State::Closed && piece[at] == b'"' {
            found.after = State::In;
            at += 1;
            continue;
        }
        let quote = memchr(b'"', &piece[at..]).map_or(piece.len(), |quote| at + quote);
        let plain = &piece[at..quote];
        if found.first.is_none() {
            found.first = memchr(end, plain).map(|first| at + first + 1);
        }
        found.ends += memchr_iter(end, plain).count() as u64;
        found.after = State::Out;
        if quote == piece.len() {
            break;
        }
        let previous = if quote == 0 { before } else { Some(piece[quote - 1]) };
        if previous.is_none_or(|byte| byte == mark || byte == end) {
            found.after = State::In;
        }
        at = quote + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The starts of rows as the csv crate sees them.
    fn starts(text: &[u8]) -> Vec<u64> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
        let mut record = csv::ByteRecord::new();
        let mut starts = Vec::new();
        loop {
            if !reader.read_byte_record(&mut record).unwrap() {
                return starts;
            }
            starts.push(record.position().unwrap().byte());
        }
    }

    proptest! {
        #[test]
        fn a_cut_anywhere_finds_the_rows_that_a_whole_reading_finds(
            text in "[a\",\n]{0,60}", cut in 0usize..60,
        ) {
            let text = text.as_bytes();
            let cut = cut.min(text.len());
            let whole = scan(text, None, b',', b'\n', State::Out);
            let left = scan(&text[..cut], None, b',', b'\n', State::Out);
            let before = cut.checked_sub(1).map(|at| text[at]);
            let right = scan(&text[cut..], before, b',', b'\n', left.after);
            prop_assert_eq!(left.ends + right.ends, whole.ends);
            prop_assert_eq!(right.after, whole.after);
            // Behind the first row end of the right piece a row begins, if anything but line ends follows.
            if let Some(first) = right.first {
                let at = cut + first;
                let rest = text[at..].iter().take_while(|byte| **byte == b'\n').count();
                if at + rest < text.len() {
                    // csv counts the blank lines before a row to it, so the row may be said to start earlier.
                    let begins = starts(text);
                    prop_assert!(begins.iter().any(|start| {
                        let start = *start as usize;
                        start <= at + rest && text[start..at + rest].iter().all(|byte| *byte == b'\n')
                    }), "{:?} {at}", begins);
                }
            }
        }
    }
}
