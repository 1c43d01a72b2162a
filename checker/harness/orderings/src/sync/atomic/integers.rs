//! The atomic integers.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe};

use super::Ordering;
use super::word::Word;

macro_rules! integers {
    ($($name:ident: $integer:ty;)*) => {$(
        pub struct $name(Word<$integer>);

        super::common!([] $name, $integer);

        impl $name {
            integers! { @updates $integer:
                fetch_add: |before, value| before.wrapping_add(value);
                fetch_sub: |before, value| before.wrapping_sub(value);
                fetch_and: |before, value| before & value;
                fetch_nand: |before, value| !(before & value);
                fetch_or: |before, value| before | value;
                fetch_xor: |before, value| before ^ value;
                fetch_max: |before, value| before.max(value);
                fetch_min: |before, value| before.min(value);
            }
        }

        impl Default for $name {
            #[track_caller]
            fn default() -> Self {
                $name::new(0)
            }
        }
    )*};
    (@updates $integer:ty: $($operation:ident: |$before:ident, $value:ident| $after:expr;)*) => {$(
        #[track_caller]
        pub fn $operation(&self, $value: $integer, order: Ordering) -> $integer {
            self.0.update(stringify!($operation), order, Location::caller(), |$before: $integer| $after)
        }
    )*};
}

integers! {
    AtomicI8: i8;
    AtomicI16: i16;
    AtomicI32: i32;
    AtomicI64: i64;
    AtomicIsize: isize;
    AtomicU8: u8;
    AtomicU16: u16;
    AtomicU32: u32;
    AtomicU64: u64;
    AtomicUsize: usize;
}
