//! Initialisation that happens once.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use threadlings_trace::{Caller, Cause, Identity, Reset, goes_on, step, waits};

use super::key;
use crate::engine::run::{self, Patience};

/// [`std::sync::Once`](real_std::sync::Once).
pub struct Once {
    identity: Identity,
    reset: Reset,
    state: AtomicU8,
}

const NEW: u8 = 0;
const RUNNING: u8 = 1;
const DONE: u8 = 2;
const POISONED: u8 = 3;

impl RefUnwindSafe for Once {}
impl UnwindSafe for Once {}

impl Once {
    /// Of which nothing has run yet.
    #[expect(clippy::new_without_default, reason = "std's has no `Default` either")]
    #[track_caller]
    pub const fn new() -> Self {
        Once::of("Once", Location::caller())
    }

    /// The same, as part of another type.
    pub(super) const fn of(kind: &'static str, made: Caller) -> Self {
        Once { identity: Identity::new(kind, made), reset: Reset::new(), state: AtomicU8::new(NEW) }
    }

    /// Of which everything has run already.
    pub(super) fn done(kind: &'static str, made: Caller) -> Self {
        let once = Once::of(kind, made);
        once.state().store(DONE, Relaxed);
        once
    }

    pub(super) fn identity(&self) -> &Identity {
        &self.identity
    }

    fn state(&self) -> &AtomicU8 {
        self.reset.before_use(&raw const self.state);
        &self.state
    }

    /// Runs the function unless one has run already; waits if one is running.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, function: F) {
        let caller = Location::caller();
        self.call("call_once", caller, false, |_| function());
    }

    /// The same, also after a function has panicked.
    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, function: F) {
        self.call("call_once_force", Location::caller(), true, function);
    }

    /// Whether a function has run.
    pub fn is_completed(&self) -> bool {
        self.state();
        run::switch();
        self.is_done()
    }

    /// Waits until a function has run.
    #[track_caller]
    pub fn wait(&self) {
        self.wait_done("wait", Location::caller(), false);
    }

    /// The same, also if a function has panicked.
    #[track_caller]
    pub fn wait_force(&self) {
        self.wait_done("wait_force", Location::caller(), true);
    }

    pub(super) fn is_done(&self) -> bool {
        self.state().load(Relaxed) == DONE
    }

    pub(super) fn wait_done(&self, operation: &'static str, caller: Caller, force: bool) {
        self.state();
        run::switch();
        let me = run::me();
        while !self.is_done() {
            if self.state().load(Relaxed) == POISONED && !force {
                goes_on(me);
                panic!("Once instance has previously been poisoned");
            }
            waits(me, caller, operation, Some(&self.identity), Cause::Initialisation);
            run::wait(key(self), Patience::Endless);
        }
        goes_on(me);
        step(me, caller, operation, |step| {
            step.on(&self.identity);
        });
    }

    /// True if `function` was run.
    pub(super) fn call(
        &self,
        operation: &'static str,
        caller: Caller,
        force: bool,
        function: impl FnOnce(&OnceState),
    ) -> bool {
        self.state();
        run::switch();
        let me = run::me();
        loop {
            match self.state().load(Relaxed) {
                DONE => {
                    goes_on(me);
                    return false;
                }
                RUNNING => {
                    waits(me, caller, operation, Some(&self.identity), Cause::Initialisation);
                    run::wait(key(self), Patience::Endless);
                }
                POISONED if !force => {
                    goes_on(me);
                    panic!("Once instance has previously been poisoned");
                }
                state => {
                    goes_on(me);
                    self.state().store(RUNNING, Relaxed);
                    step(me, caller, operation, |step| {
                        step.on(&self.identity).note("initialises");
                    });
                    let mut completion = Completion { once: self, state: POISONED };
                    function(&OnceState { poisoned: state == POISONED });
                    completion.state = DONE;
                    return true;
                }
            }
        }
    }

    /// Back to the beginning.
    pub(super) fn undo(&mut self) {
        self.state().store(NEW, Relaxed);
    }
}

/// The state that a `Once` has when its function has returned or panicked.
struct Completion<'a> {
    once: &'a Once,
    state: u8,
}

impl Drop for Completion<'_> {
    fn drop(&mut self) {
        run::switch();
        self.once.state().store(self.state, Relaxed);
        run::wake(key(self.once));
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Once").finish_non_exhaustive()
    }
}

/// [`std::sync::OnceState`](real_std::sync::OnceState).
#[derive(Debug)]
pub struct OnceState {
    poisoned: bool,
}

impl OnceState {
    /// Whether an earlier function has panicked.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}
