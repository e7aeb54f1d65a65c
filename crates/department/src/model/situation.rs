//! `sostac.toml`, the S of SOSTAC: at which point of its development the business is now.

use super::choices::*;
use super::studies::Study;
use crate::element::{Ref, element};
use jiff::civil::Date;

element! {
    /// `[situation]`: the point of development, in short.
    Situation = "situation" {
        /// The stage.
        stage: Option<Stage>,
        /// What the stage means for the department.
        summary: String,
        /// The day on which it was so.
        date: Option<Date>,
        /// Where that is known from.
        source: String,
    }
}
element! {
    /// `[statement.slow_replies]`: a line of SWOT.
    Statement = "statement" {
        /// The statement.
        name: String,
        /// Its field.
        kind: Option<Swot>,
        /// Where it is known from.
        source: String,
        /// The study that it was found by.
        study: Option<Ref<Study>>,
        /// The day on which it was so.
        date: Option<Date>,
    }
}
element! {
    /// `[tows.answer_first]`: what follows from statements of SWOT.
    Tows = "tows" {
        /// What is to be done.
        name: String,
        /// Its field.
        kind: Option<TowsField>,
        /// The statements that it follows from.
        from: Vec<Ref<Statement>>,
    }
}
element! {
    /// `[segment.installers]`: a part of the audience.
    Segment = "segment" {
        /// Its name.
        name: String,
        /// Who they are and what they want.
        about: String,
        /// How many people.
        size: Option<f64>,
        /// Where it is known from.
        source: String,
        /// The study that it was found by: a cluster of it.
        study: Option<Ref<Study>>,
        /// The day on which it was so.
        date: Option<Date>,
    }
}
element! {
    /// `[competitor.north]`: who else speaks to the audience.
    Competitor = "competitor" {
        /// Its name.
        name: String,
        /// What they do in digital space.
        about: String,
        /// Where it is known from.
        source: String,
        /// The day on which it was so.
        date: Option<Date>,
    }
}
element! {
    /// `[channel.vk]`: a channel of our own.
    Channel = "channel" {
        /// Its name.
        name: String,
        /// Its address.
        url: String,
        /// How many people follow it.
        audience: Option<f64>,
        /// Where it is known from.
        source: String,
        /// The day on which it was so.
        date: Option<Date>,
    }
}
element! {
    /// `[baseline.answer_time]`: a figure from before the plan.
    Baseline = "baseline" {
        /// What was measured.
        name: String,
        /// The figure.
        value: Option<f64>,
        /// Its unit.
        unit: String,
        /// Where it is known from.
        source: String,
        /// The day on which it was so.
        date: Option<Date>,
    }
}
