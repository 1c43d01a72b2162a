//! # The writer who never gets in
//!
//! A queue, as at a counter: everybody draws a ticket and is let in when its number comes. Readers pass the turn on as soon
//! as they are inside, so those that come one after the other read together; a writer passes it on when he leaves.

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A lock for many readers or one writer.
pub struct FairRw<T> {
    state: Mutex<State>,
    changed: Condvar,
    value: RwLock<T>,
}

/// Everybody draws a ticket, and all are let in in the order of their tickets.
#[derive(Default)]
struct State {
    next_ticket: u64,
    /// The ticket that is let in next. While a writer is inside it is his, so nobody comes after him.
    serving: u64,
    readers: usize,
    waiting_writers: usize,
}

impl State {
    fn draw_ticket(&mut self) -> u64 {
        self.next_ticket += 1;
        self.next_ticket - 1
    }
}

impl<T> FairRw<T> {
    /// A lock around a value.
    pub fn new(value: T) -> Self {
        FairRw { state: Mutex::default(), changed: Condvar::new(), value: RwLock::new(value) }
    }

    /// Waits until all who came before are inside or have been, and no writer is.
    pub fn read(&self) -> impl Deref<Target = T> {
        // To let readers wait for `waiting_writers > 0` as well is the first idea, and turns the tables: as long as writers
        // keep coming no reader gets in. An order of arrival is fair to both. Its price: readers who come before and after
        // a writer do not read together, though they could.
        let mut state = self.state.lock().unwrap();
        let ticket = state.draw_ticket();
        let mut state = self.changed.wait_while(state, |state| state.serving != ticket).unwrap();
        state.readers += 1;
        state.serving += 1;
        drop(state);
        // The next one may be a reader, too.
        self.changed.notify_all();
        Reading { value: self.value.read().unwrap(), _inside: Inside { lock: self, writes: false } }
    }

    /// Waits until all who came before have been inside.
    pub fn write(&self) -> impl DerefMut<Target = T> {
        let mut state = self.state.lock().unwrap();
        let ticket = state.draw_ticket();
        state.waiting_writers += 1;
        let has_to_wait = |state: &mut State| state.serving != ticket || state.readers > 0;
        let mut state = self.changed.wait_while(state, has_to_wait).unwrap();
        state.waiting_writers -= 1;
        drop(state);
        Writing { value: self.value.write().unwrap(), _inside: Inside { lock: self, writes: true } }
    }

    /// How many threads wait in `write`.
    pub fn waiting_writers(&self) -> usize {
        self.state.lock().unwrap().waiting_writers
    }

    fn leave(&self, writes: bool) {
        let mut state = self.state.lock().unwrap();
        if writes {
            state.serving += 1;
        } else {
            state.readers -= 1;
        }
        drop(state);
        // All of them: each waits for a ticket of its own, and `notify_one` might wake the wrong one.
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
    writes: bool,
}

impl<T> Drop for Inside<'_, T> {
    fn drop(&mut self) {
        self.lock.leave(self.writes);
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
