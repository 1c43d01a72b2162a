//! Scoped threads.

use real_std::cell::RefCell;
use real_std::fmt;
use real_std::io;
use real_std::marker::PhantomData;
use real_std::panic::{AssertUnwindSafe, Location, catch_unwind};
use real_std::rc::Rc;

use threadlings_trace::Cause;

use super::current::Thread;
use super::start::{Returned, Started, returned, start};
use crate::engine::unwinding;
use crate::record::{self, Caller};

/// A thread that its handle joins, or else the end of the scope, whoever takes it first.
type Open = Rc<RefCell<Option<Started>>>;

pub struct Scope<'scope, 'env: 'scope> {
    open: RefCell<Vec<Open>>,
    lifetimes: PhantomData<(&'scope mut &'scope (), &'env mut &'env ())>,
}

// SAFETY: all modelled threads run on one real thread, in turns, and none holds the borrow across a switch.
unsafe impl Sync for Scope<'_, '_> {}

pub struct ScopedJoinHandle<'scope, T> {
    started: Open,
    returned: Returned<T>,
    thread: Thread,
    lifetime: PhantomData<&'scope ()>,
}

// SAFETY: as in std; and all modelled threads run on one real thread.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as above.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}

#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let caller = Location::caller();
    let scope = Scope { open: RefCell::default(), lifetimes: PhantomData };
    let place = &raw const scope;
    // SAFETY: the closure borrows the scope for longer than the compiler can tell, but not beyond this function.
    let result = catch_unwind(AssertUnwindSafe(|| f(unsafe { &*place })));
    if result.is_err() {
        unwinding::end();
    }
    let panicked = scope.end(caller);
    match result {
        Err(payload) => crate::panic::resume_unwind(payload),
        Ok(_) if panicked => panic!("a scoped thread panicked"),
        Ok(result) => result,
    }
}

impl<'scope> Scope<'scope, '_> {
    /// Joins the threads that nobody has joined. Whether one of them panicked.
    fn end(&self, caller: Caller) -> bool {
        let mut panicked = false;
        // A thread of the scope may start more of them, so ask again after each.
        loop {
            let Some(open) = self.open.borrow_mut().pop() else { return panicked };
            let started = open.borrow_mut().take();
            panicked |= started.is_some_and(|started| started.join("scope", Cause::Scope, caller).is_err());
        }
    }

    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start(None, None, f, Location::caller()).expect("failed to spawn thread")
    }

    pub(super) fn start<T: 'scope>(
        &'scope self,
        name: Option<String>,
        stack_size: Option<usize>,
        closure: impl FnOnce() -> T + 'scope,
        caller: Caller,
    ) -> io::Result<ScopedJoinHandle<'scope, T>> {
        // SAFETY: `scope` does not return before every thread in it has ended.
        let (started, returned) = unsafe { start(name, stack_size, closure, caller) }?;
        let thread = started.thread().clone();
        let started = Rc::new(RefCell::new(Some(started)));
        self.open.borrow_mut().push(Rc::clone(&started));
        Ok(ScopedJoinHandle { started, returned, thread, lifetime: PhantomData })
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// # Errors
    /// As in std: if the thread panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        join(&self.started, Location::caller()).map(|()| returned(&self.returned))
    }

    pub fn is_finished(&self) -> bool {
        self.started.borrow().as_ref().is_none_or(Started::is_finished)
    }
}

fn join(started: &Open, caller: Caller) -> super::Result<()> {
    let started = started.borrow_mut().take().expect("the scope has not ended, and this is the only handle");
    let number = started.thread().number();
    let end = started.join("join", Cause::Thread(number), caller);
    record::step(caller, "join", |step| {
        step.note(threadlings_trace::thread_name(number));
    });
    end
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Scope").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}
