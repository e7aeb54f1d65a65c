//! Bytes that are read at a place.

use std::fs::File;
use std::io;
use std::sync::Arc;

/// Something that is read at an offset, by several at once: bytes in memory, a file, a part of an object store.
pub trait Source: Send + Sync {
    /// How many bytes there are.
    fn size(&self) -> u64;

    /// Fills the buffer with what stands at an offset; an error where there is not so much.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()>;
}

impl<S: Source + ?Sized> Source for Arc<S> {
    fn size(&self) -> u64 {
        (**self).size()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        (**self).read_at(offset, buffer)
    }
}

impl Source for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let from = usize::try_from(offset).map_err(|_| io::ErrorKind::UnexpectedEof)?;
        let until = from.checked_add(buffer.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        buffer.copy_from_slice(self.get(from..until).ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

#[cfg(unix)]
impl Source for File {
    fn size(&self) -> u64 {
        self.metadata().map_or(0, |about| about.len())
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(self, buffer, offset)
    }
}

#[cfg(windows)]
impl Source for File {
    fn size(&self) -> u64 {
        self.metadata().map_or(0, |about| about.len())
    }

    fn read_at(&self, mut offset: u64, mut buffer: &mut [u8]) -> io::Result<()> {
        while !buffer.is_empty() {
            match std::os::windows::fs::FileExt::seek_read(self, buffer, offset)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                read => {
                    offset += read as u64;
                    buffer = &mut buffer[read..];
                }
            }
        }
        Ok(())
    }
}

/// The bytes of a range, cut where the source ends.
pub(crate) fn range(source: &dyn Source, from: u64, until: u64) -> io::Result<Vec<u8>> {
    let until = until.min(source.size());
    let length = usize::try_from(until.saturating_sub(from)).map_err(|_| io::ErrorKind::OutOfMemory)?;
    let mut bytes = vec![0; length];
    if length > 0 {
        source.read_at(from, &mut bytes)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn memory_and_files_are_read_at_a_place() {
        let bytes = b"0123456789".to_vec();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        for source in [&bytes as &dyn Source, &file] {
            assert_eq!(source.size(), 10);
            let mut three = [0; 3];
            source.read_at(4, &mut three).unwrap();
            assert_eq!(&three, b"456");
            assert!(source.read_at(8, &mut three).is_err());
            assert!(source.read_at(u64::MAX, &mut three).is_err());
            assert_eq!(range(source, 8, 99).unwrap(), b"89");
            assert_eq!(range(source, 99, 99).unwrap(), b"");
        }
    }
}
