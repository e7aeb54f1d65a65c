//! Competence and software: who can do what, what is needed, and where the gap is.

use crate::cells::{Cell, grouped};
use crate::tree::{Align::*, Inline, Row, Tone};
use crate::{Input, Section};
use department::Element;
use department::element::Levels;
use department::model::{Competence, Family, Person};
use locale::t;

/// People, roles, competences with their gaps, software, and who approves.
pub fn people(input: &Input<'_>) -> Section {
    input.chapter(
        "people",
        None,
        Vec::new(),
        vec![persons(input), roles(input), competences(input), software(input), approvals(input)],
    )
}

fn persons(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.people).map(|person| {
        let hours = input.figure(person.hours, "");
        let mut name = input.titled(person, &person.post);
        if !person.email.is_empty() {
            name.extend([Inline::Break, Inline::Muted(person.email.clone())]);
        }
        Row::of(
            person,
            vec![
                name,
                input.link(&person.unit),
                input.links(&person.roles),
                vec![hours.into()],
                input.levels(&person.competences),
            ],
        )
    });
    let heads = [
        (Left, "col-person", 4),
        (Left, "col-unit", 3),
        (Left, "col-roles", 3),
        (Right, "col-hours-week", 2),
        (Left, "col-can", 5),
    ];
    input.section("persons", "report-persons", input.table("table-persons", &heads, rows.collect()))
}

/// The stages of approval; without any, whoever has the right to approve decides.
fn approvals(input: &Input<'_>) -> Section {
    let rows = input
        .some(&input.department.approvals)
        .map(|stage| Row::of(stage, vec![input.text(stage.title()), input.links(&stage.people)]));
    let heads = [(Left, "col-stage", 3), (Left, "col-approves", 6)];
    input.section("approvals", "report-approvals", input.table("table-approvals", &heads, rows.collect()))
}

fn roles(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.roles).map(|role| {
        Row::of(role, vec![input.text(role.title()), input.said(&role.purpose), input.levels(&role.needs)])
    });
    let heads = [(Left, "col-role", 3), (Left, "col-answers-for", 5), (Left, "col-needs", 4)];
    input.section("roles", "report-roles", input.table("table-roles", &heads, rows.collect()))
}

/// A row a competence: what is needed and by what, who holds it, and the gap between.
fn competences(input: &Input<'_>) -> Section {
    let needs = needs(input);
    let families = Family::ALL.iter().copied().map(Some).chain([None]);
    let rows = families.flat_map(|family| {
        let of_family = input.department.competences.iter().enumerate();
        let of_family =
            of_family.filter(move |(at, competence)| input.shows(*at) && competence.family == family);
        let rows = of_family.map(|(at, competence)| competence_row(input, at, competence, &needs));
        grouped(input.choice("family", family.map(|family| family.word())), rows.collect())
    });
    let heads =
        [(Left, "col-competence", 5), (Left, "col-needed", 5), (Left, "col-held", 4), (Left, "col-gap", 2)];
    input.section(
        "competences",
        "report-competences",
        input.table("table-competences", &heads, rows.collect()),
    )
}

/// Everything that needs competences: its name and what it needs.
fn needs<'a>(input: &Input<'a>) -> Vec<(Inline, &'a Levels)> {
    let department = input.department;
    let roles = department.roles.iter().map(|role| (input.link_to(role), &role.needs));
    let tactics = department.tactics.iter().map(|tactic| (input.link_to(tactic), &tactic.needs));
    let software = department.software.iter().map(|software| (input.link_to(software), &software.needs));
    roles.chain(tactics).chain(software).filter(|(_, levels)| !levels.each.is_empty()).collect()
}

fn competence_row(input: &Input<'_>, at: usize, competence: &Competence, needs: &[(Inline, &Levels)]) -> Row {
    let by: Vec<_> =
        needs.iter().map(|(who, levels)| (who, levels.of(at))).filter(|(_, level)| *level > 0).collect();
    let held: Vec<_> = input.department.people.iter().filter(|person| ours(input, person)).collect();
    let held: Vec<_> = held
        .into_iter()
        .map(|person| (input.link_to(person), person.competences.of(at)))
        .filter(|(_, level)| *level > 0)
        .collect();
    let needed = by.iter().map(|(_, level)| *level).max().unwrap_or(0);
    let best = held.iter().map(|(_, level)| *level).max().unwrap_or(0);
    let levels = |pairs: Vec<(Inline, u8)>| -> Cell {
        input.joined(pairs.into_iter().map(|(who, level)| vec![who, Inline::Muted(format!("\u{a0}{level}"))]))
    };
    Row::of(
        competence,
        vec![
            input.titled(competence, &competence.purpose),
            levels(by.into_iter().map(|(who, level)| (who.clone(), level)).collect()),
            levels(held),
            vec![gap(input, needed, best)],
        ],
    )
}

/// Whether someone belongs to the department itself.
fn ours(input: &Input<'_>, person: &Person) -> bool {
    person.unit.is_none() || input.department.find(&person.unit).is_some_and(|unit| unit.ours)
}

fn gap(input: &Input<'_>, needed: u8, best: u8) -> Inline {
    match needed.saturating_sub(best) {
        _ if needed == 0 => Inline::State(Tone::Quiet, input.say("gap-unneeded")),
        0 => Inline::State(Tone::Good, input.say("gap-none")),
        gap if best > 0 => Inline::State(Tone::Risk, t!(input.lang, "gap-of", n = gap)),
        gap => Inline::State(Tone::Bad, t!(input.lang, "gap-of", n = gap)),
    }
}

fn software(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.software).map(|software| {
        let kind = input.choice("software-kind", software.kind.map(|kind| kind.word()));
        Row::of(
            software,
            vec![
                input.titled(software, &software.purpose),
                vec![kind.into()],
                input.link(&software.owner),
                input.money(software.cost),
                input.day(software.until),
                input.levels(&software.needs),
            ],
        )
    });
    let heads = [
        (Left, "col-software", 5),
        (Left, "col-kind", 3),
        (Left, "col-owner", 3),
        (Right, "col-cost-year", 3),
        (Left, "col-licence", 3),
        (Left, "col-needs", 4),
    ];
    input.section("software", "report-software", input.table("table-software", &heads, rows.collect()))
}
