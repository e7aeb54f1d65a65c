//! Text that is packed.

use crate::{Source, TableError, source};
use std::io::Read;

/// Packed text is unpacked in memory, to no more than this.
const UNPACKED: usize = 1 << 30;

/// Unpacks gzip or Zstandard.
pub fn unpack(source: &dyn Source) -> Result<Vec<u8>, TableError> {
    if source.size() > UNPACKED as u64 {
        return Err(TableError::TooLarge { what: "unpacked", limit: UNPACKED });
    }
    let packed = source::range(source, 0, UNPACKED as u64).map_err(TableError::io)?;
    let mut reader: Box<dyn Read + '_> = if packed.starts_with(b"\x1f\x8b") {
        Box::new(flate2::read::MultiGzDecoder::new(&*packed))
    } else {
        Box::new(zstd::Decoder::new(&*packed).map_err(TableError::io)?)
    };
    let mut bytes = Vec::new();
    reader.by_ref().take(UNPACKED as u64 + 1).read_to_end(&mut bytes).map_err(TableError::io)?;
    if bytes.len() > UNPACKED {
        return Err(TableError::TooLarge { what: "unpacked", limit: UNPACKED });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn what_is_packed_is_unpacked() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(b"a;b\n1;2\n").unwrap();
        assert_eq!(unpack(&gzip.finish().unwrap()).unwrap(), b"a;b\n1;2\n");
        assert_eq!(unpack(&zstd::encode_all(&b"a;b"[..], 1).unwrap()).unwrap(), b"a;b");
        assert!(unpack(&b"\x1f\x8b\x08cut".to_vec()).is_err());
    }
}
