//! The header of a Parquet page, in Thrift's compact protocol.
//!
//! Sources: Apache Parquet's `parquet.thrift`; Apache Thrift, "Thrift compact protocol encoding". The crate `parquet` keeps its own
//! reader of it to itself.

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageKind {
    /// Values, with their levels packed with them.
    Data,
    /// Values, with their levels in front, which are not packed.
    DataV2,
    /// The dictionary of the pages behind it.
    Dictionary,
    /// Anything else.
    #[default]
    Other,
}

/// A page's header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PageHeader {
    /// What it is.
    pub kind: PageKind,
    /// How many bytes the header itself has.
    pub length: usize,
    /// How many bytes stand behind it.
    pub packed: usize,
    /// How many they unpack to.
    pub unpacked: usize,
    /// How many values, missing ones included.
    pub values: usize,
    /// How they are encoded: 0 plain, 2 and 8 by a dictionary.
    pub encoding: u64,
    /// Bytes of definition levels in front (version 2).
    pub definition: usize,
    /// Bytes of repetition levels in front of these (version 2).
    pub repetition: usize,
    /// Whether the values of a page of version 2 are packed.
    pub is_packed: bool,
}

impl PageHeader {
    /// Reads a header; nothing where the bytes end before it does, or are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut thrift = Thrift { bytes, at: 0 };
        let mut header = PageHeader { is_packed: true, ..PageHeader::default() };
        thrift.structure(&mut Vec::new(), &mut |path, value| match path {
            [1] => {
                header.kind = match value {
                    0 => PageKind::Data,
                    2 => PageKind::Dictionary,
                    3 => PageKind::DataV2,
                    _ => PageKind::Other,
                }
            }
            [2] => header.unpacked = size(value),
            [3] => header.packed = size(value),
            [5 | 7 | 8, 1] => header.values = size(value),
            [5 | 7, 2] | [8, 4] => header.encoding = value as u64,
            [8, 5] => header.definition = size(value),
            [8, 6] => header.repetition = size(value),
            [8, 7] => header.is_packed = value != 0,
            _ => {}
        })?;
        header.length = thrift.at;
        Some(header)
    }
}

/// A size; a negative one is none.
fn size(value: i64) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

/// How deep structures may lie in each other.
const DEEP: usize = 8;

struct Thrift<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Thrift<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn zigzag(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    fn pass(&mut self, bytes: u64) -> Option<()> {
        self.at = self.at.checked_add(usize::try_from(bytes).ok()?)?;
        (self.at <= self.bytes.len()).then_some(())
    }

    /// Calls for every whole number of a structure and of those in it, by the path of its fields' numbers.
    fn structure(&mut self, path: &mut Vec<i64>, each: &mut dyn FnMut(&[i64], i64)) -> Option<()> {
        if path.len() > DEEP {
            return None;
        }
        let mut field = 0i64;
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Some(());
            }
            field = match head >> 4 {
                0 => self.zigzag()?,
                step => field.checked_add(i64::from(step))?,
            };
            path.push(field);
            match head & 0x0f {
                1 => each(path, 1),
                2 => each(path, 0),
                kind => self.value(kind, path, each)?,
            }
            path.pop();
        }
    }

    fn value(&mut self, kind: u8, path: &mut Vec<i64>, each: &mut dyn FnMut(&[i64], i64)) -> Option<()> {
        match kind {
            // In a list, a truth is a byte.
            1..=3 => self.pass(1),
            4..=6 => {
                let value = self.zigzag()?;
                each(path, value);
                Some(())
            }
            7 => self.pass(8),
            8 => {
                let length = self.varint()?;
                self.pass(length)
            }
            9 | 10 => {
                let head = self.byte()?;
                let count = if head >> 4 == 15 { self.varint()? } else { u64::from(head >> 4) };
                let mut nothing = |_: &[i64], _: i64| {};
                (0..count).try_for_each(|_| self.value(head & 0x0f, path, &mut nothing))
            }
            12 => self.structure(path, each),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_header_is_read() {
        // type 0, unpacked 100, packed 50, data page {values 10, encoding 0, levels 3 and 3}.
        let bytes = [0x15, 0, 0x15, 200, 1, 0x15, 100, 0x2c, 0x15, 20, 0x15, 0, 0x15, 6, 0x15, 6, 0, 0];
        let header = PageHeader::read(&bytes).unwrap();
        assert_eq!((header.kind, header.length, header.values), (PageKind::Data, bytes.len(), 10));
        assert_eq!((header.unpacked, header.packed, header.encoding), (100, 50, 0));
        assert_eq!(PageHeader::read(&bytes[..10]), None);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            let _ = PageHeader::read(&bytes);
        }
    }
}
