//! Figures with units beside them, and figures that people type.

use super::Problem;
use super::words::fold;
use locale::Lang;
use table::DecimalMark;

/// Units that are one and the same.
const SAME: [&[&str]; 5] = [
    &["₽", "руб", "р", "рублей", "rub", "rur"],
    &["$", "usd", "долл", "долларов"],
    &["€", "eur", "евро"],
    &["мин", "минут", "min", "minutes"],
    &["ч", "час", "часов", "h", "hours"],
];
/// Words that say of what a figure is a number, and nothing of its size.
const COUNTS: [&str; 10] = ["чел", "человек", "шт", "штук", "ед", "раз", "people", "pcs", "units", "times"];

/// The figure of a text such as `12,5 тыс. ₽` in a KPI's unit: a KPI in thousands keeps the thousands as they are written.
pub fn amount(text: &str, mark: DecimalMark, unit: &str) -> Result<f64, Problem> {
    let read = table::amount(text, mark).ok_or(Problem::NotANumber(mark))?;
    let one = format!("1 {unit}");
    let own = table::amount(&one, DecimalMark::Point);
    let (scale, name) = own.map_or((1.0, unit), |own| (own.value, own.unit));
    if !fits(read.unit, name) {
        return Err(Problem::OtherUnit);
    }
    let times = if read.bare == 0.0 { 1.0 } else { (read.value / read.bare).round() };
    let value = match () {
        // Without a word for thousands a figure is in the KPI's own unit.
        () if times == 1.0 || times == scale => read.bare,
        () if scale == 1.0 => read.value,
        () => read.value / scale,
    };
    if value.is_finite() { Ok(value) } else { Err(Problem::NotANumber(mark)) }
}

/// Whether a unit in a cell may stand beside the figures of a KPI.
fn fits(cell: &str, kpi: &str) -> bool {
    let (cell, kpi) = (fold(cell), fold(kpi));
    let same = |group: &&[&str]| group.contains(&cell.as_str()) && group.contains(&kpi.as_str());
    cell.is_empty()
        || kpi.is_empty()
        || cell == kpi
        || COUNTS.contains(&cell.as_str())
        || SAME.iter().any(same)
}

/// A figure as a person types it in a language, for a KPI of that unit. What a column would have to decide the language
/// does: in Russian a point alone is a decimal one, in English a comma between groups of three digits sets off thousands.
pub fn typed(lang: Lang, text: &str, unit: &str) -> Result<f64, Problem> {
    let text = text.trim();
    let point_alone = text.matches('.').count() == 1 && !text.contains(',');
    let [first, second] = match lang {
        Lang::Ru if !point_alone => [DecimalMark::Comma, DecimalMark::Point],
        Lang::Ru | Lang::En => [DecimalMark::Point, DecimalMark::Comma],
    };
    let read = |mark| table::number(text, mark).map_or_else(|| amount(text, mark, unit), Ok);
    let own = match lang {
        Lang::Ru => DecimalMark::Comma,
        Lang::En => DecimalMark::Point,
    };
    read(first).or_else(|problem| read(second).map_err(|_| problem)).map_err(|problem| match problem {
        Problem::NotANumber(_) => Problem::NotANumber(own),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_comes_in_the_unit_of_its_kpi() {
        let read = |text, unit| amount(text, DecimalMark::Comma, unit);
        assert_eq!(read("12,5 тыс.", "чел."), Ok(12_500.0));
        assert_eq!(read("12,5 тыс. чел.", "чел."), Ok(12_500.0));
        assert_eq!(read("12,5 тыс.", "тыс. чел."), Ok(12.5));
        assert_eq!(read("1,2 млн ₽", "тыс. руб."), Ok(1200.0));
        assert_eq!(read("5 руб.", "₽"), Ok(5.0));
        assert_eq!(read("5 шт.", "посты"), Ok(5.0));
        assert_eq!(read("5 ч", "мин"), Err(Problem::OtherUnit));
        assert_eq!(read("5 $", "₽"), Err(Problem::OtherUnit));
        assert_eq!(read("пять", "₽"), Err(Problem::NotANumber(DecimalMark::Comma)));
    }

    #[test]
    fn a_figure_is_typed_as_one_s_language_has_it() {
        let (ru, en) = (Lang::Ru, Lang::En);
        assert_eq!(
            [typed(ru, "1 250,5", ""), typed(ru, "1.500", ""), typed(en, "1.5", "")],
            [Ok(1250.5), Ok(1.5), Ok(1.5)]
        );
        assert_eq!(
            [typed(en, "1,500", ""), typed(en, "1,5", ""), typed(ru, "12,5 %", "%")],
            [Ok(1500.0), Ok(1.5), Ok(12.5)]
        );
        assert_eq!(typed(ru, "2 тыс.", "чел."), Ok(2000.0));
        assert_eq!(typed(ru, "1.250,5", ""), Ok(1250.5));
        assert_eq!(typed(ru, "x", ""), Err(Problem::NotANumber(DecimalMark::Comma)));
        assert_eq!(typed(en, "5 h", "min"), Err(Problem::OtherUnit));
    }
}
