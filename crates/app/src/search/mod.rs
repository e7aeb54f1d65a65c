//! A search over what the documents say: quick enough to answer while one types.
//!
//! Words are compared without case, «ё» as «е», and by their stems, so that «ответов» finds «ответы» and “replies”
//! finds “reply”. Every word of the query must occur; where it occurs says how high a hit stands.

mod fold;
mod index;
mod query;

pub use index::{Hit, Index};
pub use query::Query;
