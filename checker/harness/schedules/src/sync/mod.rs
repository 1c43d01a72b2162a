//! [`std::sync`](real_std::sync) over modelled threads.

#[cfg(modelled_arc)]
pub(crate) mod arc;
pub mod atomic;
mod barrier;
mod condvar;
mod lazy_lock;
pub mod mpsc;
mod mutex;
mod once;
mod once_lock;
mod poison;
mod raw_rwlock;
mod rwlock;

#[cfg(modelled_arc)]
pub use arc::{Arc, Weak};
pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar::{Condvar, WaitTimeoutResult};
pub use lazy_lock::LazyLock;
pub use mutex::{Mutex, MutexGuard};
pub use once::{Once, OnceState};
pub use once_lock::OnceLock;
#[cfg(not(modelled_arc))]
pub use real_std::sync::{Arc, Weak};
pub use real_std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// What threads wait for that wait for this object: its address.
fn key<T: ?Sized>(object: &T) -> usize {
    real_std::ptr::from_ref(object).addr()
}
