//! What is searched for.

use super::fold::{folded, stem};

/// More words than this are not looked for.
const WORDS: usize = 12;

/// What is searched for, word by word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Each with a space before it, which stands before every word of a folded text.
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// ` ответов`
    whole: String,
    /// ` ответ`
    stem: String,
}

impl Query {
    /// Of what a person has typed.
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().take(300).collect();
        let word = |word: &str| Word { whole: format!(" {word}"), stem: format!(" {}", stem(word)) };
        Query { words: folded(&text).split_whitespace().take(WORDS).map(word).collect() }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well a text with a title fits; nothing where a word of the query does not occur.
    pub fn score(&self, title: &str, text: &str) -> Option<u32> {
        self.weigh(&folded(title), "", &folded(text))
    }

    /// As [`Query::score`], of folded texts; an id weighs between title and text.
    pub(super) fn weigh(&self, title: &str, id: &str, text: &str) -> Option<u32> {
        let mut sum = 0;
        for word in &self.words {
            sum += match () {
                () if title.starts_with(&word.whole) => 60,
                () if title.contains(&word.whole) => 45,
                () if title.starts_with(&word.stem) => 40,
                () if title.contains(&word.stem) => 30,
                () if id.contains(&word.whole) => 25,
                () if text.contains(&word.whole) => 12,
                () if text.contains(&word.stem) => 8,
                () => return None,
            };
        }
        let all: usize = self.words.iter().map(|word| word.whole.len()).sum();
        let whole = all == title.len() && sum >= 45;
        Some(sum * 10 / self.words.len().max(1) as u32 + if whole { 300 } else { 0 })
    }

    /// The part of a text around the first word that occurs in it, at most about so many letters.
    pub fn excerpt(&self, text: &str, letters: usize) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = text.split(' ').collect();
        let occurs = |one: &&str| {
            let one = folded(one);
            self.words.iter().any(|word| one.contains(&word.stem))
        };
        let at = words.iter().position(occurs).unwrap_or(0);
        let from = at.saturating_sub(6);
        let mut out = if from > 0 { "…".to_owned() } else { String::new() };
        let mut left = letters;
        for (number, word) in words[from..].iter().enumerate() {
            let length = word.chars().count() + 1;
            if length > left {
                out.push('…');
                break;
            }
            if number > 0 {
                out.push(' ');
            }
            out.push_str(word);
            left -= length;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_weighs_more_than_what_is_said_and_every_word_must_occur() {
        let query = Query::new("Ответ");
        let of = |title: &str, text: &str| query.score(title, text);
        assert!(of("Ответ", "") > of("Ответ клиенту", ""));
        assert!(of("Ответ клиенту", "") > of("Быстрый ответ", ""));
        assert!(of("Быстрый ответ", "") > of("Жалобы", "время ответа"));
        assert_eq!(Query::new("ответ завтра").score("Ответ", "сегодня"), None);
        assert!(Query::new(" … ").is_empty());
    }

    #[test]
    fn an_excerpt_shows_where_the_word_is() {
        let text = "one two three four five six seven eight replies nine ten eleven twelve";
        let shown = Query::new("reply").excerpt(text, 40);
        assert_eq!(shown, "…three four five six seven eight replies…");
        assert_eq!(Query::new("x").excerpt("", 40), "");
    }
}
