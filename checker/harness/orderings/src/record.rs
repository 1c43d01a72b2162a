//! Writes down what the calling thread does.

use real_std::cell::RefCell;

use threadlings_report::Place;
use threadlings_trace::{Cause, Draft, Identity};

use crate::engine::{execution, watchdog};

pub(crate) use threadlings_trace::Caller;

real_std::thread_local! {
    static LAST_PLACES: RefCell<Vec<Option<Place>>> = const { RefCell::new(Vec::new()) };
    static ADDRESSES: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    static DEPTHS: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    LAST_PLACES.set(vec![None; execution::MOST_THREADS]);
    ADDRESSES.with_borrow_mut(Vec::clear);
    DEPTHS.set(vec![0; execution::MOST_THREADS]);
}

/// The calling thread did `operation`. What a probe does for its own purposes is left out.
pub(crate) fn step(caller: Caller, operation: &'static str, describe: impl FnOnce(&mut Draft)) {
    // What does not depend on the operation is compiled once, not for each type that is used.
    if let Some(thread) = recorded(caller) {
        threadlings_trace::step(thread, caller, operation, describe);
    }
}

/// The calling thread, if what it does at that place is recorded.
fn recorded(caller: Caller) -> Option<usize> {
    watchdog::beat();
    if !threadlings_trace::is_recording() {
        return None;
    }
    let thread = execution::current_thread();
    if change_depth(thread, |depth| *depth > 0) || caller.file().contains("/probes/") {
        return None;
    }
    if let Some(place) = threadlings_trace::place(caller) {
        LAST_PLACES.with_borrow_mut(|places| places[thread] = Some(place));
    }
    Some(thread)
}

/// A name for what a pointer points to: its address would not be the same in every run.
pub(crate) fn name_of_address(address: usize) -> String {
    let number = ADDRESSES.with_borrow_mut(|addresses| {
        addresses.iter().position(|known| *known == address).unwrap_or_else(|| {
            addresses.push(address);
            addresses.len() - 1
        })
    });
    format!("pointer {}", number + 1)
}

/// The last place in the learner's file at which a thread did something.
pub(crate) fn last_place(thread: usize) -> Option<Place> {
    LAST_PLACES.with_borrow(|places| places.get(thread).copied().flatten())
}

/// Does something that may block. If it never comes back, the record says what it waits for.
pub(crate) fn blocking<R>(
    caller: Caller,
    operation: &'static str,
    object: Option<&Identity>,
    cause: Cause,
    f: impl FnOnce() -> R,
) -> R {
    let waiting = begin_to_wait(caller, operation, object, cause);
    let result = quietly(f);
    if let Some(thread) = waiting {
        threadlings_trace::goes_on(thread);
    }
    result
}

/// The calling thread, if it is recorded that it waits.
fn begin_to_wait(caller: Caller, operation: &'static str, object: Option<&Identity>, cause: Cause) -> Option<usize> {
    if !threadlings_trace::is_recording() {
        return None;
    }
    let thread = execution::current_thread();
    // What is built here from locks and condition variables is one wait for the learner: the outermost counts.
    let outermost = change_depth(thread, |depth| *depth == 0);
    if outermost {
        threadlings_trace::waits(thread, caller, operation, object, cause);
    }
    outermost.then_some(thread)
}

/// Does something whose steps nobody wants to see, because they are parts of another one.
pub(crate) fn quietly<R>(f: impl FnOnce() -> R) -> R {
    let thread = threadlings_trace::is_recording().then(execution::current_thread);
    if let Some(thread) = thread {
        go_down(thread);
    }
    let result = f();
    if let Some(thread) = thread {
        go_up(thread);
    }
    result
}

fn go_down(thread: usize) {
    change_depth(thread, |depth| *depth += 1);
}

fn go_up(thread: usize) {
    change_depth(thread, |depth| *depth -= 1);
}

fn change_depth<R>(thread: usize, f: impl FnOnce(&mut u32) -> R) -> R {
    DEPTHS.with_borrow_mut(|depths| f(&mut depths[thread]))
}

/// While it lives, its thread waits on behalf of a probe.
pub(crate) struct Waiting {
    thread: usize,
}

impl Waiting {
    pub(crate) fn new(sentence: &str, stuck: &'static str) -> Self {
        let thread = execution::current_thread();
        threadlings_trace::enters_probe(thread, sentence, stuck);
        Waiting { thread }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        threadlings_trace::leaves_probe(self.thread);
    }
}
