//! Held against the reference cases of the workshop. Where they are absent that is said, and nothing is held against them.

#[path = "real_case/test.rs"]
mod test;
