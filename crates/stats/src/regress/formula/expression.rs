//! What a formula is made of.

use std::fmt::{self, Display, Formatter};

/// A piece of a formula, and where it begins, in characters from 0.
#[derive(Debug, Clone)]
pub struct Expression {
    /// Where it begins.
    pub at: usize,
    /// What it is.
    pub kind: Piece,
}

/// What a piece of a formula is.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A number, never negative.
    Number(f64),
    /// A column's name; `.` is every column that is not the outcome's.
    Name(String),
    /// Text between quotes.
    Text(String),
    /// A function and what it is called with.
    Call(String, Vec<Argument>),
    /// A chain of additions and subtractions; `true` where it is subtracted. The first is never.
    Sum(Vec<(bool, Expression)>),
    /// Two pieces with an operator: `*`, `/`, `:`, `^`, `%in%` or a comparison.
    Pair(&'static str, Box<(Expression, Expression)>),
    /// A sign before a piece: `+` or `-`.
    Signed(&'static str, Box<Expression>),
    /// A piece in brackets.
    Brackets(Box<Expression>),
}

/// What a function is called with.
#[derive(Debug, Clone)]
pub struct Argument {
    /// Its name, where one is given.
    pub name: Option<String>,
    /// Its value.
    pub value: Expression,
}

impl Expression {
    /// The piece within any brackets.
    pub fn bare(&self) -> &Expression {
        match &self.kind {
            Piece::Brackets(inner) => inner.bare(),
            _ => self,
        }
    }

    /// Every column's name that stands in it, `.` included, in the order of reading.
    pub fn names(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.each_name(&mut |name| found.push(name));
        found
    }

    fn each_name<'a>(&'a self, found: &mut impl FnMut(&'a str)) {
        match &self.kind {
            Piece::Number(_) | Piece::Text(_) => {}
            Piece::Name(name) => found(name),
            Piece::Call(_, arguments) => arguments.iter().for_each(|a| a.value.each_name(found)),
            Piece::Sum(items) => items.iter().for_each(|(_, item)| item.each_name(found)),
            Piece::Pair(_, pair) => {
                pair.0.each_name(found);
                pair.1.each_name(found);
            }
            Piece::Signed(_, inner) | Piece::Brackets(inner) => inner.each_name(found),
        }
    }
}

/// A name as it is written in a formula: between backticks where it could be read otherwise.
pub fn written(name: &str) -> String {
    let mut letters = name.chars();
    let plain = letters.next().is_some_and(|c| c.is_alphabetic())
        && letters.all(|c| c.is_alphanumeric() || c == '.' || c == '_');
    match plain || name == "." {
        true => name.to_owned(),
        false => format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`")),
    }
}

/// As R writes it: spaces about `+`, `-`, `*`, `%in%` and comparisons, none about `:`, `/` and `^`.
impl Display for Expression {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Piece::Number(value) => write!(f, "{value}"),
            Piece::Name(name) => f.write_str(&written(name)),
            Piece::Text(text) => write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            Piece::Call(name, arguments) => {
                write!(f, "{}(", written(name))?;
                for (at, argument) in arguments.iter().enumerate() {
                    f.write_str(if at > 0 { ", " } else { "" })?;
                    if let Some(name) = &argument.name {
                        write!(f, "{name} = ")?;
                    }
                    argument.value.fmt(f)?;
                }
                f.write_str(")")
            }
            Piece::Sum(items) => items.iter().enumerate().try_for_each(|(at, (minus, item))| {
                match (at, minus) {
                    (0, _) => {}
                    (_, false) => f.write_str(" + ")?,
                    (_, true) => f.write_str(" - ")?,
                }
                item.fmt(f)
            }),
            Piece::Pair(sign @ (":" | "/" | "^"), pair) => write!(f, "{}{sign}{}", pair.0, pair.1),
            Piece::Pair(sign, pair) => write!(f, "{} {sign} {}", pair.0, pair.1),
            Piece::Signed(sign, inner) => write!(f, "{sign}{inner}"),
            Piece::Brackets(inner) => write!(f, "({inner})"),
        }
    }
}
