//! The pictures of the documents; large ones are parted into sheets that can be read on a landscape page.

use crate::Input;
use crate::tree::Figure;
use chart::{
    Arrow, Band, Bar, Card, Gantt, GanttWords, Group, Link, MapWords, Node, StateWords, StrategyMap, Tree,
};
use department::model::{Action, Goal, Objective, Perspective, Task};
use department::{Element, Ref};
use locale::{date, t};

/// How many rows of bars and headings a sheet of the plan holds.
const ROWS: usize = 22;
/// How many cards stand under one another on a sheet of the tree.
const CARDS: usize = 10;

/// The words of the states.
pub(super) fn states(input: &Input<'_>) -> StateWords {
    StateWords {
        met: input.say("state-met"),
        at_risk: input.say("state-risk"),
        missed: input.say("state-missed"),
        upcoming: input.say("state-ahead"),
        unknown: input.say("state-unknown"),
    }
}

/// The words of the states while the targets are still ahead.
fn on_the_way(input: &Input<'_>) -> StateWords {
    StateWords { met: input.say("state-on-course"), missed: input.say("state-behind"), ..states(input) }
}

/// One picture for each sheet.
pub(super) fn sheets(input: &Input<'_>, key: &str, pictures: Vec<String>) -> Vec<Figure> {
    let of = pictures.len();
    let captions = (1..=of).map(|n| match of {
        1 => input.say(key),
        _ => t!(input.lang, &format!("{key}-part"), n = n, of = of),
    });
    captions.zip(pictures).map(|(caption, svg)| Figure { svg, caption, landscape: true }).collect()
}

/// Those of a listing that are shown, with their numbers.
pub(super) fn shown<T>(input: &Input<'_>, all: impl Iterator<Item = T>) -> impl Iterator<Item = (usize, T)> {
    all.enumerate().filter(|(at, _)| input.shows(*at))
}

/// Business goal → goal → task.
pub(super) fn goal_tree(input: &Input<'_>) -> Vec<Figure> {
    let department = input.department;
    let goals = department.goals.group(&department.business_goals, |goal| &goal.borrows);
    let tasks = department.tasks.group(&department.goals, |task| &task.goal);
    let leaf = |goal: &Goal| {
        let at = department.goals.iter().position(|other| std::ptr::eq(other, goal)).unwrap_or(usize::MAX);
        Node {
            children: tasks.of(at).iter().map(|task| task_node(input, task)).collect(),
            ..goal_node(input, goal)
        }
    };
    let mut roots = Vec::new();
    for (_, (business, goals)) in shown(input, goals.with(&department.business_goals)) {
        roots.push(Node {
            label: business.title().to_owned(),
            kind_word: input.say("kind-business-goal"),
            note: business.due.map_or(String::new(), |day| date(input.lang, day)),
            tone: chart::Tone::Accent,
            children: goals.iter().map(|goal| leaf(goal)).collect(),
        });
    }
    let loose = input.some(&department.goals).filter(|goal| department.find(&goal.borrows).is_none());
    roots.extend(loose.map(leaf));
    let title = input.say("figure-goal-tree");
    let trees = parted(roots).into_iter().map(|roots| Tree { title: title.clone(), roots }.svg(input.lang));
    sheets(input, "figure-goal-tree", trees.collect())
}

fn goal_node(input: &Input<'_>, goal: &Goal) -> Node {
    let horizon = goal.horizon.map(|horizon| input.choice("horizon", Some(horizon.word())));
    let day = goal.due.map(|day| date(input.lang, day));
    Node {
        label: goal.title().to_owned(),
        kind_word: input.say("kind-goal"),
        note: horizon.into_iter().chain(day).collect::<Vec<_>>().join(", "),
        ..Node::default()
    }
}

fn task_node(input: &Input<'_>, task: &Task) -> Node {
    let owner = input.department.find(&task.owner).map(|owner| owner.title().to_owned());
    let day = task.due.map(|day| date(input.lang, day));
    Node {
        label: task.title().to_owned(),
        kind_word: input.say("kind-task"),
        note: owner.into_iter().chain(day).collect::<Vec<_>>().join(", "),
        ..Node::default()
    }
}

/// How much a sheet holds so that all are about equally full; `most` is the most that fits one.
fn share(total: usize, most: usize) -> usize {
    (total.div_ceil(total.div_ceil(most).max(1)) + 1).min(most)
}

/// Trees that each fit a sheet; a root that is too tall for one stands on several, with some of its branches on each.
fn parted(roots: Vec<Node>) -> Vec<Vec<Node>> {
    let cards = share(roots.iter().map(leaves).sum(), CARDS);
    let mut sheets: Vec<Vec<Node>> = Vec::new();
    let mut height = cards;
    for root in roots {
        let whole = leaves(&root);
        if whole <= cards || root.children.is_empty() {
            if height + whole > cards {
                sheets.push(Vec::new());
                height = 0;
            }
            height += whole;
            sheets.last_mut().into_iter().for_each(|sheet| sheet.push(root.clone()));
            continue;
        }
        height = cards;
        let bare = Node { children: Vec::new(), ..root.clone() };
        let (mut part, mut part_height) = (bare.clone(), 0);
        for child in root.children {
            let child_height = leaves(&child);
            if part_height + child_height > cards && part_height > 0 {
                sheets.push(vec![std::mem::replace(&mut part, bare.clone())]);
                part_height = 0;
            }
            part_height += child_height;
            part.children.push(child);
        }
        sheets.push(vec![part]);
    }
    sheets
}

