//! Hidden tests of `bounded_cycle`.

use std::thread;

use exercise::ping_network;
use harness::real_std::sync::Mutex;
use harness::real_std::sync::atomic::{AtomicUsize, Ordering};
use harness::{Rendezvous, ThreadLedger};

/// The results, in order.
fn sorted(mut results: Vec<u32>) -> Vec<u32> {
    results.sort_unstable();
    results
}

/// A cap of 1 and two items. Each yields two for the other worker, and each of these two for the first: all are done.
#[schedules]
fn a_burst_in_both_directions_ends() {
    // 1 and 2 are halved three times: 10s, 100s, results.
    let rule = |item: u32| vec![item * 10, item * 10 + 1];
    let results = sorted(ping_network(vec![1, 2], 1, rule));
    let expected: Vec<u32> = [1, 2]
        .iter()
        .flat_map(|item| (0..8).map(move |n| item * 1_000 + n / 4 * 100 + n / 2 % 2 * 10 + n % 2))
        .collect();
    assert_eq!(
        results, expected,
        "each item below 1,000 yields ten times itself and that plus 1: the results are wrong"
    );
}

/// Items that are passed on once become results. An item may be 0 or 999, and the same item may come twice.
#[schedules]
fn every_item_becomes_a_result() {
    let rule = |item| match item {
        1 | 2 => vec![0],
        3 => vec![999],
        1_000.. => harness::fail("`rule` was called for a result"),
        _ => vec![item + 1_001],
    };
    let results = sorted(ping_network(vec![1, 2, 3], 2, rule));
    assert_eq!(
        results,
        [1_001, 1_001, 2_000],
        "1, 2 and 3 go to the other worker as 0, 0 and 999: the results are wrong"
    );
}

/// Items that yield nothing are done, and so is the network. Without items it returns at once.
#[schedules]
fn items_may_yield_nothing() {
    let nothing: Vec<u32> = Vec::new();
    let results = ping_network(vec![], 1, |_| harness::fail("`ping_network` of no items called `rule`"));
    assert_eq!(results, nothing, "`ping_network` of no items returned results");
    assert_eq!(ping_network(vec![1, 2], 1, |_| vec![]), nothing, "no item yields a result, and there are some");
    assert_eq!(ping_network(vec![0], 1, |_| vec![1_000]), [1_000], "the only item, 0, yields the result 1,000");
}

/// The first worker has six items for the second, which only makes results of them. The cap is 1: all are done.
#[schedules]
fn nothing_may_come_back() {
    let rule = |item: u32| if item < 10 { vec![item * 10, item * 10 + 1] } else { vec![item + 1_000] };
    let results = sorted(ping_network(vec![1, 2, 3], 1, rule));
    let expected = [1_010, 1_011, 1_020, 1_021, 1_030, 1_031];
    assert_eq!(results, expected, "1, 2 and 3 yield two items each for the other worker: the results are wrong");
}

/// One item goes to and fro four times, and then becomes a result.
#[schedules]
fn an_item_goes_to_and_fro() {
    let results = ping_network(vec![1], 1, |item| vec![if item < 4 { item + 1 } else { 1_000 }]);
    assert_eq!(results, [1_000], "one item goes to and fro, and becomes 1,000 in the end");
}

/// The first worker has five items, each of which yields one for the second; the cap is 1. In whatever order the workers
/// run, no more than one of these waits in the inbox.
#[schedules]
fn no_more_than_cap_items_wait() {
    // Items that the second worker has not begun with.
    let on_the_way = Mutex::new(0_i32);
    let rule = |item: u32| {
        if item >= 10 {
            // Here the first worker may go on, before this item is begun with.
            thread::yield_now();
        }
        let mut on_the_way = on_the_way.lock().unwrap();
        if item >= 10 {
            *on_the_way -= 1;
            return vec![item + 1_000];
        }
        // One in the inbox, and one that the second worker has taken out and is about to work on.
        if *on_the_way > 2 {
            harness::fail(
                "the first worker began with another item while three that it had made were waiting; `cap` is 1",
            );
        }
        *on_the_way += 1;
        vec![item * 10]
    };
    let results = sorted(ping_network(vec![1, 2, 3, 4, 5], 1, rule));
    assert_eq!(
        results,
        [1_010, 1_020, 1_030, 1_040, 1_050],
        "1 to 5 go to the other worker, ten times as large: the results are wrong"
    );
}

/// The first worker has two items. The first that it begins with yields one for the second worker. While it works on the
/// other one, the second worker works, too.
#[schedules]
fn both_workers_work_at_once() {
    let both = Rendezvous::new(2, "`rule` is never called by both workers at the same time");
    let threads = ThreadLedger::new();
    let begun = AtomicUsize::new(0);
    let results = ping_network(vec![1, 2], 1, |item| {
        threads.record();
        if item < 10 && begun.fetch_add(1, Ordering::Relaxed) == 0 {
            return vec![10];
        }
        both.meet();
        vec![1_000]
    });
    assert_eq!(results, [1_000, 1_000], "two items become 1,000 in the end: the results are wrong");
    assert_eq!(threads.distinct(), 2, "`rule` was called on another number of threads than two");
}

/// Items are passed on: the second worker gets what the first one's items yield, and the other way round.
#[schedules]
fn items_go_to_the_other_worker() {
    let threads = Mutex::new(Vec::new());
    let results = ping_network(vec![1], 1, |item| {
        threads.lock().unwrap().push((item, thread::current().id()));
        if item < 3 { vec![item + 1] } else { vec![1_000] }
    });
    assert_eq!(results, [1_000], "one item goes to and fro, and becomes 1,000 in the end");
    let threads = threads.into_inner().unwrap();
    let on = |item| threads.iter().find(|(other, _)| *other == item).map(|(_, thread)| *thread);
    assert!(on(1) != on(2) && on(2) != on(3), "an item that belongs to the other worker was worked on by the same");
}
