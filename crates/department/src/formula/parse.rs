//! From a text to a formula.

use super::{DEEPEST, FURTHEST, Formula, Function, LONGEST, Operation};

/// Why a text is no formula, and where (bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError {
    /// What is wrong.
    pub what: Wrong,
    /// Where.
    pub at: usize,
}

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It ends where a number, a KPI or a bracket must come.
    Ends,
    /// Something stands where it cannot.
    Sign(String),
    /// A bracket or a backquote is not closed.
    Open,
    /// No function is called so.
    NoFunction(String),
    /// A window is no whole number of periods from 1 on, or one is missing or too many.
    Periods,
    /// It is too long or too deep.
    Large,
}

impl Wrong {
    /// The word by which the catalogue knows it: `formula-wrong-WORD`.
    pub const fn word(&self) -> &'static str {
        match self {
            Wrong::Ends => "ends",
            Wrong::Sign(_) => "sign",
            Wrong::Open => "open",
            Wrong::NoFunction(_) => "function",
            Wrong::Periods => "periods",
            Wrong::Large => "large",
        }
    }

    /// What it speaks of, where it quotes something.
    pub fn quoted(&self) -> &str {
        match self {
            Wrong::Sign(text) | Wrong::NoFunction(text) => text,
            _ => "",
        }
    }
}

