//! Approval: who makes a revision normative.

super::rules! {
    "AP01" ap01_stage_of_nobody,
    "AP02" ap02_twice_asked,
}
