//! Atomic integers.

use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::atomic::Ordering;

use super::cell::{AtomicCell, Value};

/// The operations that all atomics have.
macro_rules! common_operations {
    ($name:ident $(<$generic:ident>)?, $type:ty) => {
        impl$(<$generic>)? $name$(<$generic>)? {
            /// An atomic that holds `value`.
            #[track_caller]
            pub const fn new(value: $type) -> Self {
                $name { cell: AtomicCell::new(stringify!($name), Location::caller(), value) }
            }

            /// Reads.
            #[track_caller]
            pub fn load(&self, ordering: Ordering) -> $type {
                self.cell.load(ordering, Location::caller())
            }

            /// Writes.
            #[track_caller]
            pub fn store(&self, value: $type, ordering: Ordering) {
                self.cell.store(value, ordering, Location::caller());
            }

            /// Writes, and returns what was there before.
            #[track_caller]
            pub fn swap(&self, value: $type, _ordering: Ordering) -> $type {
                self.cell.modify("swap", Location::caller(), |_| value)
            }

            /// Writes `new` if `current` is there, and returns what was there before.
            ///
            /// # Errors
            /// What is there, if it is something else.
            #[track_caller]
            pub fn compare_exchange(
                &self,
                current: $type,
                new: $type,
                _success: Ordering,
                failure: Ordering,
            ) -> Result<$type, $type> {
                self.cell.compare_exchange("compare_exchange", (current, new), failure, Location::caller())
            }

            /// The same, but it may fail for no reason.
            ///
            /// # Errors
            /// What is there.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self,
                current: $type,
                new: $type,
                _success: Ordering,
                failure: Ordering,
            ) -> Result<$type, $type> {
                self.cell.compare_exchange("compare_exchange_weak", (current, new), failure, Location::caller())
            }

            /// Replaces the value by what the function makes of it, as often as it takes.
            ///
            /// # Errors
            /// What is there, if the function makes nothing of it.
            #[track_caller]
            pub fn fetch_update<F: FnMut($type) -> Option<$type>>(
                &self,
                success: Ordering,
                failure: Ordering,
                change: F,
            ) -> Result<$type, $type> {
                self.cell.try_update((success, failure), Location::caller(), change)
            }

            /// The same.
            ///
            /// # Errors
            /// What is there, if the function makes nothing of it.
            #[track_caller]
            pub fn try_update(
                &self,
                success: Ordering,
                failure: Ordering,
                change: impl FnMut($type) -> Option<$type>,
            ) -> Result<$type, $type> {
                self.cell.try_update((success, failure), Location::caller(), change)
            }

            /// Replaces the value by what the function makes of it, and returns what was there before.
            #[track_caller]
            pub fn update(
                &self,
                success: Ordering,
                failure: Ordering,
                mut change: impl FnMut($type) -> $type,
            ) -> $type {
                let updated = self.cell.try_update((success, failure), Location::caller(), |old| Some(change(old)));
                updated.unwrap_or_else(|old| old)
            }

            /// The value, which nobody else can reach.
            pub fn get_mut(&mut self) -> &mut $type {
                self.cell.get_mut()
            }

            /// The value.
            pub fn into_inner(self) -> $type {
                self.cell.into_inner()
            }

            /// A pointer to the value.
            pub const fn as_ptr(&self) -> *mut $type {
                self.cell.as_ptr()
            }
        }

        impl$(<$generic>)? From<$type> for $name$(<$generic>)? {
            #[track_caller]
            fn from(value: $type) -> Self {
                $name::new(value)
            }
        }

        impl$(<$generic>)? fmt::Debug for $name$(<$generic>)? {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.cell.peek().fmt(formatter)
            }
        }
    };
}
pub(super) use common_operations;

/// An operation that reads, calculates and writes in one step.
macro_rules! fetch_operations {
    ($name:ident, $type:ty: $($operation:ident = $change:expr;)*) => {
        impl $name {
            $(
                /// Reads, calculates and writes in one step; returns what was there before.
                #[track_caller]
                pub fn $operation(&self, value: $type, _ordering: Ordering) -> $type {
                    let change: fn($type, $type) -> $type = $change;
                    self.cell.modify(stringify!($operation), Location::caller(), |old| change(old, value))
                }
            )*
        }
    };
}
pub(super) use fetch_operations;

macro_rules! integer {
    ($($name:ident $type:ident)*) => {$(
        #[doc = concat!("[`std::sync::atomic::", stringify!($name), "`](real_std::sync::atomic::", stringify!($name), ").")]
        pub struct $name {
            cell: AtomicCell<$type>,
        }

        impl Value for $type {
            fn bits(self) -> u64 {
                self as u64
            }

            fn text(self) -> String {
                threadlings_trace::number_text(self as i128)
            }
        }

        common_operations!($name, $type);
        fetch_operations! { $name, $type:
            fetch_add = $type::wrapping_add;
            fetch_sub = $type::wrapping_sub;
            fetch_and = |old, value| old & value;
            fetch_nand = |old, value| !(old & value);
            fetch_or = |old, value| old | value;
            fetch_xor = |old, value| old ^ value;
            fetch_max = $type::max;
            fetch_min = $type::min;
        }

        impl Default for $name {
            #[track_caller]
            fn default() -> Self {
                $name::new(0)
            }
        }
    )*};
}

integer! {
    AtomicI8 i8
    AtomicI16 i16
    AtomicI32 i32
    AtomicI64 i64
    AtomicIsize isize
    AtomicU8 u8
    AtomicU16 u16
    AtomicU32 u32
    AtomicU64 u64
    AtomicUsize usize
}
