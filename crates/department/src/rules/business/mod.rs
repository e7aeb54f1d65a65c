//! Rules about business.

super::rules! {}
