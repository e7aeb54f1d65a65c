//! What lies behind many columns: components and factors.
