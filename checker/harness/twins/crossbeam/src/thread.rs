//! `crossbeam::thread`: scoped threads, as they were before std had them.

use std::fmt;

use threadlings_schedules::engine::outside;
use threadlings_schedules::thread as model;

/// `crossbeam::thread::Scope`.
pub struct Scope<'scope, 'env: 'scope> {
    scope: &'scope model::Scope<'scope, 'env>,
}

/// `crossbeam::thread::ScopedJoinHandle`.
pub use model::ScopedJoinHandle;

/// A scope, whose threads have all ended when this returns.
///
/// # Errors
/// If one of them panicked and nobody asked for its result.
#[track_caller]
pub fn scope<'env, F, R>(function: F) -> model::Result<R>
where
    F: for<'scope> FnOnce(&Scope<'scope, 'env>) -> R,
{
    let mut value = None;
    let ended = outside::catch(|| {
        model::scope(|scope| value = Some(outside::catch(|| function(&Scope { scope }))));
    });
    match value {
        // A panic of the function itself goes on.
        Some(Err(payload)) => std::panic::resume_unwind(payload),
        Some(Ok(value)) => ended.map(|()| value),
        None => unreachable!("the function was called"),
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Starts a thread in this scope.
    #[track_caller]
    pub fn spawn<F, T>(&self, function: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce(&Scope<'scope, 'env>) -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let scope = self.scope;
        scope.spawn(move || function(&Scope { scope }))
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("Scope { .. }")
    }
}
