//! A source as the crate `parquet` wants to read it.

use crate::Source;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};
use std::io::{self, Read};
use std::sync::Arc;

/// The bytes of a file.
pub struct Bytes(pub Arc<dyn Source>);

impl Length for Bytes {
    fn len(&self) -> u64 {
        self.0.size()
    }
}

impl ChunkReader for Bytes {
    type T = From;

    fn get_read(&self, start: u64) -> Result<From> {
        Ok(From { source: Arc::clone(&self.0), at: start })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<bytes::Bytes> {
        // Before so much memory is taken.
        if start.checked_add(length as u64).is_none_or(|end| end > self.0.size()) {
            return Err(ParquetError::EOF("the file is cut short".to_owned()));
        }
        let mut bytes = vec![0; length];
        self.0.read_at(start, &mut bytes)?;
        Ok(bytes.into())
    }
}

/// A source from a place on.
pub struct From {
    source: Arc<dyn Source>,
    at: u64,
}

impl Read for From {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.source.size().saturating_sub(self.at);
        let count = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        self.source.read_at(self.at, &mut buffer[..count])?;
        self.at += count as u64;
        Ok(count)
    }
}
