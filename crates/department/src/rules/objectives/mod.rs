//! The O of SOSTAC: goals are borrowed, tasks are steps.

super::rules! {
    "OB01" ob01_unborrowed,
}
