//! The start and the end of a modelled thread.

use real_std::io;
use real_std::panic::{AssertUnwindSafe, catch_unwind};
use real_std::sync::{Arc, Mutex, PoisonError};

use loom::thread as engine_thread;
use threadlings_trace::Cause;

use super::current::Thread;
use crate::engine::{execution, finish, large_stack, panics, unwinding};
use crate::record::{self, Caller};

/// How a thread has ended, once it has.
type End = Arc<Mutex<Option<super::Result<()>>>>;

/// What the closure of a thread has returned, once it has.
pub(super) type Returned<T> = Arc<Mutex<Option<T>>>;

/// A thread that was started and not joined. Its type does not tell what the thread returns, so that what is done with it
/// is compiled once and not for each hidden test.
pub(super) struct Started {
    engine: engine_thread::JoinHandle<()>,
    thread: Thread,
    end: End,
}

/// Starts a thread. Both it and its result may borrow; the caller sees to it that they do not live too long.
///
/// # Safety
/// The thread must have ended before anything that the closure or its result borrows.
pub(super) unsafe fn start<'a, T: 'a>(
    name: Option<String>,
    stack_size: Option<usize>,
    closure: impl FnOnce() -> T + 'a,
    caller: Caller,
) -> io::Result<(Started, Returned<T>)> {
    let returned = Returned::default();
    let left = Arc::clone(&returned);
    // SAFETY: the caller's promise.
    let started = unsafe { start_body(name, stack_size, Box::new(move || leave(&left, closure())), caller)? };
    Ok((started, returned))
}

fn leave<T>(returned: &Mutex<Option<T>>, value: T) {
    *returned.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
}

/// # Safety
/// See [`start`].
unsafe fn start_body<'a>(
    name: Option<String>,
    stack_size: Option<usize>,
    body: Box<dyn FnOnce() + 'a>,
    caller: Caller,
) -> io::Result<Started> {
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
    // SAFETY: only the lifetime changes, and the caller promises that the thread ends before it does.
    let body: Box<dyn FnOnce() + 'static> = unsafe { real_std::mem::transmute(body) };
    let end = End::default();
    let body = OneRealThread { number, body, end: End::clone(&end) };
    let mut builder = engine_thread::Builder::new();
    if let Some(name) = &name {
        builder = builder.name(name.clone());
    }
    let engine = match stack_size.filter(|size| *size > large_stack::SIZE) {
        Some(size) => builder.stack_size(large_stack::in_words(size)).spawn(move || body.run())?,
        None => builder.spawn(move || large_stack::run_again(move || body.run()))?,
    };
    let thread = Thread::of(engine.thread().clone(), number, name.map(Arc::from));
    Ok(Started { engine, thread, end })
}

impl Started {
    pub(super) fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Waits for the end of the thread.
    pub(super) fn join(self, operation: &'static str, cause: Cause, caller: Caller) -> super::Result<()> {
        let number = self.thread.number();
        let _ = record::blocking(caller, operation, None, cause, || self.engine.join());
        let end = self.end.lock().unwrap_or_else(PoisonError::into_inner).take();
        let end = end.expect("the thread has ended, and only one handle can be joined");
        if end.is_err() {
            panics::seen(number);
        }
        end
    }

    /// Whether the thread has ended, as far as the caller can tell.
    pub(super) fn is_finished(&self) -> bool {
        engine_thread::yield_now();
        self.end.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// What a thread that has ended without a panic has returned.
pub(super) fn returned<T>(returned: &Returned<T>) -> T {
    let value = returned.lock().unwrap_or_else(PoisonError::into_inner).take();
    value.expect("the closure has returned, and only one handle can be joined")
}

/// Loom demands `Send`, although all its threads run on one real thread. Whether the closure may be sent was settled
/// by the bounds of whoever called, or by the compiler when it built the same file for real threads.
struct OneRealThread {
    number: usize,
    body: Box<dyn FnOnce()>,
    end: End,
}

// SAFETY: see above.
unsafe impl Send for OneRealThread {}

impl OneRealThread {
    /// What a new thread does.
    fn run(self) {
        execution::thread_begins(self.number);
        let ended = catch_unwind(AssertUnwindSafe(self.body));
        if ended.is_err() {
            unwinding::end();
        }
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
        execution::thread_ends();
    }
}
