//! Scoped threads.

use real_std::fmt;
use real_std::io;
use real_std::marker::PhantomData;
use real_std::panic::Location;
use real_std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use real_std::sync::{Arc, Mutex, PoisonError};

use threadlings_trace::{Caller, Cause, goes_on, waits};

use super::builder::{Builder, leaving_result};
use super::handle::{Packet, Thread, look_for_end, take_result, wait_for_end};
use crate::engine::panics;
use crate::engine::run::{self, Patience};

/// [`std::thread::Scope`](real_std::thread::Scope).
pub struct Scope<'scope, 'env: 'scope> {
    threads: Mutex<Vec<usize>>,
    /// How many threads panicked without anybody having asked for their result.
    panics: Arc<AtomicUsize>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

/// [`std::thread::ScopedJoinHandle`](real_std::thread::ScopedJoinHandle).
pub struct ScopedJoinHandle<'scope, T> {
    thread: Thread,
    packet: Packet<T>,
    panics: Arc<AtomicUsize>,
    scope: PhantomData<&'scope ()>,
}

/// A scope, whose threads have all ended when this returns.
#[track_caller]
pub fn scope<'env, F, T>(function: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let caller = Location::caller();
    let scope = Scope { threads: Mutex::default(), panics: Arc::default(), scope: PhantomData, env: PhantomData };
    let result = panics::catch(|| function(&scope));
    scope.wait_for_all(caller);
    match result {
        Err(payload) => panics::resume(payload),
        Ok(_) if scope.panics.load(Relaxed) > 0 => panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}

impl<'scope> Scope<'scope, '_> {
    /// Starts a thread in this scope.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, function: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start(Builder::new(), function, Location::caller()).expect("failed to spawn thread")
    }

    pub(super) fn start<F, T>(
        &'scope self,
        builder: Builder,
        function: F,
        caller: Caller,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let packet = Packet::default();
        let panics = Arc::clone(&self.panics);
        let on_panic = move || {
            panics.fetch_add(1, Relaxed);
        };
        let body = leaving_result(function, Arc::clone(&packet), on_panic);
        // SAFETY: the scope does not end before all its threads have, and what they borrow lives longer than it.
        let thread = unsafe { builder.start(body, caller)? };
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread.number());
        Ok(ScopedJoinHandle { thread, packet, panics: Arc::clone(&self.panics), scope: PhantomData })
    }

    /// Threads of the scope may start more while this waits.
    fn wait_for_all(&self, caller: Caller) {
        let me = run::me();
        let mut next = 0;
        loop {
            let thread = self.threads.lock().unwrap_or_else(PoisonError::into_inner).get(next).copied();
            let Some(thread) = thread else { break };
            while !run::has_ended(thread) {
                waits(me, caller, "scope", None, Cause::Scope);
                run::wait(run::end_of(thread), Patience::Endless);
            }
            next += 1;
        }
        goes_on(me);
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits for the thread's end.
    ///
    /// # Errors
    /// The payload, if the thread panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        let caller = Location::caller();
        wait_for_end(&self.thread, caller);
        let result = take_result(&self.thread, &self.packet, caller);
        if result.is_err() {
            self.panics.fetch_sub(1, Relaxed);
        }
        result
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        look_for_end(&self.thread, Location::caller())
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Scope").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

// SAFETY: as in std, `T: Send` was asked for at the spawn, and a shared handle does not reach the packet.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: see above.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}
