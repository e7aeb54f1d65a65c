//! Internal processes: the department's own, and those of the business that SMM is built into.

use crate::tree::{Align::*, Inline, Row};
use crate::{Input, Section};
use department::model::{Process, ProcessKind};

/// The processes with their notations and the place that SMM has in them.
pub fn processes(input: &Input<'_>) -> Section {
    let mut sections = vec![
        of_kind(input, "processes-own", Some(ProcessKind::Department)),
        of_kind(input, "processes-business", Some(ProcessKind::Business)),
    ];
    if input.department.processes.iter().any(|process| process.kind.is_none()) {
        sections.push(of_kind(input, "processes-none", None));
    }
    input.chapter("processes", None, Vec::new(), sections)
}

fn of_kind(input: &Input<'_>, id: &str, kind: Option<ProcessKind>) -> Section {
    let rows =
        input.some(&input.department.processes).filter(|process| process.kind == kind).map(|process| {
            Row::of(
                process,
                vec![
                    input.titled(process, &process.purpose),
                    input.link(&process.unit),
                    input.link(&process.owner),
                    notations(input, process),
                    part(input, process),
                ],
            )
        });
    let heads = [
        (Left, "col-process", 5),
        (Left, "col-unit", 3),
        (Left, "col-owner", 3),
        (Left, "col-notation", 4),
        (Left, "col-smm-part", 4),
    ];
    let table = input.table(&format!("table-{id}"), &heads, rows.collect());
    input.section(id, &format!("report-{id}"), table)
}

fn notations(input: &Input<'_>, process: &Process) -> Vec<Inline> {
    let files = [("BPMN", &process.bpmn), ("IDEF0", &process.idef0)];
    let mut cell = Vec::new();
    for (notation, file) in files.into_iter().filter(|(_, file)| !file.is_empty()) {
        if !cell.is_empty() {
            cell.push(Inline::Break);
        }
        cell.extend([Inline::Text(format!("{notation}: ")), Inline::Muted(file.clone())]);
    }
    if cell.is_empty() { input.text("") } else { cell }
}

fn part(input: &Input<'_>, process: &Process) -> Vec<Inline> {
    match (process.touches_smm, process.smm_part.as_str()) {
        (false, "") => input.text(""),
        (true, "") => vec![input.say("word-touches").into()],
        (_, part) => input.said(part),
    }
}
