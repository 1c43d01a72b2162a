//! Hidden tests of `fork_join_sort`.

use std::cmp::Ordering;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use exercise::merge_sort;
use harness::{Overlap, ThreadLedger};

/// A card is ordered by its value alone; the number tells equal ones apart.
#[derive(Clone, Copy)]
struct Card<'a> {
    value: u32,
    number: usize,
    watch: Option<&'a Watch>,
}

/// What is to be known about the comparisons.
struct Watch {
    threads: ThreadLedger,
    overlap: Overlap,
}

impl Ord for Card<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let _comparing = self.watch.map(|watch| {
            watch.threads.record();
            watch.overlap.enter()
        });
        self.value.cmp(&other.value)
    }
}

impl PartialOrd for Card<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Card<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Card<'_> {}

/// Cards with these values, numbered from 0.
fn cards<'a>(values: &[u32], watch: Option<&'a Watch>) -> Vec<Card<'a>> {
    values.iter().enumerate().map(|(number, &value)| Card { value, number, watch }).collect()
}

fn values(cards: &[Card<'_>]) -> Vec<u32> {
    cards.iter().map(|card| card.value).collect()
}

/// The same mixture of small values each time.
fn mixed(length: usize, values: u32) -> Vec<u32> {
    let mut state = 12_345_u32;
    let mut next = || {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (state >> 16) % values
    };
    (0..length).map(|_| next()).collect()
}

/// Four elements, `max_threads` 1: all comparisons happen on the calling thread.
#[schedules]
fn one_thread_is_the_caller() {
    sorts_on_the_caller(1);
}

/// Four elements, `max_threads` 0: all comparisons happen on the calling thread.
#[schedules]
fn zero_threads_are_the_caller() {
    sorts_on_the_caller(0);
}

fn sorts_on_the_caller(max_threads: usize) {
    let watch = Watch { threads: ThreadLedger::new(), overlap: Overlap::new("") };
    let mut cards = cards(&[4, 3, 2, 1], Some(&watch));
    merge_sort(&mut cards, max_threads);
    let alone = watch.threads.on_creator() && watch.threads.distinct() == 1;
    assert!(alone, "`merge_sort` with `max_threads` {max_threads} compared on another thread than the calling one");
    assert_eq!(values(&cards), [1, 2, 3, 4], "`merge_sort` with `max_threads` {max_threads} did not sort [4, 3, 2, 1]");
    harness::refuse_threads_after(0);
    let again = catch_unwind(AssertUnwindSafe(|| merge_sort(&mut cards, max_threads)));
    assert!(again.is_ok(), "`merge_sort` with `max_threads` {max_threads} starts a thread");
}

/// Four elements, `max_threads` 2: they are sorted, whichever half is done first.
#[schedules]
fn two_halves_become_one() {
    let mut cards = cards(&[4, 3, 2, 1], None);
    merge_sort(&mut cards, 2);
    assert_eq!(values(&cards), [1, 2, 3, 4], "`merge_sort` with `max_threads` 2 did not sort [4, 3, 2, 1]");
}

/// Four elements, `max_threads` 2: two threads can be comparing at the same time.
#[schedules]
fn two_threads_compare_at_the_same_time() {
    let overlap = Overlap::new("`merge_sort` with `max_threads` 2 compared on 3 threads at the same time")
        .at_most(2)
        .reaches(2, "`merge_sort` with `max_threads` 2 never compares on two threads at the same time");
    let watch = Watch { threads: ThreadLedger::new(), overlap };
    merge_sort(&mut cards(&[4, 3, 2, 1], Some(&watch)), 2);
}

/// Eight elements, `max_threads` 3: never more than three threads are comparing at the same time.
#[schedules]
fn no_more_threads_than_allowed() {
    let overlap = Overlap::new("`merge_sort` with `max_threads` 3 compared on 4 threads at the same time").at_most(3);
    let watch = Watch { threads: ThreadLedger::new(), overlap };
    merge_sort(&mut cards(&[8, 7, 6, 5, 4, 3, 2, 1], Some(&watch)), 3);
}

/// Slices of all lengths from 0 to 20, `max_threads` from 1 to 4: they are sorted. 200 elements with three different values:
/// equal ones stay in their order.
#[schedules]
fn any_length_and_equal_elements() {
    harness::few_schedules(1);
    for (length, max_threads) in (0..=20).flat_map(|length| (1..=4).map(move |threads| (length, threads))) {
        let mut cards = cards(&mixed(length, 10), None);
        let mut expected = values(&cards);
        expected.sort();
        merge_sort(&mut cards, max_threads);
        let sorted = values(&cards);
        assert_eq!(sorted, expected, "`merge_sort` with `max_threads` {max_threads} did not sort {length} elements");
    }
    for max_threads in 1..=4 {
        let mut cards = cards(&mixed(200, 3), None);
        merge_sort(&mut cards, max_threads);
        let sorted = values(&cards).is_sorted();
        assert!(sorted, "`merge_sort` with `max_threads` {max_threads} did not sort 200 elements");
        let moved = cards.windows(2).find(|pair| pair[0].value == pair[1].value && pair[0].number > pair[1].number);
        if let Some(pair) = moved {
            harness::fail(format!(
                "`merge_sort` with `max_threads` {max_threads} put the element from place {} before its equal from place {}",
                pair[0].number, pair[1].number
            ));
        }
    }
}

/// Five elements, `max_threads` 2: two threads can be comparing at the same time.
#[schedules]
fn an_odd_number_of_elements() {
    let overlap =
        Overlap::new("`merge_sort` of 5 elements with `max_threads` 2 compared on 3 threads at the same time")
            .at_most(2)
            .reaches(
                2,
                "`merge_sort` of 5 elements with `max_threads` 2 never compares on two threads at the same time",
            );
    let watch = Watch { threads: ThreadLedger::new(), overlap };
    merge_sort(&mut cards(&[5, 4, 3, 2, 1], Some(&watch)), 2);
}

/// A second call with `max_threads` 2: there, too, two threads can be comparing at the same time.
#[schedules]
fn a_second_call_has_its_threads() {
    merge_sort(&mut cards(&[4, 3, 2, 1], None), 2);
    let overlap = Overlap::new("a second `merge_sort` with `max_threads` 2 compared on 3 threads at the same time")
        .at_most(2)
        .reaches(2, "a second `merge_sort` with `max_threads` 2 never compares on two threads at the same time");
    let watch = Watch { threads: ThreadLedger::new(), overlap };
    merge_sort(&mut cards(&[4, 3, 2, 1], Some(&watch)), 2);
}

/// A call with `max_threads` 1 while another thread calls with 2: all comparisons of the first happen on its own thread.
#[schedules]
fn another_call_lends_no_threads() {
    let watch = Watch { threads: ThreadLedger::new(), overlap: Overlap::new("") };
    thread::scope(|scope| {
        scope.spawn(|| merge_sort(&mut cards(&[4, 3, 2, 1], None), 2));
        merge_sort(&mut cards(&[4, 3, 2, 1], Some(&watch)), 1);
    });
    let alone = watch.threads.on_creator() && watch.threads.distinct() == 1;
    assert!(
        alone,
        "`merge_sort` with `max_threads` 1 compared on another thread while a second call with `max_threads` 2 ran"
    );
}

/// Four elements, `max_threads` 3: two threads can be comparing at the same time.
#[schedules]
fn three_threads_and_four_elements() {
    let overlap =
        Overlap::new("`merge_sort` of 4 elements with `max_threads` 3 compared on 4 threads at the same time")
            .at_most(3)
            .reaches(
                2,
                "`merge_sort` of 4 elements with `max_threads` 3 never compares on two threads at the same time",
            );
    let watch = Watch { threads: ThreadLedger::new(), overlap };
    merge_sort(&mut cards(&[4, 3, 2, 1], Some(&watch)), 3);
}

/// Sixteen elements, `max_threads` 5: never more than five threads are comparing at the same time.
#[schedules]
fn no_more_than_five_threads() {
    harness::few_schedules(20);
    let overlap = Overlap::new("`merge_sort` with `max_threads` 5 compared on 6 threads at the same time").at_most(5);
    let watch = Watch { threads: ThreadLedger::new(), overlap };
    let values: Vec<u32> = (0..16).rev().collect();
    merge_sort(&mut cards(&values, Some(&watch)), 5);
}
