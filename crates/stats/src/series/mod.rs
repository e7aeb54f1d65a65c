//! What a column does over time.
