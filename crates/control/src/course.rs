//! What a KPI's own history shows: its season, where its level shifted, which values stand out.

use crate::reading::rhythm;
use crate::words::{periods, significant};
use crate::{Aggregate, Regular, Series, regular, seasons};
use department::model::Kpi;
use jiff::civil::Date;
use locale::{Lang, date, percent, t};
use stats::lead::season;
use stats::series::{Change, Penalty, outliers, pelt};

/// What the history shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The figures that were looked at.
    pub history: Regular,
    /// How much each stands above what the season leaves; empty without a season.
    pub season: Vec<f64>,
    /// How much of what is not trend is season, from 0 to 1; nothing where the history is shorter than two of its years.
    pub strength: Option<f64>,
    /// The first period of each new level, with the mean before and behind it.
    pub shifts: Vec<(Date, f64, f64)>,
    /// Values that stand out, with what would have been expected.
    pub unusual: Vec<(Date, f64, f64)>,
}

/// So few periods show nothing.
const LEAST: usize = 12;
/// A level lasts at least so long.
const SHORTEST: usize = 6;
/// A weaker season is not taken away: it is noise.
const SEASONAL: f64 = 0.3;

/// What the history of a KPI shows up to today; nothing where it has less than twelve whole periods or one value all along.
pub fn course(kpi: &Kpi, series: Option<&Series>, today: Date) -> Option<Course> {
    let history = regular(series?, rhythm(kpi), Aggregate::of(kpi.total), today)?;
    let (y, periods) = (&history.values, seasons(history.rhythm));
    let longest = periods.iter().copied().fold(0.0, f64::max);
    if y.len() < LEAST || y.windows(2).all(|pair| pair[0] == pair[1]) {
        return None;
    }
    let whole = longest >= 2.0 && y.len() as f64 >= 2.0 * longest;
    let waves = if whole { season(y, periods, 0).unwrap_or_default() } else { Vec::new() };
    let strength = (!waves.is_empty()).then(|| strength(y, &waves));
    let season = if strength.is_some_and(|strength| strength >= SEASONAL) { waves } else { Vec::new() };
    let at = |t: usize| season.get(t).copied().unwrap_or(0.0);
    let rest: Vec<f64> = y.iter().enumerate().map(|(t, y)| y - at(t)).collect();
    let found = outliers(&rest, 1).ok();
    let odd = found.iter().flat_map(|found| found.at.iter().copied().zip(found.replacements.iter().copied()));
    let odd: Vec<(usize, f64)> = odd.collect();
    // What stands out alone is no new level.
    let mut calm = rest.clone();
    odd.iter().for_each(|&(t, expected)| calm[t] = expected);
    let shifts =
        shifts(&calm).into_iter().map(|(t, before, after)| (history.date(t), before, after)).collect();
    let unusual = odd.iter().map(|&(t, expected)| (history.date(t), y[t], expected + at(t))).collect();
    Some(Course { season, strength, shifts, unusual, history })
}

/// One less the variance of what both trend and season leave, as a part of what the trend alone leaves (Wang, Smith and Hyndman
/// 2006); the trend is a running mean.
fn strength(y: &[f64], season: &[f64]) -> f64 {
    let apart: Vec<f64> = y.iter().zip(season).map(|(y, s)| y - s).collect();
    let around = |t: usize| &apart[t.saturating_sub(SHORTEST)..(t + SHORTEST + 1).min(apart.len())];
    let trend = |t: usize| around(t).iter().sum::<f64>() / around(t).len() as f64;
    let left: Vec<f64> = (0..y.len()).map(|t| apart[t] - trend(t)).collect();
    let both: Vec<f64> = left.iter().zip(season).map(|(left, s)| left + s).collect();
    let variance = |v: &[f64]| {
        let mean = v.iter().sum::<f64>() / v.len() as f64;
        v.iter().map(|x| (x - mean).powi(2)).sum::<f64>()
    };
    match variance(&both) {
        all if all > 0.0 => (1.0 - variance(&left) / all).clamp(0.0, 1.0),
        _ => 0.0,
    }
}

