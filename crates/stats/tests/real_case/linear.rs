//! Linear models against R's stored answers.
