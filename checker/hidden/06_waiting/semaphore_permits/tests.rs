//! Hidden tests of `semaphore_permits`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use exercise::{Permit, Semaphore};
use harness::{Bomb, Overlap};

/// One thread, two permits: two can be had, a third one not, until one of the two is dropped.
#[schedules]
fn a_dropped_permit_is_free_again() {
    let semaphore = Semaphore::new(2);
    let first = semaphore.try_acquire();
    let second = semaphore.try_acquire();
    assert!(first.is_some() && second.is_some(), "`try_acquire` did not hand out both of 2 permits");
    let third = semaphore.try_acquire();
    assert!(third.is_none(), "`try_acquire` handed out a third permit of 2");
    drop(first);
    let again = semaphore.try_acquire();
    assert!(again.is_some(), "`try_acquire` returned `None` although a permit was dropped: it has not come back");
    let more = semaphore.try_acquire();
    assert!(more.is_none(), "one permit was dropped, and `try_acquire` handed out two");
}

/// A semaphore without permits has none to hand out.
#[schedules]
fn no_permits() {
    assert!(Semaphore::new(0).try_acquire().is_none(), "`try_acquire` handed out a permit of 0");
}

/// One permit, two threads acquire it: never do both have it, and both have had it in the end.
#[schedules]
fn one_permit_is_held_once() {
    let semaphore = Arc::new(Semaphore::new(1));
    let holders = Overlap::new("two threads hold a permit at the same time, and there is only 1").at_most(1);
    let other = {
        let (semaphore, holders) = (Arc::clone(&semaphore), holders.clone());
        thread::spawn(move || {
            let _permit = semaphore.acquire();
            let _inside = holders.enter();
        })
    };
    {
        let _permit = semaphore.acquire();
        let _inside = holders.enter();
    }
    other.join().unwrap();
    assert!(semaphore.try_acquire().is_some(), "every permit was dropped, and `try_acquire` returned `None`");
}

/// Two permits, two threads: both can hold one at the same time.
#[schedules]
fn two_permits_are_held_at_once() {
    let semaphore = Arc::new(Semaphore::new(2));
    let holders = Overlap::new("more threads hold a permit than there are permits")
        .at_most(2)
        .reaches(2, "there are 2 permits, and never do two threads hold one at the same time");
    let other = {
        let (semaphore, holders) = (Arc::clone(&semaphore), holders.clone());
        thread::spawn(move || {
            let _permit = semaphore.acquire();
            let _inside = holders.enter();
        })
    };
    let permit = semaphore.acquire();
    let inside = holders.enter();
    drop(inside);
    drop(permit);
    other.join().unwrap();
}

/// Two permits. One thread acquires one of them, another tries to have one at the same time: there is one for each.
#[schedules]
fn a_free_permit_is_had_whatever_others_do() {
    let semaphore = Arc::new(Semaphore::new(2));
    let other = {
        let semaphore = Arc::clone(&semaphore);
        thread::spawn(move || drop(semaphore.acquire()))
    };
    let permit = semaphore.try_acquire();
    assert!(permit.is_some(), "`try_acquire` returned `None`, and of 2 permits only one other thread had one");
    other.join().unwrap();
}

/// What a permit does that has no `release`.
trait Release: Sized {
    fn release(self) {}
}

impl Release for Permit<'_> {}

/// If there still is a `release`: a permit that it gives back is dropped as well, and comes back once all the same.
#[schedules]
fn a_released_permit_comes_back_once() {
    let semaphore = Semaphore::new(1);
    let _ = semaphore.acquire().release();
    let permit = semaphore.try_acquire();
    assert!(permit.is_some(), "`release` was called, and the permit has not come back");
    let more = semaphore.try_acquire();
    assert!(more.is_none(), "one permit came back twice: `release` gave it back, and so did its `drop`");
}

/// One permit, and it is held. A thread waits for it, and may wake up unasked; another takes its place in between.
#[schedules]
fn a_woken_thread_looks_again() {
    let semaphore = Arc::new(Semaphore::new(1));
    let holders = Overlap::new("two threads hold a permit at the same time, and there is only 1").at_most(1);
    let permit = semaphore.acquire();
    let inside = holders.enter();
    let waiting = {
        let (semaphore, holders) = (Arc::clone(&semaphore), holders.clone());
        thread::spawn(move || {
            let _permit = semaphore.acquire();
            let _inside = holders.enter();
        })
    };
    drop(inside);
    drop(permit);
    if let Some(_permit) = semaphore.try_acquire() {
        let _inside = holders.enter();
    }
    waiting.join().unwrap();
}

/// Two permits, both held. Two threads wait; both permits come back before the first of them runs.
#[schedules]
fn two_permits_at_once_wake_two() {
    let semaphore = Arc::new(Semaphore::new(2));
    let permits = [semaphore.acquire(), semaphore.acquire()];
    let waiting = [(); 2].map(|()| {
        let semaphore = Arc::clone(&semaphore);
        thread::spawn(move || drop(semaphore.acquire()))
    });
    drop(permits);
    for thread in waiting {
        thread.join().unwrap();
    }
}

/// A thread panics with the permit in its hands: the permit comes back.
#[schedules]
fn a_panic_gives_the_permit_back() {
    let semaphore = Semaphore::new(1);
    let bomb = Bomb::on_call(1);
    let result = catch_unwind(AssertUnwindSafe(|| {
        let _permit = semaphore.acquire();
        bomb.tick();
    }));
    assert!(result.is_err(), "the panic of whoever held a permit did not come out");
    assert!(semaphore.try_acquire().is_some(), "a permit is lost: whoever held it has panicked");
    assert!(semaphore.try_acquire().is_some(), "a permit is lost that was dropped after a panic of another holder");
}

/// As long as no permit is free, a thread in `acquire` does nothing at all, and `try_acquire` returns `None`.
#[schedules]
fn a_waiting_thread_sleeps() {
    let semaphore = Arc::new(Semaphore::new(1));
    let permit = semaphore.acquire();
    let waiting = {
        let semaphore = Arc::clone(&semaphore);
        thread::spawn(move || drop(semaphore.acquire()))
    };
    harness::settle("`acquire` spins: it looks again and again whether a permit is free, instead of sleeping");
    assert!(semaphore.try_acquire().is_none(), "`try_acquire` handed out a second permit of 1");
    drop(permit);
    waiting.join().unwrap();
}
