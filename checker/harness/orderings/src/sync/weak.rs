//! `Weak`: a handle that does not keep the value alive.

use real_std::fmt;
use real_std::panic::Location;

use super::Arc;
use super::arc::{Last, Shared};
use crate::record;

pub struct Weak<T: ?Sized> {
    shared: real_std::sync::Weak<Shared<T>>,
    /// None if there never was a value.
    last: Option<Last>,
}

// SAFETY: as in std; and the state beside the value is used only by modelled threads, which run on one real thread.
unsafe impl<T: ?Sized + Send + Sync> Send for Weak<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send + Sync> Sync for Weak<T> {}

impl<T> Weak<T> {
    pub const fn new() -> Self {
        Weak { shared: real_std::sync::Weak::new(), last: None }
    }
}

impl<T: ?Sized> Weak<T> {
    pub(super) fn of(shared: real_std::sync::Weak<Shared<T>>, last: Last) -> Self {
        Weak { shared, last: Some(last) }
    }

    #[track_caller]
    pub fn upgrade(&self) -> Option<Arc<T>> {
        // Another thread may drop the last handle before this step, or after it.
        if let Some(last) = &self.last {
            last.race();
        }
        let upgraded = self.shared.upgrade().map(Arc::of);
        let found = upgraded.is_some();
        record::step(Location::caller(), "upgrade", |step| {
            step.read(if found { "Some(..)" } else { "None" });
        });
        upgraded
    }

    pub fn strong_count(&self) -> usize {
        self.shared.strong_count()
    }

    pub fn weak_count(&self) -> usize {
        self.shared.weak_count()
    }

    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.shared.ptr_eq(&other.shared)
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Self {
        Weak { shared: self.shared.clone(), last: self.last.clone() }
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Self {
        Weak::new()
    }
}

impl<T: ?Sized> fmt::Debug for Weak<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("(Weak)")
    }
}
