//! Steps that loom tries in every order, and that order nothing.

use loom::sync::Mutex as LoomMutex;

use crate::engine::unwinding::without_switching;

/// A thing that holds nothing and can only be touched: loom explores any two touches by two threads both ways round.
///
/// It is a lock that is never given back. To try it in vain is a step that depends on all others of its kind, and unlike
/// any access to an atomic it makes nothing happen before anything else.
pub(crate) struct Touched(LoomMutex<()>);

impl Touched {
    /// Touches it, too.
    pub(crate) fn new() -> Self {
        let lock = LoomMutex::new(());
        // Loom blocks whoever comes to the lock while it is being taken, so nobody may.
        without_switching(|| real_std::mem::forget(lock.try_lock()));
        Touched(lock)
    }

    pub(crate) fn touch(&self) {
        drop(self.0.try_lock());
    }
}
