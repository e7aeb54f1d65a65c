//! The O of SOSTAC: goals are borrowed, tasks are steps.

super::rules! {
    "OB01" ob01_unborrowed,
    "OB02" ob02_task_as_goal,
    "OB03" ob03_no_horizon,
    "OB04" ob04_goal_without_term,
    "OB05" ob05_goal_past_horizon,
    "OB06" ob06_unstated_doubt,
    "OB07" ob07_doubtful_near,
    "OB08" ob08_goal_without_owner,
    "OB09" ob09_goal_without_task,
    "OB10" ob10_task_without_goal,
    "OB11" ob11_task_without_owner,
    "OB12" ob12_task_without_term,
    "OB13" ob13_task_past_goal,
    "OB14" ob14_task_without_instrument,
    "OB15" ob15_empty_horizon,
    "OB16" ob16_later_than_lender,
    "OB17" ob17_open_horizon,
    "OB18" ob18_horizons_disordered,
}

use super::prelude::*;
use jiff::civil::Date;

/// The last day of a horizon.
fn end(case: &Case<'_>, horizon: Horizon) -> Option<Date> {
    let horizons = &case.department.horizons;
    match horizon {
        Horizon::Tactical => horizons.tactical,
        Horizon::Middle => horizons.middle,
        Horizon::Long => horizons.long,
    }
}
