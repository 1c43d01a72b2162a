//! Hidden tests of `lazy_settings`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::thread;

use exercise::{Config, Settings, next_request_id};
use harness::{Bomb, Rendezvous};

/// It can initialise a static.
const _: Settings = Settings::new();

/// A configuration with this number of workers.
fn config(workers: u32) -> Config {
    Config { name: "mill".to_owned(), workers }
}

/// One thread asks twice: the first `load` counts, and both times the answer is in the same place.
#[schedules]
fn there_is_one_configuration() {
    let settings = Settings::new();
    let first = settings.get(|| config(1));
    assert_eq!(first, &config(1), "the first `get` did not return what its `load` returned");
    let second = settings.get(|| harness::fail("`get` called `load` although there was a configuration"));
    assert_eq!(second, &config(1), "the second `get` did not return the configuration of the first");
    assert!(ptr::eq(first, second), "two calls of `get` returned configurations in two different places: a copy");
    let others = Settings::new();
    assert_eq!(others.get(|| config(2)), &config(2), "new settings already had the configuration of others");
}

/// Two threads ask at the same time: one of them loads, both get the same configuration.
#[schedules]
fn two_threads_ask_at_the_same_time() {
    let settings = Settings::new();
    // Never goes off. It counts, and is no step that a schedule would show.
    let loads = Bomb::on_call(usize::MAX);
    let ask = |workers| {
        settings.get(|| {
            loads.tick();
            config(workers)
        })
    };
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| ask(1));
        let two = ask(2);
        (one.join().unwrap(), two)
    });
    let loads = loads.calls();
    assert!(loads == 1, "two threads called `get` at the same time, and `load` was called {loads} times");
    assert!(ptr::eq(one, two), "two threads called `get` at the same time and got two different configurations");
}

/// A `load` panics: its caller gets the panic, the next one loads.
#[schedules]
fn a_load_that_panics() {
    let settings = Settings::new();
    let bomb = Bomb::on_call(1);
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        settings.get(|| {
            bomb.tick();
            config(1)
        });
    }));
    let panicked = attempt.is_err_and(|payload| Bomb::threw(&*payload));
    assert!(panicked, "`load` panicked, and the caller of `get` did not get that panic");
    let next = catch_unwind(AssertUnwindSafe(|| settings.get(|| config(2)).workers));
    assert!(next.is_ok(), "a `load` panicked, and every `get` after that panics, too");
    assert_eq!(settings.get(|| config(3)), &config(2), "after a `load` that panicked the next one did not count");
}

/// A `load` panics while another thread may be waiting for it: that one loads.
#[schedules]
fn a_load_that_panics_while_another_waits() {
    let settings = Settings::new();
    let bomb = Bomb::on_call(1);
    thread::scope(|scope| {
        let other = scope.spawn(|| {
            settings.get(|| {
                thread::yield_now();
                bomb.tick();
                config(1)
            });
        });
        let mine = catch_unwind(AssertUnwindSafe(|| settings.get(|| config(2)).workers));
        let other_panicked = other.join().is_err();
        assert!(
            other_panicked == (bomb.calls() == 1),
            "`load` panicked, and the caller of `get` did not get that panic"
        );
        assert!(mine.is_ok(), "`load` panicked on one thread, and `get` on another one panicked, too");
        assert_eq!(
            mine.ok(),
            Some(2),
            "`load` panicked on one thread, and `get` on another one returned something else"
        );
    });
}

/// `Settings::global()` is the same for two threads, and empty at the start.
#[schedules]
fn the_global_settings_are_always_the_same() {
    let ask = |workers| Settings::global().get(|| config(workers));
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| ask(1));
        let two = ask(2);
        (one.join().unwrap(), two)
    });
    assert!(ptr::eq(one, two), "two threads called `global()` and got two different configurations");
    assert!([1, 2].contains(&one.workers), "the global settings already had a configuration at the start");
    assert!(ptr::eq(one, ask(3)), "a later call of `global()` returned other settings");
}

/// Two threads take numbers at the same time, then one takes a third: 1, 2 and 3 are handed out.
#[schedules]
fn each_request_has_its_number() {
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(next_request_id);
        let two = next_request_id();
        (one.join().unwrap(), two)
    });
    let three = next_request_id();
    assert!(
        one != two && two != three && one != three,
        "two requests have the same number: {one}, {two}, then {three}"
    );
    assert!(
        one.min(two) == 1 && one.max(two) == 2 && three == 3,
        "two threads asked for a number at the same time and got {one} and {two}, and the next one was {three}; they \
         are not 1, 2 and 3",
    );
}

/// Three threads ask at the same time: all get the configuration.
#[schedules]
fn three_threads_ask_at_the_same_time() {
    let settings = Settings::new();
    let ask = || settings.get(|| config(1)).workers;
    thread::scope(|scope| {
        let others = [scope.spawn(ask), scope.spawn(ask)];
        let mine = ask();
        let [one, two] = others.map(|other| other.join().unwrap());
        assert_eq!(
            [one, two, mine],
            [1, 1, 1],
            "three threads called `get` at the same time and got another configuration"
        );
    });
}

/// Two threads load two settings, and each `load` waits for the other: both are called at the same time.
#[schedules]
fn settings_do_not_wait_for_each_other() {
    let both = Rendezvous::new(2, "the `load` of one `Settings` is not called while that of another one is running");
    let settings = [Settings::new(), Settings::new()];
    let ask = |settings: &Settings| {
        settings.get(|| {
            both.meet();
            config(1)
        });
    };
    thread::scope(|scope| {
        scope.spawn(|| ask(&settings[0]));
        ask(&settings[1]);
    });
}

/// Three hundred requests: they are numbered one by one.
#[schedules]
fn there_may_be_many_requests() {
    harness::few_schedules(1);
    let last = (0..300).map(|_| next_request_id()).last();
    assert_eq!(last, Some(300), "the three hundredth request did not get the number 300");
}
