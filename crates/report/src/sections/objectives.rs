//! O: goals borrowed from the business strategy, and the tasks that serve them.

use crate::cells::UNKNOWN;
use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};
use department::Element;
use department::model::{BusinessGoal, Goal, Horizon};
use locale::{date, t};

/// Business goals, goals by horizon, and tasks.
pub fn objectives(input: &Input<'_>) -> Section {
    let mut sections = vec![business(input)];
    sections.extend(Horizon::ALL.iter().map(|&horizon| goals(input, Some(horizon))));
    if input.department.goals.iter().any(|goal| goal.horizon.is_none()) {
        sections.push(goals(input, None));
    }
    sections.push(tasks(input));
    input.chapter("objectives", Some('O'), Vec::new(), sections)
}

fn business(input: &Input<'_>) -> Section {
    let business = &input.department.business;
    let rows = input.some(&input.department.business_goals).map(|goal| {
        Row::of(
            goal,
            vec![
                input.text(goal.title()),
                input.text(&goal.owner),
                input.text(&goal.metric),
                vec![way(input, goal).into()],
                input.day(goal.due),
            ],
        )
    });
    let heads = [
        (Left, "col-business-goal", 5),
        (Left, "col-owner", 3),
        (Left, "col-metric", 3),
        (Right, "col-from-to", 3),
        (Left, "col-due", 2),
    ];
    let table = input.table("table-business-goals", &heads, rows.collect());
    let mut blocks = Vec::new();
    if !business.strategy.is_empty() || business.date.is_some() {
        let adopted = input.day(business.date);
        blocks.push(
            input.facts([("fact-strategy", input.text(&business.strategy)), ("fact-adopted", adopted)]),
        );
    }
    blocks.extend(table);
    input.section("business-goals", "report-business-goals", blocks)
}

/// From where to where: `12 → 15 %`.
fn way(input: &Input<'_>, goal: &BusinessGoal) -> String {
    let from = goal.baseline.map_or(UNKNOWN.to_owned(), |from| input.figure(Some(from), ""));
    format!("{from} → {}", input.figure(goal.target, &goal.unit))
}

fn goals(input: &Input<'_>, horizon: Option<Horizon>) -> Section {
    let horizons = &input.department.horizons;
    let (word, last) = match horizon {
        Some(Horizon::Tactical) => ("tactical", horizons.tactical),
        Some(Horizon::Middle) => ("middle", horizons.middle),
        Some(Horizon::Long) => ("long", horizons.long),
        None => ("none", None),
    };
    let rows = input.some(&input.department.goals).filter(|goal| goal.horizon == horizon).map(|goal| {
        Row::of(
            goal,
            vec![
                input.titled(goal, &goal.why),
                input.link(&goal.borrows),
                input.day(goal.due),
                input.link(&goal.owner),
                doubt(input, goal),
            ],
        )
    });
    let heads = [
        (Left, "col-goal", 5),
        (Left, "col-borrowed", 3),
        (Left, "col-due", 2),
        (Left, "col-owner", 2),
        (Left, "col-doubt", 3),
    ];
    let table = input.table("table-goals", &heads, rows.collect());
    let mut section = input.section(&format!("goals-{word}"), &format!("report-goals-{word}"), table);
    let until = last.map(|last| t!(input.lang, "report-horizon-until", date = date(input.lang, last)));
    match section.blocks.last_mut() {
        Some(Block::Table(table)) => {
            table.caption = format!("{}: {}", table.caption, input.say(&format!("report-goals-{word}-of")));
            table.caption.extend(until.map(|until| format!(" ({until})")));
        }
        Some(Block::Note(words)) => words.extend(until.map(|until| format!(" ({until})").into())),
        _ => {}
    }
    section
}

fn doubt(input: &Input<'_>, goal: &Goal) -> Vec<Inline> {
    let mut cell = vec![input.yes(goal.doubtful)];
    if !goal.doubt.is_empty() {
        cell.extend([Inline::Break, Inline::Muted(goal.doubt.clone())]);
    }
    cell
}

fn tasks(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.tasks).map(|task| {
        Row::of(
            task,
            vec![
                input.text(task.title()),
                input.link(&task.goal),
                input.links(&task.instruments),
                input.link(&task.owner),
                input.day(task.due),
            ],
        )
    });
    let heads = [
        (Left, "col-task", 4),
        (Left, "col-goal", 4),
        (Left, "col-instruments", 3),
        (Left, "col-owner", 2),
        (Left, "col-due", 2),
    ];
    let mut blocks = input.table("table-tasks", &heads, rows.collect());
    blocks.extend(super::figures::goal_tree(input).into_iter().map(Block::Figure));
    input.section("tasks", "report-tasks", blocks)
}
