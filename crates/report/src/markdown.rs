//! Light Markdown in prose: paragraphs, lists, `**strong**`, `*emphasis*`, `` `code` ``, `[words](https://address)`.
//! Everything else is text as it stands; nothing is nested, and no HTML comes through.

use crate::tree::Inline;

/// Addresses that a link may lead to.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// A paragraph, or a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// Lines that run on.
    Paragraph(Vec<Inline>),
    /// Items, each with the number that it was given, where it was given one.
    List(Vec<(Option<String>, Vec<Inline>)>),
}

/// The pieces of a text. A blank line parts paragraphs, and so do the lines of a list.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        let Some((number, item)) = item(line) else {
            if line.is_empty() {
                close(&mut all, &mut lines);
            } else {
                lines.push(line);
            }
            continue;
        };
        close(&mut all, &mut lines);
        let item = (number, words(item));
        match all.last_mut() {
            Some(Piece::List(items)) => items.push(item),
            _ => all.push(Piece::List(vec![item])),
        }
    }
    close(&mut all, &mut lines);
    all
}

fn close(all: &mut Vec<Piece>, lines: &mut Vec<&str>) {
    let joined = lines.join(" ");
    lines.clear();
    if !joined.is_empty() {
        all.push(Piece::Paragraph(words(&joined)));
    }
}

/// What stands behind `- `, `* ` or `1. `, with the number.
fn item(line: &str) -> Option<(Option<String>, &str)> {
    if let Some(rest) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return Some((None, rest.trim()));
    }
    let (number, rest) = line.split_once(". ")?;
    let plain = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| (Some(number.to_owned()), rest.trim()))
}

/// A line's words.
pub(crate) fn words(line: &str) -> Vec<Inline> {
    let mut all = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(found) = line[at..].find(['*', '`', '[']) {
        let start = at + found;
        match marked(line, start) {
            Some((word, end)) => {
                if start > plain {
                    all.push(Inline::Text(line[plain..start].to_owned()));
                }
                all.push(word);
                (plain, at) = (end, end);
            }
            // A mark that closes nothing is a character like any other.
            None => at = start + 1,
        }
    }
    if plain < line.len() {
        all.push(Inline::Text(line[plain..].to_owned()));
    }
    all
}

/// The marked word that begins at a mark, and where it ends.
fn marked(line: &str, start: usize) -> Option<(Inline, usize)> {
    let rest = &line[start..];
    if let Some(inside) = rest.strip_prefix('`') {
        let (code, _) = inside.split_once('`').filter(|(code, _)| !code.trim().is_empty())?;
        return Some((Inline::Code(code.to_owned()), start + code.len() + 2));
    }
    if let Some(inside) = rest.strip_prefix('[') {
        let (words, after) = inside.split_once("](").filter(|(words, _)| !words.is_empty())?;
        let (address, _) = after.split_once(')')?;
        let known = SCHEMES.iter().any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
        let whole = !address.contains(|letter: char| letter.is_whitespace() || letter.is_control());
        let plain = !words.contains(['[', ']']);
        let end = start + words.len() + address.len() + 4;
        return (known && whole && plain).then(|| (Inline::Web(address.to_owned(), words.to_owned()), end));
    }
    let mark = if rest.starts_with("**") { "**" } else { "*" };
    let (inside, after) = rest[mark.len()..].split_once(mark)?;
    let before = line[..start].chars().next_back();
    let free = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '*');
    let tight = !inside.is_empty() && inside.trim() == inside && !inside.contains('*');
    if !tight || !free(before) || !free(after.chars().next()) {
        return None;
    }
    let end = start + inside.len() + 2 * mark.len();
    let word = match mark {
        "**" => Inline::Strong(inside.to_owned()),
        _ => Inline::Emphasis(inside.to_owned()),
    };
    Some((word, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn marks_are_read_and_everything_else_is_text() {
        assert_eq!(
            words("We **answer**, *kindly*, by `rule 4` and [the book](https://example.com/a?b=1)."),
            [
                text("We "),
                Inline::Strong("answer".into()),
                text(", "),
                Inline::Emphasis("kindly".into()),
                text(", by "),
                Inline::Code("rule 4".into()),
                text(" and "),
                Inline::Web("https://example.com/a?b=1".into(), "the book".into()),
                text("."),
            ]
        );
        for plain in [
            "2 * 3 * 4",
            "a*b*c",
            "**",
            "* *",
            "`",
            "[x](javascript:alert(1))",
            "[x](data:text/html)",
            "[x] (https://a)",
            "<b>bold</b>",
            "** not **",
            "[a](https://x y)",
        ] {
            assert_eq!(words(plain), [text(plain)], "{plain}");
        }
    }

    #[test]
    fn lists_and_paragraphs_are_parted() {
        let made = pieces("One\nmore\n\n- first\n- *second*\n1. third\nend\n");
        let item = |number: Option<&str>, words: Inline| (number.map(str::to_owned), vec![words]);
        assert_eq!(
            made,
            [
                Piece::Paragraph(vec![text("One more")]),
                Piece::List(vec![
                    item(None, text("first")),
                    item(None, Inline::Emphasis("second".into())),
                    item(Some("1"), text("third")),
                ]),
                Piece::Paragraph(vec![text("end")]),
            ]
        );
        assert_eq!(pieces(" \n\n"), []);
    }

    fn shown(word: &Inline) -> &str {
        match word {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Code(text) => text,
            Inline::Web(_, text) => text,
            _ => "",
        }
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(line in "[a-zа-я*`\\[\\]() :/.1-9-]{0,60}") {
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            let made = words(&line);
            if made.iter().all(|word| !matches!(word, Inline::Web(..))) {
                let all: String = made.iter().map(shown).collect();
                prop_assert_eq!(letters(&all), letters(&line));
            }
        }

        #[test]
        fn text_without_marks_stays(line in "[a-zа-я (){}<>&\"'_#~.,:;!?-]{1,60}") {
            prop_assert_eq!(words(&line), [text(&line)]);
        }
    }
}
