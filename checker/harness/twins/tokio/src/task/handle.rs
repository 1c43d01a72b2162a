//! Handles to tasks.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::io;
use std::panic::UnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use threadlings_schedules::engine::outside;

use super::{Shared, State};

/// `tokio::task::Id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Id(u64);

thread_local! {
    /// The execution, and the number of its last task.
    static LAST: Cell<(u32, u64)> = const { Cell::new((0, 0)) };
}

impl Id {
    /// Tasks are counted anew in each execution.
    pub(super) fn next() -> Self {
        let (execution, last) = LAST.get();
        let last = if execution == outside::execution() { last } else { 0 };
        LAST.set((outside::execution(), last + 1));
        Id(last + 1)
    }
}

/// `tokio::task::JoinHandle`.
pub struct JoinHandle<T> {
    shared: Arc<Shared<T>>,
}

// SAFETY: as in tokio, `T: Send` was asked for at the start; a shared handle reaches nothing of it.
unsafe impl<T: Send> Send for JoinHandle<T> {}
// SAFETY: see above.
unsafe impl<T: Send> Sync for JoinHandle<T> {}
impl<T> UnwindSafe for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    pub(super) fn new(shared: Arc<Shared<T>>) -> Self {
        JoinHandle { shared }
    }

    /// How many tasks had ended before this one; none while it runs.
    pub(super) fn turn(&self) -> Option<usize> {
        self.shared.turn()
    }

    /// Cancels the task.
    pub(super) fn give_up(&self) {
        self.shared.give_up();
    }

    /// Polls it without letting another thread run.
    pub(super) fn look(&self, context: &Context<'_>) -> Poll<Result<T, JoinError>> {
        self.shared.poll(context)
    }
}

impl<T: Send + 'static> JoinHandle<T> {
    /// Cancels the task, the next time it waits.
    pub fn abort(&self) {
        outside::switch();
        outside::does();
        self.shared.abort();
    }

    /// To cancel the task from elsewhere.
    pub fn abort_handle(&self) -> AbortHandle {
        let shared: Arc<dyn State> = Arc::clone(&self.shared) as _;
        AbortHandle { shared }
    }

    /// Whether the task has come to an end.
    pub fn is_finished(&self) -> bool {
        outside::switch();
        self.shared.has_ended()
    }

    /// The task's number.
    pub fn id(&self) -> Id {
        self.shared.id()
    }
}

impl<T: Send + 'static> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        outside::is_about_to();
        outside::switch();
        self.shared.poll(context)
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// `tokio::task::AbortHandle`.
#[derive(Clone)]
pub struct AbortHandle {
    shared: Arc<dyn State>,
}

impl AbortHandle {
    /// Cancels the task, the next time it waits.
    pub fn abort(&self) {
        outside::switch();
        self.shared.abort();
    }

    /// Whether the task has come to an end.
    pub fn is_finished(&self) -> bool {
        outside::switch();
        self.shared.has_ended()
    }

    /// The task's number.
    pub fn id(&self) -> Id {
        self.shared.id()
    }
}

impl fmt::Debug for AbortHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AbortHandle").finish_non_exhaustive()
    }
}

/// `tokio::task::JoinError`.
pub struct JoinError {
    id: Id,
    /// The payload of the panic; none if it was cancelled. In a mutex, since errors can be shared.
    panic: Option<std::sync::Mutex<Box<dyn Any + Send>>>,
}

impl JoinError {
    pub(super) fn cancelled(id: Id) -> Self {
        JoinError { id, panic: None }
    }

    pub(super) fn panic(id: Id, payload: Box<dyn Any + Send>) -> Self {
        JoinError { id, panic: Some(payload.into()) }
    }

    /// Whether the task was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Whether the task panicked.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// The payload of the task's panic.
    ///
    /// # Panics
    /// If it did not panic.
    #[track_caller]
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        self.try_into_panic().expect("`JoinError` reason is not a panic.")
    }

    /// The payload of the task's panic.
    ///
    /// # Errors
    /// This, if it did not panic.
    pub fn try_into_panic(mut self) -> Result<Box<dyn Any + Send>, JoinError> {
        let payload = self.panic.take().ok_or(JoinError { id: self.id, panic: None })?;
        Ok(payload.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// The task's number.
    pub fn id(&self) -> Id {
        self.id
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "task {} {}", self.id, if self.is_panic() { "panicked" } else { "was cancelled" })
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.is_panic() { "Panic" } else { "Cancelled" };
        write!(formatter, "JoinError::{what}({:?})", self.id)
    }
}

impl std::error::Error for JoinError {}

impl From<JoinError> for io::Error {
    fn from(error: JoinError) -> Self {
        io::Error::other(if error.is_panic() { "task panicked" } else { "task was cancelled" })
    }
}
