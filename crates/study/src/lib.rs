//! A question to data.
