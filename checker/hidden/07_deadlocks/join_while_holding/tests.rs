//! Hidden tests of `join_while_holding`.

use std::iter::successors;
use std::thread;

use exercise::Service;

fn count(value: &mut u64) {
    *value += 1;
}

/// A service is started and shut down: the call returns.
#[schedules]
fn shutdown_returns() {
    let service = Service::start(count);
    let last = service.shutdown();
    assert_eq!(service.value(), last, "`value()` changed after `shutdown` had returned the final value");
}

/// When `shutdown` has returned, the thread of the service has ended.
#[schedules]
fn shutdown_waits_for_the_thread() {
    let service = Service::start(count);
    service.shutdown();
    let left = harness::threads_alive();
    assert!(left == 0, "`shutdown` has returned, and the thread of the service is still there");
}

/// The service is shut down twice, one call after the other.
#[schedules]
fn shutdown_may_be_called_again() {
    let service = Service::start(count);
    let first = service.shutdown();
    let second = service.shutdown();
    assert_eq!(second, first, "the second `shutdown` returned another value than the first");
    assert_eq!(service.value(), first, "`value()` changed after `shutdown` had returned the final value");
}

/// Two threads shut the service down at the same time: both get the final value.
#[schedules]
fn two_threads_shut_down() {
    let service = Service::start(count);
    let shutdown = || {
        let last = service.shutdown();
        assert_eq!(service.value(), last, "`value()` changed after `shutdown` had returned the final value");
        last
    };
    let (mine, other) = thread::scope(|scope| {
        let other = scope.spawn(shutdown);
        (shutdown(), other.join().unwrap())
    });
    let different = "two threads called `shutdown` at the same time, and did not get the same value: one call returned";
    assert!(mine == other, "{different} {mine}, the other {other}");
}

/// Triples the value and adds 2: whoever calls another function, or begins with another value than 0, gets elsewhere.
fn grow(value: &mut u64) {
    *value = value.saturating_mul(3).saturating_add(2);
}

/// The thread works without being asked, until it is shut down: the value is 0, and `step` triples it and adds 2.
#[schedules]
fn the_service_works_by_itself() {
    let service = Service::start(grow);
    let mut seen = service.value();
    while seen < 8 {
        let alive = harness::threads_alive();
        assert!(alive > 0, "the thread of the service has ended, and nobody has called `shutdown`");
        thread::yield_now();
        seen = service.value();
    }
    let last = service.shutdown();
    assert!(last >= seen, "`value()` returned {seen} before the call of `shutdown`, which returned {last}");
    let steps = successors(Some(0), |&value| {
        let mut next = value;
        grow(&mut next);
        (next > value).then_some(next)
    });
    let made_of_steps = steps.into_iter().any(|value| value == last);
    assert!(made_of_steps, "`step` triples the value and adds 2, beginning with 0, and `shutdown` returned {last}");
}

/// A service is shut down. The one that is started after it works.
#[schedules]
fn a_second_service_works() {
    Service::start(count).shutdown();
    let service = Service::start(count);
    while service.value() == 0 {
        let alive = harness::threads_alive();
        assert!(alive > 0, "the thread of the second service has ended, and only the first one was shut down");
        thread::yield_now();
    }
    service.shutdown();
}
