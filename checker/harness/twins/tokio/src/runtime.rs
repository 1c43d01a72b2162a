//! Runtimes.

use std::cell::RefCell;
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use threadlings_schedules::engine::outside::{self, Places, Signal};
use threadlings_schedules::thread;

use crate::executor::{self, Alarm};
use crate::task::{self, JoinHandle, State};

/// The kind of a runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuntimeFlavor {
    /// Tasks run on the thread that called `block_on`.
    CurrentThread,
    /// Tasks run on threads of the runtime's own.
    MultiThread,
}

/// Each task that was started, and the thread that it runs on.
type Tasks = Vec<(Weak<dyn State>, thread::JoinHandle<()>)>;

/// What a runtime and its tasks share.
pub(crate) struct Inner {
    flavor: RuntimeFlavor,
    /// Where futures can be polled. A runtime without threads of its own has one while somebody calls `block_on`.
    pub(crate) places: Places,
    tasks: Mutex<Tasks>,
}

/// `tokio::runtime::Runtime`.
pub struct Runtime {
    handle: Handle,
    waits_at_end: bool,
}

/// `tokio::runtime::Handle`.
#[derive(Clone)]
pub struct Handle {
    pub(crate) inner: Arc<Inner>,
}

/// `tokio::runtime::Builder`.
#[derive(Debug)]
pub struct Builder {
    flavor: RuntimeFlavor,
    workers: usize,
}

/// There is no runtime to hand out.
#[derive(Debug)]
pub struct TryCurrentError(());

/// `tokio::runtime::EnterGuard`.
#[must_use = "the runtime is left when this is dropped"]
pub struct EnterGuard<'a> {
    runtime: PhantomData<&'a Handle>,
    thread: PhantomData<*const ()>,
}

threadlings_schedules::thread_local! {
    /// The runtimes that the thread has entered, and whether it runs a future of theirs.
    static ENTERED: RefCell<Vec<(Handle, bool)>> = const { RefCell::new(Vec::new()) };
}

impl Builder {
    /// Of a runtime without threads of its own.
    pub fn new_current_thread() -> Self {
        Builder { flavor: RuntimeFlavor::CurrentThread, workers: 0 }
    }

    /// Of a runtime with as many threads as the machine has processors.
    pub fn new_multi_thread() -> Self {
        Builder { flavor: RuntimeFlavor::MultiThread, workers: 2 }
    }

    /// How many threads it has.
    pub fn worker_threads(&mut self, threads: usize) -> &mut Self {
        assert!(threads > 0, "Worker threads cannot be set to 0");
        if self.flavor == RuntimeFlavor::MultiThread {
            self.workers = threads;
        }
        self
    }

    /// Everything is enabled as it is.
    pub fn enable_all(&mut self) -> &mut Self {
        self
    }

    /// Everything is enabled as it is.
    pub fn enable_time(&mut self) -> &mut Self {
        self
    }

    /// Time is the model's as it is.
    pub fn start_paused(&mut self, _paused: bool) -> &mut Self {
        self
    }

    /// Threads are called by the tasks that they run.
    pub fn thread_name(&mut self, _name: impl Into<String>) -> &mut Self {
        self
    }

    /// Makes the runtime.
    ///
    /// # Errors
    /// Never.
    pub fn build(&mut self) -> io::Result<Runtime> {
        let inner = Inner { flavor: self.flavor, places: Places::new(self.workers), tasks: Mutex::default() };
        Ok(Runtime { handle: Handle { inner: Arc::new(inner) }, waits_at_end: true })
    }
}

impl Runtime {
    /// A runtime with threads of its own.
    ///
    /// # Errors
    /// Never.
    pub fn new() -> io::Result<Self> {
        Builder::new_multi_thread().build()
    }

    /// Runs a future to its end on this thread.
    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        self.handle.block_on(future)
    }

    /// Starts a task.
    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.spawn(future)
    }

    /// Starts a thread for work that blocks.
    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, function: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        self.handle.spawn_blocking(function)
    }

    /// To start tasks with from elsewhere.
    pub fn handle(&self) -> &Handle {
        &self.handle
    }

    /// Makes this the runtime that `tokio::spawn` uses on this thread.
    pub fn enter(&self) -> EnterGuard<'_> {
        self.handle.enter()
    }

    /// Ends the runtime without waiting for work that blocks.
    pub fn shutdown_background(mut self) {
        self.waits_at_end = false;
    }

    /// Ends the runtime, and waits so long for work that blocks.
    pub fn shutdown_timeout(mut self, _duration: Duration) {
        self.waits_at_end = false;
    }
}

