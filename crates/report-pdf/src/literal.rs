//! Text as a Typst string literal.

/// The longest stretch of letters that is left whole; hyphenation deals with those.
const LETTERS: usize = 24;
/// The longest stretch without a space that is left whole where signs other than letters stand in it.
const SIGNS: usize = 10;

/// A literal that stands for exactly this text, but for control signs, of which none can be set.
pub(crate) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '\\' | '"' => out.extend(['\\', sign]),
            '\n' | '\r' | '\t' => out.push(' '),
            sign if sign.is_control() => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// As [`literal`], with places to break where a word is too long for a narrow column: behind the signs of
/// addresses and ids, and anywhere in a stretch that has no end. Words of a language are left to hyphenation.
pub(crate) fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_inclusive(' ') {
        let long = word.chars().count() > SIGNS;
        let mut run = 0;
        for sign in word.chars() {
            out.push(sign);
            run = if sign.is_alphabetic() { run + 1 } else { 0 };
            let seam = long && "/._-@?&=:,+#|".contains(sign);
            if seam || run >= LETTERS {
                out.push('\u{200b}');
                run = 0;
            }
        }
    }
    literal(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(literal("a \"b\" \\ #c\n"), "\"a \\\"b\\\" \\\\ #c \"");
    }

    #[test]
    fn long_words_can_break_and_short_ones_are_whole() {
        assert_eq!(breakable("кроссфункциональное 1.5"), "\"кроссфункциональное 1.5\"");
        assert_eq!(breakable("vk.com/our_page"), "\"vk.\u{200b}com/\u{200b}our_\u{200b}page\"");
        assert_eq!(breakable(&"a".repeat(50)).matches('\u{200b}').count(), 2);
    }
}
