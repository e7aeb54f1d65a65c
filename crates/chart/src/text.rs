//! Text measured and broken into lines by the faces it is set in.

use crate::fonts;
use std::sync::LazyLock;
use ttf_parser::Face;

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::of(fonts::SANS));
static BOLD: LazyLock<Advances> = LazyLock::new(|| Advances::of(fonts::SANS_BOLD));

/// How far the signs of a face go, in ems.
struct Advances {
    face: Option<Face<'static>>,
    /// Of the Latin and Cyrillic letters and all before them: nearly every sign that is ever asked for.
    common: Vec<f64>,
}

/// The first sign after the common ones.
const COMMON: u32 = 0x530;

impl Advances {
    fn of(font: &'static [u8]) -> Self {
        let mut all = Advances { face: Face::parse(font, 0).ok(), common: Vec::new() };
        let sign = |code| char::from_u32(code).map_or(LACKING, |sign| all.look_up(sign));
        all.common = (0..COMMON).map(sign).collect();
        all
    }

    fn advance(&self, sign: char) -> f64 {
        self.common.get(sign as usize).copied().unwrap_or_else(|| self.look_up(sign))
    }

    fn look_up(&self, sign: char) -> f64 {
        let found = self.face.as_ref().and_then(|face| {
            let advance = face.glyph_hor_advance(face.glyph_index(sign)?)?;
            Some(f64::from(advance) / f64::from(face.units_per_em()))
        });
        found.unwrap_or(LACKING)
    }
}

/// Widths in ems where the face has no say: a sign it lacks, and the arrow that is drawn as a path.
const LACKING: f64 = 0.6;
pub(crate) const ARROW: f64 = 1.0;
const ELLIPSIS: char = '…';

/// The width of one line of PT Sans at `size`, in the units of `size`. Kerning is not counted.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|sign| advance(sign, bold)).sum::<f64>() * size
}

fn advance(sign: char, bold: bool) -> f64 {
    let face = if bold { &BOLD } else { &REGULAR };
    let sign = if narrow(sign) { '\u{a0}' } else { sign };
    if sign == '→' { ARROW } else { face.advance(sign) }
}

/// Spaces that the faces lack.
fn narrow(sign: char) -> bool {
    matches!(sign, '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{200a}')
}

/// As it stands in a picture: spaces that the faces have, no line breaks, nothing that XML forbids.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|sign| match sign {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            _ if narrow(sign) => Some('\u{a0}'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
            _ if sign.is_control() => None,
            _ => Some(sign),
        })
        .collect()
}

/// One line of at most `max_width`, with an ellipsis where it had to be cut.
pub fn fit(text: &str, size: f64, bold: bool, max_width: f64) -> String {
    wrap(text, size, bold, max_width, 1).pop().unwrap_or_default()
}