fn leaves(node: &Node) -> usize {
    node.children.iter().map(leaves).sum::<usize>().max(1)
}

/// The plan as bars by task; what has no days is not among them.
pub fn plan_bars(input: &Input<'_>) -> Vec<(String, Vec<Bar>)> {
    let department = input.department;
    let by_task = department.actions.group(&department.tasks, |action| &action.task);
    let mut groups: Vec<(String, Vec<Bar>)> = by_task
        .with(&department.tasks)
        .map(|(task, actions)| {
            (task.title().to_owned(), actions.iter().filter_map(|action| bar(input, action)).collect())
        })
        .collect();
    let loose = department.actions.iter().filter(|action| department.find(&action.task).is_none());
    groups.push((input.say("word-no-task"), loose.filter_map(|action| bar(input, action)).collect()));
    groups.retain(|(_, bars)| !bars.is_empty());
    groups
}

/// The words of the plan's picture.
pub fn plan_words(input: &Input<'_>) -> GanttWords {
    GanttWords { today: input.say("word-today"), states: states(input) }
}

/// The plan by task, in time.
pub(super) fn gantt(input: &Input<'_>) -> Vec<Figure> {
    let groups = plan_bars(input);
    let whole = groups.iter().map(|(_, bars)| bars.len() + 1).sum();
    let most = share(whole, ROWS);
    let mut sheets_of: Vec<Vec<Group>> = Vec::new();
    let mut rows = most;
    for (label, bars) in groups {
        let mut first = true;
        for bar in bars {
            let full = rows + usize::from(first) >= most;
            if full {
                sheets_of.push(Vec::new());
                rows = 0;
            }
            let Some(sheet) = sheets_of.last_mut() else { continue };
            if first || full {
                sheet.push(Group { label: label.clone(), bars: Vec::new() });
                rows += 1;
            }
            first = false;
            rows += 1;
            sheet.last_mut().into_iter().for_each(|group| group.bars.push(bar.clone()));
        }
    }
    let title = input.say("figure-gantt");
    let words = plan_words(input);
    let pictures = sheets_of.into_iter().map(|groups| {
        Gantt { title: title.clone(), today: input.today, groups, words: words.clone() }.svg(input.lang)
    });
    sheets(input, "figure-gantt", pictures.collect())
}

/// An action that has both its days; what it comes to is not read from the plan.
fn bar(input: &Input<'_>, action: &Action) -> Option<Bar> {
    Some(Bar {
        id: action.id().to_owned(),
        label: action.title().to_owned(),
        from: action.starts?,
        to: action.ends?,
        note: input.department.find(&action.owner).map_or(String::new(), |owner| owner.title().to_owned()),
        after: action.after.iter().map(|before| before.id.clone()).collect(),
        state: chart::State::Upcoming,
        href: String::new(),
    })
}

/// The strategy map as a figure.
pub(super) fn strategy_map(input: &Input<'_>) -> Option<Figure> {
    let map = map(input)?;
    Some(Figure { svg: map.svg(input.lang), caption: map.title, landscape: true })
}

/// The objectives by perspective, and what brings about what; nothing where there are no objectives.
pub fn map(input: &Input<'_>) -> Option<StrategyMap> {
    let objectives = &input.department.objectives;
    if objectives.is_empty() {
        return None;
    }
    let bands = Perspective::ALL.iter().map(|&perspective| Band {
        title: input.choice("perspective", Some(perspective.word())),
        cards: input
            .some(objectives)
            .filter(|objective| objective.perspective == Some(perspective))
            .map(|objective| card(input, objective))
            .collect(),
    });
    let arrows = input.some(objectives).flat_map(|cause| {
        let here = |effect: &&Ref<Objective>| effect.index().is_none_or(|at| input.shows(at));
        cause.leads_to.iter().filter(here).map(|effect| Arrow {
            from: cause.id().to_owned(),
            to: effect.id.clone(),
            link: Link::Plain,
            href: String::new(),
        })
    });
    let words =
        MapWords { plain: input.say("word-cause-effect"), states: on_the_way(input), ..MapWords::default() };
    let caption = input.say("figure-strategy-map");
    Some(StrategyMap { title: caption, bands: bands.collect(), arrows: arrows.collect(), words })
}

fn card(input: &Input<'_>, objective: &Objective) -> Card {
    let (note, state) = super::readings::card(input, objective);
    Card {
        id: objective.id().to_owned(),
        title: objective.title().to_owned(),
        note,
        state,
        href: String::new(),
    }
}
