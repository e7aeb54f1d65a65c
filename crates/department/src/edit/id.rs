//! Ids made of names.

use super::Subject;
use crate::Files;
use crate::text::{NodeKind, brackets, cuts, parse_piece, words};
use std::collections::HashSet;

/// An id made of a name is about so long.
const LENGTH: usize = 40;

/// An id made of a name, that no element of the kind has.
pub fn free_id(files: &Files, table: &str, name: &str) -> String {
    let taken = ids(files, table);
    let word = match word(name) {
        word if word.is_empty() => table.to_owned(),
        word => word,
    };
    let numbered = (2..).map(|number: u32| format!("{word}_{number}"));
    std::iter::once(word.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(word)
}

/// The ids of a kind.
fn ids(files: &Files, table: &str) -> HashSet<String> {
    let mut ids = HashSet::new();
    let text = Subject::one(table).file().and_then(|file| files.get(file)).unwrap_or_default();
    for cut in cuts(text) {
        let piece = &text[cut];
        let mut whole = piece.first() != Some(&b'[');
        for at in brackets(piece) {
            let words = words(piece, at);
            match words.get(1) {
                _ if words.first().is_none_or(|word| word.text != table.as_bytes()) => {}
                Some(id) => drop(ids.insert(String::from_utf8_lossy(id.text).into_owned())),
                // Elements may stand between the lines of `[goal]`.
                None => whole = true,
            }
        }
        if whole
            && let Ok(piece) = std::str::from_utf8(piece)
            && let Some(NodeKind::Table(kind)) = parse_piece(piece).0.get(table).map(|node| &node.kind)
        {
            ids.extend(kind.entries.iter().map(|(key, _)| key.text.to_string()));
        }
    }
    ids
}

/// Small Latin words with `_` between them.
fn word(name: &str) -> String {
    let mut id = String::new();
    for part in latin(name).split('_').filter(|part| !part.is_empty()) {
        let room = LENGTH.saturating_sub(id.len() + usize::from(!id.is_empty()));
        if part.len() > room && !id.is_empty() {
            break;
        }
        if !id.is_empty() {
            id.push('_');
        }
        id.push_str(&part[..part.len().min(room)]);
    }
    id
}

/// A name in small Latin letters; whatever is neither letter nor digit becomes `_`.
fn latin(name: &str) -> String {
    let mut out = String::new();
    for sign in name.chars().take(4 * LENGTH).flat_map(char::to_lowercase) {
        match sign {
            'a'..='z' | '0'..='9' => out.push(sign),
            // What stands inside a word parts nothing.
            '\'' | '’' | 'ь' | 'ъ' | '\u{301}' | '\u{306}' | '\u{308}' => {}
            _ => out.push_str(letter(sign).unwrap_or("_")),
        }
    }
    out
}

/// Russian as people write it in addresses, and the Latin letters of the neighbours.
fn letter(sign: char) -> Option<&'static str> {
    Some(match sign {
        'а' | 'á' | 'à' | 'â' | 'ä' | 'å' | 'ã' | 'ą' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'ж' => "zh",
        'з' | 'ž' | 'ż' | 'ź' => "z",
        'и' | 'і' | 'í' | 'î' | 'ï' => "i",
        'й' | 'ы' | 'ý' => "y",
        'к' => "k",
        'л' | 'ł' => "l",
        'м' => "m",
        'н' | 'ñ' | 'ń' => "n",
        'о' | 'ó' | 'ô' | 'ö' | 'ø' | 'õ' => "o",
        'п' => "p",
        'р' => "r",
        'ç' | 'ć' | 'č' => "c",
        'с' | 'š' | 'ś' => "s",
        'т' => "t",
        'у' | 'ú' | 'û' | 'ü' | 'ů' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_that_are_free() {
        let files = Files::from([("sostac.toml", "[goal.trust]\n[goal.trust_2]\n[goal]\nfame.name = 1\n")]);
        let id = |name: &str| free_id(&files, "goal", name);
        assert_eq!(
            [id("Trust"), id("Fame!"), id("  "), id("«Ёж» и Щука — объезд")].join(" "),
            "trust_3 fame_2 goal ezh_i_shchuka_obezd"
        );
        assert_eq!(
            id("Answer every complaint in public within one working hour"),
            "answer_every_complaint_in_public_within"
        );
        assert_eq!(id(&"ы".repeat(500)), "y".repeat(40));
        assert_eq!(id("Don’t lose São Tomé: 2026"), "dont_lose_sao_tome_2026");
    }
}
