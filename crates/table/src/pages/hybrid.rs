//! Small whole numbers in runs and in packs of eight: Parquet's levels and indexes of dictionaries.
//!
//! Source: Apache Parquet, "Encodings", run length encoding / bit-packing hybrid.

/// A reader of such numbers, as a place in bytes that someone else holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hybrid {
    /// Bits of a number.
    width: u32,
    /// The next byte to read.
    at: usize,
    /// The byte behind the last.
    until: usize,
    run: Run,
}

#[derive(Debug, Clone, Copy)]
enum Run {
    /// The same number so many times.
    Same { value: u32, left: usize },
    /// Numbers packed bit by bit from a byte on; `bit` is the next.
    Packed { from: usize, bit: usize, left: usize },
}

impl Default for Run {
    fn default() -> Self {
        Run::Same { value: 0, left: 0 }
    }
}

impl Hybrid {
    /// Numbers of that many bits in a range of bytes.
    pub fn new(width: u8, at: usize, until: usize) -> Self {
        Hybrid { width: u32::from(width.min(32)), at, until, run: Run::default() }
    }

    /// Whether the next numbers are all the same one.
    pub fn is_all(&mut self, bytes: &[u8], value: u32, count: usize) -> bool {
        if self.is_over() && self.next_run(bytes).is_none() {
            return false;
        }
        matches!(self.run, Run::Same { value: same, left } if same == value && left >= count)
    }

    fn is_over(&self) -> bool {
        matches!(self.run, Run::Same { left: 0, .. } | Run::Packed { left: 0, .. })
    }

    fn next_run(&mut self, bytes: &[u8]) -> Option<()> {
        let bytes = bytes.get(..self.until)?;
        let (mut head, mut shift) = (0usize, 0);
        loop {
            let byte = *bytes.get(self.at)?;
            self.at += 1;
            head |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
            if shift > 35 {
                return None;
            }
        }
        if head & 1 == 1 {
            let length = (head >> 1).checked_mul(self.width as usize)?;
            // A last pack may be cut short where its end holds no number.
            let end = self.at.checked_add(length)?.min(bytes.len());
            let left =
                if self.width == 0 { (head >> 1) * 8 } else { (end - self.at) * 8 / self.width as usize };
            self.run = Run::Packed { from: self.at, bit: 0, left };
            self.at = end;
        } else {
            let size = self.width.div_ceil(8) as usize;
            let mut value = [0; 4];
            value.get_mut(..size)?.copy_from_slice(bytes.get(self.at..self.at + size)?);
            self.at += size;
            self.run = Run::Same { value: u32::from_le_bytes(value), left: head >> 1 };
        }
        Some(())
    }

    /// Hands on so many numbers, in order; nothing where there are not so many.
    pub fn each(&mut self, bytes: &[u8], mut count: usize, mut each: impl FnMut(u32)) -> Option<()> {
        let mut empty = 0;
        while count > 0 {
            if self.is_over() {
                self.next_run(bytes)?;
                // Runs of nothing say nothing; a file of them only is broken.
                empty += 1;
                if empty > 1_000_000 {
                    return None;
                }
            }
            match &mut self.run {
                Run::Same { value, left } => {
                    let take = count.min(*left);
                    (0..take).for_each(|_| each(*value));
                    *left -= take;
                    count -= take;
                }
                Run::Packed { from, bit, left } => {
                    let take = count.min(*left);
                    let mask = ((1u64 << self.width) - 1) as u32;
                    for number in 0..take {
                        let place = *bit + number * self.width as usize;
                        each((word(bytes, *from + place / 8) >> (place % 8)) as u32 & mask);
                    }
                    *bit += take * self.width as usize;
                    *left -= take;
                    count -= take;
                }
            }
        }
        Some(())
    }
}

/// Eight bytes from a place on, zeros where they end.
#[inline]
fn word(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8).and_then(|bytes| bytes.first_chunk()) {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => {
            let mut last = [0; 8];
            let rest = bytes.get(at..).unwrap_or_default();
            last[..rest.len().min(8)].copy_from_slice(&rest[..rest.len().min(8)]);
            u64::from_le_bytes(last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn runs_and_packs_are_read() {
        // The specification's own example: 0 to 7 in three bits.
        let bytes = [0x03, 0b1000_1000, 0b1100_0110, 0b1111_1010, 0x0a, 0x05];
        let mut numbers = Vec::new();
        let mut hybrid = Hybrid::new(3, 0, bytes.len());
        hybrid.each(&bytes, 13, |number| numbers.push(number)).unwrap();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6, 7, 5, 5, 5, 5, 5]);
        assert_eq!(hybrid.each(&bytes, 1, |_| {}), None);
        assert!(Hybrid::new(3, 4, 6).is_all(&bytes, 5, 5));
        assert!(!Hybrid::new(3, 4, 6).is_all(&bytes, 5, 6));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..40), width in any::<u8>()) {
            let mut count = 0;
            let _ = Hybrid::new(width, 0, bytes.len()).each(&bytes, 1000, |_| count += 1);
            prop_assert!(count <= 1000);
        }
    }
}
