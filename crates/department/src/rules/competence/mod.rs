//! Competence and software: what the plan needs people to be able to do, who can, and what they work on.

super::rules! {
    "CS01" cs01_no_analyst,
    "CS02" cs02_nobody_has,
    "CS03" cs03_level_too_low,
    "CS04" cs04_one_pair_of_hands,
    "CS05" cs05_software_without_owner,
    "CS06" cs06_no_analytical_software,
    "CS07" cs07_role_of_nobody,
    "CS08" cs08_person_without_role,
    "CS09" cs09_below_the_role,
    "CS10" cs10_licence_ended,
    "CS11" cs11_software_without_cost,
    "CS12" cs12_idle_competence,
    "CS13" cs13_hours_unknown,
}

use crate::element::{Element, Levels};
use crate::model::{Competence, Department, Person};
use diag::Place;

/// A competence that something needs.
struct Need<'a> {
    /// The title of the tactic, role or software that needs it.
    who: &'a str,
    /// Where that is said.
    place: Place,
    /// The competence's number.
    at: usize,
    /// The competence.
    competence: &'a Competence,
    /// The least level.
    level: u8,
}

/// Everything that tactics, roles and software need; what names no competence is left out.
fn needs(department: &Department) -> impl Iterator<Item = Need<'_>> {
    let tactics = department.tactics.iter().flat_map(|one| needs_of(department, one, &one.needs));
    let roles = department.roles.iter().flat_map(|one| needs_of(department, one, &one.needs));
    let software = department.software.iter().flat_map(|one| needs_of(department, one, &one.needs));
    tactics.chain(roles).chain(software)
}

/// What one element needs.
fn needs_of<'a, T: Element>(
    department: &'a Department,
    element: &'a T,
    levels: &'a Levels,
) -> impl Iterator<Item = Need<'a>> {
    levels.each.iter().filter_map(move |(reference, level)| {
        let at = reference.index()?;
        let competence = department.competences.at(at)?;
        let place = Place { file: element.head().file, span: reference.span() };
        Some(Need { who: element.title(), place, at, competence, level: *level })
    })
}

/// The numbers of competences with their levels.
fn levels(levels: &Levels) -> impl Iterator<Item = (usize, u8)> {
    levels.each.iter().filter_map(|(competence, level)| Some((competence.index()?, *level)))
}

/// The best level at which anybody has each competence, 0 where nobody has it.
fn best_levels(department: &Department) -> Vec<u8> {
    let mut best = vec![0; department.competences.len()];
    for (at, level) in department.people.iter().flat_map(|person| levels(&person.competences)) {
        best[at] = level.max(best[at]);
    }
    best
}

/// Whether a person belongs to our department: who names none does.
fn is_ours(department: &Department, person: &Person) -> bool {
    match &person.unit {
        None => true,
        unit => department.find(unit).is_some_and(|unit| unit.ours),
    }
}

/// The place of what our department lacks altogether: its header, or the beginning of the file.
fn our_unit(department: &Department) -> Place {
    let ours = department.units.iter().find(|unit| unit.ours);
    ours.map_or_else(|| department.file("department.toml"), Element::head)
}
