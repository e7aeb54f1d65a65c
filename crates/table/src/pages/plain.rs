//! Plainly encoded figures, and what their column says they are.

/// How a physical value becomes a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Plain {
    /// Doubles.
    Double,
    /// Floats.
    Float,
    /// Whole numbers of four bytes, divided.
    Int32(f64),
    /// Whole numbers of eight bytes, divided: moments in microseconds, decimals.
    Int64(f64),
    /// Whole numbers of four bytes without a sign.
    Unsigned32,
    /// Whole numbers of eight bytes without a sign.
    Unsigned64,
}

impl Plain {
    /// Bytes of a value.
    pub fn size(self) -> usize {
        match self {
            Plain::Double | Plain::Int64(_) | Plain::Unsigned64 => 8,
            Plain::Float | Plain::Int32(_) | Plain::Unsigned32 => 4,
        }
    }

    /// Reads as many values as both sides have.
    pub fn read(self, bytes: &[u8], out: &mut [f64]) {
        match self {
            Plain::Double => each(bytes, out, f64::from_le_bytes),
            Plain::Float => each(bytes, out, |bytes| f64::from(f32::from_le_bytes(bytes))),
            Plain::Int32(by) => {
                each(bytes, out, |bytes| self.whole(i64::from(i32::from_le_bytes(bytes)), by))
            }
            Plain::Int64(by) => each(bytes, out, |bytes| self.whole(i64::from_le_bytes(bytes), by)),
            Plain::Unsigned32 => each(bytes, out, |bytes| f64::from(u32::from_le_bytes(bytes))),
            Plain::Unsigned64 => each(bytes, out, |bytes| u64::from_le_bytes(bytes) as f64),
        }
    }

    #[inline]
    fn whole(self, value: i64, by: f64) -> f64 {
        value as f64 / by
    }

    /// A whole number that the general reader gives with a sign.
    pub fn of_whole(self, value: i64) -> f64 {
        match self {
            Plain::Int32(by) | Plain::Int64(by) => self.whole(value, by),
            Plain::Unsigned32 => f64::from(value as u32),
            Plain::Unsigned64 => value as u64 as f64,
            Plain::Double | Plain::Float => value as f64,
        }
    }
}

#[inline]
fn each<const SIZE: usize>(bytes: &[u8], out: &mut [f64], value: impl Fn([u8; SIZE]) -> f64) {
    let (chunks, _) = bytes.as_chunks::<SIZE>();
    for (to, bytes) in out.iter_mut().zip(chunks) {
        *to = value(*bytes);
    }
}
