// wrong: after a writer it is the readers' turn until the next writer is inside, though none of them waits
// finding: a_late_reader_lets_the_second_writer_go_first: deadlock

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
    readers_turn: bool,
}

impl<T> FairRw<T> {
    /// A lock around a value.
    pub fn new(value: T) -> Self {
        FairRw { state: Mutex::default(), changed: Condvar::new(), value: RwLock::new(value) }
    }

    /// Waits until no writer is inside.
    pub fn read(&self) -> impl Deref<Target = T> {
        let state = self.state.lock().unwrap();
        let mut state =
            self.changed.wait_while(state, |s| s.writing || (s.waiting_writers > 0 && !s.readers_turn)).unwrap();
        state.readers += 1;
        drop(state);
        Reading { value: self.value.read().unwrap(), _inside: Inside { lock: self } }
    }

    /// Waits until nobody is inside.
    pub fn write(&self) -> impl DerefMut<Target = T> {
        let mut state = self.state.lock().unwrap();
        state.waiting_writers += 1;
        let mut state = self.changed.wait_while(state, |state| state.writing || state.readers > 0).unwrap();
        state.waiting_writers -= 1;
        state.writing = true;
        state.readers_turn = false;
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
            state.readers_turn = true;
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
