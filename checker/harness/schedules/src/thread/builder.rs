//! Starting threads.

use real_std::cell::Cell;
use real_std::io;
use real_std::panic::Location;
use real_std::sync::PoisonError;

use threadlings_trace::{Caller, step, thread_name};

use super::handle::{self, JoinHandle, Packet, Thread};
use super::scope::{Scope, ScopedJoinHandle};
use crate::engine::{panics, run, test_thread};

/// Most bytes of stack that a thread can ask for.
const LARGEST_STACK: usize = 1 << 40;

thread_local! {
    static REFUSALS: Cell<Refusals> = const { Cell::new(Refusals::NONE) };
}

/// Which threads of this execution cannot be started.
#[derive(Clone, Copy)]
struct Refusals {
    /// So many more can.
    starts: usize,
    /// And so many after those cannot.
    refused: usize,
}

impl Refusals {
    const NONE: Refusals = Refusals { starts: usize::MAX, refused: 0 };
}

/// From now on only so many more threads can be started in this execution: every later start fails.
///
/// The system does so when it has no memory for another stack, or has as many threads as it allows. It shows what
/// becomes of the threads that were started before.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/refuse_threads_after/tests.rs"), "```")]
pub fn refuse_threads_after(starts: usize) {
    REFUSALS.set(Refusals { starts, refused: usize::MAX });
}

/// So many more threads can be started in this execution, the next one cannot, and those after it can again.
///
/// It shows whether threads are started after one could not be: [`refuse_threads_after`] hides them.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/refuse_one_thread_after/tests.rs"), "```")]
pub fn refuse_one_thread_after(starts: usize) {
    REFUSALS.set(Refusals { starts, refused: 1 });
}

/// The size of the stack that was asked for when the current thread was started, in bytes; 2 MiB if none was.
///
/// Stacks of modelled threads are as large as std's, whatever is asked for.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/stack_size/tests.rs"), "```")]
pub fn stack_size() -> usize {
    run::stack()
}

/// Before another execution.
pub(crate) fn forget_refusals() {
    REFUSALS.set(Refusals::NONE);
}

/// [`std::thread::Builder`](real_std::thread::Builder).
#[derive(Debug, Default)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
    stack: Option<usize>,
}

/// Starts a thread.
#[track_caller]
pub fn spawn<F, T>(function: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(function).expect("failed to spawn thread")
}

impl Builder {
    /// Of a thread without a name.
    pub fn new() -> Self {
        Builder::default()
    }

    /// Names the thread.
    pub fn name(mut self, name: String) -> Self {
        self.name = Some(name);
        self
    }

    /// The size of its stack, in bytes.
    pub fn stack_size(mut self, size: usize) -> Self {
        self.stack = Some(size);
        self
    }

    /// Starts the thread.
    ///
    /// # Errors
    /// If the stack is larger than any memory, or the test [refuses](refuse_threads_after) the thread.
    #[track_caller]
    pub fn spawn<F, T>(self, function: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let caller = Location::caller();
        let packet = Packet::default();
        let left = Packet::clone(&packet);
        // SAFETY: the function borrows nothing that could end.
        let thread = unsafe { self.start(leaving_result(function, left, || ()), caller)? };
        Ok(JoinHandle::new(thread, packet))
    }

    /// Starts the thread in a scope.
    ///
    /// # Errors
    /// If the stack is larger than any memory, or the test [refuses](refuse_threads_after) the thread.
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        function: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        scope.start(self, function, Location::caller())
    }

    /// # Safety
    /// What `body` borrows must live until the thread has ended.
    pub(super) unsafe fn start<'a>(self, body: Box<dyn FnOnce() + 'a>, caller: Caller) -> io::Result<Thread> {
        let stack = self.stack.unwrap_or(run::STACK);
        if stack > LARGEST_STACK || is_refused() {
            step(run::me(), caller, "spawn", |step| {
                step.read("Err(WouldBlock)");
            });
            return Err(io::ErrorKind::WouldBlock.into());
        }
        // SAFETY: promised by the caller.
        let number = unsafe { test_thread::start(self.name.as_deref(), stack, body) };
        let thread = Thread::new(number, self.name);
        handle::remember(thread.clone());
        step(run::me(), caller, "spawn", |step| {
            step.note(thread_name(number));
        });
        Ok(thread)
    }
}

/// Whether the test refuses the next thread; counts it.
fn is_refused() -> bool {
    let mut refusals = REFUSALS.get();
    let is_refused = refusals.starts == 0 && refusals.refused > 0;
    if is_refused {
        refusals.refused -= 1;
    } else {
        refusals.starts = refusals.starts.saturating_sub(1);
    }
    REFUSALS.set(refusals);
    is_refused
}

/// The function as the thread runs it: what it returns, or the payload of its panic, is left in the packet.
pub(super) fn leaving_result<'a, F, T>(
    function: F,
    packet: Packet<T>,
    on_panic: impl FnOnce() + 'a,
) -> Box<dyn FnOnce() + 'a>
where
    F: FnOnce() -> T + 'a,
    T: 'a,
{
    Box::new(move || {
        let result = panics::catch(function);
        if result.is_err() {
            on_panic();
        }
        *packet.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    })
}
