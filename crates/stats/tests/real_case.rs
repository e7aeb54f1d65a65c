//! The stored answers of R and the certified values of NIST, where the folder with them is there.

#[path = "real_case/shared.rs"]
#[allow(dead_code)]
mod shared;

#[path = "real_case/correlate.rs"]
mod correlate;
#[path = "real_case/describe.rs"]
mod describe;
