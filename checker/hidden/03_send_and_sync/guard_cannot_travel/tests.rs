//! Hidden tests of `guard_cannot_travel`. The documents hold small numbers: a report shows them as such.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use exercise::finish_elsewhere;
use harness::ThreadLedger;

/// What is in the document now.
fn contents(doc: &Mutex<Vec<u8>>) -> Vec<u8> {
    doc.lock().unwrap().clone()
}

/// One call: head and tail stand behind what was there before. `make_tail` borrows, can be called once, and is for one
/// thread at a time.
#[schedules]
fn head_and_tail_are_appended() {
    let doc = Mutex::new(vec![0]);
    let (tail, end) = (Cell::new(vec![3]), 4);
    let end = &end;
    finish_elsewhere(&doc, &[1, 2], move || {
        let mut tail = tail.into_inner();
        tail.push(*end);
        tail
    });
    let contents = contents(&doc);
    assert!(
        contents == [0, 1, 2, 3, 4],
        "the document was [0], and with the head [1, 2] and the tail [3, 4] it is {contents:?}",
    );
}

/// Two calls: first the head is empty, then the tail.
#[schedules]
fn head_or_tail_may_be_empty() {
    let doc = Mutex::new(vec![]);
    finish_elsewhere(&doc, &[], || vec![2]);
    finish_elsewhere(&doc, &[1], Vec::new);
    let contents = contents(&doc);
    assert!(
        contents == [2, 1],
        "the tail [2] was appended with an empty head, then the head [1] with an empty tail: the document is {contents:?}",
    );
}

/// `make_tail` runs once, on another thread, and no thread is left in the end.
#[schedules]
fn the_tail_is_made_elsewhere() {
    let (ledger, calls) = (ThreadLedger::new(), AtomicUsize::new(0));
    finish_elsewhere(&Mutex::new(vec![0]), &[1], || {
        ledger.record();
        calls.fetch_add(1, Ordering::Relaxed);
        vec![2]
    });
    let (alive, calls) = (harness::threads_alive(), calls.load(Ordering::Relaxed));
    assert!(calls == 1, "`make_tail` was not called before `finish_elsewhere` returned");
    assert!(!ledger.on_creator(), "`make_tail` runs on the thread that called `finish_elsewhere`");
    assert!(alive == 0, "`finish_elsewhere` has returned, but a thread of it is still alive");
}

/// Another thread looks at the document meanwhile: it sees it as it was before, or complete.
#[schedules]
fn nobody_sees_half_of_it() {
    let doc = Arc::new(Mutex::new(vec![0]));
    let reader = {
        let doc = Arc::clone(&doc);
        thread::spawn(move || contents(&doc))
    };
    finish_elsewhere(&doc, &[1], || vec![2]);
    let seen = reader.join().unwrap();
    assert!(
        seen == [0] || seen == [0, 1, 2],
        "the document was [0], the head [1] and the tail [2]; meanwhile another thread looked and saw {seen:?}",
    );
}

/// Another thread appends meanwhile and looks: what it has seen stays in front, and the rest comes behind that.
#[schedules]
fn what_others_append_stays() {
    let doc = Arc::new(Mutex::new(vec![0]));
    let writer = {
        let doc = Arc::clone(&doc);
        thread::spawn(move || {
            let mut doc = doc.lock().unwrap();
            doc.push(9);
            doc.clone()
        })
    };
    finish_elsewhere(&doc, &[1], || vec![2]);
    let seen = writer.join().unwrap();
    let contents = contents(&doc);
    assert!(
        contents == [0, 9, 1, 2] || contents == [0, 1, 2, 9],
        "the document was [0], another thread appended 9 while [1] and [2] were appended, and now it is {contents:?}",
    );
    assert!(
        contents.starts_with(&seen),
        "another thread appended 9 and saw {seen:?}; [1] and [2] were not put behind that: now it is {contents:?}",
    );
}

/// Two threads finish the same document at the same time: the parts of each stay together.
#[schedules]
fn two_calls_do_not_mix() {
    let doc = Arc::new(Mutex::new(vec![]));
    let other = {
        let doc = Arc::clone(&doc);
        thread::spawn(move || finish_elsewhere(&doc, &[1], || vec![2]))
    };
    finish_elsewhere(&doc, &[3], || vec![4]);
    other.join().unwrap();
    let contents = contents(&doc);
    assert!(
        contents == [1, 2, 3, 4] || contents == [3, 4, 1, 2],
        "two calls append [1] and [2], and [3] and [4], at the same time, and the document is {contents:?}",
    );
}
