//! The parts of two texts between what both begin with and what both end with: most changes touch little, and the rest
//! need not even be cut into pieces.

use crate::text::is_header;

/// The parts that are not alike, cut at headers of elements.
pub(super) fn unlike<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    // In a string of several lines a line may look like a header and not be one.
    if [before, after].iter().any(|text| text.contains("\"\"\"") || text.contains("'''")) {
        return (before, after);
    }
    let start = header_before(before, begins(before.as_bytes(), after.as_bytes()));
    let (before, after) = (&before[start..], &after[start..]);
    let end = ends(before.as_bytes(), after.as_bytes());
    let end = before.len() - header_from(before, before.len() - end);
    (&before[..before.len() - end], &after[..after.len() - end])
}

/// How many bytes both begin with.
fn begins(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// How many bytes both end with.
fn ends(a: &[u8], b: &[u8]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

/// The last header that begins before an offset and is the same in both texts as far as its line goes; else 0.
fn header_before(text: &str, at: usize) -> usize {
    let mut till = at;
    while let Some(found) = text.as_bytes()[..till].windows(2).rposition(|two| two == b"\n[") {
        let line = found + 1;
        let end = text[line..].find('\n').map_or(text.len(), |end| line + end);
        if end < at && is_header(&text.as_bytes()[line..]) {
            return line;
        }
        till = found + 1;
    }
    0
}

/// The first header at or behind an offset, or the end.
fn header_from(text: &str, at: usize) -> usize {
    let mut from = at;
    while let Some(found) = text.as_bytes()[from..].windows(2).position(|two| two == b"\n[") {
        let line = from + found + 1;
        if is_header(&text.as_bytes()[line..]) {
            return line;
        }
        from = line;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::pieces;
    use proptest::prelude::*;

    #[test]
    fn only_the_changed_element_is_left() {
        let text =
            "# ours\n[goal.a]\nx = 1\n[goal.b]\nx = [\n[1, 2],\n]\n[goal.b.c]\ny = 1\n[goal.d]\nx = 1\n";
        let new = text.replace("y = 1", "y = 2");
        let (old, new) = unlike(text, &new);
        assert_eq!(old, "[goal.b]\nx = [\n[1, 2],\n]\n[goal.b.c]\ny = 1\n");
        assert_eq!(new, "[goal.b]\nx = [\n[1, 2],\n]\n[goal.b.c]\ny = 2\n");
    }

    proptest! {
        #[test]
        fn what_is_left_out_is_the_same_pieces(a in "(\\[[ab.]{1,3}\\]|[xя=\n]){0,16}", b in "(\\[[ab.]{1,3}\\]|[xя=\n]){0,16}", c in "(\n\\[[ab.]{1,3}\\]|[x\n]){0,16}") {
            let (before, after) = (format!("{c}{a}{c}"), format!("{c}{b}{c}"));
            let (old, new) = unlike(&before, &after);
            let only = |these: &str, others: &str| -> Vec<String> {
                let others: Vec<&str> = pieces(others).map(|(_, piece)| piece).collect();
                let mine = pieces(these).map(|(_, piece)| piece);
                mine.filter(|piece| !piece.is_empty() && !others.contains(piece)).map(str::to_owned).collect()
            };
            // Nothing that stands on one side only is lost.
            let (left, all) = (only(old, &after), only(&before, &after));
            prop_assert_eq!(left, all);
            prop_assert_eq!(only(new, &before), only(&after, &before));
        }
    }
}
