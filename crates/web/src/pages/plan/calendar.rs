//! The plan as a calendar: what begins and ends on each day of a month, and which checkpoints are read.

use super::{Asked, Head, PATH, frame, head};
use crate::frame::{self, Frame};
use crate::pages::{edit, states};
use crate::places;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use department::edit::Subject;
use department::{Element, Kind};
use jiff::ToSpan;
use jiff::civil::Date;
use locale::{Lang, date, t};
use std::collections::BTreeMap;

/// Something on a day.
struct Entry {
    /// `starts`, `ends`, `whole` or the class of a checkpoint's state.
    class: &'static str,
    /// What it is, in a word.
    word: String,
    name: String,
    href: String,
}

struct Day {
    number: i8,
    /// The day in words, for a narrow page.
    words: String,
    inside: bool,
    today: bool,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "pages/plan/calendar.html")]
struct Page {
    frame: Frame,
    head: Head,
    month: String,
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<Day>>,
    earlier: String,
    later: String,
    now: String,
    /// What neither begins nor ends in this month, but goes on all through it.
    through: Vec<(String, String)>,
    nothing: bool,
}

pub(super) fn page(visit: &Visit, asked: &Asked) -> Result<Html<String>, Problem> {
    let (lang, today) = (visit.lang, visit.view.today);
    let first = match &*asked.month {
        "" => today.first_of_month(),
        month => format!("{month}-01").parse::<Date>().map_err(|_| Problem::Wrong)?,
    };
    let last = first.last_of_month();
    let frame = frame(visit);
    let mut entries = entries(visit, frame.may("edit"));
    let nothing = entries.range(first..=last).next().is_none();
    let monday = first.saturating_sub(i32::from(first.weekday().to_monday_zero_offset()).days());
    let mut weeks = Vec::new();
    let mut at = monday;
    while at <= last && weeks.len() < 6 {
        let day = |offset: i32| {
            let day = at.saturating_add(offset.days());
            let inside = (first..=last).contains(&day);
            Day {
                number: day.day(),
                words: format!("{}, {}", weekday(lang, "day", day), date(lang, day)),
                inside,
                today: day == today,
                entries: Vec::new(),
            }
        };
        let mut week: Vec<Day> = (0..7).map(day).collect();
        for (offset, day) in (0_i32..).zip(&mut week).filter(|(_, day)| day.inside) {
            day.entries = entries.remove(&at.saturating_add(offset.days())).unwrap_or_default();
        }
        weeks.push(week);
        at = at.saturating_add(7.days());
    }
    let to = |day: Date| format!("{PATH}?view=calendar&month={:04}-{:02}", day.year(), day.month());
    let page = Page {
        month: format!("{} {}", t!(lang, &format!("plan-month-{}", first.month())), first.year()),
        weekdays: (0..7_i32)
            .map(|day| monday.saturating_add(day.days()))
            .map(|day| (weekday(lang, "short", day), weekday(lang, "day", day)))
            .collect(),
        weeks,
        earlier: to(first.saturating_sub(1.days())),
        later: to(last.saturating_add(1.days())),
        now: to(today),
        through: through(visit, first, last),
        nothing,
        head: head(visit, asked, "calendar"),
        frame,
    };
    frame::page(&page)
}

fn weekday(lang: Lang, form: &str, day: Date) -> String {
    t!(lang, &format!("plan-{form}-{}", day.weekday().to_monday_one_offset()))
}

/// Everything that has a day.
fn entries(visit: &Visit, editable: bool) -> BTreeMap<Date, Vec<Entry>> {
    let (view, lang) = (&visit.view, visit.lang);
    let department = view.department();
    let mut all: BTreeMap<Date, Vec<Entry>> = BTreeMap::new();
    for action in &department.actions {
        let href = || match editable {
            true => edit::href(&Subject::of("action", action.id())),
            false => places::href(department, Kind::Action, action.id()),
        };
        let mut put = |day: Date, class: &'static str| {
            let word = t!(lang, &format!("plan-{class}"));
            let entry = Entry { class, word, name: action.title().to_owned(), href: href() };
            all.entry(day).or_default().push(entry);
        };
        match (action.starts, action.ends) {
            (Some(starts), Some(ends)) if starts == ends => put(starts, "whole"),
            (starts, ends) => {
                starts.into_iter().for_each(|day| put(day, "starts"));
                ends.into_iter().for_each(|day| put(day, "ends"));
            }
        }
    }
    for reading in control::checkpoints(department, view.series(), view.today) {
        let standing = states::standing(lang, reading.state);
        all.entry(reading.mark.date).or_default().push(Entry {
            class: standing.class,
            word: format!("{}, {}", t!(lang, "plan-checkpoint"), standing.word),
            name: reading.kpi.title().to_owned(),
            href: states::href(reading.kpi),
        });
    }
    all
}

fn through(visit: &Visit, first: Date, last: Date) -> Vec<(String, String)> {
    let actions = visit.view.department().actions.iter();
    let whole = actions.filter(|action| {
        action.starts.is_some_and(|starts| starts < first) && action.ends.is_some_and(|ends| ends > last)
    });
    whole
        .take(50)
        .map(|action| {
            (action.title().to_owned(), places::href(visit.view.department(), Kind::Action, action.id()))
        })
        .collect()
}
