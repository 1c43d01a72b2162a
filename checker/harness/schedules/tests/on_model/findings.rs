//! What is found, and what a finding shows.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::probes::{Blocker, Bomb, Overlap, Rendezvous};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, RwLock, mpsc};
use std::thread;

use threadlings_report::{Kind, WaitsFor};

use crate::judge::*;

#[test]
fn a_lost_update_is_shown_step_by_step() {
    let found = finding(file!(), || {
        let count = AtomicUsize::new(0);
        let add = || {
            let value = count.load(SeqCst);
            count.store(value + 1, SeqCst);
        };
        thread::scope(|scope| {
            scope.spawn(add);
            scope.spawn(add);
        });
        assert_eq!(count.load(SeqCst), 2, "an addition was lost");
    });
    let steps = found.interleaving.expect("there is one").steps;
    let shown: Vec<_> = steps.iter().map(|step| (step.lane, step.operation.as_str())).collect();
    let expected =
        [(0, "spawn"), (0, "spawn"), (1, "load"), (2, "load"), (2, "store"), (1, "store"), (0, "load"), (0, "panic")];
    assert_eq!(shown, expected);
    assert_eq!(steps[5].note.as_deref(), Some("overwrites thread 2"));
    assert_eq!(found.details, ["got: 1", "expected: 2"]);
}

#[test]
fn a_deadlock_names_who_holds_what() {
    let found = finding(file!(), || {
        let lock = Mutex::new(0);
        let first = lock.lock().unwrap();
        let second = lock.lock().unwrap();
        drop((first, second));
    });
    assert_eq!(found.kind, Kind::Deadlock);
    let blocked = &found.interleaving.expect("there is one").blocked;
    assert!(matches!(&blocked[0].waits_for, WaitsFor::Lock { holders } if holders[0].0 == 0), "{blocked:?}");
}

#[test]
fn the_step_in_which_a_panic_poisons_a_lock_is_noted() {
    let found = finding(file!(), || {
        let (mutex, lock) = (Mutex::new(0), RwLock::new(0));
        let _ = catch_unwind(AssertUnwindSafe(|| {
            let _guards = (mutex.lock().unwrap(), lock.write().unwrap());
            Bomb::on_call(1).tick();
        }));
        drop(mutex.lock());
        panic!("what is noted?");
    });
    let steps = found.interleaving.expect("there is one").steps;
    let notes: Vec<_> = steps.iter().filter_map(|step| step.note.as_deref()).collect();
    assert_eq!(notes[..3], ["a panic poisons it", "a panic poisons it", "it is poisoned"], "{steps:?}");
}

#[test]
fn a_thread_that_is_left_behind_is_a_deadlock() {
    let found = finding(file!(), || {
        let (sender, receiver) = mpsc::channel::<u32>();
        thread::spawn(move || receiver.recv());
        std::mem::forget(sender);
    });
    assert_eq!(found.kind, Kind::Deadlock);
    assert!(found.headline.starts_with("thread 1 is left behind"), "{}", found.headline);
}

#[test]
fn a_thread_local_that_is_borrowed_twice_panics_where_it_is_used() {
    std::thread_local! {
        static LIST: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    }
    let found = finding(file!(), || {
        LIST.with_borrow_mut(|list| list.push(LIST.with_borrow(|list| list[0])));
    });
    assert_eq!(found.kind, Kind::Panic);
    assert!(found.headline.contains("borrowed"), "{}", found.headline);
    assert_eq!(found.place.expect("a line of the learner's").line, line!() - 4);
}

#[test]
fn a_panic_is_reported_by_its_cause() {
    let found = finding(file!(), || {
        let worker = thread::spawn(|| panic!("the cause"));
        worker.join().unwrap()
    });
    assert_eq!(found.kind, Kind::Panic);
    assert!(found.headline.ends_with(": the cause"), "{}", found.headline);
    assert_eq!(found.details.len(), 1, "{:?}", found.details);
}

#[test]
fn a_deadlock_while_a_panic_unwinds_is_found_and_shown() {
    struct Note<'a>(&'a Mutex<u32>);
    impl Drop for Note<'_> {
        fn drop(&mut self) {
            *self.0.lock().unwrap() += 1;
        }
    }
    let found = finding(file!(), || {
        let count = Mutex::new(0);
        thread::scope(|scope| {
            let held = count.lock().unwrap();
            let worker = scope.spawn(|| {
                let _note = Note(&count);
                panic!("on purpose");
            });
            let _ = worker.join();
            drop(held);
        });
    });
    assert_eq!(found.kind, Kind::Deadlock);
    assert_eq!(found.interleaving.expect("there is one").blocked.len(), 2);
}

#[test]
fn too_many_threads_are_a_finding() {
    let found = finding(file!(), || {
        let threads: Vec<_> = (0..100).map(|_| thread::spawn(thread::park)).collect();
        for thread in threads {
            thread.thread().unpark();
            thread.join().unwrap();
        }
    });
    assert_eq!(found.kind, Kind::Threads);
}

