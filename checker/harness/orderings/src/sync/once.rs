//! `Once`.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};

use super::OnceLock;
use super::poison::Poison;
use crate::record::Caller;

pub struct Once {
    done: OnceLock<()>,
    poison: Poison,
}

// SAFETY: its state is used only by modelled threads, which run on one real thread, in turns.
unsafe impl Sync for Once {}
impl UnwindSafe for Once {}
impl RefUnwindSafe for Once {}

#[derive(Debug)]
pub struct OnceState {
    poisoned: bool,
}

impl OnceState {
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

/// Poisons the `Once` unless its closure comes to its end.
struct Running<'a>(&'a Poison);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.guard_ends(false);
    }
}

impl Once {
    #[expect(clippy::new_without_default, reason = "std's has none")]
    #[track_caller]
    pub const fn new() -> Self {
        Once { done: OnceLock::of_kind("Once", Location::caller()), poison: Poison::new() }
    }

    #[track_caller]
    pub fn call_once(&self, f: impl FnOnce()) {
        assert!(self.is_completed() || !self.poison.get(), "Once instance has previously been poisoned");
        self.call("call_once", Location::caller(), |_| f());
    }

    #[track_caller]
    pub fn call_once_force(&self, f: impl FnOnce(&OnceState)) {
        self.call("call_once_force", Location::caller(), f);
    }

    fn call(&self, operation: &'static str, caller: Caller, f: impl FnOnce(&OnceState)) {
        self.done.get_or_make(operation, caller, || {
            let state = OnceState { poisoned: self.poison.get() };
            let _running = Running(&self.poison);
            f(&state);
        });
        self.poison.clear();
    }

    pub fn is_completed(&self) -> bool {
        self.done.look().is_some()
    }

    #[track_caller]
    pub fn wait(&self) {
        self.done.wait();
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Once").finish_non_exhaustive()
    }
}
