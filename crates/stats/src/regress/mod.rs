//! What a column depends on.
