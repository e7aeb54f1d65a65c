//! KPIs by what a file calls them.

use super::words::fold;
use department::formula;
use department::{Department, Element};
use std::cell::Cell;
use std::collections::HashMap;

/// So many names are looked at for slips: a file may have a million that are no KPI's.
const SLIPS: usize = 2_000;

/// Which KPI a text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// The KPI of that number.
    Kpi(usize),
    /// None, because a person has said so.
    LeftOut,
    /// None, but the KPI of that number is called nearly so: a slip of the pen.
    Near(usize),
    /// None.
    Unknown,
}

/// A department's KPIs by their ids and names.
pub struct Names {
    /// By folded id and name; nothing where two are called so.
    known: HashMap<String, Option<usize>>,
    /// What a person has said, by folded name.
    said: HashMap<String, Option<usize>>,
    /// How many names were looked at for slips.
    looked: Cell<usize>,
}

impl Names {
    /// The names of a department, and what a person has said of others: a file's name with an id, or with none.
    pub fn new(department: &Department, said: &[(String, String)]) -> Self {
        let mut known: HashMap<String, Option<usize>> = HashMap::new();
        // What is computed is not brought in.
        for (at, kpi) in department.kpis.iter().enumerate().filter(|(_, kpi)| formula::of(kpi).is_none()) {
            let id = fold(kpi.id());
            let title = fold(kpi.title());
            let with_unit =
                [format!("{title}, {}", fold(&kpi.unit)), format!("{title} ({})", fold(&kpi.unit))];
            // An id is nobody else's, whatever others are called.
            known.insert(id.clone(), Some(at));
            for name in std::iter::once(title).chain(with_unit).filter(|name| *name != id && !name.is_empty())
            {
                let own = |known: &Option<usize>| known.is_some_and(|known| known == at);
                match known.get(&name) {
                    None => _ = known.insert(name, Some(at)),
                    Some(before) if own(before) || department.kpis.get(&name).is_some() => {}
                    Some(_) => _ = known.insert(name, None),
                }
            }
        }
        let number = |id: &str| department.kpis.iter().position(|kpi| kpi.id() == id);
        let said = said.iter().map(|(name, id)| (fold(name), number(id)));
        Names { known, said: said.collect(), looked: Cell::new(0) }
    }

    /// The KPI that a text means.
    pub fn find(&self, text: &str) -> Named {
        if text.len() > 500 {
            return Named::Unknown;
        }
        let name = fold(text);
        if let Some(said) = self.said.get(&name) {
            return said.map_or(Named::LeftOut, Named::Kpi);
        }
        if let Some(Some(known)) = self.known.get(&name) {
            return Named::Kpi(*known);
        }
        self.looked.set(self.looked.get() + 1);
        if self.looked.get() > SLIPS {
            return Named::Unknown;
        }
        let mut near = self.known.iter().filter(|(known, at)| at.is_some() && slip(known, &name));
        match (near.next(), near.next()) {
            (Some((_, Some(at))), None) => Named::Near(*at),
            _ => Named::Unknown,
        }
    }
}

/// Whether two names differ by a letter or two; not by a digit, which tells things apart.
fn slip(one: &str, other: &str) -> bool {
    let length = other.chars().count();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let most = if length < 4 {
        0
    } else if length < 10 {
        1
    } else {
        2
    };
    most > 0
        && one.chars().count().abs_diff(length) <= most
        && strsim::osa_distance(one, other) <= most
        && digits(one) == digits(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::department;

    const TEXT: &str = "[kpi.reach]\nname = \"Охват\"\nunit = \"чел.\"\n[kpi.er]\nname = \"Вовлечённость\"\n\
        [kpi.a]\nname = \"Посты\"\n[kpi.b]\nname = \"Посты\"\n[kpi.posts]\nname = \"reach\"\n";

    #[test]
    fn a_kpi_is_known_by_id_by_name_and_by_what_was_said() {
        let said = [("Просмотры".to_owned(), "reach".to_owned()), ("Лайки".to_owned(), String::new())];
        let names = Names::new(&department(TEXT), &said);
        assert_eq!(names.find("REACH"), Named::Kpi(0), "an id before a name");
        assert_eq!([names.find(" охват"), names.find("Охват, чел.")], [Named::Kpi(0); 2]);
        assert_eq!(names.find("ВОВЛЕЧЕННОСТЬ"), Named::Kpi(1));
        assert_eq!(names.find("Посты"), Named::Unknown, "two are called so");
        assert_eq!([names.find("просмотры"), names.find("Лайки")], [Named::Kpi(0), Named::LeftOut]);
        assert_eq!(names.find("Овхат"), Named::Near(0));
        assert_eq!([names.find("Охваты2"), names.find("Клики"), names.find("")], [Named::Unknown; 3]);
    }
}
