//! # en
//! The formula of “{ $kpi }” comes back to itself: { $circle }.
//!
//! What waits for its own result is never computed.
//!
//! Measure one of them, or compute it from something else.
//!
//! # ru
//! Формула показателя «{ $kpi }» возвращается к нему же: { $circle }.
//!
//! Что ждёт собственного результата, никогда не будет посчитано.
//!
//! Измеряйте один из этих показателей или считайте его по-другому.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.share]
//! name = "Share of questions answered"
//! formula = "answered / 100"
//! [kpi.answered]
//! name = "Questions answered"
//! formula = "share * 100"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.answered]
//! name = "Questions answered"
//! [kpi.share]
//! name = "Share of questions answered"
//! formula = "answered / 100"
//! ```

use crate::formula::parse;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let kpis = &case.department.kpis;
    // Of each KPI the numbers of those that its formula names.
    let named: Vec<Vec<usize>> = (kpis.iter())
        .map(|kpi| {
            let formula = parse(&kpi.formula).ok();
            formula.iter().flat_map(|formula| formula.kpis()).filter_map(|(id, _)| kpis.number(id)).collect()
        })
        .collect();
    for (at, kpi) in kpis.iter().enumerate().filter(|(_, kpi)| kpi.has("formula")) {
        let Some(circle) = back(&named, at) else { continue };
        let ids: Vec<&str> =
            circle.iter().filter_map(|at| kpis.iter().nth(*at)).map(|kpi| kpi.id()).collect();
        out.find(kpi.at("formula")).arg("kpi", kpi.title()).arg("circle", ids.join(" → "));
    }
}

/// The shortest way from a KPI back to itself, both ends named; nothing where there is none.
fn back(named: &[Vec<usize>], start: usize) -> Option<Vec<usize>> {
    let mut from: Vec<Option<usize>> = vec![None; named.len()];
    let mut next = std::collections::VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for &to in named.get(at)? {
            if to == start {
                let mut way = vec![start, at];
                while let Some(before) =
                    way.last().copied().filter(|last| *last != start).and_then(|last| from[last])
                {
                    way.push(before);
                }
                way.reverse();
                return Some(way);
            }
            if let Some(seen @ None) = from.get_mut(to) {
                *seen = Some(at);
                next.push_back(to);
            }
        }
    }
    None
}
