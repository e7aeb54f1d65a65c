//! A text file cut into parts of whole rows.

use super::quotes::{Scan, State, scan};
use crate::dataset::rows::each_part;
use crate::{Source, TableError, source};

/// How many bytes are looked at together; a part has about as many.
pub const PIECE: u64 = 4 << 20;
/// A part is no longer than this: a quote that nobody closed would make one row of the rest of the file.
const LONGEST: u64 = 256 << 20;

/// A part of whole rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its first byte.
    pub from: u64,
    /// The byte behind it.
    pub until: u64,
    /// The number of its first row, counted as in a spreadsheet.
    pub row: u64,
}

/// How the rows of a text are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// The byte between columns.
    pub between: u8,
    /// The byte at the end of a row.
    pub end: u8,
    /// Whether quotes hide both.
    pub quotes: bool,
}

/// Cuts what lies between two bytes; its first row has the number `row`.
pub fn index(
    source: &dyn Source,
    from: u64,
    until: u64,
    row: u64,
    marks: Marks,
    piece: u64,
) -> Result<Vec<Part>, TableError> {
    if from >= until {
        return Ok(Vec::new());
    }
    if until - from <= piece {
        return Ok(vec![Part { from, until, row }]);
    }
    let pieces = usize::try_from((until - from).div_ceil(piece)).unwrap_or(usize::MAX);
    let begin = |at: usize| (from + at as u64 * piece).min(until);
    let look = |at: usize| -> Result<[Scan; 3], TableError> {
        // One byte more in front, which tells whether a quote opens a field.
        let early = u64::from(at > 0);
        let bytes = source::range(source, begin(at) - early, begin(at + 1)).map_err(TableError::io)?;
        let (before, bytes) = if at > 0 { (bytes.first().copied(), &bytes[1..]) } else { (None, &bytes[..]) };
        let from_state = |state| match marks.quotes {
            true => scan(bytes, before, marks.between, marks.end, state),
            false => plain(bytes, marks.end),
        };
        let out = from_state(State::Out);
        if memchr::memchr(b'"', bytes).is_none() || !marks.quotes {
            // Without a quote the states behind are those before.
            return Ok([out, Scan { after: State::In, ends: 0, first: None }, out]);
        }
        Ok([out, from_state(State::In), from_state(State::Closed)])
    };
    let (mut parts, mut state, mut row, mut at) = (Vec::<Part>::new(), State::Out, row, 0);
    let mut start = Some((from, row));
    each_part(pieces, look, &mut |scans: [Scan; 3]| {
        let scan = scans[match state {
            State::Out => 0,
            State::In => 1,
            State::Closed => 2,
        }];
        if at > 0
            && let Some(first) = scan.first
        {
            let cut = begin(at) + first as u64;
            parts.extend(start.map(|(from, row)| Part { from, until: cut, row }));
            start = Some((cut, row + 1));
        }
        (state, row, at) = (scan.after, row + scan.ends, at + 1);
    })?;
    parts.extend(start.filter(|(from, _)| *from < until).map(|(from, row)| Part { from, until, row }));
    match parts.iter().find(|part| part.until - part.from > LONGEST) {
        Some(part) => Err(TableError::LongRow { row: part.row }),
        None => Ok(parts),
    }
}

fn plain(bytes: &[u8], end: u8) -> Scan {
    let first = memchr::memchr(end, bytes).map(|first| first + 1);
    Scan { after: State::Out, ends: memchr::memchr_iter(end, bytes).count() as u64, first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_are_whole_rows_and_all_of_them(text in "[ab\",\n]{1,80}", piece in 1u64..20) {
            let bytes = text.clone().into_bytes();
            let marks = Marks { between: b',', end: b'\n', quotes: true };
            let parts = index(&bytes, 0, bytes.len() as u64, 2, marks, piece).unwrap();
            prop_assert_eq!(parts[0].from, 0);
            prop_assert_eq!(parts[parts.len() - 1].until, bytes.len() as u64);
            prop_assert!(parts.windows(2).all(|pair| pair[0].until == pair[1].from));
            for part in &parts {
                let until = scan(&bytes[..part.from as usize], None, b',', b'\n', State::Out);
                prop_assert!(until.after != State::In);
                prop_assert_eq!(part.row, 2 + until.ends);
            }
        }
    }
}
