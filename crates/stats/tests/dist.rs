//! The tails of distributions against many digits of mpmath, and their quantiles against the same figures.

#[path = "dist/mod.rs"]
mod dist;
