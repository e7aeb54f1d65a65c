//! What is kept: a trait for each aggregate, and one suite of stories for every implementation
