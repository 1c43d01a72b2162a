//! Locks, channels and the like: those of `shuttle-tokio`, and a barrier.

use std::future::poll_fn;
use std::sync::{Mutex as Lock, PoisonError};
use std::task::{Poll, Waker};

use threadlings_schedules::engine::outside;

pub use shuttle_tokio::sync::{
    AcquireError, Mutex, MutexGuard, Notify, OnceCell, OwnedMutexGuard, OwnedRwLockReadGuard, OwnedRwLockWriteGuard,
    OwnedSemaphorePermit, RwLock, RwLockReadGuard, RwLockWriteGuard, Semaphore, SemaphorePermit, TryAcquireError,
    TryLockError, futures, mpsc, notify, oneshot, watch,
};

/// `tokio::sync::Barrier`.
#[derive(Debug)]
pub struct Barrier {
    needed: usize,
    state: Lock<State>,
}

#[derive(Debug, Default)]
struct State {
    arrived: usize,
    /// How often all had arrived.
    round: usize,
    wakers: Vec<Waker>,
}

/// `tokio::sync::BarrierWaitResult`.
#[derive(Clone, Debug)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Whether this is the one task of its round that is the leader.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl Barrier {
    /// For so many tasks; none counts as one.
    pub fn new(tasks: usize) -> Self {
        Barrier { needed: tasks.max(1), state: Lock::default() }
    }

    /// Waits until all have arrived.
    pub async fn wait(&self) -> BarrierWaitResult {
        let mut arrived_in = None;
        poll_fn(|context| {
            outside::is_about_to();
            outside::switch();
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let round = *arrived_in.get_or_insert_with(|| {
                state.arrived += 1;
                state.round
            });
            if state.round != round {
                return Poll::Ready(BarrierWaitResult(false));
            }
            if state.arrived == self.needed {
                state.arrived = 0;
                state.round += 1;
                state.wakers.drain(..).for_each(Waker::wake);
                return Poll::Ready(BarrierWaitResult(true));
            }
            state.wakers.push(context.waker().clone());
            Poll::Pending
        })
        .await
    }
}
