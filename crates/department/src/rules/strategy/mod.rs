//! The second S of SOSTAC: the set of relevant instruments, and whom each is for.

super::rules! {
    "ST01" st01_idle_instrument,
    "ST02" st02_no_tactic,
    "ST03" st03_no_audience,
    "ST04" st04_unspecified,
    "ST05" st05_one_line,
    "ST06" st06_unreached_segment,
    "ST07" st07_no_summary,
    "ST08" st08_all_paid,
}
