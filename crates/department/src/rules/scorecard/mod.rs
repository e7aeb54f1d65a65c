//! Rules about scorecard.

super::rules! {}
