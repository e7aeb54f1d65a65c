//! The C of SOSTAC: terminal KPIs, checkpoints on the way to them, and the correction for each that is missed.

super::rules! {
    "CO01" co01_goal_without_terminal,
    "CO02" co02_terminal_without_checkpoint,
    "CO03" co03_no_correction,
    "CO04" co04_vague_correction,
    "CO05" co05_checkpoint_too_late,
    "CO06" co06_against_direction,
    "CO07" co07_no_unit,
    "CO08" co08_no_source,
    "CO09" co09_no_rhythm,
    "CO10" co10_vanity,
    "CO11" co11_checkpoint_leads_nowhere,
    "CO12" co12_terminal_without_goal,
    "CO13" co13_no_direction,
    "CO14" co14_no_target,
    "CO15" co15_no_baseline,
    "CO16" co16_no_tolerance,
    "CO17" co17_no_kind,
    "CO18" co18_no_owner,
    "CO19" co19_slow_rhythm,
    "CO20" co20_follows,
    "CO21" co21_unproven,
    "CO22" co22_verdict_changed,
    "CO23" co23_unseen,
    "CO24" co24_formula_unread,
    "CO25" co25_formula_unknown,
    "CO26" co26_formula_circle,
    "CO27" co27_formula_units,
}

use super::prelude::*;

/// All KPIs of a kind.
fn of<'a>(case: &Case<'a>, kind: KpiKind) -> impl Iterator<Item = &'a Kpi> {
    case.department.kpis.iter().filter(move |kpi| kpi.kind == Some(kind))
}

/// The terminal KPI that a checkpoint serves, where it does serve one.
fn terminal<'a>(case: &Case<'a>, checkpoint: &Kpi) -> Option<&'a Kpi> {
    case.department.find(&checkpoint.serves).filter(|served| served.kind == Some(KpiKind::Terminal))
}

/// The checkpoints of whose link to their terminal KPI this is known.
fn links<'a>(case: &Case<'a>, verdict: Evidence) -> impl Iterator<Item = (&'a Kpi, &'a Kpi)> {
    let known = move |kpi: &Kpi| case.facts.links.get(kpi.id()) == Some(&verdict);
    of(case, KpiKind::Checkpoint)
        .filter(move |kpi| known(kpi))
        .filter_map(|kpi| Some((kpi, case.department.find(&kpi.serves)?)))
}
