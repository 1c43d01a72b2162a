//! [`std::hint`](real_std::hint).

pub use real_std::hint::*;

/// Lets another thread run: whoever spins waits for one.
#[track_caller]
pub fn spin_loop() {
    crate::thread::give_way("spin_loop", real_std::panic::Location::caller());
}
