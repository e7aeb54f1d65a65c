//! # en
//! “{ $kpi }” is said to lead to “{ $terminal }”, but in the figures it follows it.
//!
//! First the terminal KPI changes, then this one. When a miss shows here, it has happened already, and a correction comes too
//! late. Figures give evidence, not proof, but a checkpoint that comes after its terminal KPI warns of nothing.
//!
//! Read the evidence on the KPI's page. Choose another checkpoint from what has led the terminal KPI, or keep this one as a
//! measure.
//!
//! # ru
//! «{ $kpi }» назван ведущим к «{ $terminal }», но по показаниям следует за ним.
//!
//! Сначала меняется конечный KPI, потом этот. Когда промах виден здесь, он уже случился, и корректива опаздывает. Цифры дают
//! свидетельство, а не доказательство, но реперная точка, которая идёт позади конечного KPI, ни о чём не предупредит.
//!
//! Прочтите свидетельство на странице показателя. Выберите другую реперную точку из тех, что шли впереди конечного KPI, или
//! оставьте эту просто показателем.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.share]
//! name = "Share of voice"
//! kind = "terminal"
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! serves = "share"
//! ```
//! ```toml facts.toml
//! [link.reply]
//! verdict = "reversed"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.share]
//! name = "Share of voice"
//! kind = "terminal"
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! serves = "share"
//! ```
//! ```toml facts.toml
//! [link.reply]
//! verdict = "predicts"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for (kpi, terminal) in super::links(case, Evidence::Reversed) {
        out.find(kpi.at("serves")).arg("kpi", kpi.title()).arg("terminal", terminal.title());
    }
}
