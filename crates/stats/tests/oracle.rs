//! Answers of R and of longer arithmetic that lie beside the scripts that gave them.

#[path = "real_case/shared.rs"]
#[allow(dead_code, reason = "each test file uses its part of what is shared")]
mod shared;

#[path = "oracle/changed.rs"]
mod changed;
#[path = "oracle/correlate.rs"]
mod correlate;
#[path = "oracle/describe.rs"]
mod describe;
#[path = "oracle/factor_basis.rs"]
mod factor_basis;
#[path = "oracle/foresee.rs"]
mod foresee;
#[path = "oracle/lead.rs"]
mod lead;
