//! Bytes to text.

use crate::TableError;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};
use std::borrow::Cow;

/// The text of a file and the name of its encoding: what a byte order mark says, else UTF-8 where every byte
/// fits it, else Windows-1251, which is what a Russian Excel writes.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), TableError> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1251,
    };
    let (text, faulty) = encoding.decode_with_bom_removal(bytes);
    if faulty || text.contains('\0') {
        return Err(TableError::NotText);
    }
    Ok((text, encoding.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, &'static str) {
        let (text, encoding) = decode(bytes).unwrap();
        (text.into_owned(), encoding)
    }

    #[test]
    fn each_encoding_is_known_by_its_bytes() {
        assert_eq!(text("охват".as_bytes()), ("охват".to_owned(), "UTF-8"));
        assert_eq!(text("\u{feff}охват".as_bytes()), ("охват".to_owned(), "UTF-8"));
        assert_eq!(text(b"\xee\xf5\xe2\xe0\xf2"), ("охват".to_owned(), "windows-1251"));
        let units: Vec<u16> = "\u{feff}охват".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(text(&little), ("охват".to_owned(), "UTF-16LE"));
        assert_eq!(text(&big), ("охват".to_owned(), "UTF-16BE"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"a;b\0"), Err(TableError::NotText));
        assert_eq!(decode(b"\xef\xbb\xbfa\xff"), Err(TableError::NotText));
        assert_eq!(decode(b"\xff\xfea"), Err(TableError::NotText));
    }
}
