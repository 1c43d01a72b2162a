//! # The writer who never gets in
//!
//! `FairRw` is a lock for many readers or one writer, made of a mutex and a condition variable. It is not fair: whoever
//! wants to read gets in as long as others read. If readers come often enough, there is always one inside, and a writer
//! waits for ever. Nothing is stuck; only he is. The report shows you how a reader that came late keeps the writer out.
//! Give both sides their turn.
//!
//! Why it matters: a deadlock shows at once, starvation shows under load. A configuration that is read by every request is
//! never updated on a busy day, and on a quiet one all is well. Whether the `RwLock` of std lets writers go first is up to
//! the operating system; its documentation promises nothing. Fairness is a property that somebody has to build, and
//! that can be tested: not with a clock, but by the order in which threads are let in.
//!
//! ## What must hold
//!
//! - `FairRw::new(value)`. `lock.read()` and `lock.write()` wait until they are let in and return a guard. Any number of
//!   readers may be inside at the same time, and a writer only alone. Whoever is inside leaves when the guard is dropped.
//! - `lock.waiting_writers()` is the number of threads that wait in `write`. A thread that waits there is counted,
//!   whether readers or a writer are inside. One that is inside is not.
//! - Writers have their turn: a reader that comes when `waiting_writers()` is above 0 is not let in before a waiting
//!   writer has been.
//! - Readers have their turn: if readers wait and new writers keep coming, a reader may get in between two writers though
//!   the second of them waits already.
//! - As long as no writer waits or is inside, readers do not wait.
//! - No call hangs if everybody leaves in the end. Whoever waits sleeps, and does not look again and again.
//! - A thread that is inside calls neither `read` nor `write`. Nobody panics while he is inside.
//!
//! How `FairRw` does that is up to you: the fields are private, and so are the types of the guards. You need no `unsafe`:
//! the value is in a `RwLock`, which the fair lock around it never lets wait.
//!
//! Work at the `// TODO`s.

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A lock for many readers or one writer.
pub struct FairRw<T> {
    state: Mutex<State>,
    changed: Condvar,
    value: RwLock<T>,
}

#[derive(Default)]
struct State {
    readers: usize,
    writing: bool,
    waiting_writers: usize,
}

impl<T> FairRw<T> {
    /// A lock around a value.
    pub fn new(value: T) -> Self {
        FairRw { state: Mutex::default(), changed: Condvar::new(), value: RwLock::new(value) }
    }

    /// Waits until no writer is inside.
    pub fn read(&self) -> impl Deref<Target = T> {
        // TODO: who else may be waiting, and was here before?
        let state = self.state.lock().unwrap();
        let mut state = self.changed.wait_while(state, |state| state.writing).unwrap();
        state.readers += 1;
        drop(state);
        Reading { value: self.value.read().unwrap(), _inside: Inside { lock: self } }
    }

    /// Waits until nobody is inside.
    pub fn write(&self) -> impl DerefMut<Target = T> {
        // TODO: and what if writers come one after the other, and readers wait?
        let mut state = self.state.lock().unwrap();
        state.waiting_writers += 1;
        let mut state = self.changed.wait_while(state, |state| state.writing || state.readers > 0).unwrap();
        state.waiting_writers -= 1;
        state.writing = true;
        drop(state);
        Writing { value: self.value.write().unwrap(), _inside: Inside { lock: self } }
    }

    /// How many threads wait in `write`.
    pub fn waiting_writers(&self) -> usize {
        self.state.lock().unwrap().waiting_writers
    }

    fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        if state.writing {
            state.writing = false;
        } else {
            state.readers -= 1;
        }
        self.changed.notify_all();
    }
}

/// Fields are dropped in this order: first the value is free, then others are let in.
struct Reading<'a, T> {
    value: RwLockReadGuard<'a, T>,
    _inside: Inside<'a, T>,
}

struct Writing<'a, T> {
    value: RwLockWriteGuard<'a, T>,
    _inside: Inside<'a, T>,
}

/// A thread's stay in the lock.
struct Inside<'a, T> {
    lock: &'a FairRw<T>,
}

impl<T> Drop for Inside<'_, T> {
    fn drop(&mut self) {
        self.lock.leave();
    }
}

impl<T> Deref for Reading<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Deref for Writing<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Writing<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
