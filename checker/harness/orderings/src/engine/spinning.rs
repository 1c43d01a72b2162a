//! Notices a thread that asks the same question again and gets the same answer.
//!
//! A loop that waits for another thread has executions without end, and loom explores them one by one unless the
//! waiting thread yields. Learners write `while locked.swap(true, Acquire) {}`, with no hint in the body. So every
//! atomic operation tells what it did and what came of it, and a thread that repeats itself yields.

use real_std::cell::RefCell;
use real_std::collections::HashMap;
use real_std::panic::Location;

use crate::engine::execution;

/// A changing operation may come out the same this many times (two loops that lock and unlock do that) before its
/// thread yields.
const REPEATED_CHANGES: u32 = 6;

/// Where, on which atomic, with what result.
type Doing = (&'static Location<'static>, usize, u64);

#[derive(Default)]
struct Thread {
    looked: Vec<Doing>,
    changed: HashMap<Doing, u32>,
    /// The last operation that stored what it had read.
    idle: Option<Doing>,
}

real_std::thread_local! {
    static THREADS: RefCell<Vec<Thread>> = RefCell::default();
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    THREADS.with_borrow_mut(|threads| {
        threads.clear();
        threads.resize_with(execution::MOST_THREADS, Thread::default);
    });
}

/// The calling thread has read `bits` and changed nothing.
pub(crate) fn looked(caller: &'static Location<'static>, atomic: usize, bits: u64) {
    let repeated = of_current_thread(|thread| {
        let doing = (caller, atomic, bits);
        let repeated = thread.looked.contains(&doing);
        if repeated {
            thread.looked.clear();
        } else {
            thread.looked.push(doing);
        }
        repeated
    });
    if repeated {
        loom::thread::yield_now();
    }
}

/// The calling thread has changed an atomic that held `bits`.
pub(crate) fn changed(caller: &'static Location<'static>, atomic: usize, bits: u64) {
    let repeated = of_current_thread(|thread| {
        thread.looked.clear();
        thread.idle = None;
        let times = thread.changed.entry((caller, atomic, bits)).or_default();
        *times += 1;
        *times % REPEATED_CHANGES == 0
    });
    if repeated {
        loom::thread::yield_now();
    }
}

/// The calling thread has written something.
pub(crate) fn wrote() {
    of_current_thread(|thread| {
        thread.looked.clear();
        thread.idle = None;
    });
}

/// Remembers an operation that stores what it reads. Says whether the last one was the same, and the thread has
/// written nothing since, so that doing it again tells other threads nothing new.
pub(crate) fn is_idle_again(caller: &'static Location<'static>, atomic: usize, bits: u64) -> bool {
    of_current_thread(|thread| thread.idle.replace((caller, atomic, bits)) == Some((caller, atomic, bits)))
}

fn of_current_thread<R>(f: impl FnOnce(&mut Thread) -> R) -> R {
    let number = execution::current_thread();
    THREADS.with_borrow_mut(|threads| f(&mut threads[number]))
}
