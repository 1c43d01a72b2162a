//! Hidden tests of `results_in_order`.

use std::cell::Cell;

use exercise::map_in_threads;
use harness::Rendezvous;

/// An item, and also a result: it can be sent to another thread, but not cloned, compared or shared.
struct Page {
    number: Cell<u32>,
}

fn page(number: u32) -> Page {
    Page { number: Cell::new(number) }
}

fn numbers(pages: &[Page]) -> Vec<u32> {
    pages.iter().map(|page| page.number.get()).collect()
}

/// Two items: the results are in the order of the items, whatever thread finishes first.
#[schedules]
fn two_results_are_in_order() {
    let results = map_in_threads(vec![page(1), page(2)], |item| page(item.number.get() * 10));
    assert_eq!(
        numbers(&results),
        [10, 20],
        "`map_in_threads` did not return the results of the items 1 and 2 in this order"
    );
}

/// Three calls of `f` that wait for each other all finish, and their results are in the order of the items.
#[schedules]
fn calls_run_at_the_same_time() {
    let all = Rendezvous::new(3, "`map_in_threads` never has its 3 calls of `f` running at the same time");
    let items = vec![(page(1), all.clone()), (page(2), all.clone()), (page(3), all)];
    let results = map_in_threads(items, |(item, all)| {
        all.meet();
        item
    });
    assert_eq!(
        numbers(&results),
        [1, 2, 3],
        "`map_in_threads` did not return the results of the items 1, 2 and 3 in this order"
    );
}

/// One item and no items: one result and no results.
#[schedules]
fn one_item_and_no_items() {
    let results = map_in_threads(vec![page(1)], |item| item);
    assert_eq!(numbers(&results), [1], "`map_in_threads` did not return the one result of one item");
    let results = map_in_threads(Vec::new(), |item: Page| item);
    assert_eq!(numbers(&results), [0; 0], "`map_in_threads` returned a result although there was no item");
}

/// A second call: its results are in the order of its items.
#[schedules]
fn a_second_call() {
    map_in_threads(vec![page(1)], |item| item);
    let results = map_in_threads(vec![page(1), page(2)], |item| item);
    assert_eq!(numbers(&results), [1, 2], "a second `map_in_threads` did not return its results in their order");
}

/// Twelve items: twelve results, in the order of the items.
#[schedules]
fn a_dozen_results_are_in_order() {
    harness::few_schedules(20);
    let results = map_in_threads((1..=12).map(page).collect(), |item| item);
    let expected: Vec<u32> = (1..=12).collect();
    assert_eq!(numbers(&results), expected, "`map_in_threads` did not return the results of 12 items in their order");
}

/// Twenty calls of `f` that wait for each other: all finish, and their results are in the order of the items.
#[schedules]
fn many_calls_at_the_same_time() {
    harness::few_schedules(1);
    let all = Rendezvous::new(20, "`map_in_threads` never has its 20 calls of `f` running at the same time");
    let results = map_in_threads((1..=20).map(|number| (page(number), all.clone())).collect(), |(item, all)| {
        all.meet();
        item
    });
    let expected: Vec<u32> = (1..=20).collect();
    assert_eq!(numbers(&results), expected, "`map_in_threads` did not return the results of 20 items in their order");
}
