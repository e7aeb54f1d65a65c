//! A formula's text into tokens.

use crate::{Error, Result};

/// The longest text that is read, in characters.
const LONGEST: usize = 200_000;

/// A token and where it stands, in characters from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub at: usize,
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Number(f64),
    /// A name, bare or between backticks.
    Name(String),
    /// Text between quotes.
    Text(String),
    /// An operator or a bracket.
    Sign(&'static str),
    End,
}

/// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: [&str; 18] =
    ["%in%", "**", "==", "!=", "<=", ">=", "+", "-", "*", "/", "^", ":", "~", "(", ")", ",", "<", ">"];

impl Kind {
    /// As it is shown in an error.
    pub fn shown(&self) -> String {
        match self {
            Kind::Number(value) => value.to_string(),
            Kind::Name(text) | Kind::Text(text) => text.clone(),
            Kind::Sign(sign) => (*sign).to_owned(),
            Kind::End => String::new(),
        }
    }
}

/// The tokens of a text, the last of them [`Kind::End`].
pub fn tokens(text: &str) -> Result<Vec<Token>> {
    let text: Vec<char> = text.chars().collect();
    if text.len() > LONGEST {
        return Err(error(LONGEST, "formula-too-long", ""));
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&first) = text.get(at) {
        if first.is_whitespace() {
            at += 1;
            continue;
        }
        let (kind, length) = match first {
            '`' | '"' | '\'' => quoted(&text, at)?,
            '0'..='9' => number(&text, at)?,
            '.' if text.get(at + 1).is_some_and(char::is_ascii_digit) => number(&text, at)?,
            '.' | '_' => name(&text, at),
            c if c.is_alphabetic() => name(&text, at),
            _ => sign(&text, at)?,
        };
        found.push(Token { at, kind });
        at += length;
    }
    found.push(Token { at: text.len(), kind: Kind::End });
    Ok(found)
}

/// An error of a formula.
pub fn error(at: usize, why: &'static str, found: impl Into<String>) -> Error {
    Error::Formula { at, why, found: found.into() }
}

fn name(text: &[char], at: usize) -> (Kind, usize) {
    let part = |c: &&char| c.is_alphanumeric() || **c == '.' || **c == '_';
    let name: String = text[at..].iter().take_while(part).collect();
    let length = name.chars().count();
    (Kind::Name(name), length)
}

fn number(text: &[char], at: usize) -> Result<(Kind, usize)> {
    let digits = |from: usize| text[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = at + digits(at);
    if text.get(end) == Some(&'.') {
        end += 1;
        end += digits(end);
    }
    if matches!(text.get(end), Some('e' | 'E')) {
        let signed = end + 1 + usize::from(matches!(text.get(end + 1), Some('+' | '-')));
        if signed <= text.len() && digits(signed) > 0 {
            end = signed + digits(signed);
        }
    }
    let written: String = text[at..end].iter().collect();
    let value: f64 = written.parse().map_err(|_| error(at, "formula-number", written.clone()))?;
    if !value.is_finite() {
        return Err(error(at, "formula-number", written));
    }
    Ok((Kind::Number(value), end - at))
}

/// Text between quotes or backticks; a backslash keeps the next character as it is.
fn quoted(text: &[char], at: usize) -> Result<(Kind, usize)> {
    let mut held = String::new();
    let mut end = at + 1;
    loop {
        match text.get(end) {
            None => return Err(error(at, "formula-open-quote", held)),
            Some(c) if *c == text[at] => break,
            Some('\\') if end + 1 < text.len() => {
                held.push(text[end + 1]);
                end += 2;
            }
            Some(c) => {
                held.push(*c);
                end += 1;
            }
        }
    }
    if held.is_empty() {
        return Err(error(at, "formula-empty-name", ""));
    }
    let kind = if text[at] == '`' { Kind::Name(held) } else { Kind::Text(held) };
    Ok((kind, end + 1 - at))
}

fn sign(text: &[char], at: usize) -> Result<(Kind, usize)> {
    let starts = |sign: &&&str| sign.chars().enumerate().all(|(i, c)| text.get(at + i) == Some(&c));
    if let Some(sign) = SIGNS.iter().find(starts) {
        let kind = Kind::Sign(if *sign == "**" { "^" } else { sign });
        return Ok((kind, sign.len()));
    }
    if text[at] == '=' {
        return Ok((Kind::Sign("="), 1));
    }
    let why = if text[at] == '|' { "formula-random-effects" } else { "formula-unexpected-character" };
    Err(error(at, why, text[at]))
}
