//! An expression as a tree.
//!
//! From the loosest to the tightest: `or`, `and`, `not`, comparison (`in (…)`, `is missing`), `+ -`, `* /`, sign, `^`.

use super::error::{ExpressionError, Why};
use super::lex::{Token, tokens};

/// A part of an expression and the character where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// Where, in characters from 0.
    pub at: usize,
    /// What.
    pub node: Node,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A figure.
    Number(f64),
    /// Text.
    Text(String),
    /// A column.
    Name(String),
    /// `-x` or `not x`, by its sign.
    Unary(&'static str, Box<Expression>),
    /// Two sides and the sign between, which is the first of its writings: `and`, `=`, `!=`, `+`.
    Binary(&'static str, Box<Expression>, Box<Expression>),
    /// A function.
    Call(String, Vec<Expression>),
    /// `x in (a, b)`.
    In(Box<Expression>, Vec<Expression>),
    /// `x is missing`.
    Missing(Box<Expression>),
}

/// Nothing lies deeper than this.
const DEEP: usize = 48;

/// Reads an expression.
pub fn parse(text: &str) -> Result<Expression, ExpressionError> {
    let mut parser = Parser::new(text)?;
    let whole = parser.or(0)?;
    parser.end().map(|()| whole)
}

/// Reads `name = expression`.
pub fn parse_named(text: &str) -> Result<(String, Expression), ExpressionError> {
    let mut parser = Parser::new(text)?;
    let Some((_, Token::Name(name, _))) = parser.tokens.first().cloned() else {
        return Err(parser.unexpected());
    };
    parser.next = 1;
    if parser.sign(&["="]).is_none() {
        return Err(parser.unexpected());
    }
    let whole = parser.or(0)?;
    parser.end().map(|()| (name, whole))
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    next: usize,
    length: usize,
}

type Parsed = Result<Expression, ExpressionError>;

impl Parser {
    fn new(text: &str) -> Result<Self, ExpressionError> {
        Ok(Parser { tokens: tokens(text)?, next: 0, length: text.chars().count() })
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.length, |(at, _)| *at)
    }

    fn unexpected(&self) -> ExpressionError {
        let found = match self.tokens.get(self.next).map(|(_, token)| token) {
            None => String::new(),
            Some(Token::Number(number)) => number.to_string(),
            Some(Token::Text(text) | Token::Name(text, _)) => text.clone(),
            Some(Token::Sign(sign)) => (*sign).to_owned(),
        };
        ExpressionError { at: self.at(), why: Why::Unexpected(found) }
    }

    fn end(&self) -> Result<(), ExpressionError> {
        if self.next < self.tokens.len() { Err(self.unexpected()) } else { Ok(()) }
    }

    fn sign(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        let Some((_, Token::Sign(found))) = self.tokens.get(self.next) else { return None };
        let found = signs.iter().copied().find(|sign| sign == found)?;
        self.next += 1;
        Some(found)
    }

    fn word(&mut self, words: &[&str]) -> bool {
        let there = matches!(self.tokens.get(self.next), Some((_, Token::Name(name, false)))
            if words.contains(&name.to_lowercase().as_str()));
        self.next += usize::from(there);
        there
    }

    fn need(&mut self, sign: &'static str) -> Result<(), ExpressionError> {
        self.sign(&[sign]).map(|_| ()).ok_or_else(|| self.unexpected())
    }

    fn or(&mut self, deep: usize) -> Parsed {
        if deep > DEEP {
            return Err(ExpressionError { at: self.at(), why: Why::TooLarge });
        }
        let mut left = self.and(deep)?;
        while self.word(&["or", "или"]) || self.sign(&["||"]).is_some() {
            left = binary("or", left, self.and(deep)?);
        }
        Ok(left)
    }

    fn and(&mut self, deep: usize) -> Parsed {
        let mut left = self.not(deep)?;
        while self.word(&["and", "и"]) || self.sign(&["&&"]).is_some() {
            left = binary("and", left, self.not(deep)?);
        }
        Ok(left)
    }

    fn not(&mut self, deep: usize) -> Parsed {
        let at = self.at();
        if deep > DEEP {
            return Err(ExpressionError { at, why: Why::TooLarge });
        }
        if self.word(&["not", "не"]) || self.sign(&["!"]).is_some() {
            let inner = self.not(deep + 1)?;
            return Ok(Expression { at, node: Node::Unary("not", Box::new(inner)) });
        }
        self.comparison(deep)
    }

    fn comparison(&mut self, deep: usize) -> Parsed {
        let left = self.sum(deep)?;
        let at = self.at();
        if let Some(sign) = self.sign(&["=", "==", "!=", "<>", "<", "<=", ">", ">="]) {
            let sign = match sign {
                "==" => "=",
                "<>" => "!=",
                sign => sign,
            };
            return Ok(binary(sign, left, self.sum(deep)?));
        }
        if self.word(&["is"]) {
            let not = self.word(&["not"]);
            if !self.word(&["missing"]) {
                return Err(self.unexpected());
            }
            return Ok(perhaps_not(not, at, Node::Missing(Box::new(left))));
        }
        let start = self.next;
        let not = self.word(&["not", "не"]);
        if self.word(&["in", "в"]) {
            self.need("(")?;
            let list = self.list(deep)?;
            return Ok(perhaps_not(not, at, Node::In(Box::new(left), list)));
        }
        self.next = start;
        Ok(left)
    }

    fn sum(&mut self, deep: usize) -> Parsed {
        let mut left = self.product(deep)?;
        while let Some(sign) = self.sign(&["+", "-"]) {
            left = binary(sign, left, self.product(deep)?);
        }
        Ok(left)
    }

    fn product(&mut self, deep: usize) -> Parsed {
        let mut left = self.unary(deep)?;
        while let Some(sign) = self.sign(&["*", "/"]) {
            left = binary(sign, left, self.unary(deep)?);
        }
        Ok(left)
    }

    fn unary(&mut self, deep: usize) -> Parsed {
        let at = self.at();
        if deep > DEEP {
            return Err(ExpressionError { at, why: Why::TooLarge });
        }
        if self.sign(&["-"]).is_some() {
            let inner = self.unary(deep + 1)?;
            return Ok(Expression { at, node: Node::Unary("-", Box::new(inner)) });
        }
        let base = self.atom(deep)?;
        match self.sign(&["^"]) {
            Some(sign) => Ok(binary(sign, base, self.unary(deep + 1)?)),
            None => Ok(base),
        }
    }

    fn atom(&mut self, deep: usize) -> Parsed {
        let at = self.at();
        let Some((_, token)) = self.tokens.get(self.next).cloned() else { return Err(self.unexpected()) };
        let node = match token {
            Token::Number(number) => Node::Number(number),
            Token::Text(text) => Node::Text(text),
            Token::Name(name, quoted) => {
                self.next += 1;
                if !quoted && self.sign(&["("]).is_some() {
                    let list = self.list(deep)?;
                    return Ok(Expression { at, node: Node::Call(name.to_lowercase(), list) });
                }
                return Ok(Expression { at, node: Node::Name(name) });
            }
            Token::Sign("(") => {
                self.next += 1;
                let inner = self.or(deep + 1)?;
                return self.need(")").map(|()| inner);
            }
            Token::Sign(_) => return Err(self.unexpected()),
        };
        self.next += 1;
        Ok(Expression { at, node })
    }

    /// What stands in a bracket that is open, with commas between.
    fn list(&mut self, deep: usize) -> Result<Vec<Expression>, ExpressionError> {
        let mut list = Vec::new();
        if self.sign(&[")"]).is_some() {
            return Ok(list);
        }
        loop {
            list.push(self.or(deep + 1)?);
            if self.sign(&[","]).is_none() {
                return self.need(")").map(|()| list);
            }
        }
    }
}

fn binary(sign: &'static str, left: Expression, right: Expression) -> Expression {
    Expression { at: right.at, node: Node::Binary(sign, Box::new(left), Box::new(right)) }
}

fn perhaps_not(not: bool, at: usize, node: Node) -> Expression {
    let plain = Expression { at, node };
    if not { Expression { at, node: Node::Unary("not", Box::new(plain)) } } else { plain }
}
