//! The use-cases: what the page and the command line share
