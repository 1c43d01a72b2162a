//! `AtomicBool`.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe};

use super::Ordering;
use super::word::Word;

pub struct AtomicBool(Word<bool>);

super::common!([] AtomicBool, bool);

impl AtomicBool {
    #[track_caller]
    pub fn fetch_and(&self, value: bool, order: Ordering) -> bool {
        self.0.update("fetch_and", order, Location::caller(), |before| before & value)
    }

    #[track_caller]
    pub fn fetch_nand(&self, value: bool, order: Ordering) -> bool {
        self.0.update("fetch_nand", order, Location::caller(), |before| !(before & value))
    }

    #[track_caller]
    pub fn fetch_or(&self, value: bool, order: Ordering) -> bool {
        self.0.update("fetch_or", order, Location::caller(), |before| before | value)
    }

    #[track_caller]
    pub fn fetch_xor(&self, value: bool, order: Ordering) -> bool {
        self.0.update("fetch_xor", order, Location::caller(), |before| before ^ value)
    }

    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.0.update("fetch_not", order, Location::caller(), |before| !before)
    }
}

impl Default for AtomicBool {
    #[track_caller]
    fn default() -> Self {
        AtomicBool::new(false)
    }
}
