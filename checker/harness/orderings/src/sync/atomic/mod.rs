//! `std::sync::atomic`, modelled with every ordering.

mod bits;
mod boolean;
mod common;
mod idle;
mod integers;
mod pointer;
mod word;

use real_std::panic::Location;

use crate::engine::fences;
use crate::record;

pub use boolean::AtomicBool;
use common::common;
pub use integers::{
    AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
};
pub use pointer::AtomicPtr;
pub use real_std::sync::atomic::{Ordering, compiler_fence};

#[track_caller]
pub fn fence(order: Ordering) {
    assert!(order != Ordering::Relaxed, "there is no such thing as a relaxed fence");
    match order {
        Ordering::SeqCst => fences::sequentially_consistent(),
        other => loom::sync::atomic::fence(other),
    }
    record::step(Location::caller(), "fence", |step| {
        step.ordering(word::name_of(order));
    });
}

#[deprecated(note = "use `hint::spin_loop` instead")]
#[track_caller]
pub fn spin_loop_hint() {
    crate::hint::spin_loop();
}
