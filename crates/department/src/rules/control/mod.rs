//! Rules about control.

super::rules! {}
