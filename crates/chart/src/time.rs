//! The axis of time: days to pixels, ticks at months, or at days and years where months would be too few or many.

use crate::draw::{Anchor, Pen, Picture, Type};
use crate::palette::Paint;
use jiff::civil::{Date, Weekday};
use locale::{Lang, month, short_date};

/// Days to pixels.
pub(crate) struct TimeAxis {
    from: Date,
    to: Date,
    left: f64,
    right: f64,
}

/// A mark of the axis.
pub(crate) struct Tick {
    pub x: f64,
    pub label: String,
    /// The year, where it is the first tick of the axis or of the year.
    pub year: Option<String>,
}

/// Days since year 0.
fn days(day: Date) -> i32 {
    Date::ZERO.until(day).map_or(0, |span| span.get_days())
}

fn from_days(count: i32) -> Option<Date> {
    Date::ZERO.checked_add(jiff::Span::new().try_days(count).ok()?).ok()
}

impl TimeAxis {
    /// An axis from the first day to the last, in either order; one day alone is put in the middle of a month.
    pub fn new(from: Date, to: Date, left: f64, right: f64) -> TimeAxis {
        let (mut from, mut to) = (from.min(to), from.max(to));
        if from == to {
            from = from_days(days(from) - 15).unwrap_or(from);
            to = from_days(days(to) + 15).unwrap_or(to);
        }
        TimeAxis { from, to, left, right }
    }

    /// An axis of whole months that holds both days.
    pub fn months(from: Date, to: Date, left: f64, right: f64) -> TimeAxis {
        let (from, to) = (from.min(to), from.max(to));
        TimeAxis::new(from.first_of_month(), to.last_of_month(), left, right)
    }

    /// The pixel of a day; a day outside is held at the edge.
    pub fn x(&self, day: Date) -> f64 {
        let length = f64::from(days(self.to) - days(self.from)).max(1.0);
        let share = (f64::from(days(day) - days(self.from)) / length).clamp(0.0, 1.0);
        self.left + share * (self.right - self.left)
    }

