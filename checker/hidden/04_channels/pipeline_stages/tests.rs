//! Hidden tests of `pipeline_stages`.

use std::cell::Cell;
use std::thread;

use exercise::pipeline;
use harness::{Bomb, Overlap, Rendezvous, settle};

/// Three kinds of items, of three types: they can be sent to another thread, but not cloned, compared or shared.
struct Raw(Cell<u32>);
struct Washed(Cell<u32>);
struct Packed(Cell<u32>);

fn numbers(packed: &[Packed]) -> Vec<u32> {
    packed.iter().map(|packed| packed.0.get()).collect()
}

/// Three items go through both stages and come out in order.
#[schedules]
fn results_are_in_order() {
    let input = [1, 2, 3].map(|number| Raw(Cell::new(number))).into();
    let wash = |raw: Raw| Washed(Cell::new(raw.0.get() * 10));
    let pack = |washed: Washed| Some(Packed(Cell::new(washed.0.get() + 1)));
    let results = pipeline(input, 1, wash, pack);
    assert_eq!(
        numbers(&results),
        [11, 21, 31],
        "`pipeline` did not return the results of the items 1, 2 and 3 in this order, with `f` times 10 and `g` plus 1"
    );
}

/// `f` works on the second item while `g` works on the first.
#[schedules]
fn both_stages_run_at_the_same_time() {
    one_stage_waits_for_the_other(1, "`pipeline` never calls `f` for the second item while `g` works on the first");
}

/// `f` works on the third item while `g` works on the second.
#[schedules]
fn both_stages_go_on_at_the_same_time() {
    one_stage_waits_for_the_other(2, "`pipeline` never calls `f` for the third item while `g` works on the second");
}

fn one_stage_waits_for_the_other(number_in_g: u32, never: &str) {
    let both = Rendezvous::new(2, never);
    let f = |(number, in_g, both): (u32, u32, Rendezvous)| {
        if number == in_g + 1 {
            both.meet();
        }
        (number, in_g, both)
    };
    let g = |(number, in_g, both): (u32, u32, Rendezvous)| {
        if number == in_g {
            both.meet();
        }
        Some(number)
    };
    let input = [1, 2, 3].map(|number| (number, number_in_g, both.clone())).into();
    let results = pipeline(input, 1, f, g);
    assert_eq!(results, [1, 2, 3], "`pipeline` did not return the results of the items 1, 2 and 3 in this order");
}

/// Works on an item, so that others can come meanwhile.
fn leave<T>(inside: T) -> Option<()> {
    thread::yield_now();
    Some(drop(inside))
}

/// Five items with a `cap` of 1: never more than three of them are under way.
#[schedules]
fn not_too_much_is_under_way() {
    let under_way =
        Overlap::new("with a `cap` of 1, four items are under way: `f` was called for them, and `g` has not returned")
            .at_most(3);
    let results = pipeline(vec![under_way; 5], 1, |under_way| under_way.enter(), leave);
    assert_eq!(results.len(), 5, "`pipeline` did not return five results for five items");
}

/// Eight items with a `cap` of 1, and `g` returns `None` for the second: only the first result comes back, `g` is not
/// called again, `f` for at most three more items, and nothing goes on when `pipeline` has returned.
#[schedules]
fn none_stops_both_stages() {
    // They only count: there is no call number 0.
    let (calls_of_f, calls_of_g) = (Bomb::on_call(0), Bomb::on_call(0));
    let input = (1..=8).map(|number| (number, calls_of_f.clone(), calls_of_g.clone())).collect();
    let f = |(number, calls_of_f, calls_of_g): (u32, Bomb, Bomb)| {
        calls_of_f.tick();
        (number, calls_of_g)
    };
    let g = |(number, calls_of_g): (u32, Bomb)| {
        calls_of_g.tick();
        (number != 2).then_some(number)
    };
    let results = pipeline(input, 1, f, g);
    let at_the_end = calls_of_f.calls();
    assert_eq!(results, [1], "`g` returned `None` for the second item, and `pipeline` did not return just the first");
    assert_eq!(calls_of_g.calls(), 2, "`g` returned `None` for the second item, and was called more than twice in all");
    assert!(
        at_the_end <= 5,
        "with a `cap` of 1, `g` returned `None` for the second item, and `f` was called for {at_the_end} items"
    );
    settle("`pipeline` has returned, but a thread of it goes on for ever");
    assert_eq!(calls_of_f.calls(), at_the_end, "`pipeline` had returned, and after that `f` was called again");
}

/// Without items there are no results.
#[schedules]
fn there_may_be_no_items() {
    let results = pipeline(Vec::new(), 1, |number: u32| number, Some);
    assert_eq!(results, [0; 0], "`pipeline` returned a result although there was no item");
}

/// Three items, and `g` returns `None` for the first: there are no results, and `g` is not called again.
#[schedules]
fn none_for_the_first_item() {
    // It only counts: there is no call number 0.
    let calls_of_g = Bomb::on_call(0);
    let g = |calls_of_g: Bomb| {
        calls_of_g.tick();
        None::<u32>
    };
    let results = pipeline(vec![calls_of_g.clone(); 3], 1, |calls_of_g| calls_of_g, g);
    assert_eq!(results, [0; 0], "`g` returned `None` for the first item, and `pipeline` returned a result");
    assert_eq!(calls_of_g.calls(), 1, "`g` returned `None` for the first item, and was called more than once in all");
}

/// Seven items with a `cap` of 2: never more than four of them are under way.
#[schedules]
fn two_items_may_wait() {
    let under_way =
        Overlap::new("with a `cap` of 2, five items are under way: `f` was called for them, and `g` has not returned")
            .at_most(4);
    let results = pipeline(vec![under_way; 7], 2, |under_way| under_way.enter(), leave);
    assert_eq!(results.len(), 7, "`pipeline` did not return seven results for seven items");
}

/// Twenty items with a `cap` of 5: never more than seven of them are under way.
#[schedules]
fn five_items_may_wait() {
    harness::few_schedules(20);
    let under_way =
        Overlap::new("with a `cap` of 5, eight items are under way: `f` was called for them, and `g` has not returned")
            .at_most(7);
    let results = pipeline(vec![under_way; 20], 5, |under_way| under_way.enter(), leave);
    assert_eq!(results.len(), 20, "`pipeline` did not return twenty results for twenty items");
}

/// `g` returns `None` in a first call: a second one puts its items through all the same.
#[schedules]
fn a_second_call_is_not_stopped() {
    harness::few_schedules(20);
    pipeline(vec![1], 1, |number: u32| number, |_| None::<u32>);
    let results = pipeline(vec![1], 1, |number: u32| number, Some);
    assert_eq!(results, [1], "`g` returned `None` in a first `pipeline`, and a second one does not return its result");
}
