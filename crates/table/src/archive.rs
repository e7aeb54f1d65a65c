//! What a ZIP archive holds: as it says itself, and as it turns out when it is unpacked.

use crate::{Bounds, TableError, grow};
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// An error where the archive unpacks to more than it may, or says nothing that can be understood. What it says of
/// itself is read from its directory, without unpacking anything; where the bounds ask for it the archive is unpacked as
/// well, into nothing, until it is through or too much.
pub fn check(bytes: &[u8], bounds: &Bounds) -> Result<(), TableError> {
    let Some(unpacked) = unpacked(bytes) else {
        return Err(TableError::Broken { detail: "no directory at the end of the archive".to_owned() });
    };
    grow::over("unpacked", usize::try_from(unpacked).unwrap_or(usize::MAX), bounds.unpacked)?;
    if bounds.counted { counted(bytes, bounds.unpacked) } else { Ok(()) }
}

/// Unpacks everything and keeps nothing.
fn counted(bytes: &[u8], limit: usize) -> Result<(), TableError> {
    let broken = |error: &dyn std::fmt::Display| TableError::Broken { detail: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = limit as u64;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| broken(&error))?;
        let read = copy(&mut file.take(left + 1), &mut sink()).map_err(|error| broken(&error))?;
        grow::over("unpacked", usize::try_from(read).unwrap_or(usize::MAX), left as usize)
            .map_err(|_| TableError::TooLarge { what: "unpacked", limit })?;
        left -= read;
    }
    Ok(())
}

/// What one entry of an archive unpacks to, as far as the limit.
pub fn entry(bytes: &[u8], name: &str, limit: usize) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name(name).ok()?;
    let mut content = Vec::new();
    file.take(limit as u64).read_to_end(&mut content).ok()?;
    Some(content)
}

/// The sum of the unpacked sizes of all entries. Sizes of 4 GiB and more stand elsewhere and count as 4 GiB here.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    // The end of the directory: 22 bytes and a comment of at most 65,535.
    let from = bytes.len().saturating_sub(22 + 65_535);
    let end = from + bytes[from..].windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = number(bytes, end + 10, 2)?;
    let mut at = number(bytes, end + 16, 4)? as usize;
    let mut sum = 0;
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        sum += number(bytes, at + 24, 4)?;
        let lengths = number(bytes, at + 28, 2)? + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
        at += 46 + lengths as usize;
    }
    Some(sum)
}

/// A number of so many bytes, lowest first.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(width)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_zip::zip;

    #[test]
    fn the_sizes_are_added_up() {
        assert_eq!(unpacked(&zip(&[("a", "four"), ("b", "seven..")])), Some(11));
        assert_eq!(unpacked(b"PK\x03\x04"), None);
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let mut bomb = zip(&[("a", "x")]);
        let at = bomb.windows(4).position(|window| window == b"PK\x01\x02").unwrap() + 24;
        bomb[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        let bounds = Bounds::default();
        let refused = Err(TableError::TooLarge { what: "unpacked", limit: bounds.unpacked });
        assert_eq!(check(&bomb, &bounds), refused);
        assert_eq!(check(&zip(&[("a", "x")]), &bounds), Ok(()));
    }

    /// Ten megabytes of nothing in some ten kilobytes, which say that they are five bytes.
    #[test]
    fn a_bomb_that_lies_is_found_out() {
        use std::io::Write;
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&vec![b' '; 10 << 20]).unwrap();
        let mut bomb = writer.finish().unwrap().into_inner();
        let at = bomb.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap() + 24;
        bomb[at..at + 4].copy_from_slice(&5_u32.to_le_bytes());
        let bounds = Bounds { unpacked: 1 << 20, counted: true, ..Bounds::default() };
        assert!(matches!(
            check(&bomb, &bounds),
            Err(TableError::TooLarge { what: "unpacked", .. } | TableError::Broken { .. })
        ));
        bomb[at..at + 4].copy_from_slice(&(10_u32 << 20).to_le_bytes());
        assert!(matches!(check(&bomb, &bounds), Err(TableError::TooLarge { what: "unpacked", .. })));
        let enough = Bounds { unpacked: 11 << 20, ..bounds };
        assert_eq!(check(&bomb, &enough), Ok(()));
    }
}
