//! The programs. Each has a `wrong` and a `right` form.

pub(crate) mod downgrade;
pub(crate) mod endless_recursion;
pub(crate) mod fails_once;
pub(crate) mod fence_after_the_store;
pub(crate) mod forgotten_arc;
pub(crate) mod hash_order;
pub(crate) mod id_counter;
pub(crate) mod last_arc_drops;
pub(crate) mod last_handle;
pub(crate) mod lazy_pointer;
pub(crate) mod lock_found_held;
pub(crate) mod lock_order;
pub(crate) mod looked_before_it_stored;
pub(crate) mod many_threads;
pub(crate) mod one_shot;
pub(crate) mod peterson;
pub(crate) mod peterson_swap;
pub(crate) mod poisoned_lock;
pub(crate) mod publish;
pub(crate) mod publish_by_fences;
pub(crate) mod publish_seen_by_exchange;
pub(crate) mod reader_writer_lock;
pub(crate) mod reference_count;
pub(crate) mod ring;
pub(crate) mod seqcst_stores_only;
mod spin_lock;
pub(crate) mod spin_lock_compare_exchange;
pub(crate) mod spin_lock_fetch_or;
pub(crate) mod spin_lock_static;
pub(crate) mod spin_lock_strong_swap;
pub(crate) mod spin_lock_swap;
pub(crate) mod spin_lock_test_first;
pub(crate) mod store_buffering;
pub(crate) mod store_buffering_by_fences;
pub(crate) mod strong_access_after_the_store;
pub(crate) mod told_to_store;
pub(crate) mod trait_objects;
pub(crate) mod upgrade_and_drop;
pub(crate) mod wait_for_ever;
pub(crate) mod weak_exchange;

use std::RaceProbe;
use std::cell::UnsafeCell;

/// A value that threads share without any protection.
pub(crate) struct Bare(UnsafeCell<RaceProbe<u32>>);

// SAFETY: not at all; that is what the programs are about.
unsafe impl Sync for Bare {}

impl Bare {
    pub(crate) fn new(value: u32) -> Self {
        Bare(UnsafeCell::new(RaceProbe::new(value)))
    }

    pub(crate) fn read(&self) -> u32 {
        // SAFETY: a race ends the execution before it does harm.
        unsafe { (*self.0.get()).read() }
    }

    pub(crate) fn write(&self, value: u32) {
        // SAFETY: as above.
        unsafe { (*self.0.get()).write(value) }
    }
}
