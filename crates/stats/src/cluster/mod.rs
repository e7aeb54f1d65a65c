//! Which kinds of rows there are.
