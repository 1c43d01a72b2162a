//! Hidden tests of `last_one_out`.

use std::thread;

use exercise::Latch;
use harness::real_std::cell::UnsafeCell;
use harness::real_std::sync::atomic::{AtomicUsize, Ordering};
use harness::real_std::sync::{Arc, OnceLock, Weak};
use harness::{Blocker, Bomb, RaceProbe};

/// Counts calls, and is no step that a schedule would show.
fn counter() -> Bomb {
    Bomb::on_call(usize::MAX)
}

/// A single thread arrives three times at a latch for three, and twice more: the third call calls `on_last`.
#[orderings]
fn the_third_of_three() {
    let calls = counter();
    let latch = Latch::new(3, || calls.tick());
    for arrival in 1..=2 {
        latch.arrive();
        assert!(calls.calls() == 0, "`on_last` was called at arrival {arrival} of 3");
    }
    latch.arrive();
    assert!(calls.calls() == 1, "the last of three has arrived, and `on_last` was not called");
    for _ in 4..=5 {
        latch.arrive();
        assert!(calls.calls() == 1, "`on_last` was called a second time, by a call after the last");
    }
}

/// A latch for 257, and a single thread arrives: it is not the last.
#[orderings]
fn the_first_of_many() {
    Latch::new(257, || harness::fail("`on_last` was called at arrival 1 of 257")).arrive();
}

/// A single thread arrives at a latch for one: `on_last` is called on this thread.
#[orderings]
fn on_last_stays_on_the_thread() {
    let here = thread::current().id();
    Latch::new(1, || assert!(thread::current().id() == here, "`on_last` was called on a thread that did not arrive"))
        .arrive();
}

/// Two threads arrive at the same time: `on_last` is called once, after both have come.
#[orderings]
fn two_arrive_at_the_same_time() {
    let (calls, arrivals) = (counter(), AtomicUsize::new(0));
    let latch = Latch::new(2, || {
        calls.tick();
        if calls.calls() > 1 {
            harness::fail("two threads arrived, and `on_last` was called twice");
        }
        if arrivals.load(Ordering::Relaxed) < 2 {
            harness::fail("`on_last` was called before the last thread arrived");
        }
    });
    let arrive = || {
        arrivals.fetch_add(1, Ordering::Relaxed);
        latch.arrive();
    };
    thread::scope(|scope| {
        scope.spawn(arrive);
        arrive();
    });
    assert!(calls.calls() == 1, "both threads have arrived, and `on_last` was not called");
}

/// One thread arrives while another arrives for two: `on_last` is called once.
#[orderings]
fn one_arrives_while_another_arrives_twice() {
    let calls = counter();
    let latch = Latch::new(3, || calls.tick());
    thread::scope(|scope| {
        scope.spawn(|| (0..2).for_each(|_| latch.arrive()));
        latch.arrive();
    });
    assert!(calls.calls() > 0, "one thread arrived once and another twice, and `on_last` was not called");
    assert!(calls.calls() == 1, "one thread arrived once and another twice, and `on_last` was called twice");
}

/// Two threads arrive, and `on_last` goes on until one of the calls has returned: the other thread does not wait for it.
#[orderings]
fn the_others_wait_for_nobody() {
    let returned = Blocker::new("a thread that was not the last waits in `arrive` until `on_last` is over");
    let latch = Latch::new(2, || returned.wait());
    let arrive = || {
        latch.arrive();
        returned.release();
    };
    thread::scope(|scope| {
        scope.spawn(arrive);
        arrive();
    });
}

/// `on_last` calls `arrive` of the same latch: that call returns.
#[orderings]
fn on_last_may_arrive_again() {
    type Job = Box<dyn FnOnce() + Send>;
    let calls = counter();
    let itself: Arc<OnceLock<Weak<Latch<Job>>>> = Arc::default();
    let (count, latch) = (calls.clone(), Arc::clone(&itself));
    let job = move || {
        count.tick();
        latch.get().and_then(Weak::upgrade).expect("the latch is alive").arrive();
    };
    let latch = Arc::new(Latch::new(1, Box::new(job) as Job));
    itself.set(Arc::downgrade(&latch)).expect("it was empty");
    latch.arrive();
    assert!(calls.calls() == 1, "the only thread has arrived, and `on_last` was called {} times", calls.calls());
}

/// A place for the work of one thread, which `on_last` looks at.
struct Desk(UnsafeCell<RaceProbe<u32>>);

// SAFETY: a thread writes before it arrives, and `on_last` reads after all have arrived. Whether the latch orders the
// two is what the probe finds out.
unsafe impl Sync for Desk {}

impl Desk {
    fn new() -> Self {
        Desk(UnsafeCell::new(RaceProbe::new(0)))
    }

    fn write(&self) {
        // SAFETY: only one thread writes at this desk.
        unsafe { (*self.0.get()).write(1) }
    }

    fn read(&self) -> u32 {
        // SAFETY: see above.
        unsafe { (*self.0.get()).read() }
    }
}

/// Two threads write something and arrive: `on_last` reads what both have written.
#[orderings]
fn on_last_sees_what_the_others_did() {
    let desks = [Desk::new(), Desk::new()];
    let latch = Latch::new(2, || {
        let read = desks.each_ref().map(Desk::read);
        assert!(read == [1, 1], "`on_last` did not see what the threads had written before they arrived");
    });
    let arrive = |desk: &Desk| {
        desk.write();
        latch.arrive();
    };
    thread::scope(|scope| {
        scope.spawn(|| arrive(&desks[0]));
        arrive(&desks[1]);
    });
}
