//! Rules about strategy.

super::rules! {}
