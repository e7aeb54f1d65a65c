//! What is red, and why: the KPIs that are behind, with the probability of their target and what is being done.

use super::readings::{on_the_way, standing};
use crate::Input;
use crate::tree::{Align::*, Block, Inline, Row};
use control::State;
use control::evidence::Verdict;
use department::Element;
use department::model::{Kpi, KpiKind};
use locale::percent;

/// A table of the KPIs that are behind their path or have missed their target; none where all is well.
pub(super) fn red(input: &Input<'_>) -> Vec<Block> {
    let aims = |kpi: &&Kpi| matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint));
    let rows = input.department.kpis.iter().filter(aims).filter_map(|kpi| {
        let status = standing(input, kpi);
        (status.state == State::Missed).then(|| Row {
            element: None,
            cells: vec![
                vec![input.link_to(kpi)],
                vec![on_the_way(input, &status)],
                why(input, kpi, control::reason(kpi, &status, input.lang)),
                vec![probability(input, kpi).into()],
                super::corrections::answer(input, kpi),
            ],
        })
    });
    let heads = [
        (Left, "col-kpi", 9),
        (Left, "col-state", 6),
        (Left, "col-why", 14),
        (Right, "col-probability", 5),
        (Left, "col-answer", 10),
    ];
    input.table("table-red", &heads, rows.collect())
}

/// What was read, and what a checkpoint's miss means by the evidence.
fn why(input: &Input<'_>, kpi: &Kpi, reason: String) -> Vec<Inline> {
    let mut said = vec![Inline::Text(reason)];
    let evidence = input.judged.and_then(|judged| judged.of(kpi.id()));
    if let Some(evidence) = evidence.filter(|_| kpi.kind == Some(KpiKind::Checkpoint)) {
        let key = match evidence.verdict {
            Verdict::Predicts => "red-predicts",
            Verdict::Unproven => "red-unproven",
            Verdict::Reversed => "red-reversed",
            Verdict::Insufficient => "red-insufficient",
        };
        let terminal = input.department.kpis.get(&evidence.terminal);
        let terminal = terminal.map_or(&*evidence.terminal, |terminal| terminal.title());
        said.extend([Inline::Break, Inline::Muted(locale::t!(input.lang, key, terminal = terminal))]);
    }
    said
}

/// The probability of meeting the target that is ahead; a dash where none is foreseen.
pub(super) fn probability(input: &Input<'_>, kpi: &Kpi) -> String {
    let found = input.judged.and_then(|judged| judged.forecasts.get(kpi.id())?.as_ref().ok());
    found.map_or_else(
        || crate::cells::UNKNOWN.to_owned(),
        |found| match found.probability {
            // No forecast knows that finely.
            p if p < 0.01 => format!("< {}", percent(input.lang, 0.01, 0)),
            p if p > 0.99 => format!("> {}", percent(input.lang, 0.99, 0)),
            p => percent(input.lang, p, 0),
        },
    )
}
