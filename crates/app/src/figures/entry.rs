//! Figures that people type: which are due, and what becomes of a sheet of them.

use super::{Imported, take_measurements};
use crate::{AppError, View};
use control::{Kept, Measurement, Origin, Point, back, period_end};
use department::model::{Kpi, Rhythm};
use department::{Element, formula};
use jiff::civil::Date;
use locale::t;
use store::{Act, Store};

/// A KPI whose figures are typed.
#[derive(Debug)]
pub struct Due<'v> {
    /// The KPI.
    pub kpi: &'v Kpi,
    /// Its rhythm; a month where it has none.
    pub rhythm: Rhythm,
    /// The last day of the period before the one that has just ended, and what is known for it.
    pub before: (Date, Option<Point>),
    /// The last day of the period that has just ended, and what is known for it.
    pub last: (Date, Option<Point>),
    /// Whether who asks answers for it.
    pub own: bool,
}

impl Due<'_> {
    /// Whether nothing is known for the period that has just ended.
    pub fn is_due(&self) -> bool {
        self.last.1.is_none()
    }
}

/// The KPIs in the order in which somebody would type their figures: what is due before what is known, one's own first.
pub fn due<'v>(view: &'v View, person: Option<&str>) -> Vec<Due<'v>> {
    let typed = view.department().kpis.iter().filter(|kpi| formula::of(kpi).is_none());
    let mut all: Vec<Due<'v>> = typed.map(|kpi| of(view, kpi, person)).collect();
    all.sort_by_key(|one| (!one.is_due(), !one.own));
    all
}

fn of<'v>(view: &'v View, kpi: &'v Kpi, person: Option<&str>) -> Due<'v> {
    let rhythm = kpi.rhythm.unwrap_or(Rhythm::Month);
    let last = ended(view.today, rhythm);
    let before = back(last, rhythm, 1);
    let known = |from: Date, to: Date| {
        let known = view.figures.known.get(kpi.id())?;
        known.series.at_or_before(to).filter(|one| from < one.date)
    };
    let owner = kpi.owner.as_ref().map(|owner| &*owner.id);
    Due {
        kpi,
        rhythm,
        before: (before, known(back(before, rhythm, 1), before)),
        last: (last, known(before, last)),
        own: person.is_some() && owner == person,
    }
}

/// The last day of the last period that has ended before a day.
fn ended(today: Date, rhythm: Rhythm) -> Date {
    let before = back(period_end(today, rhythm), rhythm, 1);
    // From the last of a month one steps to the last of another; a week or a quarter is dated so by itself.
    period_end(before, rhythm)
}

/// A figure that was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    /// The KPI's id.
    pub kpi: String,
    /// The last day of its period.
    pub date: Date,
    /// The figure.
    pub value: f64,
}

/// Keeps typed figures, all or none. They say who typed them; a figure that is known for the period, on whatever day, is
/// revised on that day.
pub async fn enter(
    store: &dyn Store,
    view: &View,
    act: &Act,
    name: &str,
    figures: &[Entered],
) -> Result<Imported, AppError> {
    let file = t!(view.language(), "measurements-entered-by", name = name);
    let all = due(view, None);
    let day = |figure: &Entered| {
        let due = all.iter().find(|due| due.kpi.id() == figure.kpi)?;
        let known = [due.before, due.last].into_iter().find(|(date, _)| *date == figure.date)?.1?;
        Some(known.date)
    };
    let batch: Vec<Measurement> = figures
        .iter()
        .map(|figure| Measurement {
            kpi: figure.kpi.as_str().into(),
            date: day(figure).unwrap_or(figure.date),
            value: figure.value,
            origin: Origin { file: file.as_str().into(), by: act.by.as_str().into(), ..Origin::default() },
            imported: act.at.as_str().into(),
            kept: Kept::default(),
        })
        .collect();
    take_measurements(store, act, &file, &batch).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Figures;
    use control::{Known, Series};
    use department::Files;
    use jiff::civil::date;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    #[test]
    fn a_period_has_ended_the_day_before() {
        assert_eq!(ended(date(2026, 3, 31), Rhythm::Month), date(2026, 2, 28));
        assert_eq!(ended(date(2026, 4, 1), Rhythm::Month), date(2026, 3, 31));
        assert_eq!(ended(date(2026, 4, 1), Rhythm::Quarter), date(2026, 3, 31));
        assert_eq!(ended(date(2026, 11, 25), Rhythm::Week), date(2026, 11, 22));
        assert_eq!(ended(date(2026, 11, 25), Rhythm::Day), date(2026, 11, 24));
        assert_eq!(ended(date(2026, 11, 25), Rhythm::Year), date(2025, 12, 31));
    }

    #[test]
    fn one_s_own_that_is_due_comes_first() {
        let text = "[kpi.known]\nrhythm = \"month\"\n[kpi.other]\nrhythm = \"week\"\n\
            [kpi.own]\nowner = \"anna\"\n";
        let files =
            Files::from([("sostac.toml", text), ("department.toml", "[person.anna]\nname = \"Anna\"\n")]);
        let series = Series::new([Point { date: date(2026, 10, 30), value: 5.0 }]);
        let known = Known { series, confirmed: vec![false], synthetic: vec![false] };
        let figures = Figures::from(BTreeMap::from([("known".to_owned(), known)]));
        let view = View::new(1, Arc::new(files), Arc::new(figures), date(2026, 11, 25));
        let all = due(&view, Some("anna"));
        assert_eq!(all.iter().map(|one| one.kpi.id()).collect::<Vec<_>>(), ["own", "other", "known"]);
        let known = &all[2];
        assert_eq!((known.last.0, known.before.0), (date(2026, 10, 31), date(2026, 9, 30)));
        assert_eq!(known.last.1.map(|one| one.date), Some(date(2026, 10, 30)), "any day of the period");
        assert!(known.before.1.is_none() && !known.is_due() && all[0].own);
    }
}
