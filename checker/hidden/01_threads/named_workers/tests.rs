//! Hidden tests of `named_workers`.

use std::io::{self, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

use exercise::spawn_team;
use harness::{Blocker, DropLedger, fail};

const STACK: usize = 1 << 20;

/// A team that the system has room for.
fn team<F: Fn(usize) + Send + Sync + 'static>(n: usize, f: F) -> Vec<JoinHandle<String>> {
    spawn_team("dock", n, STACK, f).unwrap_or_else(|error| fail(format!("`spawn_team` returned the error {error}")))
}

/// The error that `spawn_team` returns if there is no room; that it panics is a finding of its own.
fn error_of<F>(n: usize, stack: usize, f: F, no_error: &str) -> io::Error
where
    F: Fn(usize) + Send + Sync + 'static,
{
    match catch_unwind(AssertUnwindSafe(|| spawn_team("crew", n, stack, f))) {
        Ok(Ok(_)) => fail(no_error),
        Ok(Err(error)) => error,
        Err(_) => fail("`spawn_team` panicked because a thread could not be started"),
    }
}

/// Two threads with the prefix "dock": each knows its own name while `f` runs, and returns it.
#[schedules]
fn each_thread_has_its_name() {
    let calls = Arc::new(AtomicUsize::new(0));
    let team = team(2, {
        let calls = Arc::clone(&calls);
        move |number| {
            let (name, expected) = (thread::current().name().map(str::to_owned), format!("dock-{number}"));
            if name.as_ref() != Some(&expected) {
                let name = name.map_or("no name".to_owned(), |name| format!("the name {name:?}"));
                fail(format!("`f({number})` runs on a thread that has {name}, not {expected:?}"));
            }
            calls.fetch_add(1, Ordering::SeqCst);
        }
    });
    let names: Vec<String> = team.into_iter().map(|worker| worker.join().unwrap()).collect();
    assert_eq!(names, ["dock-0", "dock-1"], "the threads of `spawn_team` returned other names than their own in order");
    let calls = calls.load(Ordering::SeqCst);
    assert_eq!(calls, 2, "`spawn_team` did not call `f` once for each of its 2 threads");
}

/// Two threads at work: `spawn_team` returns their handles all the same. No threads: no handles.
#[schedules]
fn handles_come_while_the_threads_work() {
    let work = Blocker::new("`spawn_team` waits for its threads instead of returning their handles");
    let team = team(2, {
        let work = work.clone();
        move |_| work.wait()
    });
    work.release();
    assert_eq!(team.len(), 2, "`spawn_team` did not return a handle for each of its 2 threads");
    for worker in team {
        worker.join().unwrap();
    }
    assert!(self::team(0, |_| ()).is_empty(), "`spawn_team` returned a handle although no thread was asked for");
}

/// Four threads, of which the system refuses the third: the first two have ended on return, and the error is returned.
#[schedules]
fn started_threads_are_joined_after_an_error() {
    let ended = Arc::new(AtomicUsize::new(0));
    harness::refuse_threads_after(2);
    let work = {
        let ended = Arc::clone(&ended);
        move |_| {
            ended.fetch_add(1, Ordering::SeqCst);
        }
    };
    let no_error = "`spawn_team` returned `Ok` although its third thread could not be started";
    let error = error_of(4, STACK, work, no_error);
    assert_eq!(error.kind(), ErrorKind::WouldBlock, "`spawn_team` returned another error than `Builder::spawn` did");
    let ended = ended.load(Ordering::SeqCst);
    assert!(ended == 2, "`spawn_team` could not start its third thread, and returned before the first two had ended");
}

/// Two threads that have ended: `f` has been dropped.
#[schedules]
fn f_is_dropped_when_all_have_ended() {
    let ledger = DropLedger::new();
    let captured = ledger.item(1);
    for worker in team(2, move |_| assert_eq!(captured.id(), 1)) {
        worker.join().unwrap();
    }
    assert!(ledger.all_dropped_once(), "the threads of `spawn_team` have ended, but `f` is not dropped");
}

/// A stack larger than any memory: `spawn_team` returns the error.
#[schedules]
fn a_stack_larger_than_any_memory() {
    let no_error =
        "`spawn_team` returned `Ok` for stacks of `usize::MAX / 2` bytes, more than there is: it ignores `stack`";
    error_of(2, usize::MAX / 2, |_| (), no_error);
}

