//! Rules about processes.

super::rules! {}
