//! Handles to threads.

use real_std::cell::RefCell;
use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use real_std::sync::{Arc, Mutex, PoisonError};

use threadlings_trace::{Cause, goes_on, in_learner_file, step, thread_name, waits};

use crate::engine::run::{self, Patience};
use crate::engine::sensitivity::{self, Notice};
use crate::engine::test_thread::ThreadResult;

/// [`std::thread::ThreadId`](real_std::thread::ThreadId).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(usize);

/// [`std::thread::Thread`](real_std::thread::Thread).
#[derive(Clone)]
pub struct Thread {
    inner: Arc<Inner>,
}

struct Inner {
    number: usize,
    name: Option<String>,
    token: AtomicBool,
}

thread_local! {
    /// The threads of this execution.
    static THREADS: RefCell<Vec<Thread>> = const { RefCell::new(Vec::new()) };
}

/// Before an execution: there is one thread, on which the test runs.
pub(crate) fn forget_threads() {
    THREADS.set(vec![Thread::new(0, Some("main".to_owned()))]);
}

/// A thread was started.
pub(crate) fn remember(thread: Thread) {
    THREADS.with_borrow_mut(|threads| {
        debug_assert_eq!(threads.len(), thread.number(), "threads are counted in the order of their start");
        threads.push(thread);
    });
}

/// The thread that calls this.
pub fn current() -> Thread {
    THREADS.with_borrow(|threads| threads[run::me()].clone())
}

impl Thread {
    pub(crate) fn new(number: usize, name: Option<String>) -> Self {
        Thread { inner: Arc::new(Inner { number, name, token: AtomicBool::new(false) }) }
    }

    pub(crate) fn number(&self) -> usize {
        self.inner.number
    }

    pub(super) fn token(&self) -> &AtomicBool {
        &self.inner.token
    }

    /// Its id.
    pub fn id(&self) -> ThreadId {
        ThreadId(self.inner.number + 1)
    }

    /// Its name, if it was given one.
    pub fn name(&self) -> Option<&str> {
        self.inner.name.as_deref()
    }

    /// Lets it go on from `park`, now or the next time.
    #[track_caller]
    pub fn unpark(&self) {
        let caller = Location::caller();
        run::switch();
        self.token().store(true, Relaxed);
        run::wake_thread(self.number(), self.key());
        step(run::me(), caller, "unpark", |step| {
            step.note(thread_name(self.number()));
        });
    }

    /// What it waits for when it is parked.
    pub(super) fn key(&self) -> usize {
        Arc::as_ptr(&self.inner).addr()
    }
}

impl fmt::Debug for ThreadId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ThreadId({})", self.0)
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut thread = formatter.debug_struct("Thread");
        thread.field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}

/// Where a thread leaves its result.
pub(super) type Packet<T> = Arc<Mutex<Option<ThreadResult<T>>>>;

/// [`std::thread::JoinHandle`](real_std::thread::JoinHandle).
pub struct JoinHandle<T> {
    thread: Thread,
    packet: Packet<T>,
}

/// As in std: whoever has the handle can only take the result, and `T: Send` was asked for at the spawn.
// SAFETY: the packet is only reached through a mutex, by the thread and by whoever owns the handle.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: a shared handle does not reach the packet.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    pub(super) fn new(thread: Thread, packet: Packet<T>) -> Self {
        JoinHandle { thread, packet }
    }

    /// Waits for the thread's end.
    ///
    /// # Errors
    /// The payload, if the thread panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        let caller = Location::caller();
        wait_for_end(&self.thread, caller);
        take_result(&self.thread, &self.packet, caller)
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

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// Whether the thread has ended; whoever asks again and again lets it go on.
pub(super) fn look_for_end(thread: &Thread, caller: threadlings_trace::Caller) -> bool {
    sensitivity::add(Notice::Ends);
    run::give_way();
    let has_ended = run::has_ended(thread.number());
    step(run::me(), caller, "is_finished", |step| {
        step.read_debug(&has_ended);
        if !in_learner_file(caller) {
            step.dull();
        }
    });
    has_ended
}

pub(super) fn wait_for_end(thread: &Thread, caller: threadlings_trace::Caller) {
    let (me, number) = (run::me(), thread.number());
    while !run::has_ended(number) {
        waits(me, caller, "join", None, Cause::Thread(number));
        run::wait(run::end_of(number), Patience::Endless);
    }
    goes_on(me);
}

pub(super) fn take_result<T>(
    thread: &Thread,
    packet: &Mutex<Option<ThreadResult<T>>>,
    caller: threadlings_trace::Caller,
) -> ThreadResult<T> {
    let result = packet.lock().unwrap_or_else(PoisonError::into_inner).take();
    let result = result.expect("a thread that has ended has left its result");
    step(run::me(), caller, "join", |step| {
        step.note(thread_name(thread.number()));
        match &result {
            Ok(_) => step.dull(),
            Err(_) => step.read("Err"),
        };
    });
    result
}