/// Two stacks of 64 MiB: each thread has one that is at least so large.
#[schedules]
fn stacks_are_as_large_as_asked_for() {
    const ASKED_FOR: usize = 64 << 20;
    let team = spawn_team("crew", 2, ASKED_FOR, |number| {
        let size = harness::stack_size();
        if size < ASKED_FOR {
            fail(format!("`f({number})` runs on a stack of {size} bytes, and {ASKED_FOR} bytes were asked for"));
        }
    });
    for worker in team.unwrap_or_else(|error| fail(format!("`spawn_team` returned the error {error}"))) {
        worker.join().unwrap();
    }
}

/// Two threads, of which the system refuses the second: when the error is returned, `f` has been dropped.
#[schedules]
fn f_is_dropped_after_an_error() {
    let ledger = DropLedger::new();
    let captured = ledger.item(1);
    harness::refuse_threads_after(1);
    let no_error = "`spawn_team` returned `Ok` although its second thread could not be started";
    error_of(2, STACK, move |_| assert_eq!(captured.id(), 1), no_error);
    assert!(ledger.all_dropped_once(), "`spawn_team` could not start its second thread, and did not drop `f`");
}

/// Three threads, of which the system refuses the second and would start the third: it is not started.
#[schedules]
fn no_thread_is_started_after_an_error() {
    harness::refuse_one_thread_after(1);
    let work = |number| {
        if number > 0 {
            fail("`spawn_team` could not start its second thread, and started its third one all the same");
        }
    };
    error_of(3, STACK, work, "`spawn_team` returned `Ok` although its second thread could not be started");
}

/// Twelve threads: each has its name, and a stack as large as asked for.
#[schedules]
fn a_dozen_threads() {
    harness::few_schedules(1);
    const ASKED_FOR: usize = 64 << 20;
    let team = spawn_team("a longer prefix", 12, ASKED_FOR, |number| {
        let size = harness::stack_size();
        if size < ASKED_FOR {
            fail(format!("`f({number})` of 12 runs on a stack of {size} bytes, and {ASKED_FOR} bytes were asked for"));
        }
    });
    let team = team.unwrap_or_else(|error| fail(format!("`spawn_team` returned the error {error}")));
    let names: Vec<String> = team.into_iter().map(|worker| worker.join().unwrap()).collect();
    let expected: Vec<String> = (0..12).map(|number| format!("a longer prefix-{number}")).collect();
    assert_eq!(names, expected, "the threads of `spawn_team` returned other names than their own in order");
}

/// Six threads, of which the system refuses the last: the first five have ended on return.
#[schedules]
fn all_started_threads_are_joined_after_an_error() {
    harness::few_schedules(20);
    let ended = Arc::new(AtomicUsize::new(0));
    harness::refuse_threads_after(5);
    let work = {
        let ended = Arc::clone(&ended);
        move |_| {
            ended.fetch_add(1, Ordering::SeqCst);
        }
    };
    error_of(6, STACK, work, "`spawn_team` returned `Ok` although its sixth thread could not be started");
    let ended = ended.load(Ordering::SeqCst);
    assert!(ended == 5, "`spawn_team` could not start its sixth thread, and returned with only {ended} of 5 ended");
}

/// One thread, and the system refuses it: `spawn_team` returns the error.
#[schedules]
fn no_thread_can_be_started() {
    harness::refuse_threads_after(0);
    error_of(1, STACK, |_| (), "`spawn_team` returned `Ok` although its only thread could not be started");
}

/// No threads: `f` is dropped. A second team: its numbers begin with 0 again.
#[schedules]
fn teams_have_nothing_in_common() {
    let ledger = DropLedger::new();
    let captured = ledger.item(1);
    team(0, move |_| assert_eq!(captured.id(), 1));
    assert!(ledger.all_dropped_once(), "`spawn_team` did not drop `f` when no thread was asked for");
    for _ in 0..2 {
        let names: Vec<String> = team(1, |_| ()).into_iter().map(|worker| worker.join().unwrap()).collect();
        assert_eq!(names, ["dock-0"], "the only thread of a `spawn_team` returned another name than its own");
    }
}
