//! Sets of tasks.

use std::future::poll_fn;
use std::task::{Context, Poll, Waker};

use threadlings_schedules::engine::outside;

use super::{AbortHandle, Id, JoinError, JoinHandle, spawn, spawn_blocking};
use crate::runtime::Handle;

/// `tokio::task::JoinSet`.
#[derive(Debug)]
pub struct JoinSet<T> {
    tasks: Vec<JoinHandle<T>>,
}

impl<T> JoinSet<T> {
    /// An empty set.
    pub fn new() -> Self {
        JoinSet { tasks: Vec::new() }
    }

    /// How many tasks are in it, ended ones included.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether none is in it.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
}

impl<T: Send + 'static> JoinSet<T> {
    /// Starts a task.
    #[track_caller]
    pub fn spawn<F: Future<Output = T> + Send + 'static>(&mut self, future: F) -> AbortHandle {
        self.add(spawn(future))
    }

    /// Starts a task on that runtime.
    #[track_caller]
    pub fn spawn_on<F: Future<Output = T> + Send + 'static>(&mut self, future: F, runtime: &Handle) -> AbortHandle {
        self.add(runtime.spawn(future))
    }

    /// Starts a thread for work that blocks.
    #[track_caller]
    pub fn spawn_blocking<F: FnOnce() -> T + Send + 'static>(&mut self, function: F) -> AbortHandle {
        self.add(spawn_blocking(function))
    }

    fn add(&mut self, task: JoinHandle<T>) -> AbortHandle {
        let handle = task.abort_handle();
        self.tasks.push(task);
        handle
    }

    /// The result of the next task that ends; none if the set is empty.
    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.join_next_with_id().await.map(|result| result.map(|(_, value)| value))
    }

    /// The same, with the task's number.
    pub async fn join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        if self.tasks.is_empty() {
            return None;
        }
        let result = poll_fn(|context| {
            outside::is_about_to();
            outside::switch();
            if let Some(ended) = self.take_first() {
                return ended.look(context).map(|result| result.map(|value| (ended.id(), value)));
            }
            self.tasks.iter().for_each(|task| drop(task.look(context)));
            Poll::Pending
        });
        Some(result.await)
    }

    /// The result of a task that has ended, if one has.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        outside::switch();
        let ended = self.take_first()?;
        match ended.look(&Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => Some(result),
            Poll::Pending => unreachable!("it has ended"),
        }
    }

    /// The results of all tasks, in the order in which they end.
    ///
    /// # Panics
    /// If one of them panicked or was cancelled.
    pub async fn join_all(mut self) -> Vec<T> {
        let mut values = Vec::with_capacity(self.len());
        while let Some(result) = self.join_next().await {
            match result {
                Ok(value) => values.push(value),
                Err(error) if error.is_panic() => threadlings_schedules::panic::resume_unwind(error.into_panic()),
                Err(error) => panic!("{error}"),
            }
        }
        values
    }

    /// Cancels all tasks.
    pub fn abort_all(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }

    /// Cancels all tasks, and waits until they have come to an end.
    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }

    /// Lets all tasks go on without the set.
    pub fn detach_all(&mut self) {
        self.tasks.clear();
    }

    /// The task that ended first of those that have.
    fn take_first(&mut self) -> Option<JoinHandle<T>> {
        let ended = self.tasks.iter().enumerate().filter_map(|(index, task)| Some((task.turn()?, index)));
        let (_, index) = ended.min()?;
        Some(self.tasks.remove(index))
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        JoinSet::new()
    }
}

impl<T> Drop for JoinSet<T> {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.give_up();
        }
    }
}

impl<F, T> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(futures: I) -> Self {
        let mut set = JoinSet::new();
        futures.into_iter().for_each(|future| {
            set.spawn(future);
        });
        set
    }
}
