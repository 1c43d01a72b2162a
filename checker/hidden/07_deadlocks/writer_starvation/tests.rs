//! Hidden tests of `writer_starvation`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use exercise::FairRw;
use harness::{Blocker, Overlap, Rendezvous, settle};

const NO_SLEEP: &str = "a thread that waits to be let in keeps looking instead of sleeping";

/// A reader is inside, a writer waits, and a second reader comes, which would stay inside: the writer is let in first.
#[schedules]
fn a_late_reader_lets_the_writer_go_first() {
    let_the_writer_go_first(&FairRw::new(0));
}

/// The same, when a writer has been in the lock before: that readers may go first after it is over when nobody waits.
#[schedules]
fn a_late_reader_lets_the_second_writer_go_first() {
    let lock = FairRw::new(0);
    drop(lock.write());
    let_the_writer_go_first(&lock);
}

fn let_the_writer_go_first(lock: &FairRw<i32>) {
    let written = Blocker::new("a reader that came while a writer was waiting was let in before it, and keeps it out");
    thread::scope(|scope| {
        let first = lock.read();
        scope.spawn(|| {
            *lock.write() = 1;
            written.release();
        });
        settle(NO_SLEEP);
        assert_eq!(lock.waiting_writers(), 1, "a reader is inside, a writer waits, and `waiting_writers()` is not 1");
        scope.spawn(|| {
            let _late = lock.read();
            written.wait();
        });
        settle(NO_SLEEP);
        drop(first);
    });
}

/// A writer is inside, and a reader and another writer wait. The first writer leaves, and a second reader comes, while
/// the other writer still waits: that one is let in first, whoever has its turn before.
#[schedules]
fn a_turn_of_readers_is_for_those_that_have_waited() {
    let lock = FairRw::new(0);
    thread::scope(|scope| {
        let first = lock.write();
        scope.spawn(|| drop(lock.read()));
        settle(NO_SLEEP);
        scope.spawn(|| *lock.write() = 1);
        settle(NO_SLEEP);
        drop(first);
        if lock.waiting_writers() > 0 {
            assert_eq!(*lock.read(), 1, "a reader that came while a writer was waiting was let in before it");
        }
    });
}

/// Two readers are inside at the same time, before a writer has been and after it.
#[schedules]
fn readers_read_together() {
    let lock = FairRw::new(0);
    let both = Rendezvous::new(2, "two readers are not let in at the same time, though no writer waits or is inside");
    let read = || {
        let _guard = lock.read();
        both.meet();
    };
    thread::scope(|scope| {
        scope.spawn(read);
        read();
    });
    *lock.write() += 1;
    thread::scope(|scope| {
        scope.spawn(read);
        read();
    });
    assert_eq!(*lock.read(), 1, "a writer added 1 to 0, and a reader after it sees another value");
}

/// A writer is inside, and two readers wait. When it leaves, a third one comes, and all three are inside at the same time.
#[schedules]
fn readers_that_waited_read_together() {
    let lock = FairRw::new(0);
    let all =
        Rendezvous::new(3, "two readers that had waited for a writer and a third one are not let in at the same time");
    let read = || {
        let _guard = lock.read();
        all.meet();
    };
    thread::scope(|scope| {
        let writer = lock.write();
        for _ in 0..2 {
            scope.spawn(read);
            settle(NO_SLEEP);
        }
        let counted = lock.waiting_writers();
        if counted != 0 {
            harness::fail(format!("a writer is inside, two readers wait, and `waiting_writers()` returned {counted}"));
        }
        drop(writer);
        read();
    });
}

/// Two writers write at the same time, and a reader reads: no addition is lost.
#[schedules]
fn writers_are_alone() {
    let lock = FairRw::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *lock.write() += 1);
        scope.spawn(|| drop(lock.read()));
        *lock.write() += 1;
    });
    assert_eq!(*lock.read(), 2, "two writers added 1 each to 0, and a reader after them sees another value");
}

/// A writer is inside, and another one waits: one is counted, and none when both have left.
#[schedules]
fn waiting_writers_are_counted() {
    let lock = FairRw::new(0);
    assert_eq!(lock.waiting_writers(), 0, "nobody waits, and `waiting_writers()` is not 0");
    let guard = lock.write();
    assert_eq!(lock.waiting_writers(), 0, "the only writer is inside, and `waiting_writers()` is not 0");
    thread::scope(|scope| {
        scope.spawn(|| *lock.write() += 1);
        settle(NO_SLEEP);
        assert_eq!(
            lock.waiting_writers(),
            1,
            "a writer is inside, another one waits, and `waiting_writers()` is not 1"
        );
        drop(guard);
    });
    assert_eq!(lock.waiting_writers(), 0, "all writers have left, and `waiting_writers()` is not 0");
}

/// A writer is inside, another one waits, then a reader comes. From now on each writer leaves only when the next one is
/// waiting. The reader may get in before the last of them.
#[schedules]
fn a_waiting_reader_has_its_turn() {
    let early = Overlap::new("").reaches(1, "a waiting reader is never let in as long as new writers keep coming");
    let lock = FairRw::new(0);
    let last_has_been = AtomicBool::new(false);
    thread::scope(|scope| {
        let mut first = lock.write();
        scope.spawn(|| {
            let mut second = lock.write();
            while lock.waiting_writers() == 0 && !last_has_been.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            *second += 1;
        });
        settle(NO_SLEEP);
        scope.spawn(|| {
            let value = lock.read();
            if *value < 3 {
                drop(early.enter());
            }
        });
        settle(NO_SLEEP);
        *first += 1;
        drop(first);
        *lock.write() += 1;
        last_has_been.store(true, Ordering::SeqCst);
    });
    assert_eq!(*lock.read(), 3, "three writers added 1 each to 0, and a reader after them sees another value");
}

/// Two readers are inside and a writer waits. It gets in when both have left.
#[schedules]
fn a_writer_waits_for_all_readers() {
    let lock = FairRw::new(0);
    let stay = Blocker::new("a reader that is inside cannot leave");
    thread::scope(|scope| {
        scope.spawn(|| {
            let value = lock.read();
            stay.wait();
            assert_eq!(*value, 0, "a writer was let in while a reader was inside");
        });
        settle(NO_SLEEP);
        let first = lock.read();
        scope.spawn(|| *lock.write() += 1);
        settle(NO_SLEEP);
        drop(first);
        stay.release();
    });
    assert_eq!(*lock.read(), 1, "a writer added 1 to 0, and a reader after it sees another value");
}

/// A reader is inside, and two writers wait: two are counted. When the reader leaves, both get in.
#[schedules]
fn both_writers_get_in() {
    let lock = FairRw::new(0);
    thread::scope(|scope| {
        let guard = lock.read();
        for _ in 0..2 {
            scope.spawn(|| *lock.write() += 1);
            settle(NO_SLEEP);
        }
        assert_eq!(lock.waiting_writers(), 2, "a reader is inside, two writers wait, and `waiting_writers()` is not 2");
        drop(guard);
    });
    assert_eq!(*lock.read(), 2, "two writers added 1 each to 0, and a reader after them sees another value");
}