#[test]
fn a_test_can_refuse_threads() {
    // Twice, as the second execution begins without refusals.
    for _ in 0..2 {
        passes(file!(), || {
            thread::spawn(|| ()).join().unwrap();
            std::refuse_threads_after(1);
            let allowed = thread::Builder::new().spawn(|| ()).unwrap();
            for _ in 0..2 {
                let refused = thread::Builder::new().spawn(|| ()).unwrap_err();
                assert_eq!(refused.kind(), std::io::ErrorKind::WouldBlock);
            }
            allowed.join().unwrap();
        });
    }
}

#[test]
fn a_test_says_how_many_threads_the_machine_runs() {
    // Twice, as the second execution begins with the usual machine.
    for _ in 0..2 {
        passes(file!(), || {
            assert_eq!(thread::available_parallelism().unwrap().get(), 2);
            std::machine_runs(3);
            assert_eq!(thread::available_parallelism().unwrap().get(), 3);
            std::machine_runs(0);
            assert!(thread::available_parallelism().is_err());
        });
    }
}

#[test]
fn too_much_output_is_a_finding() {
    let found = finding(file!(), || {
        loop {
            println!("again");
        }
    });
    assert_eq!(found.kind, Kind::Output);
    assert!(found.output.starts_with("again\nagain\n"));
}

#[test]
fn a_test_reads_what_was_printed_before_any_step() {
    let found = finding(file!(), || {
        let worker = thread::spawn(|| {
            eprintln!("to standard error");
            print!("one line");
            println!();
        });
        let printed = std::printed();
        worker.join().unwrap();
        assert_eq!(std::printed(), "one line\n");
        if !["", "one line\n"].contains(&printed.as_str()) {
            std::probes::fail(format!("half a line is out: {printed:?}"));
        }
    });
    assert_eq!((found.kind, found.headline.as_str()), (Kind::WrongResult, "half a line is out: \"one line\""));
    assert!(found.output.contains("to standard error\n"), "{}", found.output);
}

#[test]
fn probes_speak_for_the_threads_inside_them() {
    let found = finding(file!(), || {
        let both = Rendezvous::new(2, "`run` does not run two jobs at once");
        for _ in 0..2 {
            let both = both.clone();
            thread::spawn(move || both.meet()).join().unwrap();
        }
    });
    assert_eq!((found.kind, found.headline.as_str()), (Kind::Deadlock, "`run` does not run two jobs at once"));
}

#[test]
fn a_blocker_is_shown_as_one_step() {
    let found = finding(file!(), || {
        let gate = Blocker::new("it is never released");
        let held = gate.clone();
        let worker = thread::spawn(move || held.wait());
        std::settle("the worker never rests");
        gate.release();
        worker.join().unwrap();
        std::probes::fail("it is shown");
    });
    let steps = found.interleaving.expect("there is one").steps;
    let shown: Vec<_> = steps.iter().map(|step| (step.lane, step.operation.as_str())).collect();
    assert_eq!(shown, [(0, "spawn"), (1, "waits in the test's code")]);
}

#[test]
fn what_must_happen_is_looked_for_in_all_executions() {
    fn run(join_at_once: bool) {
        let overlap = Overlap::new("three are inside").at_most(2).reaches(2, "never two at once");
        let enter = || {
            let overlap = overlap.clone();
            thread::spawn(move || drop(overlap.enter()))
        };
        let mut threads = vec![enter()];
        if join_at_once {
            threads.pop().unwrap().join().unwrap();
        }
        threads.push(enter());
        threads.into_iter().for_each(|thread| thread.join().unwrap());
    }
    passes(file!(), || run(false));
    let found = finding(file!(), || run(true));
    assert_eq!((found.kind, found.headline.as_str()), (Kind::NeverHappens, "never two at once"));
}

#[test]
fn a_deliberate_panic_is_no_finding_by_itself() {
    passes(file!(), || {
        let bomb = Bomb::on_call(1);
        let worker = thread::spawn(move || bomb.tick());
        assert!(Bomb::threw(&*worker.join().unwrap_err()));
    });
}

#[test]
fn a_failed_probe_ends_the_execution_from_any_thread() {
    let found = finding(file!(), || {
        let worker = thread::spawn(|| std::probes::fail("it is wrong"));
        let _ = worker.join();
    });
    assert_eq!((found.kind, found.headline.as_str()), (Kind::WrongResult, "it is wrong"));
}

#[test]
fn the_same_file_has_the_same_finding() {
    let look = || {
        finding(file!(), || {
            let turn = Mutex::new(Vec::new());
            thread::scope(|scope| {
                for number in 0..3 {
                    let turn = &turn;
                    scope.spawn(move || turn.lock().unwrap().push(number));
                }
            });
            assert_eq!(turn.into_inner().unwrap(), [0, 1, 2], "out of order");
        })
    };
    assert_eq!(look(), look());
}

