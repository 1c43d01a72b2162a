//! Hidden tests of `join_while_holding`.

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
    let (mine, other) = thread::scope(|scope| {
        let other = scope.spawn(|| {
            let last = service.shutdown();
            assert_eq!(service.value(), last, "`value()` changed after `shutdown` had returned the final value");
            last
        });
        (service.shutdown(), other.join().unwrap())
    });
    assert_eq!(mine, other, "two calls of `shutdown` at the same time returned two values");
}

/// The thread works without being asked, until it is shut down.
#[schedules]
fn the_service_works_by_itself() {
    let service = Service::start(count);
    while service.value() < 2 {
        let alive = harness::threads_alive();
        assert!(alive > 0, "the thread of the service has ended, and nobody has called `shutdown`");
        thread::yield_now();
    }
    let last = service.shutdown();
    assert!(last >= 2, "`value()` returned 2 before the call of `shutdown`, which returned {last}");
}
