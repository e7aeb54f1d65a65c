//! Eighteen months of figures, made from the shapes.

use crate::calendar::{Day, day, month_end, number};
use crate::random::{Random, cos_turn};
use crate::shapes::{LEADS, Rhythm, SHAPES, Shape};

/// One value of a KPI for one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The KPI's id.
    pub kpi: &'static str,
    /// Year, month and day on which the period ends.
    pub date: (i16, i8, i8),
    /// The value, in the KPI's unit.
    pub value: f64,
}

/// Where the stream of random numbers begins.
const SEED: u64 = 20_261_123;
/// The Sunday that ends the last full week.
const LAST: Day = (2026, 11, 22);
/// The day of all baselines.
const BASELINE: Day = (2025, 12, 31);
/// Weeks.
const WEEKS: usize = 78;
/// Weeks drawn before the first one that is shown, so that what leads has a past.
const PAST: usize = 12;
/// How much of a deviation is left one period later.
const MEMORY: f64 = 0.5;

/// Figures of every KPI over 18 months (78 weeks), in the KPI's rhythm, ending before 23 November 2026.
///
/// A figure is level + season + deviation. The level stays at the baseline until the plan begins and then moves
/// to what has been reached by now; deviations remember the period before; a terminal KPI with a lead follows
/// the deviations of its checkpoint some weeks later. The same on every machine and in every run.
pub fn measurements() -> Vec<Figure> {
    let mut figures = Vec::new();
    for shape in SHAPES {
        let dates = dates(shape.rhythm);
        let deviations = deviations(shape, dates.len());
        let values = dates.into_iter().zip(deviations);
        figures.extend(values.map(|(date, deviation)| Figure {
            kpi: shape.kpi,
            date,
            value: round(level(shape, date) + shape.noise * deviation, shape.digits),
        }));
    }
    figures
}

/// The days on which a rhythm's periods end, in order.
fn dates(rhythm: Rhythm) -> Vec<Day> {
    match rhythm {
        Rhythm::Week => (0..WEEKS as i32).rev().map(|back| day(number(LAST) - 7 * back)).collect(),
        Rhythm::Month => (0..18).rev().map(|back| month_end(2026, 10, back)).collect(),
        Rhythm::Quarter => (0..6).rev().map(|back| month_end(2026, 9, 3 * back)).collect(),
    }
}

/// Level and season on a day; on the baseline's day, the baseline.
fn level(shape: &Shape, date: Day) -> f64 {
    let (start, end) = (number(BASELINE), number(LAST));
    let way = (f64::from(number(date) - start) / f64::from(end - start)).clamp(0.0, 1.0);
    let way = if shape.early { 1.0 - (1.0 - way) * (1.0 - way) } else { way };
    let (height, peak) = shape.season;
    let season =
        |date: Day| height * cos_turn(f64::from(number(date) - number((2024, 12, 31))) / 365.25 - peak);
    shape.before + (shape.now - shape.before) * way + season(date) - season(BASELINE)
}

/// Deviations with variance 1: the KPI's own, or those that follow a checkpoint.
fn deviations(shape: &Shape, count: usize) -> Vec<f64> {
    let mut own = own(shape.kpi, count);
    if let Some(lead) = LEADS.iter().find(|lead| lead.terminal == shape.kpi) {
        let rest = (1.0 - lead.strength * lead.strength).sqrt();
        let leader = self::own(lead.checkpoint, count);
        for at in (lead.weeks..own.len()).rev() {
            own[at] = lead.strength * leader[at - lead.weeks] + rest * own[at];
        }
    }
    own.split_off(PAST)
}

