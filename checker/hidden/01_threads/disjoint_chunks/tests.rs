//! Hidden tests of `disjoint_chunks`.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::for_each_mut;
use harness::{Rendezvous, fail, threads_alive};

/// An element: it can be sent to another thread, but not cloned, compared, shared or made from nothing.
struct Plot {
    number: usize,
    visits: Cell<u32>,
}

fn field(plots: usize) -> Vec<Plot> {
    (1..=plots).map(|number| Plot { number, visits: Cell::new(0) }).collect()
}

fn visit(plot: &mut Plot) {
    plot.visits.set(plot.visits.get() + 1);
}

/// Calls `for_each_mut`; that it panics is a finding of its own.
fn call(field: &mut [Plot], workers: usize, f: impl Fn(&mut Plot) + Sync) {
    let plots = field.len();
    if catch_unwind(AssertUnwindSafe(|| for_each_mut(field, workers, f))).is_err() {
        fail(format!("`for_each_mut` panics if `data.len()` is {plots} and `workers` is {workers}"));
    }
}

/// How often `f` was called for each element, in their order.
fn visits(field: &[Plot]) -> Vec<u32> {
    let order: Vec<usize> = field.iter().map(|plot| plot.number).collect();
    assert!(order.is_sorted(), "`for_each_mut` moved the elements: the numbers 1, 2, 3 and so on became {order:?}");
    field.iter().map(|plot| plot.visits.get()).collect()
}

/// Three elements, two workers: `f` is called once for each element.
#[schedules]
fn every_element_once() {
    let mut field = field(3);
    for_each_mut(&mut field, 2, visit);
    assert_eq!(visits(&field), [1, 1, 1], "`for_each_mut` with 2 workers did not call `f` once for each of 3 elements");
}

/// Two elements, two workers: both calls of `f` run at the same time.
#[schedules]
fn two_elements_at_the_same_time() {
    let mut field = field(2);
    let both = Rendezvous::new(2, "`for_each_mut` with 2 workers never has 2 calls of `f` running at the same time");
    for_each_mut(&mut field, 2, |plot| {
        both.meet();
        visit(plot);
    });
    assert_eq!(visits(&field), [1, 1], "`for_each_mut` with 2 workers did not call `f` once for each of 2 elements");
}

/// The most threads that were alive at once while `f` ran for these elements.
fn most_threads(plots: usize, workers: usize) -> usize {
    let most = AtomicUsize::new(0);
    for_each_mut(&mut field(plots), workers, |_| {
        most.fetch_max(threads_alive(), Ordering::SeqCst);
    });
    most.into_inner()
}

/// Three elements, two workers: never more than two new threads.
#[schedules]
fn no_more_threads_than_workers() {
    let most = most_threads(3, 2);
    assert!(most <= 2, "`for_each_mut` with 2 workers had {most} new threads alive at the same time");
}

/// Two elements, one worker: never more than one new thread.
#[schedules]
fn one_worker() {
    let most = most_threads(2, 1);
    assert!(most <= 1, "`for_each_mut` with 1 worker had {most} new threads alive at the same time");
}

/// Fewer elements than workers: `f` is called for them.
#[schedules]
fn more_workers_than_elements() {
    let mut field = field(1);
    call(&mut field, 3, visit);
    assert_eq!(visits(&field), [1], "`for_each_mut` with 3 workers did not call `f` once for the one element");
}

/// No elements: `for_each_mut` returns, and `f` is not called.
#[schedules]
fn no_elements() {
    let calls = AtomicUsize::new(0);
    call(&mut field(0), 2, |_| {
        calls.fetch_add(1, Ordering::SeqCst);
    });
    assert_eq!(calls.into_inner(), 0, "`for_each_mut` called `f` although there was no element");
}

/// Two elements, 0 workers, on a machine that runs two threads at once: both calls of `f` run at the same time.
#[schedules]
fn zero_workers_are_as_many_as_the_machine_runs() {
    let mut field = field(2);
    let both = Rendezvous::new(
        2,
        "`for_each_mut` with 0 workers never has 2 calls of `f` running at once; `available_parallelism` is 2",
    );
    call(&mut field, 0, |plot| {
        both.meet();
        visit(plot);
    });
    assert_eq!(visits(&field), [1, 1], "`for_each_mut` with 0 workers did not call `f` once for each of 2 elements");
}

