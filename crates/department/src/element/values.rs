//! Values that the method has of its own.

use super::{Element, Field, FieldValue, Names, Ref, Shape, element};
use crate::model::{Competence, Person};
use crate::read::Faults;
use crate::text::{Node, NodeKind};
use diag::{Severity, Span};
use jiff::civil::Date;

/// A figure on a day: a baseline or a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The day.
    pub date: Date,
    /// The figure, in the KPI's unit.
    pub value: f64,
    /// Where it stands.
    pub span: Span,
}

impl FieldValue for Mark {
    const SHAPE: Shape = Shape::Mark;
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let NodeKind::Table(table) = &node.kind else {
            return faults.no_value(node, Shape::Mark);
        };
        let mut date = None::<Date>;
        let mut value = None::<f64>;
        for (key, node) in &table.entries {
            match &*key.text {
                "date" => date.read(node, faults),
                "value" => value.read(node, faults),
                _ => faults.unknown_key(key, &["date", "value"]),
            }
        }
        let whole = table.get("date").is_some() && table.get("value").is_some();
        if !whole {
            faults.wrong_type(node, Shape::Mark);
        }
        Some(Mark { date: date?, value: value?, span: node.span })
    }
}

/// How far from a target still counts as met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// Per cent of the target.
    Percent(f64),
    /// In the KPI's unit.
    Absolute(f64),
}

impl Tolerance {
    /// The allowance at a target, in the KPI's unit, never negative.
    pub fn at(self, target: f64) -> f64 {
        match self {
            Tolerance::Percent(share) => (target * share / 100.0).abs(),
            Tolerance::Absolute(width) => width.abs(),
        }
    }
}

impl FieldValue for Tolerance {
    const SHAPE: Shape = Shape::Tolerance;
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Number(width) if width.is_finite() => Some(Tolerance::Absolute(*width)),
            NodeKind::Text(text) => {
                let share = text.trim().strip_suffix('%').map(|share| share.trim().replace(',', "."));
                match share.and_then(|share| share.parse().ok()).filter(|share: &f64| share.is_finite()) {
                    Some(share) => Some(Tolerance::Percent(share)),
                    None => faults.no_value(node, Shape::Tolerance),
                }
            }
            _ => faults.no_value(node, Shape::Tolerance),
        }
    }
}

/// A length of time as people agree on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Duration {
    /// How many.
    pub amount: f64,
    /// Of what: `m` minutes, `h` hours, `d` days, `w` weeks.
    pub unit: char,
}

impl Duration {
    /// Reads `30m`, `4h`, `2d`, `1w`; a space before the unit and a decimal comma are allowed.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let unit = text.chars().next_back().filter(|unit| "mhdw".contains(*unit))?;
        let amount: f64 = text[..text.len() - 1].trim().replace(',', ".").parse().ok()?;
        (amount.is_finite() && amount >= 0.0).then_some(Duration { amount, unit })
    }

    /// In minutes, a day having 24 hours.
    pub fn minutes(self) -> f64 {
        let factor = match self.unit {
            'm' => 1.0,
            'h' => 60.0,
            'd' => 24.0 * 60.0,
            _ => 7.0 * 24.0 * 60.0,
        };
        self.amount * factor
    }
}

impl FieldValue for Duration {
    const SHAPE: Shape = Shape::Duration;
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let read = match &node.kind {
            NodeKind::Text(text) => Duration::parse(text),
            _ => None,
        };
        match read {
            Some(read) => Some(read),
            None => faults.no_value(node, Shape::Duration),
        }
    }
}

/// Competences with levels from 1 (knows of it) to 5 (teaches it).
#[derive(Debug, Clone, Default)]
pub struct Levels {
    /// Each competence with its level.
    pub each: Vec<(Ref<Competence>, u8)>,
}

impl Field for Levels {
    const SHAPE: Shape = Shape::Levels;
    fn read(&mut self, node: &Node<'_>, faults: &mut Faults<'_>) {
        let NodeKind::Table(table) = &node.kind else { return faults.wrong_type(node, Shape::Levels) };
        for (key, node) in &table.entries {
            match node.kind {
                NodeKind::Number(level) if (1.0..=5.0).contains(&level) && level.fract() == 0.0 => {
                    self.each.push((Ref::new(&key.text, key.span), level as u8));
                }
                _ => faults.wrong_type(node, Shape::Levels),
            }
        }
    }
    fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
        for (competence, _) in &mut self.each {
            competence.resolve(names, faults);
        }
    }
}

impl Levels {
    /// The level of the competence of that number; 0 where it is not among them.
    pub fn of(&self, index: usize) -> u8 {
        self.each
            .iter()
            .find(|(competence, _)| competence.index() == Some(index))
            .map_or(0, |&(_, level)| level)
    }
}

element! {
    /// `[kpi.first_reply.correction]`: what is done when a checkpoint was missed.
    Correction = "correction" {
        /// What is done.
        what: String,
        /// Who does it.
        owner: Option<Ref<Person>>,
        /// Within which time of the miss.
        within: Option<Duration>,
    }
}

impl FieldValue for Correction {
    const SHAPE: Shape = Shape::Record(Correction::FIELDS);
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let mut correction = Correction::default();
        let key = crate::text::Key { text: "correction".into(), span: node.span };
        correction.read(&key, node, faults);
        Some(correction)
    }
    fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
        Element::resolve(self, names, faults);
    }
}

/// Rules' codes with the weights that the department gives them.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// Code, where it stands, weight; nothing means that the rule is off.
    pub each: Vec<(String, Span, Option<Severity>)>,
}

impl Weights {
    /// The words of a weight.
    pub const WORDS: &[&str] = &["error", "warning", "advice", "off"];

    /// Reads one `CODE = "weight"`.
    pub(crate) fn read(&mut self, code: &str, node: &Node<'_>, faults: &mut Faults<'_>) {
        let NodeKind::Text(word) = &node.kind else {
            return faults.wrong_type(node, Shape::Choice(Self::WORDS));
        };
        let weight = Severity::ALL.into_iter().find(|severity| severity.word() == word);
        if weight.is_none() && word != "off" {
            return faults.unknown_word(node, word, Self::WORDS);
        }
        self.each.push((code.to_owned(), node.span, weight));
    }
}
