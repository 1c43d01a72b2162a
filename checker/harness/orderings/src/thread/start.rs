//! The start and the end of a modelled thread.

use real_std::io;
use real_std::panic::{AssertUnwindSafe, catch_unwind};
use real_std::sync::{Arc, Mutex, PoisonError};

use loom::thread as engine_thread;
use threadlings_trace::Cause;

use super::current::Thread;
use crate::engine::{execution, finish, large_stack, panics, unwinding};
use crate::record::{self, Caller};

/// What a thread leaves behind when it ends.
type Result<T> = Arc<Mutex<Option<super::Result<T>>>>;

/// A thread that was started and not joined.
pub(super) struct Started<T> {
    engine: engine_thread::JoinHandle<()>,
    thread: Thread,
    result: Result<T>,
}

/// Starts a thread. Both it and its result may borrow; the caller sees to it that they do not live too long.
///
/// # Safety
/// The thread must have ended before anything that the closure or its result borrows.
pub(super) unsafe fn start<'a, T: 'a>(
    name: Option<String>,
    stack_size: Option<usize>,
    closure: Box<dyn FnOnce() -> T + 'a>,
    caller: Caller,
) -> io::Result<Started<T>> {
    let Some(number) = execution::number_thread() else {
        let most = execution::MOST_THREADS - 1;
        let place = threadlings_trace::place(caller).map(|place| format!(" on line {}", place.line));
        finish::unsupported(format!(
            "one more thread is started{}, but this test can follow no more than {most}",
            place.unwrap_or_default()
        ));
    };
    threadlings_trace::thread_started(number, name.as_deref());
    record::step(caller, "spawn", |step| {
        step.note(threadlings_trace::thread_name(number));
    });
    let result = Result::default();
    let body: Box<dyn FnOnce() + 'a> = {
        let result = Arc::clone(&result);
        Box::new(move || run(number, closure, &result))
    };
    // SAFETY: only the lifetime changes, and the caller promises that the thread ends before it does.
    let body: Box<dyn FnOnce() + 'static> = unsafe { real_std::mem::transmute(body) };
    let body = OneRealThread(body);
    let mut builder = engine_thread::Builder::new();
    if let Some(name) = &name {
        builder = builder.name(name.clone());
    }
    let engine = match stack_size.filter(|size| *size > large_stack::SIZE) {
        Some(size) => builder.stack_size(large_stack::in_words(size)).spawn(move || body.call())?,
        None => builder.spawn(move || large_stack::run_again(move || body.call()))?,
    };
    let thread = Thread::of(engine.thread().clone(), number, name.map(Arc::from));
    Ok(Started { engine, thread, result })
}

/// What a new thread does.
fn run<T>(number: usize, closure: Box<dyn FnOnce() -> T + '_>, result: &Result<T>) {
    execution::thread_begins(number);
    let ended = catch_unwind(AssertUnwindSafe(closure));
    if ended.is_err() {
        unwinding::end();
    }
    *result.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
    execution::thread_ends();
}

impl<T> Started<T> {
    pub(super) fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Waits for the end of the thread.
    pub(super) fn join(self, operation: &'static str, cause: Cause, caller: Caller) -> super::Result<T> {
        let number = self.thread.number();
        let _ = record::blocking(caller, operation, None, cause, || self.engine.join());
        let result = self.result.lock().unwrap_or_else(PoisonError::into_inner).take();
        let result = result.expect("the thread has ended, and only one handle can be joined");
        if result.is_err() {
            panics::seen(number);
        }
        result
    }

    /// Whether the thread has ended, as far as the caller can tell.
    pub(super) fn is_finished(&self) -> bool {
        engine_thread::yield_now();
        self.result.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// Loom demands `Send`, although all its threads run on one real thread. Whether the closure may be sent was settled
/// by the bounds of whoever called, or by the compiler when it built the same file for real threads.
struct OneRealThread(Box<dyn FnOnce()>);

// SAFETY: see above.
unsafe impl Send for OneRealThread {}

impl OneRealThread {
    fn call(self) {
        (self.0)();
    }
}
