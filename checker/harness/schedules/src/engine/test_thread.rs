//! The thread that a hidden test runs on, and those that are started from it.

use shuttle_engine::runtime::execution::ExecutionState;

use crate::engine::elsewhere;
use crate::engine::panics::{Payload, catch};
use crate::engine::run::{self, End, Limits};
use crate::engine::search::Body;
use crate::engine::sensitivity::{self, Notice};
use crate::printing;
use crate::thread::{builder, handle, local, machine};

/// Runs the test from start to end: one execution.
pub(crate) fn run(limits: Limits, body: &Body) {
    run::begin(limits);
    threadlings_trace::begin_execution();
    builder::forget_refusals();
    machine::forget_processors();
    handle::forget_threads();
    printing::forget_holders();
    elsewhere::forget();
    local::forget_values();
    #[cfg(modelled_arc)]
    crate::sync::arc::count::forget_drops();
    if catch(|| body()).is_err() {
        run::stop(End::Panicked);
    }
    end();
}

/// Starts a modelled thread; tells its number. All have a stack of the same size, whatever was asked for.
///
/// # Safety
/// What `body` borrows must live until the thread has ended.
pub(crate) unsafe fn start(name: Option<&str>, asked_for: usize, body: Box<dyn FnOnce() + '_>) -> usize {
    let Some(thread) = run::add_thread(asked_for) else { run::stop(End::Threads) };
    threadlings_trace::thread_started(thread, name);
    let body = move || {
        body();
        end();
    };
    let body: Box<dyn FnOnce() + '_> = Box::new(body);
    // SAFETY: the caller sees to it that what `body` borrows lives until the thread has ended. An execution that
    // is stopped leaks both this thread and the one whose stack it borrows from.
    let body: Box<dyn FnOnce() + 'static> = unsafe { real_std::mem::transmute(body) };
    let stack = ExecutionState::with(|state| state.config.stack_size);
    run::stay_at_next_point();
    let task = ExecutionState::spawn_thread(body, stack, None, None, real_std::panic::Location::caller());
    debug_assert_eq!(usize::from(task), thread, "every task of the engine is a thread of the run");
    thread
}

/// The current thread has come to the end of its function.
fn end() {
    local::drop_values();
    sensitivity::switch_for(Notice::Ends);
    run::end_thread();
}

/// What a thread returns, or the payload of its panic.
pub(crate) type ThreadResult<T> = Result<T, Payload>;
