//! Runs one future on the current thread.

use std::cell::RefCell;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

use threadlings_schedules::engine::outside::{self, Signal};

/// Wakes the thread that runs a future.
pub(crate) struct Alarm(pub(crate) Signal);

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.0.notify();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.notify();
    }
}

/// What a future that waits for a time has left behind: when, and whom to wake.
struct Timer {
    number: usize,
    at: u64,
    waker: Waker,
}

thread_local! {
    /// By modelled thread.
    static TIMERS: RefCell<Vec<Vec<Timer>>> = const { RefCell::new(Vec::new()) };
}

/// Sets a timer of the current thread, or sets it anew.
pub(crate) fn set_timer(number: usize, at: u64, waker: &Waker) {
    with_timers(|timers| {
        timers.retain(|timer| timer.number != number);
        timers.push(Timer { number, at, waker: waker.clone() });
    });
}

/// The future that waited for it does so no more.
pub(crate) fn forget_timer(number: usize) {
    TIMERS.with_borrow_mut(|threads| {
        for timers in threads {
            timers.retain(|timer| timer.number != number);
        }
    });
}

fn with_timers<R>(use_timers: impl FnOnce(&mut Vec<Timer>) -> R) -> R {
    let me = outside::current_thread();
    TIMERS.with_borrow_mut(|threads| {
        if threads.len() <= me {
            threads.resize_with(me + 1, Vec::new);
        }
        use_timers(&mut threads[me])
    })
}

/// A thread that starts to run a future has no timers yet: what an earlier execution left behind is forgotten.
pub(crate) fn forget_timers() {
    let old = with_timers(std::mem::take);
    drop(old);
}

/// Polls the future until it is ready. `around` is called for each poll, which it may refuse: then the future is
/// given up.
pub(crate) fn run<F: Future>(
    future: F,
    alarm: &Arc<Alarm>,
    mut around: impl FnMut(&mut dyn FnMut()) -> bool,
) -> Option<F::Output> {
    let waker = Waker::from(Arc::clone(alarm));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        let mut polled = Poll::Pending;
        if !around(&mut || polled = future.as_mut().poll(&mut context)) {
            return None;
        }
        if let Poll::Ready(value) = polled {
            return Some(value);
        }
        let until = with_timers(|timers| timers.iter().map(|timer| timer.at).min());
        alarm.0.wait(until);
        let now = outside::now();
        let due = with_timers(|timers| timers.extract_if(.., |timer| timer.at <= now).collect::<Vec<_>>());
        due.into_iter().for_each(|timer| timer.waker.wake());
    }
}
