//! The stored answers of R and the certified values of NIST, where the folder with them is there; where it is not, that is said.

#[path = "real_case/cluster.rs"]
mod cluster;
#[path = "real_case/correlate.rs"]
mod correlate;
#[path = "real_case/describe.rs"]
mod describe;
#[path = "real_case/factor.rs"]
mod factor;
#[path = "real_case/glm.rs"]
mod glm;
#[path = "real_case/linear.rs"]
mod linear;
#[path = "real_case/nist_linear.rs"]
mod nist_linear;
#[path = "real_case/parts.rs"]
mod parts;
#[path = "real_case/series.rs"]
mod series;
#[path = "real_case/shared.rs"]
#[allow(dead_code, reason = "each test file uses its part of what is shared")]
mod shared;
#[path = "real_case/test.rs"]
mod test;
