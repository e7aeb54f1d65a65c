//! What a ZIP archive says that it holds, read from its directory without unpacking anything.

use crate::{BYTES, TableError, grow};

/// How many times the longest file a workbook may unpack to.
const UNPACKED: usize = BYTES * 8;

/// An error where the archive says that it unpacks to more than a workbook may, or says nothing that can be
/// understood. An archive that lies about its sizes gets past this; the limits on rows and cells are still there.
pub fn check(bytes: &[u8]) -> Result<(), TableError> {
    let Some(unpacked) = unpacked(bytes) else {
        return Err(TableError::Broken { detail: "no directory at the end of the archive".to_owned() });
    };
    grow::over("unpacked", usize::try_from(unpacked).unwrap_or(usize::MAX), UNPACKED)
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
        assert_eq!(check(&bomb), Err(TableError::TooLarge { what: "unpacked", limit: UNPACKED }));
        assert_eq!(check(&zip(&[("a", "x")])), Ok(()));
    }
}
