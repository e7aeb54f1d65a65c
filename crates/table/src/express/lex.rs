//! An expression's signs and words.

use super::error::{ExpressionError, Why};

/// A sign or word.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A figure.
    Number(f64),
    /// Text in quotes.
    Text(String),
    /// A name; one in backquotes is never a word of the language.
    Name(String, bool),
    /// An operator or bracket.
    Sign(&'static str),
}

/// An expression is no longer than this many characters.
pub const LONG: usize = 10_000;
/// And of no more tokens, as a row of additions lies as deep as it is long.
const MANY: usize = 1_000;

const SIGNS: [&str; 18] =
    ["<=", ">=", "!=", "<>", "==", "&&", "||", "<", ">", "=", "+", "-", "*", "/", "^", "(", ")", ","];

/// The tokens with their places, in characters from 0.
pub fn tokens(text: &str) -> Result<Vec<(usize, Token)>, ExpressionError> {
    let all: Vec<char> = text.chars().take(LONG + 1).collect();
    if all.len() > LONG {
        return Err(ExpressionError { at: LONG, why: Why::TooLarge });
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = all.get(at) {
        let start = at;
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        let token = if c.is_ascii_digit() || (c == '.' && all.get(at + 1).is_some_and(char::is_ascii_digit)) {
            number(&all, &mut at)?
        } else if is_name(c) {
            while all.get(at).is_some_and(|c| is_name(*c) || c.is_numeric() || *c == '.') {
                at += 1;
            }
            Token::Name(all[start..at].iter().collect(), false)
        } else if let Some(close) = match c {
            '"' | '\'' | '`' => Some(c),
            '«' => Some('»'),
            _ => None,
        } {
            let length = all[at + 1..].iter().position(|c| *c == close);
            let length = length.ok_or(ExpressionError { at: start, why: Why::Unclosed })?;
            let inner: String = all[at + 1..at + 1 + length].iter().collect();
            at += length + 2;
            if c == '`' { Token::Name(inner, true) } else { Token::Text(inner) }
        } else {
            let rest: String = all[at..all.len().min(at + 2)].iter().collect();
            let plain = match c {
                '−' => "-",
                '×' | '·' => "*",
                '÷' => "/",
                '≤' => "<=",
                '≥' => ">=",
                '≠' => "!=",
                '!' if !rest.starts_with("!=") => "!",
                _ => "",
            };
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign));
            let (sign, length) = match (plain, sign) {
                ("", Some(sign)) => (sign, sign.len()),
                ("", None) => return Err(ExpressionError { at: start, why: Why::Unexpected(c.to_string()) }),
                (plain, _) => (plain, 1),
            };
            at += length;
            Token::Sign(sign)
        };
        tokens.push((start, token));
        if tokens.len() > MANY {
            return Err(ExpressionError { at: start, why: Why::TooLarge });
        }
    }
    Ok(tokens)
}

fn is_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn number(all: &[char], at: &mut usize) -> Result<Token, ExpressionError> {
    let start = *at;
    let digits = |at: &mut usize| {
        while all.get(*at).is_some_and(char::is_ascii_digit) {
            *at += 1;
        }
    };
    digits(at);
    if all.get(*at) == Some(&'.') {
        *at += 1;
        digits(at);
    }
    if matches!(all.get(*at), Some('e' | 'E')) {
        let mut ahead = *at + 1;
        if matches!(all.get(ahead), Some('+' | '-')) {
            ahead += 1;
        }
        if all.get(ahead).is_some_and(char::is_ascii_digit) {
            *at = ahead;
            digits(at);
        }
    }
    let text: String = all[start..*at].iter().collect();
    let value = text.parse().ok().filter(|value: &f64| value.is_finite());
    value.map(Token::Number).ok_or(ExpressionError { at: start, why: Why::Unexpected(text) })
}
