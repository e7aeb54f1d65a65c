//! The words by which people head their tables.

/// Heads of the column of days.
const DATE: [&str; 16] = [
    "дата",
    "день",
    "период",
    "месяц",
    "неделя",
    "квартал",
    "год",
    "отчетный",
    "date",
    "day",
    "period",
    "month",
    "week",
    "quarter",
    "year",
    "reporting",
];
/// Heads of the column of KPIs.
const NAME: [&str; 11] = [
    "показатель",
    "показатели",
    "kpi",
    "метрика",
    "метрики",
    "индикатор",
    "наименование",
    "название",
    "metric",
    "indicator",
    "measure",
];
/// Heads of the column of values.
const VALUE: [&str; 9] =
    ["значение", "значения", "факт", "показание", "результат", "value", "actual", "reading", "result"];
/// What rows of totals begin with.
const TOTAL: [&str; 11] = [
    "итого",
    "итог",
    "всего",
    "подытог",
    "среднее",
    "в среднем",
    "total",
    "totals",
    "subtotal",
    "grand total",
    "average",
];

/// A text as words are compared: small letters, one blank between words, no mark at its ends.
pub fn fold(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.to_lowercase().replace('ё', "е")).collect();
    words.join(" ").trim_matches([':', '.', '*', ' ', '"', '«', '»']).to_owned()
}

/// Whether a head is that of a column of days.
pub fn is_date(head: &str) -> bool {
    begins(head, &DATE)
}

/// Whether a head is that of a column of KPIs.
pub fn is_name(head: &str) -> bool {
    begins(head, &NAME) || matches!(fold(head).as_str(), "name" | "имя")
}

/// Whether a head is that of a column of values.
pub fn is_value(head: &str) -> bool {
    begins(head, &VALUE)
}

/// Whether a cell says that its row or column is a total of others.
pub fn is_total(text: &str) -> bool {
    begins(text, &TOTAL)
}

fn begins(text: &str, words: &[&str]) -> bool {
    // No head is so long; a cell may hold a page.
    if text.len() > 200 {
        return false;
    }
    let folded = fold(text);
    words.iter().any(|word| {
        folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_totals_are_known_by_their_words() {
        assert!(is_date("Отчётная дата") || is_date("Дата отчёта"));
        assert!(is_date(" МЕСЯЦ ") && is_date("Week #") && !is_date("Датчик") && !is_date("Охват за месяц"));
        assert!(is_name("Наименование показателя") && is_name("KPI") && is_name("Name") && !is_name("Named"));
        assert!(is_value("Факт, чел.") && is_value("value") && !is_value("Фактор"));
        assert!(
            is_total("ИТОГО:")
                && is_total("Всего за март")
                && is_total("Grand  total")
                && !is_total("Totalitarian")
        );
        assert_eq!(fold(" Охват\u{a0} «постов»:"), "охват «постов");
    }
}
