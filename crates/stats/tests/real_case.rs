//! Held against R's stored answers on real data.

#[path = "real_case/factor.rs"]
mod factor;
