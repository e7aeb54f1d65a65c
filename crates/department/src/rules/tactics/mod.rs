//! The T of SOSTAC: how each instrument is applied.

super::rules! {
    "TA01" ta01_no_instrument,
    "TA02" ta02_no_process,
    "TA03" ta03_no_how,
}
