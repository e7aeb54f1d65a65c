//! Rules about tactics.

super::rules! {}
