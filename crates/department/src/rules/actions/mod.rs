//! The A of SOSTAC: what is done by whom and when, and whether people and money suffice.

mod load;

super::rules! {
    "AC01" ac01_no_task,
    "AC02" ac02_no_owner,
    "AC03" ac03_no_dates,
    "AC04" ac04_ends_before_start,
    "AC05" ac05_too_early,
    "AC06" ac06_circle,
    "AC07" ac07_overload,
    "AC08" ac08_over_budget,
    "AC09" ac09_task_without_action,
    "AC10" ac10_past_task,
    "AC11" ac11_no_effort,
}
