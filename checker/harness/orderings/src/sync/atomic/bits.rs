//! Values that fit into an atomic, as 64 bits.

use real_std::fmt::Debug;

use crate::record;

/// A value that an atomic can hold.
pub(crate) trait Bits: Copy + Debug + PartialEq {
    fn to_bits(self) -> u64;
    fn from_bits(bits: u64) -> Self;

    /// What a report shows of it.
    fn text(self) -> String {
        format!("{self:?}")
    }
}

macro_rules! integers {
    ($($integer:ty => $unsigned:ty),* $(,)?) => {$(
        impl Bits for $integer {
            fn to_bits(self) -> u64 {
                self as $unsigned as u64
            }

            fn from_bits(bits: u64) -> Self {
                bits as $unsigned as $integer
            }

            fn text(self) -> String {
                threadlings_trace::number_text(self as i128)
            }
        }
    )*};
}

integers! {
    i8 => u8, i16 => u16, i32 => u32, i64 => u64, isize => usize,
    u8 => u8, u16 => u16, u32 => u32, u64 => u64, usize => usize,
}

impl Bits for bool {
    fn to_bits(self) -> u64 {
        u64::from(self)
    }

    fn from_bits(bits: u64) -> Self {
        bits != 0
    }
}

impl<T> Bits for *mut T {
    fn to_bits(self) -> u64 {
        self.expose_provenance() as u64
    }

    fn from_bits(bits: u64) -> Self {
        real_std::ptr::with_exposed_provenance_mut(bits as usize)
    }

    fn text(self) -> String {
        if self.is_null() { "null".to_owned() } else { record::name_of_address(self.addr()) }
    }
}