impl Drop for Runtime {
    /// Cancels the tasks, and waits until they have come to an end.
    fn drop(&mut self) {
        if !outside::is_running() || thread::panicking() {
            return;
        }
        let inner = &self.handle.inner;
        loop {
            let Some((state, thread)) = inner.tasks().pop() else { return };
            let Some(state) = state.upgrade() else { continue };
            state.abort();
            inner.places.look_again();
            if self.waits_at_end || !state.blocks() {
                let _ = thread.join();
            }
        }
    }
}

impl Inner {
    fn tasks(&self) -> MutexGuard<'_, Tasks> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the picture says that a task waits for which is not polled.
    pub(crate) fn place(&self) -> &'static str {
        match self.flavor {
            RuntimeFlavor::CurrentThread => "the only thread of the runtime",
            RuntimeFlavor::MultiThread => "a thread of the runtime",
        }
    }
}

impl Handle {
    /// That of the runtime that runs this.
    ///
    /// # Panics
    /// If none does.
    #[track_caller]
    pub fn current() -> Self {
        let current = Handle::try_current();
        current.expect("there is no reactor running, must be called from the context of a Tokio 1.x runtime")
    }

    /// That of the runtime that runs this.
    ///
    /// # Errors
    /// If none does.
    pub fn try_current() -> Result<Self, TryCurrentError> {
        let current = ENTERED.with_borrow(|entered| entered.last().map(|(handle, _)| handle.clone()));
        current.ok_or(TryCurrentError(()))
    }

    /// Starts a task.
    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        task::start(self, future)
    }

    /// Starts a thread for work that blocks.
    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, function: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        task::start_blocking(self, function)
    }

    /// Runs a future to its end on this thread.
    ///
    /// # Panics
    /// If this thread runs a future already.
    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        let nested = ENTERED.with_borrow(|entered| entered.iter().any(|(_, runs)| *runs));
        assert!(
            !nested,
            "Cannot start a runtime from within a runtime. This happens because a function (like `block_on`) attempted \
             to block the current thread while the thread is being used to drive asynchronous tasks."
        );
        let _entered = self.enter_for(true);
        executor::forget_timers();
        let alarm = Arc::new(Alarm(Signal::new()));
        let places = &self.inner.places;
        // Without threads of its own, the runtime can poll while this thread is in here.
        let drives = (self.inner.flavor == RuntimeFlavor::CurrentThread).then(|| Driver::start(&self.inner));
        let value = executor::run(future, &alarm, |poll| {
            if drives.is_some() {
                let _place = Place::take(places, self.inner.place(), || false);
                poll();
            } else {
                poll();
            }
            true
        });
        value.expect("nobody gives it up")
    }

    /// Makes this the runtime that `tokio::spawn` uses on this thread.
    pub fn enter(&self) -> EnterGuard<'_> {
        self.enter_for(false)
    }

    pub(crate) fn enter_for(&self, runs_a_future: bool) -> EnterGuard<'_> {
        ENTERED.with_borrow_mut(|entered| entered.push((self.clone(), runs_a_future)));
        EnterGuard { runtime: PhantomData, thread: PhantomData }
    }

    /// What kind of a runtime it is.
    pub fn runtime_flavor(&self) -> RuntimeFlavor {
        self.inner.flavor
    }

    pub(crate) fn keep(&self, task: Weak<dyn State>, thread: thread::JoinHandle<()>) {
        self.inner.tasks().push((task, thread));
    }
}

/// While this is alive, a thread lends itself to a runtime that has none.
struct Driver<'a>(&'a Inner);

impl<'a> Driver<'a> {
    fn start(runtime: &'a Inner) -> Self {
        runtime.places.add(1);
        Driver(runtime)
    }
}

impl Drop for Driver<'_> {
    fn drop(&mut self) {
        self.0.places.take(self.0.place(), || false);
    }
}

/// A place where a future is polled.
pub(crate) struct Place<'a>(&'a Places);

impl<'a> Place<'a> {
    pub(crate) fn take(places: &'a Places, what: &str, given_up: impl Fn() -> bool) -> Option<Self> {
        places.take(what, given_up).then_some(Place(places))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.add(1);
    }
}

impl Drop for EnterGuard<'_> {
    fn drop(&mut self) {
        ENTERED.with_borrow_mut(Vec::pop);
    }
}

impl fmt::Display for TryCurrentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("there is no reactor running, must be called from the context of a Tokio 1.x runtime")
    }
}

impl std::error::Error for TryCurrentError {}

impl fmt::Debug for Runtime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Runtime").finish_non_exhaustive()
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Handle").finish_non_exhaustive()
    }
}

impl fmt::Debug for EnterGuard<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("EnterGuard").finish_non_exhaustive()
    }
}