    /// The first and the last day and their pixels, for a page that puts bars on the axis.
    pub fn ends(&self) -> [(&'static str, String); 4] {
        [
            ("from", self.from.to_string()),
            ("to", self.to.to_string()),
            ("left", crate::draw::n(self.left)),
            ("right", crate::draw::n(self.right)),
        ]
    }

    /// Whether a day is on the axis.
    pub fn holds(&self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The ticks, at least about 44 pixels apart.
    pub fn ticks(&self, lang: Lang) -> Vec<Tick> {
        let length = f64::from(days(self.to) - days(self.from)).max(1.0);
        let per_day = (self.right - self.left) / length;
        let daily = length < 75.0;
        let dates = if daily { self.day_ticks(per_day) } else { self.month_ticks(per_day) };
        let yearly = !daily && dates.len() > 1 && dates.iter().all(|day| day.month() == 1);
        let mut last_year = None;
        let mut ticks = Vec::new();
        for day in dates {
            let year = (last_year != Some(day.year()) && !yearly).then(|| day.year().to_string());
            last_year = Some(day.year());
            let label = if yearly {
                day.year().to_string()
            } else if daily {
                short_date(lang, day)
            } else {
                month(lang, day.month()).to_owned()
            };
            ticks.push(Tick { x: self.x(day), label, year });
        }
        ticks
    }

    fn day_ticks(&self, per_day: f64) -> Vec<Date> {
        let step =
            [1, 2, 7, 14, 28].into_iter().find(|&step| f64::from(step) * per_day >= 44.0).unwrap_or(28);
        // Weeks begin on Monday.
        let ahead = match step {
            1 | 2 => 0,
            _ => (7 - self.from.weekday().since(Weekday::Monday)) % 7,
        };
        let first = days(self.from) + i32::from(ahead);
        (first..=days(self.to)).step_by(step as usize).filter_map(from_days).collect()
    }

    fn month_ticks(&self, per_day: f64) -> Vec<Date> {
        let index = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        let wanted = (44.0 / (per_day * 30.44)).max(1.0);
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 60_000];
        let step = steps.into_iter().find(|&step| f64::from(step) >= wanted).unwrap_or(60_000);
        let first = index(self.from).div_euclid(step) * step;
        (first..=index(self.to))
            .step_by(step as usize)
            .filter_map(|at| {
                let year = i16::try_from(at.div_euclid(12)).ok()?;
                Date::new(year, at.rem_euclid(12) as i8 + 1, 1).ok()
            })
            .filter(|day| self.holds(*day))
            .collect()
    }

    /// The names of the ticks, the years in a second row below, each centred under its tick but inside `edges`.
    pub fn label(&self, picture: &mut Picture, lang: Lang, y: f64, edges: (f64, f64)) {
        for tick in self.ticks(lang) {
            let inside = |label: &str, style: Type| {
                let half = style.width(label) / 2.0;
                tick.x.min(edges.1 - half).max(edges.0 + half)
            };
            picture.text((inside(&tick.label, Type::SMALL), y), Anchor::Middle, Type::SMALL, &tick.label);
            if let Some(year) = &tick.year {
                let style = Type::SMALL.bold();
                picture.text((inside(year, style), y + 14.0), Anchor::Middle, style, year);
            }
        }
    }

    /// The line of today from `top` to `bottom` with its word below, inside a picture `wide`; nothing where the
    /// axis does not hold the day.
    pub fn today(
        &self,
        picture: &mut Picture,
        today: Date,
        word: &str,
        (top, bottom): (f64, f64),
        wide: f64,
    ) {
        if !self.holds(today) {
            return;
        }
        let (x, style) = (self.x(today), Type::SMALL.paint(Paint::Ink));
        let word = style.fit(word, 160.0);
        let half = style.width(&word) / 2.0 + 2.0;
        picture.line((x, top), (x, bottom + 4.0), Pen::new(Paint::Ink, 1.0));
        picture.text((x.clamp(half, wide - half), bottom + 16.0), Anchor::Middle, style, &word);
    }

    /// Upright lines at the ticks from `top` to `bottom`, with the names to their right in rows over the top.
    pub fn grid(&self, picture: &mut Picture, lang: Lang, (top, bottom): (f64, f64)) {
        let ticks = self.ticks(lang);
        for (at, tick) in ticks.iter().enumerate() {
            let pen = Pen::new(Paint::Grid, if tick.year.is_some() && at > 0 { 2.0 } else { 1.0 });
            picture.line((tick.x, top - 16.0), (tick.x, bottom), pen);
            let next = ticks.get(at + 1).map_or(self.right, |next| next.x);
            let room = |style: Type, label: &str, edge: f64| style.width(label) + 5.0 <= edge - tick.x;
            if room(Type::SMALL, &tick.label, next) {
                picture.text((tick.x + 4.0, top - 6.0), Anchor::Start, Type::SMALL, &tick.label);
            }
            if let Some(year) = tick.year.as_ref().filter(|year| room(Type::SMALL.bold(), year, self.right)) {
                picture.text((tick.x + 4.0, top - 21.0), Anchor::Start, Type::SMALL.bold(), year);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn labels(from: Date, to: Date) -> Vec<String> {
        let ticks = TimeAxis::new(from, to, 0.0, 600.0).ticks(Lang::Ru);
        ticks
            .into_iter()
            .map(|t| t.year.map_or(t.label.clone(), |year| format!("{} {year}", t.label)))
            .collect()
    }

    #[test]
    fn a_year_has_months_and_its_turn_is_named() {
        let made = labels(date(2025, 10, 6), date(2026, 9, 28));
        assert_eq!(made[0], "ноя 2025");
        assert!(made.contains(&"янв 2026".to_owned()) && made.len() == 11, "{made:?}");
    }

    #[test]
    fn a_month_has_mondays_and_a_century_years() {
        assert_eq!(labels(date(2026, 3, 4), date(2026, 4, 10))[0], "09.03 2026");
        assert_eq!(labels(date(2026, 1, 1), date(2026, 1, 2)), ["01.01 2026", "02.01"]);
        assert_eq!(labels(date(1926, 3, 4), date(2026, 4, 10))[0], "1930");
    }

    #[test]
    fn any_two_days_make_an_axis() {
        for (a, b) in [(Date::MIN, Date::MAX), (Date::MAX, Date::MAX), (date(2026, 5, 1), date(2026, 5, 1))] {
            let axis = TimeAxis::new(a, b, 0.0, 600.0);
            assert!(axis.ticks(Lang::En).len() < 60);
            assert!((0.0..=600.0).contains(&axis.x(date(2026, 5, 1))));
        }
    }
}
