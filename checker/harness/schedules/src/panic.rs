//! [`std::panic`](mod@real_std::panic). The engine has to know when a panic was caught, and its hook must stay.

use crate::engine::panics;

pub use real_std::panic::*;

/// Catches the panic of a function.
///
/// # Errors
/// The payload of the panic.
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(function: F) -> crate::thread::Result<R> {
    panics::catch(function)
}

/// Goes on with a panic that was caught.
pub fn resume_unwind(payload: Box<dyn real_std::any::Any + Send>) -> ! {
    panics::resume(payload)
}

/// Does nothing: panics are reported by the judge.
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
    drop(hook);
}

/// A hook that does nothing.
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    Box::new(|_| ())
}
