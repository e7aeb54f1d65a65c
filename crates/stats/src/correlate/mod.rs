//! How columns go together.
