//! Unpacking a page into a buffer that is there already.

use parquet::basic::Compression;
use std::io::Read;

/// Unpacks exactly as many bytes as the buffer has; nothing where there are more or less.
pub fn unpack(compression: Compression, packed: &[u8], out: &mut [u8]) -> Option<()> {
    if out.is_empty() {
        return Some(());
    }
    let read = match compression {
        Compression::SNAPPY => snap::raw::Decoder::new().decompress(packed, out).ok()?,
        Compression::ZSTD(_) => zstd::bulk::decompress_to_buffer(packed, out).ok()?,
        Compression::LZ4_RAW => lz4_flex::block::decompress_into(packed, out).ok()?,
        Compression::GZIP(_) => {
            flate2::read::MultiGzDecoder::new(packed).read_exact(out).ok()?;
            out.len()
        }
        _ => return None,
    };
    (read == out.len()).then_some(())
}
