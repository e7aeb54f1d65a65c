//! Pieces into terms: which variables stand in a model, alone or together.

use super::expression::{Expression, Piece};
use super::lexer::error;
use crate::Result;
use std::collections::{HashMap, HashSet};

/// How many terms a formula may come to.
const MOST: usize = 20_000;

/// The variables of a formula and its terms, as R's `terms` orders them: by the number of variables in a term, then as they
/// came.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Every variable, in the order in which they came; the outcome is not among them.
    pub variables: Vec<Expression>,
    /// Each term as the numbers of its variables, rising.
    pub terms: Vec<Vec<usize>>,
    /// Which variables are offsets: known parts of the prediction, with the coefficient 1.
    pub offsets: Vec<usize>,
    /// Whether there is an intercept.
    pub intercept: bool,
}

impl Terms {
    /// The terms of `right`, where a `.` stands for every one of `names` that `left` does not hold.
    pub fn new(left: Option<&Expression>, right: &Expression, names: &[String]) -> Result<Terms> {
        let own: HashSet<&str> = left.map(|left| left.names().into_iter().collect()).unwrap_or_default();
        let rest: Vec<String> = names.iter().filter(|name| !own.contains(name.as_str())).cloned().collect();
        let mut reader = Reader { variables: Vec::new(), known: HashMap::new(), intercept: true, rest };
        let mut terms = reader.read(right, true)?.list;
        // The outcome on the right says nothing: R leaves it out too.
        let outcome = left.and_then(|left| reader.known.get(&left.bare().to_string()).copied());
        let offset =
            |variable: &Expression| matches!(&variable.kind, Piece::Call(name, _) if name == "offset");
        let offsets: Vec<usize> =
            (0..reader.variables.len()).filter(|&v| offset(&reader.variables[v])).collect();
        terms.retain(|term| {
            !term.iter().any(|v| offsets.contains(v)) && Some(term) != outcome.map(|o| vec![o]).as_ref()
        });
        terms.sort_by_key(Vec::len);
        Ok(Terms { variables: reader.variables, terms, offsets, intercept: reader.intercept })
    }

    /// A term as it is written: `a:b`.
    pub fn label(&self, term: &[usize]) -> String {
        let names: Vec<String> = term.iter().map(|&v| self.variables[v].to_string()).collect();
        names.join(":")
    }

    /// Whether a factor of a term is coded by contrasts (else by an indicator for each level): where the term without it,
    /// or one that holds that, stands before it in the model. The first factor of a model without an intercept has
    /// every level.
    ///
    /// This is the rule of R's `terms.formula` and `model.matrix` (Chambers and Hastie 1992, chapter 2), `is_factor` telling
    /// the variables.
    pub fn contrasted(&self, term: usize, variable: usize, is_factor: &dyn Fn(usize) -> bool) -> bool {
        let first = || {
            let mut all = self.terms.iter().enumerate();
            all.find_map(|(t, term)| term.iter().copied().find(|&v| is_factor(v)).map(|v| (t, v)))
        };
        if !self.intercept && first() == Some((term, variable)) {
            return false;
        }
        let rest: Vec<usize> = self.terms[term].iter().copied().filter(|&v| v != variable).collect();
        let holds = |other: &Vec<usize>| rest.iter().all(|v| other.contains(v));
        rest.is_empty() || self.terms[..term].iter().any(holds)
    }
}

/// Terms without a second of a kind.
#[derive(Default)]
struct Set {
    list: Vec<Vec<usize>>,
    seen: HashSet<Vec<usize>>,
}

impl Set {
    fn one(term: Vec<usize>) -> Set {
        let mut set = Set::default();
        set.add(term);
        set
    }

    fn add(&mut self, term: Vec<usize>) {
        if self.seen.insert(term.clone()) {
            self.list.push(term);
        }
    }

    fn with(mut self, other: Set) -> Set {
        other.list.into_iter().for_each(|term| self.add(term));
        self
    }

    fn without(self, other: &Set) -> Set {
        let mut left = Set::default();
        self.list.into_iter().filter(|term| !other.seen.contains(term)).for_each(|term| left.add(term));
        left
    }

