//! Figures as people write them in both languages, read and shown.

use locale::Lang;

/// A figure as a person writes it: spaces between thousands are understood, and a decimal comma; between groups of three
/// digits English writes a comma, too.
pub(super) fn number(lang: Lang, text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let plain = match lang {
        Lang::En if grouped(&text) => text.replace(',', ""),
        _ => text.replace(',', "."),
    };
    plain.replace('−', "-").parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether commas stand between groups of three digits: `1,500`, `-1,800,000.5`.
fn grouped(text: &str) -> bool {
    let whole = text.trim_start_matches(['-', '−']).split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let digits = |group: &str| group.bytes().all(|letter| letter.is_ascii_digit());
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && digits(first));
    first && whole.contains(',') && groups.all(|group| group.len() == 3 && digits(group))
}

/// A figure in a control, as the language writes it and with all its places.
pub(super) fn figure(lang: Lang, number: f64) -> String {
    let places = number.to_string().split_once('.').map_or(0, |(_, part)| part.len());
    locale::number(lang, number, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        let (ru, en) = (Lang::Ru, Lang::En);
        let all = [
            (ru, "1 000,5", Some(1000.5)),
            (ru, "1\u{202f}800\u{a0}000", Some(1_800_000.0)),
            (ru, "1,500", Some(1.5)),
            (en, "1,500", Some(1500.0)),
            (en, "−1,800,000.5", Some(-1_800_000.5)),
            (en, "0,5", Some(0.5)),
            (en, "1,5", Some(1.5)),
            (en, "1,50,000", None),
            (en, "−3", Some(-3.0)),
            (en, "x", None),
            (en, "inf", None),
        ];
        for (lang, text, figure) in all {
            assert_eq!(number(lang, text), figure, "{text} in {lang}");
        }
        for figure in [0.0, -3.25, 1_800_000.0, 12_345.678_9, 0.1 + 0.2, 1e-9, 1e21] {
            for lang in Lang::ALL {
                assert_eq!(number(lang, &super::figure(lang, figure)), Some(figure), "in {lang}");
            }
        }
        assert_eq!(figure(ru, 1_800_000.5), "1\u{202f}800\u{202f}000,5");
    }
}