#[test]
fn a_change_between_two_looks_is_noted() {
    let found = finding(file!(), || {
        let count = Arc::new(Mutex::new(0));
        let shared = Arc::clone(&count);
        join_all(two(move |_| {
            let old = *shared.lock().unwrap();
            *shared.lock().unwrap() = old + 1;
        }));
        assert_eq!(*count.lock().unwrap(), 2, "an addition was lost");
    });
    let steps = found.interleaving.expect("there is one").steps;
    let notes: Vec<_> = steps.iter().filter_map(|step| Some((step.lane, step.note.as_deref()?))).collect();
    assert!(notes.iter().any(|(_, note)| note.starts_with("thread 2 wrote since line ")), "{notes:?}");
}

#[test]
fn values_of_the_learners_types_are_shown() {
    #[derive(Debug)]
    struct Account {
        balance: u32,
    }
    let found = finding(file!(), || {
        let account = Mutex::new(Account { balance: 10 });
        account.lock().unwrap().balance -= 5;
        assert_eq!(account.lock().unwrap().balance, 0, "the account is not empty");
    });
    let steps = found.interleaving.expect("there is one").steps;
    assert_eq!(steps[0].read.as_deref(), Some("Account { balance: 10 }"), "{steps:?}");
    assert_eq!(steps[0].wrote.as_deref(), Some("Account { balance: 5 }"), "{steps:?}");
}

#[test]
fn showing_a_value_changes_nothing() {
    struct Nosy(Arc<Mutex<u32>>);
    impl std::fmt::Debug for Nosy {
        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(formatter, "{}", self.0.lock().unwrap())
        }
    }
    let found = finding(file!(), || {
        let count = Arc::new(Mutex::new(1));
        let nosy = Mutex::new(Nosy(Arc::clone(&count)));
        let _held = count.lock().unwrap();
        drop(nosy.lock().unwrap());
        panic!("on purpose");
    });
    assert_eq!(found.kind, Kind::Panic);
}

#[test]
fn a_full_channel_names_who_empties_it() {
    let found = finding(file!(), || {
        let (to_worker, inbox) = mpsc::sync_channel(1);
        let (to_main, answers) = mpsc::sync_channel(1);
        let worker = thread::spawn(move || {
            for number in inbox {
                to_main.send(number).unwrap();
                to_main.send(number).unwrap();
            }
        });
        for number in 0..4 {
            to_worker.send(number).unwrap();
        }
        drop(answers);
        drop(to_worker);
        worker.join().unwrap();
    });
    assert_eq!(found.kind, Kind::Deadlock);
    let mut blocked = found.interleaving.expect("there is one").blocked.into_iter();
    assert_eq!(blocked.next().map(|main| main.waits_for), Some(WaitsFor::Room { receiver: Some(1) }));
    assert_eq!(blocked.next().map(|worker| worker.waits_for), Some(WaitsFor::Room { receiver: None }));
}

/// Two locks, taken in both orders unless it is mended.
fn two_locks(mended: bool) {
    let locks = Arc::new([Mutex::new(0), Mutex::new(0)]);
    let other = {
        let locks = Arc::clone(&locks);
        thread::spawn(move || {
            let (first, second) = if mended { (0, 1) } else { (1, 0) };
            let _first = locks[first].lock().unwrap();
            let _second = locks[second].lock().unwrap();
        })
    };
    {
        let _first = locks[0].lock().unwrap();
        let _second = locks[1].lock().unwrap();
    }
    other.join().unwrap();
}

#[test]
fn a_schedule_can_be_run_again_on_other_code() {
    let schedule = finding(file!(), || two_locks(false)).schedule.expect("it can be told");
    assert_eq!(schedule.switches.len(), 1);
    let again = replayed(file!(), &schedule, || two_locks(false));
    assert_eq!(again.finding.map(|finding| finding.kind), Some(Kind::Deadlock));
    assert!(again.missed.is_empty());

    let mended = replayed(file!(), &schedule, || two_locks(true));
    assert_eq!((mended.finding, mended.missed), (None, Vec::new()));
    assert!(mended.interleaving.steps.iter().any(|step| step.lane == 1 && step.operation.starts_with("lock")));

    let other = replayed(file!(), &schedule, || assert_eq!(Arc::strong_count(&Arc::new(1)), 1));
    assert_eq!((other.finding, other.missed), (None, schedule.switches));
}

#[test]
fn a_pass_says_how_many_threads_there_were() {
    let explored = passes(file!(), || {
        for _ in 0..2 {
            let threads: Vec<_> = (0..2).map(|_| thread::spawn(|| ())).collect();
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        }
    });
    assert_eq!(explored.threads, 3, "two at a time, and the test's own");
}
