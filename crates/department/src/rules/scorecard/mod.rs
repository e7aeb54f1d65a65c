//! The Balanced Scorecard: objectives in four perspectives, causes and effects between them, initiatives.

pub(super) mod circles;

super::rules! {
    "SC01" sc01_empty_perspective,
    "SC02" sc02_no_perspective,
    "SC03" sc03_no_measure,
    "SC04" sc04_measure_without_target,
    "SC05" sc05_orphan,
    "SC06" sc06_circle,
    "SC07" sc07_downward,
    "SC08" sc08_one_finance_strategy,
    "SC09" sc09_no_listening,
    "SC10" sc10_no_flexibility,
    "SC11" sc11_perspective_weights,
    "SC12" sc12_objective_weights,
    "SC13" sc13_foreign_line,
    "SC14" sc14_objective_without_owner,
    "SC15" sc15_initiative_not_planned,
    "SC16" sc16_initiative_without_objective,
    "SC17" sc17_initiative_without_owner,
    "SC18" sc18_dead_end,
    "SC19" sc19_terminal_unused,
}

use crate::element::{Element, Ref};
use crate::model::{Department, Line, Perspective};
use diag::Place;
use locale::Value;

/// Whether anything of the scorecard is written.
fn begun(department: &Department) -> bool {
    let titled = !department.scorecard.id().is_empty();
    titled || !department.objectives.is_empty() || !department.initiatives.is_empty()
}

/// Whether the document has come to the point where clients are spoken of.
fn clients_speak(department: &Department) -> bool {
    !department.objectives.is_empty() || !department.queries.is_empty()
}

/// Whether an objective of the client perspective follows the strategy.
fn follows(department: &Department, line: Line) -> bool {
    let wanted = (Some(Perspective::Clients), Some(line));
    department.objectives.iter().any(|objective| (objective.perspective, objective.line) == wanted)
}

/// The place of what the scorecard lacks altogether: its header, or the beginning of its file.
fn sheet(department: &Department) -> Place {
    match department.scorecard.id() {
        "" => department.file("scorecard.toml"),
        _ => department.scorecard.head(),
    }
}

/// Where an element's reference stands.
fn place<T>(element: &impl Element, reference: &Ref<T>) -> Place {
    Place { file: element.head().file, span: reference.span() }
}

/// The perspective's name, in the language of the reader.
fn named(perspective: Perspective) -> Value {
    Value::word(format!("perspective-{}", perspective.word()))
}

/// The strategy's name, in the language of the reader.
fn named_line(line: Line) -> Value {
    Value::word(format!("line-{}", line.word()))
}

/// The sum of weights in per cent where some are given and they do not make a hundred. Three times 33.3 does:
/// a tenth is allowed for rounding.
fn uneven(weights: impl Iterator<Item = f64>) -> Option<f64> {
    let sum = weights.reduce(|sum, weight| sum + weight)?;
    ((sum - 100.0).abs() > 0.15).then_some(sum)
}