/// Lines of at most `max_width` each, at most `max_lines` of them; where there is more, the last ends in an
/// ellipsis. Lines break at spaces; a word longer than a line breaks after a hyphen, else after a vowel with a
/// hyphen added. Empty text has no lines.
pub fn wrap(text: &str, size: f64, bold: bool, max_width: f64, max_lines: usize) -> Vec<String> {
    let text = clean(text);
    let fits = |line: &str| width(line, size, bold) <= max_width;
    let space = width(" ", size, bold);
    let mut lines = Vec::new();
    let (mut line, mut filled) = (String::new(), 0.0);
    // What is still to set, last word first, so that the rest of a broken word goes back on top.
    let mut words: Vec<String> =
        text.split(' ').filter(|word| !word.is_empty()).rev().map(str::to_owned).collect();
    while let Some(word) = words.pop() {
        let gap = if line.is_empty() { 0.0 } else { space };
        let further = filled + gap + width(&word, size, bold);
        if further <= max_width {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
            filled = further;
            continue;
        }
        if lines.len() + 1 >= max_lines.max(1) {
            words.reverse();
            let joined = if line.is_empty() { word } else { format!("{line} {word}") };
            let rest = [&[joined], words.as_slice()].concat().join(" ");
            lines.push(cut(&rest, size, bold, max_width));
            return lines;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            filled = 0.0;
            words.push(word);
            continue;
        }
        match halve(&word, &fits) {
            Some((head, tail)) => {
                lines.push(head);
                words.push(tail);
            }
            None => {
                lines.push(cut(&word, size, bold, max_width));
                return lines;
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// As [`wrap`], with lines of about the same length, so that no word stands alone in the last.
pub fn balanced(text: &str, size: f64, bold: bool, max_width: f64, max_lines: usize) -> Vec<String> {
    let mut best = wrap(text, size, bold, max_width, max_lines);
    if best.len() < 2 {
        return best;
    }
    let whole = best.join(" ");
    let words: Vec<f64> = whole.split(' ').map(|word| width(word, size, bold)).collect();
    let space = width(" ", size, bold);
    let narrower = |step: u32| max_width * (1.0 - 0.04 * f64::from(step));
    // As many lines, and no word broken or cut that was not before.
    let fits = |step: &u32| lines_of(&words, space, narrower(*step)) == Some(best.len());
    if let Some(step) = (1..=10).take_while(fits).last() {
        let made = wrap(text, size, bold, narrower(step), max_lines);
        if made.len() == best.len() && made.join(" ") == whole {
            best = made;
        }
    }
    best
}

/// How many lines words of those widths take; nothing where one is wider than a line.
fn lines_of(words: &[f64], space: f64, max_width: f64) -> Option<usize> {
    let (mut lines, mut filled) = (1, 0.0);
    for (at, word) in words.iter().enumerate() {
        if *word > max_width {
            return None;
        }
        let further = if at == 0 { *word } else { filled + space + word };
        (lines, filled) = if further <= max_width { (lines, further) } else { (lines + 1, *word) };
    }
    Some(lines)
}

/// As much of the text as fits before an ellipsis.
fn cut(text: &str, size: f64, bold: bool, max_width: f64) -> String {
    let mut left = max_width - width("…", size, bold);
    let mut kept: String = text
        .chars()
        .take_while(|&sign| {
            left -= advance(sign, bold) * size;
            left >= 0.0
        })
        .collect();
    kept.truncate(kept.trim_end_matches([' ', ',', '.', ';', ':', '-', '—', '«', '(']).len());
    kept.push(ELLIPSIS);
    kept
}

/// A word in two, the first as long as fits; none where not even one letter fits.
fn halve(word: &str, fits: &dyn Fn(&str) -> bool) -> Option<(String, String)> {
    let signs: Vec<char> = word.chars().collect();
    let split = |at: usize, hyphen: bool| {
        let mut head: String = signs[..at].iter().collect();
        if hyphen {
            head.push('-');
        }
        (head, signs[at..].iter().collect::<String>())
    };
    let fitting = |at: &usize, hyphen: bool| fits(&split(*at, hyphen).0);
    let places = || (1..signs.len()).rev();
    let hyphen = places().find(|at| matches!(signs[at - 1], '-' | '/' | '_') && fitting(at, false));
    if let Some(at) = hyphen {
        return Some(split(at, false));
    }
    let vowel = |sign: char| "аеёиоуыэюяaeiouy".contains(sign.to_lowercase().next().unwrap_or(sign));
    let syllable = places().find(|&at| {
        let inside =
            at >= 2 && at + 2 < signs.len() && signs[at - 2..at + 2].iter().all(|s| s.is_alphabetic());
        inside && vowel(signs[at - 1]) && !matches!(signs[at], 'ь' | 'ъ' | 'й') && fitting(&at, true)
    });
    if let Some(at) = syllable {
        return Some(split(at, true));
    }
    places().find(|at| fitting(at, false)).map(|at| split(at, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bold_is_wider_and_both_alphabets_are_known() {
        assert!(width("Охват", 12.0, true) > width("Охват", 12.0, false));
        assert_eq!(width("12\u{202f}000", 10.0, false), width("12\u{a0}000", 10.0, false));
        assert_eq!(width("", 12.0, false), 0.0);
        // PT Sans regular: the em is 1000 units, H is 667 of them.
        assert!((width("Н", 100.0, false) - width("H", 100.0, false)).abs() < 3.0);
    }

    #[test]
    fn lines_break_at_spaces_then_hyphens_then_syllables() {
        assert_eq!(wrap("Доля повторных покупок", 10.0, false, 80.0, 3), ["Доля повторных", "покупок"]);
        assert_eq!(wrap("SMM-отделотделотдел", 10.0, false, 75.0, 3), ["SMM-", "отделотделотдел"]);
        let lines = wrap("Конкурентоспособность", 10.0, false, 70.0, 3);
        assert!(lines[0].ends_with('-') && lines.len() == 2, "{lines:?}");
        assert_eq!(wrap("Доля повторных покупок", 10.0, false, 80.0, 1), ["Доля повторных…"]);
        assert!(wrap("  ", 10.0, false, 80.0, 3).is_empty());
        assert_eq!(fit("абв", 10.0, false, 1.0), "…");
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let text = "Клиент получает ответ там, где спросил, и в тот же час";
        assert_eq!(wrap(text, 12.0, true, 284.0, 4)[1], "час");
        assert!(balanced(text, 12.0, true, 284.0, 4)[1].len() > 20);
    }

    proptest! {
        #[test]
        fn every_line_fits(text in "\\PC{0,80}", size in 6.0..20.0f64, max in 30.0..300.0f64, lines in 1usize..5) {
            let made = wrap(&text, size, false, max, lines);
            prop_assert!(made.len() <= lines);
            for line in made {
                prop_assert!(width(&line, size, false) <= max + 1e-9, "{line:?}");
            }
        }

        #[test]
        fn nothing_is_lost_where_there_is_room(text in "[а-я]{1,9}( [а-я]{1,9}){0,8}") {
            prop_assert_eq!(wrap(&text, 12.0, true, 110.0, 100).join(" "), text);
        }
    }
}
