//! Hidden tests of `four_markers`. What moves and what is shared is judged by the misuse programs.

use std::mem::size_of;

use exercise::{Both, Neither, OnlySend, OnlySync};

/// Each type returns the number it was made with.
#[native]
fn the_number_is_kept() {
    assert_eq!(Both::new(1).get(), 1, "`Both::new(1).get()` does not return 1");
    assert_eq!(OnlySend::new(2).get(), 2, "`OnlySend::new(2).get()` does not return 2");
    assert_eq!(OnlySync::new(3).get(), 3, "`OnlySync::new(3).get()` does not return 3");
    assert_eq!(Neither::new(u32::MAX).get(), u32::MAX, "`Neither::new(u32::MAX).get()` does not return u32::MAX");
}

/// Each type is as large as a `u32`.
#[native]
fn the_markers_cost_nothing() {
    assert_eq!(size_of::<Both>(), 4, "`Both` does not have 4 bytes");
    assert_eq!(size_of::<OnlySend>(), 4, "`OnlySend` does not have 4 bytes");
    assert_eq!(size_of::<OnlySync>(), 4, "`OnlySync` does not have 4 bytes");
    assert_eq!(size_of::<Neither>(), 4, "`Neither` does not have 4 bytes");
}
