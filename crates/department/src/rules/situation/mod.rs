//! Rules about situation.

super::rules! {}
