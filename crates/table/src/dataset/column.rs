//! What is known of a column.

use crate::{TableError, Unit};
use locale::{Lang, t};

/// What a column holds. In a block every value is an `f64` and a missing one `NaN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Figures.
    Number,
    /// Whole figures.
    Whole,
    /// Yes is 1 and no is 0.
    YesNo,
    /// A day, as days since 1970-01-01.
    Date,
    /// A moment, as days since 1970-01-01 with the time as their fraction.
    DateTime,
    /// One of a few words, as an index into the column's levels.
    Word,
    /// Text that says something else in nearly every row; an index into its levels where they are asked for.
    Text,
}

impl Kind {
    /// The kinds in the order in which a person is told of them.
    pub const ALL: [Kind; 7] =
        [Kind::Number, Kind::Whole, Kind::YesNo, Kind::Date, Kind::DateTime, Kind::Word, Kind::Text];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Whole => "whole",
            Kind::YesNo => "yesno",
            Kind::Date => "date",
            Kind::DateTime => "datetime",
            Kind::Word => "word",
            Kind::Text => "text",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Result<Self, TableError> {
        let found = Kind::ALL.into_iter().find(|kind| kind.name() == name.trim());
        found.ok_or_else(|| TableError::NoKind { name: name.trim().to_owned() })
    }

    /// Its name in words.
    pub fn message(self, lang: Lang) -> String {
        match self {
            Kind::Number => t!(lang, "table-kind-number"),
            Kind::Whole => t!(lang, "table-kind-whole"),
            Kind::YesNo => t!(lang, "table-kind-yesno"),
            Kind::Date => t!(lang, "table-kind-date"),
            Kind::DateTime => t!(lang, "table-kind-datetime"),
            Kind::Word => t!(lang, "table-kind-word"),
            Kind::Text => t!(lang, "table-kind-text"),
        }
    }

    /// Whether its values are figures that one may add and average.
    pub fn is_figure(self) -> bool {
        matches!(self, Kind::Number | Kind::Whole | Kind::YesNo)
    }

    /// Whether its values are indexes into levels.
    pub fn has_levels(self) -> bool {
        matches!(self, Kind::Word | Kind::Text)
    }
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Nothing in particular.
    #[default]
    None,
    /// It tells rows apart and is no figure.
    Id,
    /// What is to be explained.
    Outcome,
    /// How much a row counts.
    Weight,
}

impl Role {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Role::None => "none",
            Role::Id => "id",
            Role::Outcome => "outcome",
            Role::Weight => "weight",
        }
    }

    /// The role of a name.
    pub fn named(name: &str) -> Result<Self, TableError> {
        let found = [Role::None, Role::Id, Role::Outcome, Role::Weight].into_iter();
        let mut found = found.filter(|role| role.name() == name.trim());
        found.next().ok_or_else(|| TableError::NoRole { name: name.trim().to_owned() })
    }
}

/// A column of a [`crate::Dataset`].
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name, no other's; without the unit that stood behind it.
    pub name: String,
    /// Its head as the file has it.
    pub head: String,
    /// What it holds.
    pub kind: Kind,
    /// In what it is measured.
    pub unit: Unit,
    /// What it is for.
    pub role: Role,
    /// Some of its first values, as the file has them.
    pub examples: Vec<String>,
}

impl Column {
    /// A column that is described by its name and kind alone.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        let name = name.into();
        Column { head: name.clone(), name, kind, unit: Unit::NONE, role: Role::None, examples: Vec::new() }
    }
}

/// What columns are to be, against what would be guessed: `day=word,reach=number`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The sheet of a workbook; the first visible one where none is named.
    pub sheet: Option<String>,
    /// Kinds by the names of columns.
    pub kinds: Vec<(String, Kind)>,
    /// Units by the names of columns.
    pub units: Vec<(String, Unit)>,
    /// Roles by the names of columns.
    pub roles: Vec<(String, Role)>,
    /// Whether a column of these names may be wanting.
    pub lenient: bool,
}

impl Reading {
    /// Reads `column=kind,other=kind`.
    pub fn with_kinds(mut self, text: &str) -> Result<Self, TableError> {
        for (name, kind) in pairs(text)? {
            self.kinds.push((name, Kind::named(&kind)?));
        }
        Ok(self)
    }

    /// Reads `column=unit,other=unit`.
    pub fn with_units(mut self, text: &str) -> Result<Self, TableError> {
        for (name, unit) in pairs(text)? {
            self.units.push((name, Unit::read(&unit)?));
        }
        Ok(self)
    }

    /// The same, where a column that is named may be wanting.
    pub fn lenient(self) -> Self {
        Reading { lenient: true, ..self }
    }

    /// Reads `column=role,other=role`.
    pub fn with_roles(mut self, text: &str) -> Result<Self, TableError> {
        for (name, role) in pairs(text)? {
            self.roles.push((name, Role::named(&role)?));
        }
        Ok(self)
    }
}

fn pairs(text: &str) -> Result<Vec<(String, String)>, TableError> {
    let parts = text.split(',').filter(|part| !part.trim().is_empty());
    let pair = |part: &str| {
        // A column's own name may hold the sign; a kind never does.
        let (name, value) =
            part.rsplit_once('=').ok_or_else(|| TableError::NoPair { text: part.trim().to_owned() })?;
        Ok((name.trim().to_owned(), value.trim().to_owned()))
    };
    parts.map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_are_read() {
        let reading = Reading::default().with_kinds("day=word, a=b=number").unwrap();
        assert_eq!(reading.kinds, [("day".to_owned(), Kind::Word), ("a=b".to_owned(), Kind::Number)]);
        let refused = Reading::default().with_kinds("day=colour");
        assert_eq!(refused, Err(TableError::NoKind { name: "colour".to_owned() }));
        assert_eq!(Reading::default().with_kinds("day"), Err(TableError::NoPair { text: "day".to_owned() }));
        let refused = Reading::default().with_roles("day=king");
        assert_eq!(refused, Err(TableError::NoRole { name: "king".to_owned() }));
    }
}
