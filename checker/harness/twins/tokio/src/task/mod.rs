//! Tasks.

mod handle;
mod join_set;

use std::any::Any;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};

use threadlings_schedules::engine::outside::{self, Signal};
use threadlings_schedules::thread;

use crate::executor::{self, Alarm};
use crate::runtime::{Handle, Place, RuntimeFlavor};

pub use handle::{AbortHandle, Id, JoinError, JoinHandle};
pub use join_set::JoinSet;
pub use shuttle_tokio::task::{LocalKey, futures};

/// What can be done to a task by whoever does not know what it returns.
pub(crate) trait State: Send + Sync {
    /// Cancels it, the next time it waits.
    fn abort(&self);

    /// Whether it has come to an end.
    fn has_ended(&self) -> bool;

    /// Whether it cannot be cancelled any more, because it blocks its thread.
    fn blocks(&self) -> bool;

    /// Its number among the tasks.
    fn id(&self) -> Id;
}

/// What a task and its handles share.
pub(crate) struct Shared<T> {
    id: Id,
    blocking: bool,
    started: AtomicBool,
    aborted: AtomicBool,
    alarm: OnceLock<Arc<Alarm>>,
    runtime: Handle,
    end: Mutex<End<T>>,
}

struct End<T> {
    /// How many tasks had ended before; none while it runs.
    turn: Option<usize>,
    result: Option<Result<T, JoinError>>,
    waker: Option<Waker>,
}

impl<T: Send> State for Shared<T> {
    fn abort(&self) {
        self.give_up();
    }

    fn has_ended(&self) -> bool {
        self.turn().is_some()
    }

    fn blocks(&self) -> bool {
        self.blocking && self.started.load(Relaxed)
    }

    fn id(&self) -> Id {
        self.id
    }
}

impl<T> Shared<T> {
    fn new(runtime: &Handle, blocking: bool) -> Arc<Self> {
        Arc::new(Shared {
            id: Id::next(),
            blocking,
            started: AtomicBool::new(false),
            aborted: AtomicBool::new(false),
            alarm: OnceLock::new(),
            runtime: runtime.clone(),
            end: Mutex::new(End { turn: None, result: None, waker: None }),
        })
    }

    fn end(&self) -> std::sync::MutexGuard<'_, End<T>> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The task's end: its result, or the payload of its panic, or none if it was cancelled.
    fn finish(&self, result: Option<Result<T, Box<dyn Any + Send>>>) {
        static ENDED: AtomicUsize = AtomicUsize::new(0);
        let result = match result {
            Some(Ok(value)) => Ok(value),
            Some(Err(payload)) => Err(JoinError::panic(self.id, payload)),
            None => Err(JoinError::cancelled(self.id)),
        };
        let waker = {
            let mut end = self.end();
            end.turn = Some(ENDED.fetch_add(1, Relaxed));
            end.result = Some(result);
            end.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn give_up(&self) {
        self.aborted.store(true, Relaxed);
        if let Some(alarm) = self.alarm.get() {
            alarm.0.notify();
        }
        self.runtime.inner.places.look_again();
    }

    fn is_given_up(&self) -> bool {
        self.aborted.load(Relaxed)
    }

    fn turn(&self) -> Option<usize> {
        self.end().turn
    }

    /// The result if there is one; otherwise the waker is woken when there is. No other thread runs in between.
    fn poll(&self, context: &Context<'_>) -> Poll<Result<T, JoinError>> {
        let mut end = self.end();
        match end.result.take() {
            Some(result) => Poll::Ready(result),
            None => {
                assert!(end.turn.is_none(), "JoinHandle polled after completion");
                end.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// Starts a task on the runtime that runs this.
#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    start(&Handle::current(), future)
}

/// Starts a thread for work that blocks.
#[track_caller]
pub fn spawn_blocking<F, R>(function: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    start_blocking(&Handle::current(), function)
}

/// Runs work that blocks on a thread that runs tasks, which go on elsewhere meanwhile.
///
/// # Panics
/// If the runtime has no other thread.
#[track_caller]
pub fn block_in_place<F: FnOnce() -> R, R>(function: F) -> R {
    let Ok(runtime) = Handle::try_current() else { return function() };
    assert!(
        runtime.runtime_flavor() == RuntimeFlavor::MultiThread,
        "can call blocking only when running on the multi-threaded runtime"
    );
    /// The runtime has a thread more while this one blocks.
    struct More(Handle);
    impl Drop for More {
        fn drop(&mut self) {
            self.0.inner.places.take(self.0.inner.place(), || false);
        }
    }
    runtime.inner.places.add(1);
    let _more = More(runtime);
    function()
}

/// Lets other tasks run.
pub async fn yield_now() {
    let mut yielded = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        outside::does();
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// The number of the task that runs.
///
/// # Panics
/// If none does.
#[track_caller]
pub fn id() -> Id {
    try_id().expect("Can't get a task id when not inside a task")
}

/// The number of the task that runs, if one does.
pub fn try_id() -> Option<Id> {
    CURRENT.get()
}

threadlings_schedules::thread_local! {
    static CURRENT: std::cell::Cell<Option<Id>> = const { std::cell::Cell::new(None) };
}

#[track_caller]
pub(crate) fn start<F>(runtime: &Handle, future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    start_thread(runtime, false, move |shared| {
        let alarm = Arc::clone(shared.alarm.get_or_init(|| Arc::new(Alarm(Signal::new()))));
        let inner = &shared.runtime.inner;
        executor::run(future, &alarm, |poll| {
            let place = Place::take(&inner.places, inner.place(), || shared.is_given_up());
            let goes_on = place.is_some() && !shared.is_given_up();
            if goes_on {
                poll();
            }
            goes_on
        })
    })
}

#[track_caller]
pub(crate) fn start_blocking<F, R>(runtime: &Handle, function: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    start_thread(runtime, true, move |shared| (!shared.is_given_up()).then(function))
}

/// Starts the thread of a task. `body` tells what the task returned, or none if it was cancelled.
#[track_caller]
fn start_thread<T: Send + 'static>(
    runtime: &Handle,
    blocking: bool,
    body: impl FnOnce(&Shared<T>) -> Option<T> + Send + 'static,
) -> JoinHandle<T> {
    let shared = Shared::new(runtime, blocking);
    let task: Arc<Shared<T>> = Arc::clone(&shared);
    let thread = thread::Builder::new().name(format!("task {}", shared.id)).spawn(move || {
        let runtime = task.runtime.clone();
        let _entered = runtime.enter_for(!blocking);
        CURRENT.set(Some(task.id));
        executor::forget_timers();
        task.started.store(true, Relaxed);
        let result = outside::catch(|| body(&task)).transpose();
        task.finish(result);
    });
    let state: std::sync::Weak<dyn State> = Arc::downgrade(&shared) as _;
    runtime.keep(state, thread.expect("the stack has std's size"));
    JoinHandle::new(shared)
}
