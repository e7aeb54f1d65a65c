//! # en
//! Nothing in the figures shows that “{ $kpi }” leads to “{ $terminal }”.
//!
//! There are figures enough to see a clear lead, and none is seen. The link may still be true and weak, or show only at other
//! levels; but as long as it is unproven, missing this checkpoint says nothing about the terminal KPI, and its correction
//! opens for nothing.
//!
//! Read the evidence on the KPI's page. Look among the measured KPIs for one that has led, measure the checkpoint more often,
//! or state what else speaks for the link in a study.
//!
//! # ru
//! По показаниям не видно, что «{ $kpi }» ведёт к «{ $terminal }».
//!
//! Цифр хватает, чтобы заметить ясное опережение, но его нет. Связь может быть и верной, но слабой, или видной только на других
//! уровнях; однако пока она не доказана, промах по этой реперной точке ничего не говорит о конечном KPI, и корректива
//! открывается впустую.
//!
//! Прочтите свидетельство на странице показателя. Поищите среди измеряемых показателей тот, что шёл впереди, измеряйте
//! реперную точку чаще или покажите в исследовании, что ещё говорит за связь.
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
//! verdict = "unproven"
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
//! verdict = "insufficient-data"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    // Where a study is cited, the link rests on that.
    for (kpi, terminal) in super::links(case, Evidence::Unproven).filter(|(kpi, _)| kpi.study.is_none()) {
        out.find(kpi.at("serves")).arg("kpi", kpi.title()).arg("terminal", terminal.title());
    }
}
