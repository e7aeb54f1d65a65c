//! Files written by the crate `parquet`, read back.
