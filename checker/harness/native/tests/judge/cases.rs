//! The programs: for each probe one that trips it and one that does not, and for the watchdog every way to get stuck.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{process, thread};

use report::Kind;
use rustix::process::{Resource, getrlimit};
use threadlings_native::{
    Allocations, Blocker, Bomb, CpuTime, DropLedger, OutcomeSet, Overlap, RaceProbe, Rendezvous, ThreadLedger, fail,
    settle, threads_alive,
};
use threadlings_report as report;

use crate::Expected::{Fails, Nothing, Passes, Stuck};
use crate::learner::{self, Job};
use crate::{Case, Expected};

const TOO_LONG: &str = "still running after all the time that the test may take";
const DEADLOCK: &str = "deadlock: every thread waits for another";

const fn case(name: &'static str, test: fn(), expected: Expected) -> Case {
    Case { name, test, expected }
}

pub(crate) static CASES: &[Case] = &[
    case("rendezvous/kept", || rendezvous(learner::run_at_once), Passes),
    case(
        "rendezvous/missed",
        || rendezvous(learner::run_one_by_one),
        Stuck(
            Kind::Deadlock,
            "never two jobs at once",
            &[("main", Some("one by one"), "join"), ("thread 1", None, "wait")],
        ),
    ),
    case("rendezvous/once", || rendezvous_once(learner::run_at_once), Passes),
    case("blocker/released", || blocker(learner::run_at_once), Passes),
    case(
        "blocker/not_released",
        || blocker(learner::run_on_the_caller),
        Stuck(Kind::Deadlock, "the second job never starts", &[("main", Some("on the caller"), "wait")]),
    ),
    case("overlap/within", || overlap(2, learner::run_at_once), Passes),
    case("overlap/beyond", || overlap(1, learner::run_at_once), Fails(Kind::WrongResult, "two at once", &[])),
    case("drop_ledger/once", || drops(drop), Passes),
    case("drop_ledger/leak", || drops(learner::leaks), Fails(Kind::WrongResult, "value 7 is never dropped", &[])),
    case(
        "drop_ledger/twice",
        || drops(learner::drops_twice),
        Fails(Kind::WrongResult, "value 7 is dropped 2 times", &[]),
    ),
    case(
        "drop_ledger/read_after_drop",
        || drops(|item| learner::reads_after_drop(item, |item| assert_eq!(item.id(), 7))),
        Fails(Kind::WrongResult, "value 7 is read after it was dropped", &[]),
    ),
    case("thread_ledger/new_threads", || thread_ledger(learner::run_at_once), Passes),
    case(
        "thread_ledger/on_the_caller",
        || thread_ledger(learner::run_on_the_caller),
        Fails(Kind::WrongResult, "runs on the caller", &[]),
    ),
    case("outcome_set/expected", || outcome("1"), Passes),
    case("outcome_set/unexpected", || outcome("2"), Fails(Kind::WrongResult, "`get` returns 2, expected 0 or 1", &[])),
    case("bomb/caught", || bomb(learner::swallows), Passes),
    case(
        "bomb/comes_through",
        || {
            bomb(|call| {
                call();
                true
            })
        },
        Fails(Kind::Panic, "the panic of a closure that was handed in comes through where it must not", &[]),
    ),
    case("race_probe", race_probe, Passes),
    case(
        "allocations/counted",
        || allocations(|bytes| bytes.to_vec()),
        Fails(Kind::WrongResult, "copies", &["got: 1000", "expected: 0"]),
    ),
    case("allocations/none", || allocations(|_| Vec::new()), Passes),
    case("threads_alive/none", || threads_left(learner::run_at_once), Passes),
    case(
        "threads_alive/left",
        || threads_left(learner::run_and_leave),
        Fails(Kind::WrongResult, "a thread is left", &["got: 2", "expected: 0"]),
    ),
    case(
        "fail/in_a_thread",
        || {
            thread::spawn(|| fail("it did")).join().ok();
        },
        Fails(Kind::WrongResult, "it did", &[]),
    ),
    case("end/assertion", || assert!(learner::index(&[0; 8]) > 0, "it is 0"), Fails(Kind::WrongResult, "it is 0", &[])),
    case(
        "end/panic_in_a_thread",
        || {
            learner::index(&[]);
        },
        Fails(
            Kind::Panic,
            "your code panicked on line {line of index}: index out of bounds: the len is 0 but the index is 7",
            &["Your code panicked on line {line of index}: called `Result::unwrap()` on an `Err` value: Any { .. }"],
        ),
    ),
    case("end/panic_nobody_sees", || learner::index_in_a_thread_nobody_joins(&[]), Passes),
    case(
        "end/panic_before_a_failure",
        || {
            learner::index_in_a_thread_nobody_joins(&[]);
            fail("it did")
        },
        Fails(
            Kind::WrongResult,
            "it did",
            &["Your code panicked on line {line of unseen}: index out of bounds: the len is 0 but the index is 7"],
        ),
    ),
    case(
        "end/abort_by_a_second_panic",
        || {
            let _panics = learner::PanicsInDrop;
            learner::index(&[]);
        },
        Fails(
            Kind::Panic,
            "your code panicked on line {line of in drop}: in drop",
            &[
                "Your code panicked on line {line of index}: index out of bounds: the len is 0 but the index is 7",
                "Your code panicked on line {line of index}: called `Result::unwrap()` on an `Err` value: Any { .. }",
                "the panic could not unwind, so the process was aborted",
            ],
        ),
    ),
    case("end/exit", || process::exit(0), Nothing),
    case(
        "watchdog/opposite_orders",
        || {
            let both = Rendezvous::new(2, "-");
            learner::opposite_orders(|| both.meet());
        },
        Stuck(Kind::Deadlock, DEADLOCK, &[("main", Some("caller"), "lock"), ("clerk", Some("clerk"), "lock")]),
    ),
    case(
        "watchdog/living_sender",
        || {
            learner::forgets_the_sender();
        },
        Stuck(Kind::Deadlock, DEADLOCK, &[("main", Some("joins sum"), "join"), ("thread 1", Some("sum"), "recv")]),
    ),
    case(
        "watchdog/own_lock",
        learner::locks_again,
        Stuck(Kind::Deadlock, DEADLOCK, &[("main", Some("again"), "read")]),
    ),
    case(
        "watchdog/nobody_notifies",
        learner::nobody_notifies,
        Stuck(
            Kind::Deadlock,
            DEADLOCK,
            &[
                ("main", Some("whole scope"), "scope"),
                ("thread 1", Some("waits"), "wait_while"),
                ("thread 2", None, "park"),
            ],
        ),
    ),
    case("watchdog/spins", learner::spins, Stuck(Kind::Hang, TOO_LONG, &[("main", None, "spins")])),
    case("watchdog/polls", learner::polls, Stuck(Kind::Hang, TOO_LONG, &[("main", None, "polls")])),
    case(
        "watchdog/sleeps_after_it_took_memory",
        || {
            // The watchdog has looked while there was more and more of it.
            let mut taken = Vec::new();
            learner::works_for(Duration::from_millis(300), || taken.push(vec![1_u8; 1 << 16]));
            learner::sleeps();
        },
        Stuck(Kind::Hang, TOO_LONG, &[("main", Some("sleeps long"), "sleep")]),
    ),
    case("cpu_time/sleeps", || cpu_time(|| thread::sleep(Duration::from_millis(100))), Passes),
    case(
        "cpu_time/works",
        || cpu_time(|| learner::works_for(Duration::from_millis(400), || ())),
        Fails(Kind::WrongResult, "it does not sleep", &[]),
    ),
    case("settle/rests", || settles(learner::run_and_wait_for_more), Passes),
    case(
        "settle/looks_again_and_again",
        || settles(learner::run_and_look_for_more),
        Fails(Kind::Livelock, "they keep looking", &[]),
    ),
    case("cpu_time/limits_are_set", limits, Passes),
    case("cpu_time/too_much", learner::spins, Stuck(Kind::Hang, TOO_LONG, &[("main", None, "spins")])),
    case("watchdog/waits_a_while", || assert!(learner::waits_a_while()), Passes),
    case(
        "watchdog/too_many_threads",
        || {
            learner::run_and_leave(jobs(11, || ()));
            // The watchdog ends this long before.
            thread::sleep(Duration::from_secs(60));
        },
        Fails(Kind::Threads, "your code has more than 10 threads alive at once", &[]),
    ),
    case(
        "watchdog/threads_without_end",
        || {
            loop {
                thread::spawn(thread::park);
            }
        },
        Fails(Kind::Threads, "your code has more than 10 threads alive at once", &[]),
    ),
    case("watchdog/many_threads_in_turn", || (0..50).for_each(|_| learner::run_one_by_one(jobs(1, || ()))), Passes),
];

