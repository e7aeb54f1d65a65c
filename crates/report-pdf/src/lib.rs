//! The report tree as PDF, set by Typst
