//! Held against R's stored answers on real data.

#[path = "real_case/cluster.rs"]
mod cluster;
