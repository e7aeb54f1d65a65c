//! What a column holds, from a sample of its cells.

use crate::dataset::cells::{Cells, is_missing, time};
use crate::{DateOrder, DecimalMark, Kind, date, date_order, decimal_mark, number};
use foldhash::HashSet;

/// How much of a sample has to fit for a column to be of a kind; the rest is told of as a mistake in the file.
const FITS: f64 = 0.9;

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The kind.
    pub kind: Kind,
    /// How its cells are read.
    pub cells: Cells,
    /// The first values that differ.
    pub examples: Vec<String>,
}

/// Guesses from trimmed cells; a kind that a person asks for needs only its marks found.
pub fn guess(cells: &[&str], delimiter: Option<char>, asked: Option<Kind>) -> Guess {
    let filled: Vec<&str> = cells.iter().copied().filter(|text| !is_missing(text)).collect();
    let mark = decimal_mark(filled.iter().copied(), delimiter);
    let order = date_order(filled.iter().copied());
    let kind = asked.unwrap_or_else(|| kind(&filled, mark, order));
    let mut examples: Vec<String> = Vec::new();
    for text in filled.iter().take(100) {
        if examples.len() < 4 && !examples.iter().any(|seen| seen == text) {
            examples.push(text.chars().take(60).collect());
        }
    }
    Guess { kind, cells: Cells::of(kind, mark, order), examples }
}

fn kind(filled: &[&str], mark: DecimalMark, order: DateOrder) -> Kind {
    if filled.is_empty() {
        return Kind::Number;
    }
    let enough = |fits: &dyn Fn(&str) -> bool| {
        let count = filled.iter().filter(|text| fits(text)).count();
        count as f64 >= FITS * filled.len() as f64
    };
    let figure = Cells::Number(mark);
    // What programs call true is a truth; what people answer with yes and no are two words, as in R.
    if filled.iter().all(|text| matches!(text.to_lowercase().as_str(), "true" | "false" | "истина" | "ложь"))
    {
        return Kind::YesNo;
    }
    // A day like 01.03.2026 is no number in either language, but 20260301 is.
    if enough(&|text| figure.value(text).is_some()) {
        let whole =
            |text: &&str| number(text, mark).is_none_or(|value| value.fract() == 0.0 && value.abs() < 9e15);
        let written = |text: &&str| !text.contains(['e', 'E']);
        return if filled.iter().all(|text| whole(text) && written(text)) {
            Kind::Whole
        } else {
            Kind::Number
        };
    }
    if enough(&|text| date(text, order).is_some()) {
        return if filled.iter().any(|text| time(text).is_some()) { Kind::DateTime } else { Kind::Date };
    }
    let different: HashSet<&str> = filled.iter().copied().collect();
    let few = different.len() <= 20 || different.len() * 2 <= filled.len();
    if few { Kind::Word } else { Kind::Text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(cells: &[&str]) -> Kind {
        guess(cells, Some(','), None).kind
    }

    #[test]
    fn the_cells_tell_their_kind() {
        assert_eq!(kind_of(&["1", "", "3"]), Kind::Whole);
        assert_eq!(kind_of(&["1", "NA", "3.5"]), Kind::Number);
        assert_eq!(kind_of(&["true", "false"]), Kind::YesNo);
        assert_eq!(kind_of(&["yes", "no"]), Kind::Word);
        assert_eq!(kind_of(&["0", "1"]), Kind::Whole);
        assert_eq!(kind_of(&["01.03.2026", "н/д"]), Kind::Date);
        assert_eq!(kind_of(&["4/22/2018 6:00", "4/21/2018 22:45"]), Kind::DateTime);
        assert_eq!(kind_of(&["video", "photo", "video"]), Kind::Word);
        let texts: Vec<String> = (0..50).map(|at| format!("post {at}")).collect();
        assert_eq!(kind_of(&texts.iter().map(String::as_str).collect::<Vec<_>>()), Kind::Text);
        assert_eq!(kind_of(&["", "-", "NA"]), Kind::Number);
    }

    #[test]
    fn a_slip_among_many_figures_does_not_make_them_words() {
        let mut cells = vec!["1.5"; 20];
        cells.push("oops");
        assert_eq!(kind_of(&cells), Kind::Number);
        assert_eq!(kind_of(&["1", "2", "oops"]), Kind::Word);
    }

    #[test]
    fn marks_are_found_for_a_kind_that_is_asked_for() {
        let found = guess(&["1,5", "2,5"], Some(';'), None);
        assert_eq!(found.cells, Cells::Number(DecimalMark::Comma));
        assert_eq!(guess(&["1", "2"], None, Some(Kind::Word)).kind, Kind::Word);
        assert_eq!(found.examples, ["1,5", "2,5"]);
    }
}
