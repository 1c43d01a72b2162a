//! Hidden tests of `dining_philosophers`.

use std::thread;

use exercise::Table;
use harness::{Blocker, Bomb, Overlap, Rendezvous, settle};

/// All philosophers of a table dine at the same time, once each. `together` is where they are while they eat.
fn all_dine(seats: usize, together: &Overlap) {
    let table = Table::new(seats);
    let meals = Bomb::on_call(usize::MAX);
    let dine = |seat| {
        table.dine(seat, || {
            let _eating = together.enter();
            meals.tick();
        });
    };
    thread::scope(|scope| {
        for seat in 1..seats {
            scope.spawn(move || dine(seat));
        }
        dine(0);
    });
    let meals = meals.calls();
    assert_eq!(meals, seats, "every seat of the table dined once, and `eat` was called another number of times");
}

/// Three philosophers dine at a table with three seats: everybody eats, one at a time.
#[schedules]
fn three_dine_at_a_table_for_three() {
    all_dine(3, &Overlap::new("two philosophers eat at the same time at a table with only three seats").at_most(1));
}

/// Two philosophers dine at a table with two seats: both eat, one at a time.
#[schedules]
fn two_dine_at_a_table_for_two() {
    all_dine(2, &Overlap::new("both philosophers at a table with two seats eat at the same time").at_most(1));
}

/// One philosopher dines at a table with one seat, twice.
#[schedules]
fn one_dines_alone() {
    let table = Table::new(1);
    for meal in 1..=2 {
        assert_eq!(table.dine(0, || meal), meal, "`dine` did not return what `eat` returned");
    }
}

/// Two neighbours dine at a table with four seats: they eat one at a time.
#[schedules]
fn neighbours_do_not_eat_together() {
    neighbours_dine(1, 2);
}

/// The philosophers on the last seat and on seat 0 dine: they are neighbours, and eat one at a time.
#[schedules]
fn the_last_seat_is_beside_the_first() {
    neighbours_dine(3, 0);
}

fn neighbours_dine(left: usize, right: usize) {
    let table = Table::new(4);
    let eating = Overlap::new("two neighbours eat at the same time").at_most(1);
    let dine = |seat| {
        table.dine(seat, || {
            let _eating = eating.enter();
        });
    };
    thread::scope(|scope| {
        scope.spawn(|| dine(left));
        dine(right);
    });
}

/// Seats 0 and 2 of four dine: each eats until the other eats, too.
#[schedules]
fn opposite_seats_eat_together() {
    let table = Table::new(4);
    let both = Rendezvous::new(2, "the philosophers on seats 0 and 2 of four cannot eat at the same time");
    thread::scope(|scope| {
        scope.spawn(|| table.dine(2, || both.meet()));
        table.dine(0, || both.meet());
    });
}

/// Four seats. While 0 eats, 1 waits for it; nevertheless 2 can eat when 1 has eaten, and 0 can eat again.
#[schedules]
fn the_table_stays_usable() {
    let table = Table::new(4);
    let first = thread::scope(|scope| {
        let other = scope.spawn(|| table.dine(1, || 1));
        table.dine(0, || 0) + other.join().unwrap()
    });
    let then = table.dine(2, || 2) + table.dine(0, || 4) + table.dine(3, || 8);
    assert_eq!((first, then), (1, 14), "`dine` did not return what `eat` returned");
}

/// A philosopher eats, and a neighbour waits: he sleeps until a fork is free.
#[schedules]
fn who_waits_sleeps() {
    let table = Table::new(3);
    let sentence = "a philosopher who waits for a fork keeps looking for it instead of sleeping";
    let meal = Blocker::new(sentence);
    thread::scope(|scope| {
        scope.spawn(|| table.dine(0, || meal.wait()));
        settle(sentence);
        scope.spawn(|| table.dine(1, || ()));
        settle(sentence);
        meal.release();
    });
}
