//! Damage that the crate `parquet` does not look for.

use crate::TableError;
use parquet::file::metadata::ParquetMetaData;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// No group has more rows than this; more are a slip in its index.
const ROWS: i64 = 1 << 40;

/// Whether the places that the file tells of its columns can be places at all.
pub fn sound(about: &ParquetMetaData) -> Result<(), TableError> {
    let is_sound = about.row_groups().iter().all(|group| {
        group.columns().iter().all(|column| {
            let start = column.dictionary_page_offset().unwrap_or(0).min(column.data_page_offset());
            let flat = column.column_descr().max_rep_level() > 0 || column.num_values() == group.num_rows();
            start >= 0
                && column.compressed_size() >= 0
                && column.num_values() >= 0
                && (0..=ROWS).contains(&group.num_rows())
                && flat
        })
    });
    match is_sound {
        true => Ok(()),
        false => Err(TableError::Faulty { detail: "the index of the Parquet file is damaged".to_owned() }),
    }
}

/// The crate `parquet` takes some damage for its own mistake and panics; here it is the file's.
pub fn guarded<A>(work: impl FnOnce() -> Result<A, TableError>) -> Result<A, TableError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(TableError::Faulty { detail: "the Parquet file is damaged".to_owned() }))
}
