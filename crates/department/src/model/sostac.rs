//! `sostac.toml`, from objectives to control.

use super::choices::*;
use super::{BusinessGoal, Channel, Person, Process, Segment, Study};
use crate::element::{Correction, Duration, Levels, Mark, Ref, Tolerance, element};
use jiff::civil::Date;

element! {
    /// `[horizons]`: the last day of each horizon.
    Horizons = "horizons" {
        /// Of the tactical horizon.
        tactical: Option<Date>,
        /// Of the middle horizon.
        middle: Option<Date>,
        /// Of the long horizon.
        long: Option<Date>,
    }
}
element! {
    /// `[strategy]`: why these instruments and not others.
    Strategy = "strategy" {
        /// The strategy in short.
        summary: String,
    }
}
element! {
    /// `[goal.trust]`: what is to be reached, borrowed from the business strategy.
    Goal = "goal" {
        /// The goal: a state to be reached, not work to be done.
        name: String,
        /// Why the business goal needs it.
        why: String,
        /// The business goal that it is borrowed from.
        borrows: Option<Ref<BusinessGoal>>,
        /// Its horizon.
        horizon: Option<Horizon>,
        /// By when.
        due: Option<Date>,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// Whether its return is doubtful; a mark of long goals.
        doubtful: bool,
        /// Why the return is doubtful, or why it is not.
        doubt: String,
    }
}
element! {
    /// `[task.answer_in_an_hour]`: a step in digital space that serves a goal.
    Task = "task" {
        /// The step.
        name: String,
        /// The goal that it serves.
        goal: Option<Ref<Goal>>,
        /// What it is done with.
        instruments: Vec<Ref<Instrument>>,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// By when.
        due: Option<Date>,
    }
}
element! {
    /// `[instrument.vk_community]`: a channel or format that the strategy chose.
    Instrument = "instrument" {
        /// Its name.
        name: String,
        /// The own channel that it uses.
        channel: Option<Ref<Channel>>,
        /// The format.
        format: String,
        /// Whose media.
        media: Option<Media>,
        /// The finance strategy that it serves: `service` listens and answers, `expansion` gives reach.
        line: Option<Line>,
        /// Whom it reaches.
        audience: Vec<Ref<Segment>>,
        /// Cost of a year.
        cost: Option<f64>,
    }
}
element! {
    /// `[tactic.duty_rota]`: how an instrument is applied.
    Tactic = "tactic" {
        /// Its name.
        name: String,
        /// The instrument.
        instrument: Option<Ref<Instrument>>,
        /// How it is applied.
        how: String,
        /// The process that carries it out.
        process: Option<Ref<Process>>,
        /// Methods and skills that it needs, each with the least level.
        needs: Levels,
    }
}
element! {
    /// `[action.hire_analyst]`: dated work with an owner.
    Action = "action" {
        /// The work.
        name: String,
        /// The task that it serves.
        task: Option<Ref<Task>>,
        /// The tactic that it follows.
        tactic: Option<Ref<Tactic>>,
        /// Who does it.
        owner: Option<Ref<Person>>,
        /// First day.
        starts: Option<Date>,
        /// Last day.
        ends: Option<Date>,
        /// Hours of work in all.
        hours: Option<f64>,
        /// What it costs besides people's time.
        budget: Option<f64>,
        /// Actions that must have ended before.
        after: Vec<Ref<Action>>,
    }
}
element! {
    /// `[kpi.first_reply]`: a measured figure.
    Kpi = "kpi" {
        /// Its name.
        name: String,
        /// What it is for.
        kind: Option<KpiKind>,
        /// How it is counted.
        about: String,
        /// The goal whose end it measures; of a terminal KPI.
        goal: Option<Ref<Goal>>,
        /// The terminal KPI that it leads to; of a checkpoint.
        serves: Option<Ref<Kpi>>,
        /// What was known of that when the plan was made: the verdict that it rests on.
        evidence: Option<Evidence>,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// Its unit.
        unit: String,
        /// Which way is better.
        direction: Option<Direction>,
        /// Where it stood: `{ date = 2026-01-01, value = 62 }`.
        baseline: Option<Mark>,
        /// What is to be reached, and when; a checkpoint is read on these days.
        targets: Vec<Mark>,
        /// How it is computed from other KPIs: `answered / asked * 100`; without it, it is measured.
        formula: String,
        /// Where the figures come from.
        source: String,
        /// The study that says why it is read.
        study: Option<Ref<Study>>,
        /// How often it is read.
        rhythm: Option<Rhythm>,
        /// What the figures of a longer period come to: of visits their sum, of a rate the mean, of subscribers the last.
        total: Option<Total>,
        /// How it comes from one mark to the next.
        course: Option<Course>,
        /// How long after a period's end its figure is not complete; till then it opens no correction.
        known_after: Option<Duration>,
        /// Whether a figure counts only when somebody has confirmed it.
        confirmed: bool,
        /// How far from the target still counts as met: `"5%"` of the target or a number in the KPI's unit.
        tolerance: Option<Tolerance>,
        /// What is done when a checkpoint was missed.
        correction: Option<Correction>,
    }
}
