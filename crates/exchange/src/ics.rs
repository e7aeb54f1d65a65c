//! The department's days as a calendar (RFC 5545): actions, checkpoints and the days of terminal KPIs.
//!
//! An event's UID is made of the element's id, so that a calendar that is read again moves an event and does not add it
//! a second time. All events take whole days and keep nobody busy.

use crate::Source;
use control::{CheckpointReading, checkpoints, terminals};
use department::model::{Action, Person};
use department::{Element, Ref};
use jiff::ToSpan;
use jiff::civil::Date;
use locale::{money, number, t};
use std::fmt::Write;

/// A line is no longer than this many bytes before it is folded.
const LINE: usize = 75;

/// The calendar of a department, or only what one person owes.
pub fn ics(source: &Source<'_>, person: Option<&str>) -> String {
    let mut calendar = Calendar { source, out: String::new() };
    let about = &source.department.about;
    let name = match person.and_then(|id| source.department.people.get(id)) {
        Some(person) => format!("{} · {}", about.name, person.title()),
        None => about.name.clone(),
    };
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Reper//Reper//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.text("NAME", &name);
    calendar.text("X-WR-CALNAME", &name);
    calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
    calendar.line("X-PUBLISHED-TTL", "PT6H");
    let is = |owner: &Option<Ref<Person>>| {
        person.is_none_or(|id| owner.as_ref().is_some_and(|owner| owner.id == id))
    };
    for action in source.department.actions.iter().filter(|action| is(&action.owner)) {
        calendar.action(action);
    }
    let (department, series, today) = (source.department, source.series, source.today);
    for (kind, readings) in [
        ("checkpoint", checkpoints(department, series, today)),
        ("terminal", terminals(department, series, today)),
    ] {
        for reading in readings {
            let correction = reading.kpi.correction.as_ref();
            if is(&reading.kpi.owner) || correction.is_some_and(|correction| is(&correction.owner)) {
                calendar.reading(kind, &reading);
            }
        }
    }
    calendar.line("END", "VCALENDAR");
    calendar.out
}

struct Calendar<'a> {
    source: &'a Source<'a>,
    out: String,
}

/// What is said of an event, a line each: the message of its name and its value.
type Said<'a> = Vec<(&'a str, String)>;

impl Calendar<'_> {
    fn action(&mut self, action: &Action) {
        // An action of which one day is known takes that day; one of which none is known has no place here.
        let Some(starts) = action.starts.or(action.ends) else { return };
        let ends = action.ends.unwrap_or(starts).max(starts);
        let (department, lang) = (self.source.department, self.source.lang);
        let mut said = Said::new();
        if let Some(task) = department.find(&action.task) {
            said.push(("kind-task", task.title().to_owned()));
        }
        if let Some(hours) = action.hours {
            said.push(("col-hours", number(lang, hours, 1)));
        }
        if let Some(budget) = action.budget {
            said.push(("col-budget", money(lang, budget, &department.about.currency)));
        }
        let uid = format!("action.{}@reper", action.id());
        self.event(&uid, (starts, ends), action.title(), "action", &action.owner, said);
    }

    fn reading(&mut self, kind: &str, reading: &CheckpointReading<'_>) {
        let (kpi, lang) = (reading.kpi, self.source.lang);
        let unit = |value: f64| match kpi.unit.as_str() {
            "%" => locale::percent(lang, value / 100.0, 2),
            unit => format!("{} {unit}", number(lang, value, 2)).trim().to_owned(),
        };
        let mut said: Said<'_> = vec![("col-target", unit(reading.mark.value))];
        if let Some(point) = reading.reading {
            said.push(("col-reading", unit(point.value)));
        }
        said.push(("col-state", t!(lang, &format!("state-{}", state(reading)))));
        if let Some(correction) = &kpi.correction
            && !correction.what.is_empty()
        {
            said.push(("fact-correction", correction.what.clone()));
        }
        let title = format!("{}: {}", kpi.title(), unit(reading.mark.value));
        let uid = format!("{kind}.{}.{}@reper", kpi.id(), reading.mark.date);
        let day = reading.mark.date;
        self.event(&uid, (day, day), &title, kind, &kpi.owner, said);
    }

    fn event(
        &mut self,
        uid: &str,
        (starts, ends): (Date, Date),
        title: &str,
        kind: &str,
        owner: &Option<Ref<Person>>,
        mut said: Said<'_>,
    ) {
        let lang = self.source.lang;
        let owner = self.source.department.find(owner);
        if let Some(owner) = owner {
            said.insert(0, ("fact-owner", owner.title().to_owned()));
        }
        self.line("BEGIN", "VEVENT");
        self.text("UID", uid);
        self.line("DTSTAMP", &format!("{}T000000Z", day(self.source.today)));
        self.line("DTSTART;VALUE=DATE", &day(starts));
        // The end is the first day that is no longer part of it.
        let after = ends.checked_add(1.day()).unwrap_or(ends);
        self.line("DTEND;VALUE=DATE", &day(after));
        self.text("SUMMARY", title);
        let lines: Vec<_> = said.iter().map(|(key, value)| format!("{}: {value}", t!(lang, *key))).collect();
        if !lines.is_empty() {
            self.text("DESCRIPTION", &lines.join("\n"));
        }
        self.text("CATEGORIES", &t!(lang, &format!("exchange-event-{kind}")));
        self.line("TRANSP", "TRANSPARENT");
        if let Some(owner) = owner.filter(|owner| is_address(&owner.email)) {
            let name: String =
                owner.title().chars().filter(|sign| *sign != '"' && !sign.is_control()).collect();
            self.line(&format!("ORGANIZER;CN=\"{name}\""), &format!("mailto:{}", owner.email));
        }
        self.line("END", "VEVENT");
    }

    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for sign in value.chars() {
            match sign {
                '\\' | ';' | ',' => escaped.extend(['\\', sign]),
                '\n' => escaped.push_str("\\n"),
                sign if sign.is_control() => {}
                sign => escaped.push(sign),
            }
        }
        self.line(name, &escaped);
    }

    /// A line, folded where it is long; never within a sign.
    fn line(&mut self, name: &str, value: &str) {
        let whole = format!("{name}:{value}");
        let mut room = LINE;
        for sign in whole.chars() {
            if sign.len_utf8() > room {
                self.out.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= sign.len_utf8();
            self.out.push(sign);
        }
        self.out.push_str("\r\n");
    }
}

fn state(reading: &CheckpointReading<'_>) -> &'static str {
    reading.state.word()
}

fn day(day: Date) -> String {
    let mut out = String::with_capacity(8);
    let _ = write!(out, "{:04}{:02}{:02}", day.year(), day.month(), day.day());
    out
}

/// Whether a text will do as an address in a calendar.
fn is_address(text: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "@.-_+".contains(sign);
    let halves = text.split_once('@');
    text.chars().all(plain) && halves.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}
