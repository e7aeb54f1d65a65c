//! Texts as they are compared: words in small letters, and what is left of a word without its ending.

/// Words in small letters, `ё` as `е`, each with a space before it: ` доля повторных покупок`.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut inside = false;
    for letter in text.chars() {
        if !letter.is_alphanumeric() {
            inside = false;
            continue;
        }
        if !inside {
            out.push(' ');
        }
        inside = true;
        match letter {
            'ё' | 'Ё' => out.push('е'),
            letter => out.extend(letter.to_lowercase()),
        }
    }
    out
}

/// Endings that say nothing of what a word means, the longest first.
const ENDINGS: &[&str] = &[
    "иями", "ями", "ами", "ией", "иям", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ием", "ев", "ов",
    "ей", "ой", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ом", "ем", "ам",
    "ям", "ах", "ях", "ую", "юю", "ия", "ию", "ии", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й", "ing",
    "ies", "ied", "ed", "es", "s", "y", "e",
];

/// A folded word without its ending. At least three letters are left, so that short words stay as they are.
pub(super) fn stem(word: &str) -> &str {
    let left = |ending: &&&str| word.strip_suffix(**ending).is_some_and(|rest| rest.chars().nth(2).is_some());
    let ending = ENDINGS.iter().filter(left).max_by_key(|ending| ending.len());
    ending.and_then(|ending| word.strip_suffix(*ending)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_yo_and_signs_do_not_matter() {
        assert_eq!(folded("«Ещё» 45→38, First_Reply"), " еще 45 38 first reply");
        assert_eq!(folded(""), "");
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [["ответов", "ответы", "ответами"], ["покупок", "покупок", "покупок"]]
        {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
        assert_eq!(
            (stem("replies"), stem("reply"), stem("целями"), stem("год")),
            ("repl", "repl", "цел", "год")
        );
    }
}