fn jobs(count: usize, job: impl Fn() + Clone + Send + 'static) -> Vec<Job> {
    (0..count).map(|_| Box::new(job.clone()) as Job).collect()
}

fn rendezvous(run: fn(Vec<Job>)) {
    let both = Rendezvous::new(2, "never two jobs at once");
    run(jobs(2, move || both.meet()));
}

fn rendezvous_once(run: fn(Vec<Job>)) {
    let both = Rendezvous::new(2, "never two jobs at once");
    run(jobs(3, move || both.meet_once()));
}

fn blocker(run: fn(Vec<Job>)) {
    let blocker = Blocker::new("the second job never starts");
    let second = blocker.clone();
    run(vec![Box::new(move || blocker.wait()), Box::new(move || second.release())]);
}

fn overlap(most: usize, run: fn(Vec<Job>)) {
    let overlap = Overlap::new("two at once").at_most(most).reaches(3, "not demanded of one run");
    let both = Rendezvous::new(2, "never two jobs at once");
    run(jobs(2, move || {
        let _inside = overlap.enter();
        both.meet();
    }));
}

fn drops(take: fn(threadlings_native::Item)) {
    let ledger = DropLedger::new();
    let item = ledger.item(7);
    assert_eq!((item.id(), ledger.drops(7), ledger.alive(), ledger.all_dropped_once()), (7, 0, 1, false));
    take(item);
    ledger.assert_each_dropped_once("value");
    assert_eq!((ledger.drops(7), ledger.alive(), ledger.all_dropped_once()), (1, 0, true));
}

