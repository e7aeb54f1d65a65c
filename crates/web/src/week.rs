//! Who owes what this week: actions that end, readings that are due, corrections that a miss has opened.

use crate::places;
use app::View;
use control::correction::Run;
use control::{CheckpointReading, State};
use department::model::Person;
use department::{Element, Kind};
use jiff::ToSpan;
use jiff::civil::Date;
use locale::{Lang, date, t};
use std::collections::BTreeMap;

/// An action that ended longer ago than this many days is no longer called up: the texts do not say what is done.
const BACK: i32 = 14;

/// One thing that a person owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Owed {
    pub day: Date,
    /// Its day has passed.
    pub overdue: bool,
    /// When, in words.
    pub when: String,
    /// What it is: an action, a reading, a correction.
    pub kind: String,
    pub what: String,
    pub href: String,
}

/// The readings that hold now: of each KPI the last one whose day has come, in the order of those days.
pub(crate) fn last_due<'a, 'b>(
    readings: &'b [CheckpointReading<'a>],
    today: Date,
) -> Vec<&'b CheckpointReading<'a>> {
    let mut last: BTreeMap<&str, &CheckpointReading<'_>> = BTreeMap::new();
    for reading in readings.iter().filter(|reading| reading.mark.date <= today) {
        last.insert(reading.kpi.id(), reading);
    }
    let mut last: Vec<_> = last.into_values().collect();
    last.sort_by_key(|reading| reading.mark.date);
    last
}

/// What is owed until Sunday, by person; who is overdue comes first. `now` is this instant.
pub(crate) fn owed(view: &View, lang: Lang, now: &str) -> Vec<(String, Vec<Owed>)> {
    let (department, today) = (view.department(), view.today);
    let sunday = today.saturating_add((7 - i32::from(today.weekday().to_monday_one_offset())).days());
    let mut people: BTreeMap<String, Vec<Owed>> = BTreeMap::new();
    let mut add = |person: Option<&Person>, day: Date, kind: &str, what: &str, href: String| {
        let person = person.map_or_else(|| t!(lang, "web-nobody"), |person| person.title().to_owned());
        let when = t!(lang, if day < today { "web-was-due" } else { "web-by" }, date = date(lang, day));
        let owed =
            Owed { day, overdue: day < today, when, kind: t!(lang, kind), what: what.to_owned(), href };
        people.entry(person).or_default().push(owed);
    };
    for action in &department.actions {
        let Some(ends) =
            action.ends.filter(|ends| *ends >= today.saturating_sub(BACK.days()) && *ends <= sunday)
        else {
            continue;
        };
        let href = places::href(department, Kind::Action, action.id());
        add(department.find(&action.owner), ends, "web-owed-action", action.title(), href);
    }
    let checkpoints = control::checkpoints(department, view.series(), today);
    for reading in last_due(&checkpoints, today) {
        let (kpi, href) = (reading.kpi, crate::pages::kpi_href(reading.kpi));
        let owner = department.find(&kpi.owner);
        match (reading.state, &kpi.correction) {
            (State::Missed, Some(correction)) if !correction.what.is_empty() && !answered(view, reading) => {
                let within =
                    correction.within.map_or(0, |within| (within.minutes() / (24.0 * 60.0)).ceil() as i32);
                let day = reading.mark.date.saturating_add(within.clamp(0, 3_660).days());
                let owner = department.find(&correction.owner).or(owner);
                if day <= sunday {
                    add(owner, day, "web-owed-correction", &correction.what, href);
                }
            }
            (State::Unknown, _) => add(owner, reading.mark.date, "web-owed-reading", kpi.title(), href),
            _ => {}
        }
    }
    for run in view.figures.corrections.iter().filter(|run| run.state().runs()) {
        let overdue = run.overdue(now);
        for (number, task) in run.tasks().into_iter().enumerate().filter(|(_, task)| task.done.is_none()) {
            // What has no term is owed now.
            let late = overdue.contains(&number);
            let day = task.due.unwrap_or(today);
            let day = if late { day.min(today.saturating_sub(1.day())) } else { day.max(today) };
            if day <= sunday {
                let owner = department.people.get(&task.owner);
                add(owner, day, "web-owed-correction", &task.what, crate::pages::correction_href(run));
            }
        }
    }
    for reading in
        checkpoints.iter().filter(|reading| reading.state == State::Upcoming && reading.mark.date <= sunday)
    {
        let href = crate::pages::kpi_href(reading.kpi);
        add(
            department.find(&reading.kpi.owner),
            reading.mark.date,
            "web-owed-reading",
            reading.kpi.title(),
            href,
        );
    }
    let mut people: Vec<_> = people.into_iter().collect();
    for (_, owed) in &mut people {
        owed.sort_by_key(|owed| owed.day);
    }
    people.sort_by_key(|(_, owed)| owed.first().map(|owed| owed.day));
    people
}

/// Whether a correction was opened for what was read.
fn answered(view: &View, reading: &CheckpointReading<'_>) -> bool {
    let own = |run: &Run| run.kpi == reading.kpi.id() && (run.state().runs() || run.knows(reading.mark.date));
    view.figures.corrections.iter().any(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::Files;
    use jiff::civil::date;

    const TEXT: &str = r#"
[action.late]
owner = "anna"
ends = 2026-03-01
[action.old]
owner = "anna"
ends = 2025-03-01
[action.soon]
owner = "vera"
ends = 2026-03-08
[action.later]
owner = "vera"
ends = 2026-03-09
[kpi.reply]
kind = "checkpoint"
owner = "vera"
targets = [{ date = 2026-02-28, value = 40 }]
"#;
    const PEOPLE: &str = "[person.anna]\nname = \"Anna\"\n[person.vera]\nname = \"Vera\"\n";

    #[test]
    fn the_overdue_come_first_and_the_week_ends_on_sunday() {
        let files = Files::from([("sostac.toml", TEXT), ("department.toml", PEOPLE)]);
        // A Wednesday; Sunday is the 8th.
        let view = View::new(0, files.into(), Default::default(), date(2026, 3, 4));
        let owed = owed(&view, Lang::En, "2026-03-04T09:00:00Z");
        let short: Vec<(&str, Vec<(&str, bool)>)> = owed
            .iter()
            .map(|(who, what)| {
                (who.as_str(), what.iter().map(|one| (one.what.as_str(), one.overdue)).collect())
            })
            .collect();
        assert_eq!(short, [("Vera", vec![("reply", true), ("soon", false)]), ("Anna", vec![("late", true)])]);
    }
}