/// Reads a formula.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn parse(text: &str) -> Result<Formula, FormulaError> {
    if text.len() > LONGEST {
        return Err(FormulaError { what: Wrong::Large, at: LONGEST });
    }
    let mut parser = Parser { text, at: 0 };
    let formula = parser.sum(0)?;
    match parser.next() {
        None => Ok(formula),
        Some(sign) => Err(parser.wrong(Wrong::Sign(sign.to_string()))),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn wrong(&self, what: Wrong) -> FormulaError {
        FormulaError { what, at: self.at }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next sign that is no blank.
    fn next(&mut self) -> Option<char> {
        self.at = self.text.len() - self.rest().trim_start().len();
        self.rest().chars().next()
    }

    fn takes(&mut self, sign: char) -> bool {
        let there = self.next() == Some(sign);
        if there {
            self.at += sign.len_utf8();
        }
        there
    }

    fn sum(&mut self, depth: usize) -> Result<Formula, FormulaError> {
        let mut left = self.product(depth)?;
        loop {
            let operation = match self.next() {
                Some('+') => Operation::Plus,
                Some('-' | '−') => Operation::Minus,
                _ => return Ok(left),
            };
            self.skip();
            left = Formula::Joined(operation, Box::new(left), Box::new(self.product(depth)?));
        }
    }

    fn product(&mut self, depth: usize) -> Result<Formula, FormulaError> {
        let mut left = self.signed(depth)?;
        loop {
            let operation = match self.next() {
                Some('*' | '×' | '·') => Operation::Times,
                Some('/' | '÷') => Operation::By,
                _ => return Ok(left),
            };
            self.skip();
            left = Formula::Joined(operation, Box::new(left), Box::new(self.signed(depth)?));
        }
    }

    fn skip(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn signed(&mut self, depth: usize) -> Result<Formula, FormulaError> {
        if depth > DEEPEST {
            return Err(self.wrong(Wrong::Large));
        }
        if matches!(self.next(), Some('-' | '−')) {
            self.skip();
            return Ok(Formula::Negative(Box::new(self.signed(depth + 1)?)));
        }
        self.value(depth)
    }

    fn value(&mut self, depth: usize) -> Result<Formula, FormulaError> {
        match self.next() {
            None => Err(self.wrong(Wrong::Ends)),
            Some('(') => {
                let open = self.at;
                self.skip();
                let inner = self.sum(depth + 1)?;
                if !self.takes(')') {
                    return Err(self.unclosed(open));
                }
                Ok(inner)
            }
            Some('`') => {
                let open = self.at;
                self.skip();
                let Some(end) = self.rest().find('`') else {
                    return Err(FormulaError { what: Wrong::Open, at: open });
                };
                let id = self.rest().get(..end).unwrap_or_default().to_owned();
                self.at += end + 1;
                Ok(Formula::Kpi(id, open))
            }
            Some(sign) if sign.is_ascii_digit() => Ok(Formula::Number(self.number()?)),
            Some(sign) if sign.is_alphabetic() || sign == '_' => self.word(depth),
            Some(sign) => Err(self.wrong(Wrong::Sign(sign.to_string()))),
        }
    }

    /// Where a bracket is not closed: something stands in its place, or the text ends.
    fn unclosed(&mut self, open: usize) -> FormulaError {
        match self.next() {
            Some(sign) => self.wrong(Wrong::Sign(sign.to_string())),
            None => FormulaError { what: Wrong::Open, at: open },
        }
    }

    fn number(&mut self) -> Result<f64, FormulaError> {
        let digits = self.rest().find(|sign: char| !sign.is_ascii_digit() && sign != '.');
        let end = digits.unwrap_or(self.rest().len());
        let text = self.rest().get(..end).unwrap_or_default();
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => {
                self.at += end;
                Ok(number)
            }
            _ => Err(self.wrong(Wrong::Sign(text.to_owned()))),
        }
    }

    /// A KPI, or a function where a bracket opens behind it.
    fn word(&mut self, depth: usize) -> Result<Formula, FormulaError> {
        let begin = self.at;
        let other = self.rest().find(|sign: char| !sign.is_alphanumeric() && sign != '_');
        let end = other.unwrap_or(self.rest().len());
        let word = self.rest().get(..end).unwrap_or_default().to_owned();
        self.at += end;
        if self.next() != Some('(') {
            return Ok(Formula::Kpi(word, begin));
        }
        let Some(function) = Function::ALL.into_iter().find(|function| function.word() == word) else {
            return Err(FormulaError { what: Wrong::NoFunction(word), at: begin });
        };
        let open = self.at;
        self.skip();
        let inner = self.sum(depth + 1)?;
        let periods = if self.takes(',') { Some(self.periods()?) } else { None };
        if !self.takes(')') {
            return Err(self.unclosed(open));
        }
        let periods = match (function, periods) {
            (Function::Abs, None) => 1,
            (Function::Previous, periods) => periods.unwrap_or(1),
            (Function::Sum | Function::Mean | Function::Min | Function::Max, Some(periods)) => periods,
            _ => return Err(FormulaError { what: Wrong::Periods, at: begin }),
        };
        Ok(Formula::Over(function, Box::new(inner), periods))
    }

    fn periods(&mut self) -> Result<usize, FormulaError> {
        self.next();
        let place = self.at;
        let wrong = FormulaError { what: Wrong::Periods, at: place };
        let number = self.number().map_err(|_| wrong.clone())?;
        match number.fract() == 0.0 && (1.0..=FURTHEST as f64).contains(&number) {
            true => Ok(number as usize),
            false => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(formula: &Formula) -> String {
        match formula {
            Formula::Number(number) => number.to_string(),
            Formula::Kpi(id, _) => format!("`{id}`"),
            Formula::Negative(of) => format!("(-{})", shown(of)),
            Formula::Joined(operation, left, right) => {
                let sign = match operation {
                    Operation::Plus => '+',
                    Operation::Minus => '-',
                    Operation::Times => '*',
                    Operation::By => '/',
                };
                format!("({} {sign} {})", shown(left), shown(right))
            }
            Formula::Over(Function::Abs, of, _) => format!("abs({})", shown(of)),
            Formula::Over(function, of, periods) => format!("{}({}, {periods})", function.word(), shown(of)),
        }
    }

    #[test]
    fn a_formula_binds_as_one_is_used_to() {
        let reads = [
            ("a + b * 2 - c / d", "((`a` + (`b` * 2)) - (`c` / `d`))"),
            ("answered / asked * 100", "((`answered` / `asked`) * 100)"),
            ("-(a − b)×1.5", "((-(`a` - `b`)) * 1.5)"),
            (
                "sum(visits, 4) / previous(sum(visits,4), 4)",
                "(sum(`visits`, 4) / previous(sum(`visits`, 4), 4))",
            ),
            ("previous(доля)", "previous(`доля`, 1)"),
            ("abs(`two-words`)", "abs(`two-words`)"),
        ];
        for (text, wanted) in reads {
            assert_eq!(shown(&parse(text).unwrap()), wanted, "{text}");
        }
        assert_eq!(parse("b / `a`").unwrap().kpis(), [("b", 0), ("a", 4)]);
        assert_eq!(parse("sum(a, 4) / previous(sum(b, 4), 4) + abs(c)").unwrap().reach(), 7);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let wrong = |text: &str| {
            let error = parse(text).unwrap_err();
            (error.what.word(), error.at)
        };
        assert_eq!(wrong(""), ("ends", 0));
        assert_eq!(wrong("a + "), ("ends", 4));
        assert_eq!(wrong("a b"), ("sign", 2));
        assert_eq!(wrong("(a + b"), ("open", 0));
        assert_eq!(wrong("`a"), ("open", 0));
        assert_eq!(wrong("1.2.3"), ("sign", 0));
        assert_eq!(wrong("max(a)"), ("periods", 0));
        assert_eq!(wrong("sum(a, 0)"), ("periods", 7));
        assert_eq!(wrong("sum(a, 1.5)"), ("periods", 7));
        assert_eq!(wrong("mittel(a, 3)"), ("function", 0));
        assert_eq!(wrong("a ? b"), ("sign", 2));
        assert_eq!(wrong(&"(".repeat(900)), ("large", 33));
        assert_eq!(wrong(&"1+".repeat(600)), ("large", 1_000));
        assert_eq!(wrong(&"-".repeat(600)), ("large", 33));
    }

    proptest! {
        #[test]
        fn anything_is_read_or_refused_inside_the_text(text in "[a-cяsum(),.0-9+*/` -]{0,40}") {
            match parse(&text) {
                Ok(formula) => {
                    let again = parse(&shown(&formula));
                    prop_assert_eq!(again.map(|again| shown(&again)), Ok(shown(&formula)));
                }
                Err(error) => prop_assert!(error.at <= text.len() && text.is_char_boundary(error.at)),
            }
        }
    }
}
