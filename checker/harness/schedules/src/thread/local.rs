//! Thread-local values.

use real_std::any::Any;
use real_std::cell::{Cell, RefCell};
use real_std::error::Error;
use real_std::fmt;
use real_std::rc::Rc;

use crate::engine::run;

/// [`std::thread::AccessError`](real_std::thread::AccessError).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessError;

impl fmt::Display for AccessError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("already destroyed")
    }
}

impl Error for AccessError {}

/// [`std::thread::LocalKey`](real_std::thread::LocalKey).
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

/// The values of one thread, in the order in which they were made; none in the place of one that was dropped.
type Values = Vec<(usize, Option<Rc<dyn Any>>)>;

thread_local! {
    /// By thread.
    static VALUES: RefCell<Vec<Values>> = const { RefCell::new(Vec::new()) };
}

/// Before an execution. The values of threads that were stopped are leaked, as their stacks are.
pub(crate) fn forget_values() {
    real_std::mem::forget(VALUES.take());
}

/// The current thread ends. Its values are dropped, the last one first; their destructors may make more.
pub(crate) fn drop_values() {
    let me = run::me();
    loop {
        let last =
            VALUES.with_borrow_mut(|values| values.get_mut(me)?.iter_mut().rev().find_map(|(_, value)| value.take()));
        match last {
            Some(value) => drop(value),
            None => return,
        }
    }
}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn __new(init: fn() -> T) -> Self {
        LocalKey { init }
    }

    fn key(&'static self) -> usize {
        real_std::ptr::from_ref(self).addr()
    }

    /// None if there is no value yet, `Some(None)` if it was dropped.
    fn find(&'static self) -> Option<Option<Rc<T>>> {
        VALUES.with_borrow(|values| {
            let (_, value) = values.get(run::me())?.iter().find(|(key, _)| *key == self.key())?;
            Some(value.clone().and_then(|value| value.downcast().ok()))
        })
    }

    fn add(&'static self, value: Rc<T>) {
        let me = run::me();
        VALUES.with_borrow_mut(|values| {
            if values.len() <= me {
                values.resize_with(me + 1, Vec::new);
            }
            values[me].push((self.key(), Some(value)));
        });
    }

    /// The current thread's value, which is made now if it is not there yet.
    fn value(&'static self) -> Result<Rc<T>, AccessError> {
        match self.find() {
            Some(value) => value.ok_or(AccessError),
            None => {
                let value = Rc::new((self.init)());
                self.add(Rc::clone(&value));
                Ok(value)
            }
        }
    }

    /// The same where the learner demands it: a panic has to be on a line of the learner's.
    #[track_caller]
    fn demand(&'static self) -> Rc<T> {
        self.value().expect("cannot access a Thread Local Storage value during or after destruction")
    }

    /// Uses the current thread's value.
    #[track_caller]
    pub fn with<R>(&'static self, use_value: impl FnOnce(&T) -> R) -> R {
        use_value(&self.demand())
    }

    /// Uses the current thread's value.
    ///
    /// # Errors
    /// If it was dropped already, as the thread ends.
    pub fn try_with<R>(&'static self, use_value: impl FnOnce(&T) -> R) -> Result<R, AccessError> {
        Ok(use_value(&*self.value()?))
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value.
    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.demand().set(value);
    }

    /// A copy of the value.
    #[track_caller]
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.demand().get()
    }

    /// Takes the value and leaves the default.
    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.demand().take()
    }

    /// Sets the value and returns the old one.
    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.demand().replace(value)
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Uses the value.
    #[track_caller]
    pub fn with_borrow<R>(&'static self, use_value: impl FnOnce(&T) -> R) -> R {
        use_value(&self.demand().borrow())
    }

    /// Uses the value, and may change it.
    #[track_caller]
    pub fn with_borrow_mut<R>(&'static self, use_value: impl FnOnce(&mut T) -> R) -> R {
        use_value(&mut self.demand().borrow_mut())
    }

    /// Sets the value.
    #[track_caller]
    pub fn set(&'static self, value: T) {
        *self.demand().borrow_mut() = value;
    }

    /// Takes the value and leaves the default.
    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.demand().take()
    }

    /// Sets the value and returns the old one.
    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.demand().replace(value)
    }
}
