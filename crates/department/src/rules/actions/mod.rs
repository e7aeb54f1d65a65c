//! Rules about actions.

super::rules! {}