    /// Every term of one with every term of the other.
    fn crossed(&self, other: &Set, at: usize) -> Result<Set> {
        if self.list.len().saturating_mul(other.list.len()) > MOST {
            return Err(error(at, "formula-too-many-terms", ""));
        }
        let mut found = Set::default();
        for left in &self.list {
            other.list.iter().for_each(|right| found.add(union(left, right)));
        }
        Ok(found)
    }

    /// All its variables as one term.
    fn joined(&self) -> Set {
        Set::one(self.list.iter().fold(Vec::new(), |all, term| union(&all, term)))
    }
}

fn union(left: &[usize], right: &[usize]) -> Vec<usize> {
    let mut both = [left, right].concat();
    both.sort_unstable();
    both.dedup();
    both
}

struct Reader {
    variables: Vec<Expression>,
    /// The number of each variable, by how it is written.
    known: HashMap<String, usize>,
    intercept: bool,
    rest: Vec<String>,
}

impl Reader {
    /// The terms of a piece; `plus` tells whether it is added or taken away, which turns the meaning of 0 and 1 about.
    fn read(&mut self, piece: &Expression, plus: bool) -> Result<Set> {
        let at = piece.at;
        let set = match &piece.kind {
            Piece::Number(value) if *value == 0.0 || *value == 1.0 => {
                self.intercept = (*value == 1.0) == plus;
                Set::default()
            }
            Piece::Number(value) => return Err(error(at, "formula-number-as-term", value.to_string())),
            Piece::Name(name) if name == "." => {
                let names = self.rest.clone();
                let mut set = Set::default();
                for name in names {
                    set.add(vec![self.variable(&Expression { at, kind: Piece::Name(name) })]);
                }
                set
            }
            // Text between quotes is a name too, for whoever is used to quoting names.
            Piece::Text(name) => {
                let name = Expression { at, kind: Piece::Name(name.clone()) };
                Set::one(vec![self.variable(&name)])
            }
            Piece::Name(_) | Piece::Call(..) => Set::one(vec![self.variable(piece)]),
            Piece::Brackets(inner) => self.read(inner, plus)?,
            Piece::Signed(sign, inner) => {
                let set = self.read(inner, plus == (*sign == "+"))?;
                if *sign == "-" { Set::default() } else { set }
            }
            Piece::Sum(items) => {
                let mut whole = Set::default();
                for (minus, item) in items {
                    let part = self.read(item, plus != *minus)?;
                    whole = if *minus { whole.without(&part) } else { whole.with(part) };
                }
                whole
            }
            Piece::Pair("==" | "!=" | "<" | "<=" | ">" | ">=", _) => {
                return Err(error(at, "formula-comparison-as-term", piece.to_string()));
            }
            Piece::Pair(sign, pair) => {
                let left = self.read(&pair.0, plus)?;
                if *sign == "^" {
                    return self.power(left, &pair.1);
                }
                let right = self.read(&pair.1, plus)?;
                match *sign {
                    ":" => left.crossed(&right, at)?,
                    "*" => {
                        let both = left.crossed(&right, at)?;
                        left.with(right).with(both)
                    }
                    "/" => {
                        let within = left.joined().crossed(&right, at)?;
                        left.with(within)
                    }
                    _ => left.crossed(&right.joined(), at)?,
                }
            }
        };
        match set.list.len() > MOST {
            true => Err(error(at, "formula-too-many-terms", "")),
            false => Ok(set),
        }
    }

    /// `(a + b)^2`: all terms of so many of them together.
    fn power(&mut self, base: Set, to: &Expression) -> Result<Set> {
        let times = match to.bare().kind {
            Piece::Number(value) if value >= 1.0 && value.fract() == 0.0 && value <= 20.0 => value as usize,
            _ => return Err(error(to.at, "formula-power", to.to_string())),
        };
        let single = base.list.clone();
        let mut whole = base;
        for _ in 1..times {
            let mut factor = Set::default();
            single.iter().cloned().for_each(|term| factor.add(term));
            let before = whole.list.len();
            let next = whole.crossed(&factor, to.at)?;
            whole = whole.with(next);
            if whole.list.len() == before {
                break;
            }
        }
        Ok(whole)
    }

    fn variable(&mut self, piece: &Expression) -> usize {
        let next = self.variables.len();
        let number = *self.known.entry(piece.to_string()).or_insert(next);
        if number == next {
            self.variables.push(piece.clone());
        }
        number
    }
}
