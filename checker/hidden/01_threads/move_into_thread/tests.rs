//! Hidden tests of `move_into_thread`.

use std::cell::Cell;

use exercise::apply_on_thread;
use harness::ThreadLedger;

/// A value that can be sent to another thread. It cannot be cloned, shared or made from nothing.
struct Letter {
    lines: Vec<&'static str>,
    threads: ThreadLedger,
    readings: Cell<u32>,
}

/// A result that can be sent, and no more than that.
struct Reply {
    lines: Cell<usize>,
}

impl Letter {
    fn new() -> Self {
        Letter { lines: vec!["first"], threads: ThreadLedger::new(), readings: Cell::new(0) }
    }
}

/// Adds a line to the letter; the reply is how many lines it has then.
fn answer(letter: &mut Letter) -> Reply {
    letter.threads.record();
    letter.readings.set(letter.readings.get() + 1);
    letter.lines.push("second");
    Reply { lines: Cell::new(letter.lines.len()) }
}

/// The value comes back as `f` left it, together with what `f` returned.
#[schedules]
fn value_and_result_come_back() {
    let (letter, reply) = apply_on_thread(Letter::new(), answer);
    let readings = letter.readings.get();
    assert_eq!(readings, 1, "`apply_on_thread` did not call `f` exactly once with the value that it returned");
    assert_eq!(
        letter.lines,
        ["first", "second"],
        "`apply_on_thread` returned a value without the change that `f` made"
    );
    assert_eq!(reply.lines.get(), 2, "`apply_on_thread` did not return what `f` returned");
}

/// `f` runs on another thread than the one that called `apply_on_thread`.
#[schedules]
fn f_runs_on_another_thread() {
    let (letter, _) = apply_on_thread(Letter::new(), answer);
    assert!(!letter.threads.on_creator(), "`apply_on_thread` called `f` on the thread that called it");
}

/// A second call, with a smaller value: there, too, `f` runs on another thread.
#[schedules]
fn a_second_call_has_a_thread_as_well() {
    apply_on_thread(Letter::new(), answer);
    let (threads, ()) = apply_on_thread(ThreadLedger::new(), |threads| threads.record());
    assert!(!threads.on_creator(), "a second `apply_on_thread` called `f` on the thread that called it");
    assert_eq!(threads.distinct(), 1, "a second `apply_on_thread` did not call `f` exactly once");
}

/// A value that takes no space: there, too, `f` runs on another thread.
#[schedules]
fn a_value_without_a_size() {
    let caller = std::thread::current().id();
    let ((), runner) = apply_on_thread((), |()| std::thread::current().id());
    assert!(runner != caller, "`apply_on_thread` called `f` on the thread that called it, for the value `()`");
}
