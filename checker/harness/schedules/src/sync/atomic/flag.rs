//! The atomic flag.

use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::atomic::Ordering;

use super::cell::{AtomicCell, Value};
use super::integers::{common_operations, fetch_operations};

/// [`std::sync::atomic::AtomicBool`](real_std::sync::atomic::AtomicBool).
pub struct AtomicBool {
    cell: AtomicCell<bool>,
}

impl Value for bool {
    fn bits(self) -> u64 {
        self.into()
    }

    fn text(self) -> String {
        self.to_string()
    }
}

common_operations!(AtomicBool, bool);
fetch_operations! { AtomicBool, bool:
    fetch_and = |old, value| old & value;
    fetch_nand = |old, value| !(old & value);
    fetch_or = |old, value| old | value;
    fetch_xor = |old, value| old ^ value;
}

impl AtomicBool {
    /// Turns it over, and returns what was there before.
    #[track_caller]
    pub fn fetch_not(&self, _ordering: Ordering) -> bool {
        self.cell.modify("fetch_not", Location::caller(), |old| !old)
    }
}

impl Default for AtomicBool {
    #[track_caller]
    fn default() -> Self {
        AtomicBool::new(false)
    }
}
