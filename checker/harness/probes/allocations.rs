//! An allocator that counts.
#![allow(unsafe_code)]

use crate::real_std::alloc::{GlobalAlloc, Layout, System};
use crate::real_std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How much memory the learner's code asks for.
///
/// Catches copies of data that should be shared or borrowed, and allocations in places that should need none.
///
#[doc = concat!("```ignore\n", include_str!("../examples/allocations/tests.rs"), "```")]
pub struct Allocations;

impl Allocations {
    /// Runs the closure; returns its result, the bytes that were asked for meanwhile, and how often memory was asked
    /// for, by all threads together. What was freed again counts too; growing a block counts with its new size. Under
    /// `schedules` some of it is the model's own where threads start and values travel, and more while a failing schedule
    /// is recorded: a sentence should not say how much it was.
    pub fn during<R>(closure: impl FnOnce() -> R) -> (R, usize, usize) {
        BYTES.store(0, Ordering::SeqCst);
        COUNT.store(0, Ordering::SeqCst);
        COUNTING.store(true, Ordering::SeqCst);
        let result = closure();
        COUNTING.store(false, Ordering::SeqCst);
        (result, BYTES.load(Ordering::SeqCst), COUNT.load(Ordering::SeqCst))
    }
}

static COUNTING: AtomicBool = AtomicBool::new(false);
static BYTES: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count(bytes: usize) {
    if COUNTING.load(Ordering::Relaxed) && crate::engine::memory_counts() {
        BYTES.fetch_add(bytes, Ordering::Relaxed);
        COUNT.fetch_add(1, Ordering::Relaxed);
    }
}

// SAFETY: every call is handed to the system's allocator as it is, which keeps the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        // SAFETY: our caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        // SAFETY: our caller keeps the contract of `alloc_zeroed`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: our caller keeps the contract of `dealloc`, and the block came from `System`.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size);
        // SAFETY: our caller keeps the contract of `realloc`, and the block came from `System`.
        unsafe { System.realloc(block, layout, size) }
    }
}
