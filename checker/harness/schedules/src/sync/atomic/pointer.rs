//! The atomic pointer.

use real_std::fmt;
use real_std::panic::Location;
use real_std::ptr;
use real_std::sync::atomic::Ordering;

use super::cell::{AtomicCell, Value};
use super::integers::common_operations;

/// [`std::sync::atomic::AtomicPtr`](real_std::sync::atomic::AtomicPtr).
pub struct AtomicPtr<T> {
    cell: AtomicCell<*mut T>,
}

impl<T> Value for *mut T {
    fn bits(self) -> u64 {
        self.addr() as u64
    }

    fn text(self) -> String {
        (if self.is_null() { "null" } else { "a pointer" }).to_owned()
    }
}

common_operations!(AtomicPtr<T>, *mut T);

impl<T> Default for AtomicPtr<T> {
    #[track_caller]
    fn default() -> Self {
        AtomicPtr::new(ptr::null_mut())
    }
}

impl<T> fmt::Pointer for AtomicPtr<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cell.peek().fmt(formatter)
    }
}
