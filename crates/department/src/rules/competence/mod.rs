//! Rules about competence.

super::rules! {}
