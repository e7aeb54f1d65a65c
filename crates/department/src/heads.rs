//! Which table of the texts a place is in.

use crate::Department;
use crate::element::Meta;
use crate::model::{Kind, schema};
use diag::{FileId, Place};

/// Where every table of the texts begins.
#[derive(Debug)]
pub struct Heads {
    all: Vec<Head>,
}

#[derive(Debug)]
struct Head {
    file: FileId,
    start: u32,
    of: Of,
}

#[derive(Debug)]
enum Of {
    /// An element, by its number among those of its kind.
    Element(Kind, u32),
    /// A table that stands alone.
    Alone(&'static str),
}

/// A table of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held<'a> {
    /// An element: kind, id and title.
    Element(Kind, &'a str, &'a str),
    /// A table that stands alone: `about`.
    Alone(&'static str),
}

impl Heads {
    /// Of a department.
    pub fn of(department: &Department) -> Self {
        let mut all = Vec::with_capacity(department.len() + 8);
        let head = |meta: &Meta, of| {
            let place = department.sources.whole(meta.place());
            Head { file: place.file, start: place.span.start, of }
        };
        let mut last = (None, 0);
        department.each(|kind, meta, _| {
            let number = if last.0 == Some(kind) { last.1 + 1 } else { 0 };
            last = (Some(kind), number);
            all.push(head(meta, Of::Element(kind, number)));
        });
        for (_, table, _) in schema() {
            if let Some(meta) = department.meta(table, None).filter(|meta| !meta.id.is_empty()) {
                all.push(head(meta, Of::Alone(table)));
            }
        }
        all.sort_unstable_by_key(|head| (head.file, head.start));
        Heads { all }
    }

    /// The table that a place of the department's texts is in; none before the first of a file.
    pub fn at<'a>(&self, department: &'a Department, place: Place) -> Option<Held<'a>> {
        let key = (place.file, place.span.start);
        let after = self.all.partition_point(|head| (head.file, head.start) <= key);
        let head = self.all.get(after.checked_sub(1)?)?;
        match head.of {
            _ if head.file != place.file => None,
            Of::Alone(table) => Some(Held::Alone(table)),
            Of::Element(kind, number) => {
                let (meta, title) = department.nth(kind, number as usize)?;
                Some(Held::Element(kind, &meta.id, title))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Files, read};
    use diag::Span;

    #[test]
    fn a_place_is_in_the_table_that_begins_before_it() {
        let text = "# first\n[goal.a]\nname = \"A\"\n[horizons]\n[goal.b]\n";
        let department = read(&Files::from([("sostac.toml", text)])).department;
        let heads = Heads::of(&department);
        let at = |words: &str| {
            let start = text.find(words).expect("it is there");
            let file = department.sources.find("sostac.toml").expect("it is there");
            heads.at(&department, Place { file, span: Span::new(start, start + 1) })
        };
        assert_eq!(at("# first"), None);
        assert_eq!(at("name"), Some(Held::Element(Kind::Goal, "a", "A")));
        assert_eq!(at("rizons"), Some(Held::Alone("horizons")));
        assert_eq!(at("b]"), Some(Held::Element(Kind::Goal, "b", "b")));
        let business = department.sources.find("business.toml").expect("it is known");
        assert_eq!(heads.at(&department, Place { file: business, ..Place::default() }), None);
    }
}
