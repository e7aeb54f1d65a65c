//! Why a KPI stands as it does, in words.

use super::Status;
use super::status::allowance;
use crate::words::significant;
use department::model::Kpi;
use locale::{Lang, date, t};

/// What was read, what the path asks for by that day, and what is allowed; or why nothing can be said.
pub fn reason(kpi: &Kpi, status: &Status, lang: Lang) -> String {
    let shown = |value: f64| significant(lang, value, &kpi.unit);
    let Some(latest) = status.latest else { return t!(lang, "reason-nothing") };
    let (value, day) = (shown(latest.value), date(lang, latest.date));
    match status.expected {
        _ if status.stale => t!(lang, "reason-stale", value = value, date = day),
        None => t!(lang, "reason-no-path", value = value, date = day),
        Some(expected) => {
            let allowed = allowance(kpi, expected);
            let wanted = shown(expected);
            match allowed > 0.0 {
                true => {
                    let allowed = shown(allowed);
                    t!(
                        lang,
                        "reason-path-allowed",
                        value = value,
                        date = day,
                        wanted = wanted,
                        allowed = allowed
                    )
                }
                false => t!(lang, "reason-path", value = value, date = day, wanted = wanted),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::kpi;
    use crate::{Point, Series, status};
    use jiff::civil::date;

    #[test]
    fn it_says_what_was_read_and_what_was_asked_for() {
        let kpi = kpi("direction = \"down\"\nrhythm = \"month\"\ntolerance = \"10%\"\nunit = \"min\"\n\
            baseline = { date = 2026-01-01, value = 60 }\ntargets = [{ date = 2026-03-02, value = 40 }]");
        let say = |points: &[(jiff::civil::Date, f64)], today| {
            let series = Series::new(points.iter().map(|&(date, value)| Point { date, value }));
            reason(&kpi, &status(&kpi, Some(&series), today), Lang::En)
        };
        let on = [(date(2026, 1, 31), 62.0)];
        let said = say(&on, date(2026, 2, 10));
        assert!(["62", "50", "5", "31"].iter().all(|part| said.contains(part)), "{said}");
        assert!(say(&on, date(2026, 6, 1)).contains("too old"), "a stale figure");
        assert_eq!(say(&[], date(2026, 2, 10)), "Nothing has been measured.");
    }
}
