//! `std::panic`, where a caught panic ends the turn of the thread that unwound.
#![allow(missing_docs, reason = "std documents what is mirrored here")]

use crate::engine::{current_thread, panics, unwinding};

pub use real_std::panic::*;

/// As in std.
///
/// # Errors
/// If the closure panics.
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> crate::thread::Result<R> {
    let result = real_std::panic::catch_unwind(f);
    if result.is_err() {
        unwinding::end();
        panics::seen(current_thread());
    }
    result
}

pub fn resume_unwind(payload: Box<dyn real_std::any::Any + Send>) -> ! {
    unwinding::begin();
    real_std::panic::resume_unwind(payload)
}