/// New levels: where the mean changes by PELT, of what is left when neighbours' dependence is paid for in the penalty.
fn shifts(y: &[f64]) -> Vec<(usize, f64, f64)> {
    let own = stats::series::acf(y, 1, 0.95).map_or(0.0, |found| found.values[1].clamp(0.0, 0.9));
    // A series that carries on needs more to be said to have shifted (Lavielle and Moulines 2000: the long-run variance).
    let times = (1.0 + own) / (1.0 - own);
    let penalty = 3.0 * (y.len() as f64).ln() * times;
    let Ok(found) = pelt(y, Change::Mean, Penalty::Fixed(penalty), SHORTEST) else { return Vec::new() };
    let mean = |from: usize, to: usize| y[from..to].iter().sum::<f64>() / (to - from).max(1) as f64;
    let ends: Vec<usize> =
        [0].into_iter().chain(found.at.iter().map(|last| last + 1)).chain([y.len()]).collect();
    ends.windows(3).map(|part| (part[1], mean(part[0], part[1]), mean(part[1], part[2]))).collect()
}

impl Course {
    /// What it shows, a sentence each.
    pub fn paragraphs(&self, kpi: &Kpi, lang: Lang) -> Vec<String> {
        let figure = |value: f64| significant(lang, value, &kpi.unit);
        let mut said = Vec::new();
        if let Some(strength) = self.strength {
            let share = percent(lang, strength, 0);
            said.push(match self.season.is_empty() {
                true => t!(lang, "seen-no-season"),
                false => t!(lang, "seen-season", share = share),
            });
        }
        for &(day, before, after) in &self.shifts {
            let (day, before, after) = (date(lang, day), figure(before), figure(after));
            said.push(t!(lang, "seen-shift", date = day, before = before, after = after));
        }
        for &(day, value, expected) in self.unusual.iter().rev().take(3).rev() {
            let (day, value, expected) = (date(lang, day), figure(value), figure(expected));
            said.push(t!(lang, "seen-unusual", date = day, value = value, expected = expected));
        }
        if self.shifts.is_empty() && self.unusual.is_empty() {
            let span = periods(lang, self.history.rhythm, self.history.values.len());
            said.push(t!(lang, "seen-calm", span = span));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;
    use crate::test_department::kpi;
    use jiff::civil::date;
    use stats::Chance;

    fn months(value: impl Fn(i32, f64) -> f64) -> Series {
        let mut chance = Chance::new(9);
        let month =
            |n: i32| Date::new(2021 + (n / 12) as i16, (n % 12) as i8 + 1, 1).unwrap().last_of_month();
        Series::new((0..60).map(|n| Point { date: month(n), value: value(n, chance.normal()) }))
    }

    fn of(series: &Series) -> Course {
        course(&kpi("rhythm = \"month\"\nunit = \"%\""), Some(series), date(2026, 1, 10)).unwrap()
    }

    #[test]
    fn a_season_a_shift_and_a_slip_are_told_apart() {
        let season = |n: i32| if n % 12 == 11 { 20.0 } else { 0.0 };
        let level = |n: i32| if n >= 30 { 60.0 } else { 50.0 };
        let slip = |n: i32| if n == 45 { 25.0 } else { 0.0 };
        let found = of(&months(|n, e| season(n) + level(n) + slip(n) + e));
        assert!(found.strength.unwrap() > 0.5, "{:?}", found.strength);
        let days: Vec<Date> = found.shifts.iter().map(|shift| shift.0).collect();
        assert_eq!(days, [date(2023, 7, 31)]);
        assert!((found.shifts[0].2 - found.shifts[0].1 - 10.0).abs() < 2.0);
        assert!(found.unusual.iter().any(|odd| odd.0 == date(2024, 10, 31)), "{:?}", found.unusual);
        assert!(found.unusual.len() <= 3);
        for lang in [Lang::En, Lang::Ru] {
            let said = found.paragraphs(&kpi("unit = \"%\""), lang).join(" ");
            assert!(!said.contains('‹'), "{said}");
        }
    }

    #[test]
    fn what_only_wavers_has_neither() {
        let found = of(&months(|_, e| 50.0 + e));
        assert!(
            found.shifts.is_empty() && found.season.is_empty(),
            "{:?} {:?}",
            found.shifts,
            found.strength
        );
        assert!(course(&kpi("rhythm = \"month\""), Some(&months(|_, _| 3.0)), date(2026, 1, 1)).is_none());
    }
}
