//! # en
//! The plan rests on it that “{ $kpi }” has the evidence “{ $was }”; by now it is “{ $now }”.
//!
//! Figures go on coming, and a verdict holds only for those it was given on. What was decided by it may no longer stand.
//!
//! Read the evidence on the KPI's page. If the plan stands all the same, accept the new verdict; else choose another
//! checkpoint.
//!
//! # ru
//! План опирается на то, что свидетельство о «{ $kpi }» — «{ $was }»; теперь оно — «{ $now }».
//!
//! Показания приходят и дальше, а вывод верен лишь для тех, на которых он сделан. То, что решено на его основании, может больше
//! не держаться.
//!
//! Прочтите свидетельство на странице показателя. Если план всё равно верен, примите новый вывод; если нет — выберите другую
//! реперную точку.
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
//! evidence = "predicts"
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
//! evidence = "predicts"
//! ```
//! ```toml facts.toml
//! [link.reply]
//! verdict = "predicts"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter() {
        if let (Some(was), Some(now)) = (kpi.evidence, case.facts.links.get(kpi.id()))
            && was != *now
        {
            let word = |verdict: Evidence| Value::word(format!("evidence-{}", verdict.word()));
            out.find(kpi.at("evidence")).arg("kpi", kpi.title()).arg("was", word(was)).arg("now", word(*now));
        }
    }
}
