//! `business.toml`: the goals of the company's own strategy, only borrowed from, never set here.

use crate::element::element;
use jiff::civil::Date;

element! {
    /// `[business]`: the strategy that the goals are taken from.
    Business = "business" {
        /// The name of the company's strategy document.
        strategy: String,
        /// The day on which it was adopted.
        date: Option<Date>,
    }
}
element! {
    /// `[business_goal.repeat]`: a goal of the business.
    BusinessGoal = "business_goal" {
        /// The goal.
        name: String,
        /// Who in the company answers for it.
        owner: String,
        /// What it is measured by.
        metric: String,
        /// The unit of that metric.
        unit: String,
        /// Where it stood when the strategy was adopted.
        baseline: Option<f64>,
        /// What is to be reached.
        target: Option<f64>,
        /// By when.
        due: Option<Date>,
    }
}
