//! A: what is carried out when, by whom and for how much.

use crate::cells::grouped;
use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};
use department::Element;
use department::model::Action;
use std::collections::BTreeMap;

/// The plan as a table by task, its totals by financial year, and the plan as a picture.
pub fn actions(input: &Input<'_>) -> Section {
    let mut blocks = by_task(input);
    if blocks.is_empty() {
        blocks.push(Block::Note(vec![input.say("report-actions-empty").into()]));
    }
    blocks.extend(totals(input));
    blocks.extend(super::figures::gantt(input).into_iter().map(Block::Figure));
    input.chapter("actions", Some('A'), blocks, Vec::new())
}

fn by_task(input: &Input<'_>) -> Vec<Block> {
    let actions = &input.department.actions;
    let mut rows = Vec::new();
    for (task, of_task) in
        actions.group(&input.department.tasks, |action| &action.task).with(&input.department.tasks)
    {
        rows.extend(grouped(
            task.title().to_owned(),
            of_task.iter().map(|action| row(input, action)).collect(),
        ));
    }
    let loose = actions.iter().filter(|action| input.department.find(&action.task).is_none());
    rows.extend(grouped(input.say("word-no-task"), loose.map(|action| row(input, action)).collect()));
    let heads = [
        (Left, "col-action", 6),
        (Left, "col-dates", 3),
        (Left, "col-owner", 3),
        (Right, "col-hours", 2),
        (Right, "col-budget", 3),
        (Left, "col-after", 4),
    ];
    input.table("table-actions", &heads, rows)
}

fn row(input: &Input<'_>, action: &Action) -> Row {
    let mut name = input.titled(action, "");
    if let Some(tactic) = input.department.find(&action.tactic) {
        name.extend([Inline::Break, Inline::Muted(tactic.title().to_owned())]);
    }
    let mut dates = input.day(action.starts);
    dates.push(" –".into());
    dates.push(Inline::Break);
    dates.extend(input.day(action.ends));
    let hours = input.figure(action.hours, "");
    Row::of(
        action,
        vec![
            name,
            dates,
            input.link(&action.owner),
            vec![hours.into()],
            input.money(action.budget),
            input.links(&action.after),
        ],
    )
}

/// Hours and money by the financial year in which an action begins, against the limit of a year.
pub fn totals(input: &Input<'_>) -> Vec<Block> {
    let about = &input.department.about;
    let first = about.financial_year.map_or(1, |month| month as i8).clamp(1, 12);
    let mut years = BTreeMap::<i16, (f64, f64)>::new();
    for action in &input.department.actions {
        if let Some(starts) = action.starts {
            let (hours, money) = years.entry(starts.year() - i16::from(starts.month() < first)).or_default();
            *hours += action.hours.unwrap_or(0.0);
            *money += action.budget.unwrap_or(0.0);
        }
    }
    let rows = years.into_iter().map(|(year, (hours, money))| {
        let name =
            if first == 1 { year.to_string() } else { format!("{year}/{:02}", (year + 1).rem_euclid(100)) };
        let rest = about.budget.map(|limit| limit - money);
        let hours = input.figure(Some(hours), "");
        let cells = vec![
            vec![name.into()],
            vec![hours.into()],
            input.money(Some(money)),
            input.money(about.budget),
            input.money(rest),
        ];
        Row { element: None, cells }
    });
    let heads = [
        (Left, "col-year", 3),
        (Right, "col-hours", 2),
        (Right, "col-budget", 3),
        (Right, "col-limit", 3),
        (Right, "col-rest", 3),
    ];
    input.table("table-totals", &heads, rows.collect())
}