/// Three elements, 0 workers, on a machine that runs two threads at once: never more than two new threads.
#[schedules]
fn zero_workers_are_not_more() {
    let most = most_threads(3, 0);
    assert!(
        most <= 2,
        "`for_each_mut` with 0 workers had {most} new threads alive at once, but `available_parallelism` is 2"
    );
}

/// Two elements, three workers: both calls of `f` run at the same time.
#[schedules]
fn two_elements_and_three_workers() {
    let both = Rendezvous::new(
        2,
        "`for_each_mut` with 2 elements and 3 workers never has 2 calls of `f` running at the same time",
    );
    call(&mut field(2), 3, |_| both.meet());
}

/// Three elements, 0 workers, on a machine that runs one thread at once: never more than one new thread.
#[schedules]
fn zero_workers_ask_the_machine() {
    harness::machine_runs(1);
    let most = most_threads(3, 0);
    assert!(
        most <= 1,
        "`for_each_mut` with 0 workers had {most} new threads alive at once, but `available_parallelism` is 1"
    );
}

/// Two elements, 0 workers, on a machine that does not know how much it runs at once: one worker is meant.
#[schedules]
fn zero_workers_when_the_machine_does_not_know() {
    harness::machine_runs(0);
    let most = AtomicUsize::new(0);
    let mut field = field(2);
    let called = AssertUnwindSafe(|| {
        for_each_mut(&mut field, 0, |plot| {
            most.fetch_max(threads_alive(), Ordering::SeqCst);
            visit(plot);
        });
    });
    if catch_unwind(called).is_err() {
        fail("`for_each_mut` with 0 workers panics if `available_parallelism` returns an error");
    }
    let most = most.into_inner();
    assert!(
        most <= 1,
        "`for_each_mut` with 0 workers had {most} new threads alive at once; `available_parallelism` is an error"
    );
    assert_eq!(visits(&field), [1, 1], "`for_each_mut` with 0 workers did not call `f` once for each of 2 elements");
}

/// Three elements, two workers: two calls of `f` run at the same time.
#[schedules]
fn three_elements_and_two_workers() {
    let two = Rendezvous::new(
        2,
        "`for_each_mut` with 3 elements and 2 workers never has 2 calls of `f` running at the same time",
    );
    call(&mut field(3), 2, |_| two.meet_once());
}

/// Four elements, four workers: two calls of `f` run at the same time.
#[schedules]
fn four_elements_and_four_workers() {
    harness::few_schedules(1);
    let two = Rendezvous::new(
        2,
        "`for_each_mut` with 4 elements and 4 workers never has 2 calls of `f` running at the same time",
    );
    call(&mut field(4), 4, |_| two.meet_once());
}

/// No elements and 0 workers: `for_each_mut` returns.
#[schedules]
fn no_elements_and_zero_workers() {
    call(&mut field(0), 0, visit);
}

/// A second call: there, too, `f` is called once for each element.
#[schedules]
fn a_second_call_does_its_own_work() {
    call(&mut field(2), 2, visit);
    let mut second = field(2);
    call(&mut second, 2, visit);
    assert_eq!(visits(&second), [1, 1], "a second `for_each_mut` did not call `f` once for each of 2 elements");
}

/// Up to 7 elements and up to 4 workers: `f` is called once for each element, and they stay where they are.
#[schedules]
fn any_number_of_elements_and_workers() {
    harness::few_schedules(1);
    for (plots, workers) in (0..=7).flat_map(|plots| (1..=4).map(move |workers| (plots, workers))) {
        let mut field = field(plots);
        let most = AtomicUsize::new(0);
        call(&mut field, workers, |plot| {
            most.fetch_max(threads_alive(), Ordering::SeqCst);
            visit(plot);
        });
        if let Some(place) = visits(&field).iter().position(|&visits| visits != 1) {
            fail(format!(
                "`for_each_mut` called `f` {} times for element {} of {plots} when `workers` is {workers}",
                field[place].visits.get(),
                place + 1
            ));
        }
        let most = most.into_inner();
        assert!(
            most <= workers,
            "`for_each_mut` had {most} new threads alive at the same time when `workers` is {workers}"
        );
    }
}

/// Three elements that take no space: `f` is called for each.
#[schedules]
fn elements_without_a_size() {
    harness::few_schedules(1);
    let calls = AtomicUsize::new(0);
    for_each_mut(&mut [(), (), ()], 2, |()| {
        calls.fetch_add(1, Ordering::SeqCst);
    });
    assert_eq!(calls.into_inner(), 3, "`for_each_mut` did not call `f` 3 times for a slice of 3 times `()`");
}
