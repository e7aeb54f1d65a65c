//! Processes in both notations, SMM's place in those of the business, and hand-offs between departments.

super::rules! {
    "PR01" pr01_no_notation,
    "PR02" pr02_no_place_for_smm,
    "PR03" pr03_no_agreed_time,
    "PR04" pr04_one_sided,
    "PR05" pr05_crosses_nothing,
    "PR06" pr06_process_without_owner,
    "PR07" pr07_isolated_unit,
    "PR08" pr08_only_own_processes,
    "PR09" pr09_wrong_ending,
    "PR10" pr10_handoff_in_no_process,
    "PR11" pr11_unused_process,
}
