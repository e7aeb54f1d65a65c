//! Rules about listening.

super::rules! {}
