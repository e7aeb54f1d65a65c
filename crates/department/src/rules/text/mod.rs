//! Faults of the texts themselves. The reader raises them; here they are explained and tested.

super::rules! {
    "TX01" tx01_syntax,
    "TX02" tx02_not_utf8,
    "TX03" tx03_unknown_key,
    "TX04" tx04_unknown_table,
    "TX05" tx05_wrong_type,
    "TX06" tx06_unknown_word,
    "TX07" tx07_dangling,
    "TX08" tx08_duplicate,
    "TX09" tx09_limit,
    "TX10" tx10_absent,
    "TX11" tx11_stray,
}

/// The reader has reported these already.
fn reported(_: &crate::rules::Case<'_>, _: &mut diag::Findings) {}