/// Deviations of a KPI's own, its past before them: each remembers the one before.
fn own(kpi: &str, count: usize) -> Vec<f64> {
    // The seed comes from the name, so that another KPI in the table changes no figure of the others.
    let seed = kpi.bytes().fold(SEED, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut random = Random::new(seed);
    let fresh = (1.0 - MEMORY * MEMORY).sqrt();
    let mut last = random.normal();
    let mut next = || {
        last = MEMORY * last + fresh * random.normal();
        last
    };
    (0..PAST + count).map(|_| next()).collect()
}

fn round(value: f64, digits: u8) -> f64 {
    let scale = (0..digits).fold(1.0, |scale, _| scale * 10.0);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn by_kpi() -> BTreeMap<&'static str, Vec<Figure>> {
        let mut series = BTreeMap::<_, Vec<Figure>>::new();
        for figure in measurements() {
            series.entry(figure.kpi).or_default().push(figure);
        }
        series
    }

    /// The values of `[kpi.ID]` tables in the text: id, rhythm, baseline.
    fn declared() -> Vec<(&'static str, &'static str, f64)> {
        let (_, text) = crate::files("en")[2];
        let tables = text.split("\n[kpi.").skip(1).filter(|table| table.contains("\nrhythm"));
        tables
            .map(|table| {
                let after = |key: &str| table.split_once(key).expect("the key stands there").1;
                let id = table.split(']').next().expect("a header ends");
                let rhythm = after("\nrhythm = \"").split('"').next().expect("a word ends");
                let value = after("\nbaseline = { date = 2025-12-31, value = ")
                    .split(' ')
                    .next()
                    .expect("a value ends");
                (id, rhythm, value.parse().expect("a number"))
            })
            .collect()
    }

    #[test]
    fn every_kpi_has_figures_in_its_rhythm_from_its_baseline() {
        let declared = declared();
        assert_eq!(declared.len(), SHAPES.len());
        for ((id, rhythm, baseline), shape) in declared.into_iter().zip(SHAPES) {
            assert_eq!((id, rhythm), (shape.kpi, format!("{:?}", shape.rhythm).to_lowercase().as_str()));
            assert_eq!(baseline, shape.before, "{id}");
            assert!((level(shape, BASELINE) - baseline).abs() < 1e-9, "{id}");
        }
    }

    #[test]
    fn dates_rise_and_weeks_end_on_sundays() {
        for (kpi, figures) in by_kpi() {
            assert!(figures.windows(2).all(|pair| pair[0].date < pair[1].date), "{kpi}");
            let shape = SHAPES.iter().find(|shape| shape.kpi == kpi).expect("a shape");
            let (count, last) = match shape.rhythm {
                Rhythm::Week => (78, (2026, 11, 22)),
                Rhythm::Month => (18, (2026, 10, 31)),
                Rhythm::Quarter => (6, (2026, 9, 30)),
            };
            assert_eq!((figures.len(), figures[count - 1].date), (count, last), "{kpi}");
            assert!(figures.iter().all(|figure| figure.value > 0.0), "{kpi}");
            if shape.rhythm == Rhythm::Week {
                let sunday = |figure: &Figure| (number(figure.date) - number(LAST)) % 7 == 0;
                assert!(figures.iter().all(sunday), "{kpi}");
            }
        }
    }

    #[test]
    fn the_figures_are_always_the_same() {
        let mut sum = 0u64;
        for figure in measurements() {
            let (year, month, day) = figure.date;
            for part in [figure.value.to_bits(), year as u64, month as u64, day as u64] {
                sum = (sum ^ part).wrapping_mul(0x0100_0000_01b3).rotate_left(17);
            }
        }
        assert_eq!(sum, 14_575_577_074_363_648_423);
    }

    /// Correlation of a checkpoint's deviations with a terminal KPI's, `lag` weeks later.
    fn correlation(checkpoint: &str, terminal: &str, lag: usize) -> f64 {
        let series = by_kpi();
        let rest = |kpi: &str| -> Vec<f64> {
            let shape = SHAPES.iter().find(|shape| shape.kpi == kpi).expect("a shape");
            series[kpi].iter().map(|figure| figure.value - level(shape, figure.date)).collect()
        };
        let (first, then) = (rest(checkpoint), rest(terminal));
        let pairs: Vec<(f64, f64)> = first.iter().copied().zip(then.iter().copied().skip(lag)).collect();
        let n = pairs.len() as f64;
        let (mx, my) =
            (pairs.iter().map(|p| p.0).sum::<f64>() / n, pairs.iter().map(|p| p.1).sum::<f64>() / n);
        let sum = |f: fn(f64, f64) -> f64| pairs.iter().map(|p| f(p.0 - mx, p.1 - my)).sum::<f64>();
        sum(|x, y| x * y) / (sum(|x, _| x * x) * sum(|_, y| y * y)).sqrt()
    }

    #[test]
    fn leads_are_strongest_at_their_weeks_and_the_lively_checkpoint_tells_nothing() {
        for lead in LEADS {
            let by_lag: Vec<f64> =
                (0..=8).map(|lag| correlation(lead.checkpoint, lead.terminal, lag)).collect();
            let strongest = (0..=8).max_by(|a, b| by_lag[*a].abs().total_cmp(&by_lag[*b].abs()));
            assert_eq!(strongest, Some(lead.weeks), "{}: {by_lag:?}", lead.checkpoint);
            assert!((by_lag[lead.weeks] - lead.strength).abs() < 0.2, "{}: {by_lag:?}", lead.checkpoint);
        }
        let none: Vec<f64> = (0..=8).map(|lag| correlation("reactions", "pump_enquiries", lag)).collect();
        assert!(none.iter().all(|one| one.abs() < 0.25), "{none:?}");
    }

    #[test]
    fn some_checkpoints_were_met_and_two_were_missed() {
        let series = by_kpi();
        let last = |kpi: &str, day: Day| {
            let upto = series[kpi].iter().take_while(|figure| figure.date <= day);
            upto.last().expect("a figure by then").value
        };
        assert!(last("first_reply", (2026, 6, 30)) <= 60.0);
        assert!(
            last("answered_in_day", (2026, 6, 30)) >= 70.0 && last("answered_in_day", (2026, 9, 30)) >= 75.0
        );
        assert!(last("reviews_answered", (2026, 9, 30)) >= 75.0);
        assert!(last("club_answers", (2026, 10, 31)) >= 95.0);
        assert!(last("contract_visits", (2026, 10, 31)) >= 850.0);
        assert!(last("guide_readers", (2026, 10, 31)) >= 250.0);
        assert!(last("reactions", (2026, 9, 30)) >= 41.0);
        assert!(last("regional_reach", (2026, 9, 30)) < 160.0);
        assert!(last("signals_passed", (2026, 9, 30)) < 27.0);
    }
}
