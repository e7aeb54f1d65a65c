//! Whether a formula joins what can be joined.

use super::{Formula, Operation};

/// What a figure is of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Unit {
    /// Nothing is known: a KPI without a unit, a product of two units.
    Any,
    /// A plain number or a share.
    Plain,
    /// A unit by its word.
    Named(String),
}

/// Two units that do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// Two are added or taken from each other.
    Added(String, String),
    /// The formula comes to one, and the KPI says another; empty for a plain number.
    Comes(String, String),
}

/// Whether a formula's units do not go together: what is added has one unit, and what it comes to is what the KPI says. `of` gives
/// a KPI's unit; per cent is a plain number, and so is a ratio of two figures of one unit.
pub fn clash(formula: &Formula, own: &str, of: &impl Fn(&str) -> String) -> Option<Clash> {
    let comes = match comes(formula, of) {
        Ok(comes) => comes,
        Err(clash) => return Some(clash),
    };
    match (comes, named(own)) {
        (Unit::Named(comes), Unit::Named(own)) if comes != own => Some(Clash::Comes(comes, own)),
        (Unit::Named(comes), Unit::Plain) => Some(Clash::Comes(comes, own.to_owned())),
        (Unit::Plain, Unit::Named(own)) => {
            // A ratio of minutes is no minutes; of what else a plain number may be said is the author's to know.
            let inside = formula.kpis().into_iter().any(|(kpi, _)| of(kpi) == own);
            inside.then(|| Clash::Comes(String::new(), own))
        }
        _ => None,
    }
}

fn named(unit: &str) -> Unit {
    match unit.trim() {
        "" => Unit::Any,
        "%" => Unit::Plain,
        unit => Unit::Named(unit.to_owned()),
    }
}

fn comes(formula: &Formula, of: &impl Fn(&str) -> String) -> Result<Unit, Clash> {
    Ok(match formula {
        Formula::Number(_) => Unit::Plain,
        Formula::Kpi(id, _) => named(&of(id)),
        Formula::Negative(inner) | Formula::Over(_, inner, _) => comes(inner, of)?,
        Formula::Joined(operation, left, right) => {
            let (left_number, right_number) = (is_number(left), is_number(right));
            let (left, right) = (comes(left, of)?, comes(right, of)?);
            match (operation, left, right) {
                (Operation::Plus | Operation::Minus, Unit::Named(a), Unit::Named(b)) if a != b => {
                    return Err(Clash::Added(a, b));
                }
                // A number that is added is of what it is added to.
                (Operation::Plus | Operation::Minus, Unit::Named(a), Unit::Plain) if !right_number => {
                    return Err(Clash::Added(a, String::new()));
                }
                (Operation::Plus | Operation::Minus, Unit::Plain, Unit::Named(b)) if !left_number => {
                    return Err(Clash::Added(String::new(), b));
                }
                (Operation::Plus | Operation::Minus, Unit::Named(a), _) => Unit::Named(a),
                (Operation::Plus | Operation::Minus, _, right) => right,
                (Operation::By, Unit::Named(a), Unit::Named(b)) if a == b => Unit::Plain,
                (Operation::By, left, Unit::Plain) => left,
                (Operation::Times, Unit::Plain, other) | (Operation::Times, other, Unit::Plain) => other,
                _ => Unit::Any,
            }
        }
    })
}

fn is_number(formula: &Formula) -> bool {
    match formula {
        Formula::Number(_) => true,
        Formula::Negative(inner) => is_number(inner),
        Formula::Joined(_, left, right) => is_number(left) && is_number(right),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse;

    fn unit(kpi: &str) -> String {
        match kpi {
            "reply" | "wait" => "min",
            "visits" => "visits",
            "share" => "%",
            _ => "",
        }
        .to_owned()
    }

    fn found(text: &str, own: &str) -> Option<Clash> {
        clash(&parse(text).unwrap(), own, &unit)
    }

    #[test]
    fn what_goes_together_is_quiet() {
        let fine = [
            ("reply + wait", "min"),
            ("reply / wait * 100", "%"),
            ("reply / wait", ""),
            ("visits / reply", "visits a minute"),
            ("reply + 5", "min"),
            ("sum(visits, 4) * 2", "visits"),
            ("share - previous(share)", "%"),
            ("unknown + reply", "min"),
            ("reply * visits", "anything"),
        ];
        for (text, own) in fine {
            assert_eq!(found(text, own), None, "{text} as {own}");
        }
    }

    #[test]
    fn what_does_not_go_together_is_told() {
        let added = |a: &str, b: &str| Some(Clash::Added(a.to_owned(), b.to_owned()));
        let comes = |a: &str, b: &str| Some(Clash::Comes(a.to_owned(), b.to_owned()));
        assert_eq!(found("reply + visits", "min"), added("min", "visits"));
        assert_eq!(found("reply - share", "min"), added("min", ""));
        assert_eq!(found("reply + wait", "h"), comes("min", "h"));
        assert_eq!(found("reply / wait", "min"), comes("", "min"));
        assert_eq!(found("mean(reply, 3)", "%"), comes("min", "%"));
    }
}