fn thread_ledger(run: fn(Vec<Job>)) {
    let ledger = ThreadLedger::new();
    let seen = ledger.clone();
    run(jobs(3, move || seen.record()));
    assert!(!ledger.on_creator(), "runs on the caller");
    assert_eq!((ledger.distinct(), ledger.names()), (3, vec![String::new(); 3]));
}

fn outcome(outcome: &str) {
    OutcomeSet::new(&["0", "1"]).unexpected("`get` returns").missing("`get` never returns").observe(outcome);
}

fn bomb(swallows: fn(Box<dyn FnOnce()>) -> bool) {
    let bomb = Bomb::on_call(2);
    bomb.tick();
    let second = bomb.clone();
    assert!(swallows(Box::new(move || second.tick())));
    bomb.tick();
    assert_eq!(bomb.calls(), 3);
    let thrown = thread::spawn(|| Bomb::on_call(1).tick()).join();
    assert!(thrown.is_err_and(|payload| Bomb::threw(&*payload)));
}

fn race_probe() {
    let probe = Mutex::new(RaceProbe::new(1));
    thread::scope(|scope| {
        scope.spawn(|| probe.lock().unwrap().write(2));
        scope.spawn(|| probe.lock().unwrap().read());
    });
    assert_eq!(probe.into_inner().unwrap().read(), 2);
}

fn allocations(copy: fn(&[u8]) -> Vec<u8>) {
    let bytes = vec![0; 1000];
    let (_copy, bytes, count) = Allocations::during(|| copy(&bytes));
    assert_eq!(bytes, 0, "copies");
    assert_eq!(count, 0, "copies");
}

fn cpu_time(wait: fn()) {
    let (_, used) = CpuTime::during(wait);
    assert!(used < Duration::from_millis(200), "it does not sleep");
}

fn settles(run: fn(Vec<Job>)) {
    let ran = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&ran);
    run(jobs(2, move || {
        count.fetch_add(1, SeqCst);
    }));
    settle("they keep looking");
    assert_eq!(ran.load(SeqCst), 2, "not all of them have begun to wait");
}

/// What the job of these cases allows: see `judge` in `main.rs`.
fn limits() {
    let current = |resource| getrlimit(resource).current;
    assert_eq!(current(Resource::Cpu), Some(3), "processor time");
    assert_eq!(current(Resource::Data), Some(1 << 30), "data");
    assert_eq!(current(Resource::Core), Some(0), "core files");
}

fn threads_left(run: fn(Vec<Job>)) {
    run(jobs(2, || ()));
    assert_eq!(threads_alive(), 0, "a thread is left");
}
