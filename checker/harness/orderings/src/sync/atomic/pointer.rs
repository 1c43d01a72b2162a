//! `AtomicPtr`.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe};

use super::Ordering;
use super::word::Word;

pub struct AtomicPtr<T>(Word<*mut T>);

super::common!([T] AtomicPtr, *mut T);

impl<T> Default for AtomicPtr<T> {
    #[track_caller]
    fn default() -> Self {
        AtomicPtr::new(real_std::ptr::null_mut())
    }
}
