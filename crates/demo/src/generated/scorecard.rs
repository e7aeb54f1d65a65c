//! `scorecard.toml`: chains of four objectives, one from each perspective; initiatives; processes.

use super::Maker;
use super::text::Text;

/// Finance first, so that each leads to the one before.
const PERSPECTIVES: &[&str] = &["finance", "clients", "processes", "competence"];

impl Maker {
    pub(super) fn scorecard(&mut self) -> String {
        let of = self.of;
        let mut text = Text::default();
        text.one("scorecard").text("summary", self.reason());
        for perspective in PERSPECTIVES {
            text.raw(perspective, 25);
        }
        let weight = 400.0 / of.objectives as f64;
        for at in 0..of.objectives {
            let (perspective, chain) = (at % 4, at / 4);
            text.head("objective", at).text("name", self.state()).text("why", self.reason());
            text.text("perspective", PERSPECTIVES[perspective]);
            match perspective {
                0 => text.text("line", ["service", "expansion"][chain % 2]),
                1 => text.text("line", ["listening", "flexibility"][chain % 2]),
                _ => &mut text,
            };
            text.raw("weight", weight).to("owner", "person", at % of.people);
            // Together they measure every terminal KPI.
            text.list("measures", "kpi", (at % of.goals..of.goals).step_by(of.objectives));
            if perspective > 0 {
                text.list("leads_to", "objective", [at - 1]);
            }
        }
        for at in 0..of.initiatives {
            text.head("initiative", at).text("name", self.work()).to(
                "objective",
                "objective",
                at % of.objectives,
            );
            text.to("owner", "person", at % of.people);
            text.list("actions", "action", (0..3).map(|next| (3 * at + next) % of.actions));
            text.raw("due", "2027-12-31").raw("budget", self.random.below(20_000));
        }
        for at in 0..of.processes {
            let ours = at % 2 == 0;
            text.head("process", at).text("name", self.thing());
            text.text("kind", if ours { "department" } else { "business" });
            text.to("unit", "unit", if ours { 0 } else { self.neighbour(at) }).text("purpose", self.reason());
            text.to("owner", "person", at % of.people);
            text.text("bpmn", format_args!("processes/process-{}.bpmn", at + 1)).raw("touches_smm", true);
            text.text("smm_part", self.thing());
        }
        text.done()
    }
}
