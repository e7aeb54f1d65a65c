//! `sostac.toml`: situation, goals and tasks, instruments and tactics, actions, KPIs.

use super::Maker;
use super::text::{Text, day};

const HORIZONS: &[(&str, &str)] =
    &[("tactical", "2027-06-30"), ("middle", "2028-06-30"), ("long", "2029-12-31")];
const SWOT: &[&str] = &["strength", "weakness", "opportunity", "threat"];
/// The fields of TOWS, each with the fields of SWOT that it follows from.
const TOWS: &[(&str, [usize; 2])] = &[("so", [0, 2]), ("wo", [1, 2]), ("st", [0, 3]), ("wt", [1, 3])];
const MEDIA: &[&str] = &["own", "paid", "earned"];

impl Maker {
    pub(super) fn outward(&mut self) -> String {
        let mut text = Text::default();
        self.situation(&mut text);
        self.objectives(&mut text);
        self.strategy(&mut text);
        self.actions(&mut text);
        self.kpis(&mut text);
        text.done()
    }

    fn situation(&mut self, text: &mut Text) {
        let of = self.of;
        text.one("situation").text("stage", "growth").text("summary", self.reason());
        text.raw("date", "2026-10-30").text("source", "Management accounts");
        for at in 0..of.statements {
            text.head("statement", at).text("name", self.state()).text("kind", SWOT[at % 4]);
            self.known(text);
        }
        for at in 0..of.tows {
            let (field, from) = TOWS[at % 4];
            let four = 4 * (at % (of.statements / 4));
            text.head("tows", at).text("name", self.work()).text("kind", field);
            text.list("from", "statement", from.map(|kind| four + kind));
        }
        for at in 0..of.segments {
            text.head("segment", at).text("name", self.thing()).text("about", self.reason());
            text.raw("size", 1000 + self.random.below(90_000));
            self.known(text);
        }
        for at in 0..of.competitors {
            text.head("competitor", at).text("name", format_args!("Competitor {}", at + 1));
            text.text("about", self.state());
            self.known(text);
        }
        for at in 0..of.channels {
            text.head("channel", at).text("name", format_args!("Channel {}", at + 1));
            text.text("url", format_args!("https://synthetic.example/{}", at + 1));
            text.raw("audience", 1000 + self.random.below(90_000));
            self.known(text);
        }
        for at in 0..of.baselines {
            text.head("baseline", at).text("name", self.figure()).raw("value", self.random.below(90));
            text.text("unit", "%");
            self.known(text);
        }
    }

    /// Where a line of the situation is known from, and of which day.
    fn known(&mut self, text: &mut Text) {
        text.text("source", self.thing()).raw("date", day(self.random.below(300)));
    }

    fn objectives(&mut self, text: &mut Text) {
        let of = self.of;
        text.one("horizons").raw("tactical", HORIZONS[0].1).raw("middle", HORIZONS[1].1);
        text.raw("long", HORIZONS[2].1);
        for at in 0..of.goals {
            let (horizon, due) = HORIZONS[at % 3];
            text.head("goal", at).text("name", self.state()).text("why", self.reason());
            text.to("borrows", "business_goal", at % of.business_goals)
                .text("horizon", horizon)
                .raw("due", due);
            text.to("owner", "person", at % of.people);
            if horizon == "long" {
                text.raw("doubtful", at % 2 == 0).text("doubt", self.reason());
            }
        }
        for at in 0..of.tasks {
            text.head("task", at).text("name", self.work()).to("goal", "goal", at % of.goals);
            text.list("instruments", "instrument", [at % of.instruments]);
            if !self.slip() {
                text.to("owner", "person", at % of.people);
            }
            text.raw("due", "2027-05-31");
        }
    }

    fn strategy(&mut self, text: &mut Text) {
        let of = self.of;
        text.one("strategy").text("summary", self.reason());
        for at in 0..of.instruments {
            text.head("instrument", at).text("name", self.thing());
            if at % 3 == 0 {
                text.to("channel", "channel", at / 3 % of.channels);
            }
            text.text("format", self.figure()).text("media", MEDIA[at % 3]);
            text.text("line", ["service", "expansion"][at % 2]);
            text.list("audience", "segment", [at % of.segments]).raw("cost", self.random.below(8000));
        }
        for at in 0..of.tactics {
            text.head("tactic", at).text("name", self.thing());
            text.to("instrument", "instrument", at % of.instruments).text("how", self.reason());
            text.to("process", "process", at % of.processes);
            text.levels("needs", 3, [at % of.competences]);
        }
    }

    /// A task's actions follow one another, six weeks apart.
    fn actions(&mut self, text: &mut Text) {
        let of = self.of;
        for at in 0..of.actions {
            let (task, turn) = (at % of.tasks, at / of.tasks);
            let starts = task % 180 + 42 * (turn % 7);
            text.head("action", at).text("name", self.work()).to("task", "task", task);
            text.to("tactic", "tactic", task % of.instruments).to("owner", "person", at % of.people);
            text.raw("starts", day(starts)).raw("ends", day(starts + 20 + self.random.below(20)));
            text.raw("hours", 4 + self.random.below(16)).raw("budget", self.random.below(5000));
            if turn % 7 > 0 {
                text.list("after", "action", [at - of.tasks]);
            }
        }
    }

    /// First a terminal KPI for each goal, then the checkpoints that serve them.
    fn kpis(&mut self, text: &mut Text) {
        let of = self.of;
        for at in 0..of.kpis {
            let goal = at % of.goals;
            let (_, due) = HORIZONS[goal % 3];
            let level = 10 + self.random.below(30);
            text.head("kpi", at).text("name", self.figure());
            if at < of.goals {
                text.text("kind", "terminal").to("goal", "goal", goal);
                text.raw("targets", format_args!("[{{ date = {due}, value = {} }}]", level + 30));
            } else {
                text.text("kind", "checkpoint").to("serves", "kpi", goal);
                let (near, far) = (level + 8, level + 20);
                text.raw(
                    "targets",
                    format_args!(
                        "[{{ date = 2026-12-31, value = {near} }}, {{ date = 2027-05-31, value = {far} }}]"
                    ),
                );
            }
            text.text("about", self.reason()).to("owner", "person", at % of.people).text("unit", "%");
            text.text("direction", "up");
            text.raw("baseline", format_args!("{{ date = 2025-12-31, value = {level} }}"));
            text.text("source", "Service desk").text("rhythm", "week").text("tolerance", "5%");
            if at >= of.goals && !self.slip() {
                text.one(&format!("kpi.kpi-{}.correction", at + 1)).text("what", self.work());
                text.to("owner", "person", at % of.people).text("within", "5d");
            }
        }
    }
}
