//! Tokens into pieces, with R's order of precedence: `^`, then a sign, `:`, `%in%`, `*` and `/`, `+` and `-`, comparisons.

use super::expression::{Argument, Expression, Piece};
use super::lexer::{Kind, Token, error, tokens};
use crate::Result;

/// How deep brackets and chains of one operator may go.
const DEEPEST: usize = 100;

pub struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    pub fn new(text: &str) -> Result<Self> {
        Ok(Parser { tokens: tokens(text)?, at: 0, depth: 0 })
    }

    /// `outcome ~ terms`, `~ terms` or bare `terms`.
    pub fn formula(&mut self) -> Result<(Option<Expression>, Expression)> {
        if self.take("~") {
            let right = self.comparison()?;
            self.end()?;
            return Ok((None, right));
        }
        let first = self.comparison()?;
        if !self.take("~") {
            self.end()?;
            return Ok((None, first));
        }
        let right = self.comparison()?;
        self.end()?;
        Ok((Some(first), right))
    }

    fn next(&self) -> &Token {
        // The last token is the end, and `take` never goes past it.
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.next().kind, Kind::Sign(next) if next == sign);
        self.at += usize::from(found);
        found
    }

    fn one_of(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        signs.iter().copied().find(|sign| self.take(sign))
    }

    fn end(&self) -> Result<()> {
        match self.next() {
            Token { kind: Kind::End, .. } => Ok(()),
            Token { at, kind } => Err(error(*at, "formula-expected-operator", kind.shown())),
        }
    }

    /// One level further down; too deep is an error, so that no text can use up the stack.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(error(self.next().at, "formula-too-deep", self.next().kind.shown()));
        }
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn comparison(&mut self) -> Result<Expression> {
        let left = self.sum()?;
        match self.one_of(&["==", "!=", "<=", ">=", "<", ">"]) {
            Some(sign) => {
                let right = self.sum()?;
                Ok(Expression { at: left.at, kind: Piece::Pair(sign, Box::new((left, right))) })
            }
            None => Ok(left),
        }
    }

    fn sum(&mut self) -> Result<Expression> {
        let first = self.product()?;
        let at = first.at;
        let mut items = vec![(false, first)];
        while let Some(sign) = self.one_of(&["+", "-"]) {
            items.push((sign == "-", self.product()?));
        }
        match items.len() {
            1 => Ok(items.remove(0).1),
            _ => Ok(Expression { at, kind: Piece::Sum(items) }),
        }
    }

    fn product(&mut self) -> Result<Expression> {
        self.chain(&["*", "/"], Self::nesting)
    }

    fn nesting(&mut self) -> Result<Expression> {
        self.chain(&["%in%"], Self::crossing)
    }

    fn crossing(&mut self) -> Result<Expression> {
        self.chain(&[":"], Self::signed)
    }

    /// A chain that is read from the left.
    fn chain(
        &mut self,
        signs: &[&'static str],
        part: fn(&mut Self) -> Result<Expression>,
    ) -> Result<Expression> {
        let mut left = part(self)?;
        let mut length = 0;
        while let Some(sign) = self.one_of(signs) {
            length += 1;
            if length > DEEPEST {
                return Err(error(self.next().at, "formula-too-deep", self.next().kind.shown()));
            }
            let right = part(self)?;
            left = Expression { at: left.at, kind: Piece::Pair(sign, Box::new((left, right))) };
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Expression> {
        let at = self.next().at;
        match self.one_of(&["+", "-"]) {
            Some(sign) => {
                let inner = self.deeper(Self::signed)?;
                Ok(Expression { at, kind: Piece::Signed(sign, Box::new(inner)) })
            }
            None => self.power(),
        }
    }

    fn power(&mut self) -> Result<Expression> {
        let base = self.primary()?;
        if !self.take("^") {
            return Ok(base);
        }
        let to = self.deeper(Self::signed)?;
        Ok(Expression { at: base.at, kind: Piece::Pair("^", Box::new((base, to))) })
    }

    fn primary(&mut self) -> Result<Expression> {
        let Token { at, kind } = self.next().clone();
        let expected = || error(at, "formula-expected-term", kind.shown());
        match &kind {
            Kind::Number(value) => {
                self.at += 1;
                Ok(Expression { at, kind: Piece::Number(*value) })
            }
            Kind::Text(text) => {
                self.at += 1;
                Ok(Expression { at, kind: Piece::Text(text.clone()) })
            }
            Kind::Name(name) => {
                self.at += 1;
                if !self.take("(") {
                    return Ok(Expression { at, kind: Piece::Name(name.clone()) });
                }
                let arguments = self.deeper(Self::arguments)?;
                Ok(Expression { at, kind: Piece::Call(name.clone(), arguments) })
            }
            Kind::Sign("(") => {
                self.at += 1;
                let inner = self.deeper(Self::comparison)?;
                self.close()?;
                Ok(Expression { at, kind: Piece::Brackets(Box::new(inner)) })
            }
            Kind::Sign(_) | Kind::End => Err(expected()),
        }
    }

    fn close(&mut self) -> Result<()> {
        match self.take(")") {
            true => Ok(()),
            false => Err(error(self.next().at, "formula-expected-bracket", self.next().kind.shown())),
        }
    }

    fn arguments(&mut self) -> Result<Vec<Argument>> {
        let mut found = Vec::new();
        if self.take(")") {
            return Ok(found);
        }
        loop {
            let named = match (&self.next().kind, self.tokens.get(self.at + 1)) {
                (Kind::Name(name), Some(Token { kind: Kind::Sign("="), .. })) => Some(name.clone()),
                _ => None,
            };
            self.at += if named.is_some() { 2 } else { 0 };
            found.push(Argument { name: named, value: self.comparison()? });
            if !self.take(",") {
                self.close()?;
                return Ok(found);
            }
        }
    }
}
