//! [`std::sync::atomic`](real_std::sync::atomic), sequentially consistent.

mod cell;
mod flag;
mod integers;
mod pointer;

pub use flag::AtomicBool;
pub use integers::{
    AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
};
pub use pointer::AtomicPtr;
pub use real_std::sync::atomic::{Ordering, compiler_fence};

/// Does nothing: everything is in one order here. What a fence must not be is checked as in std.
pub fn fence(ordering: Ordering) {
    assert!(ordering != Ordering::Relaxed, "there is no such thing as a relaxed fence");
}
