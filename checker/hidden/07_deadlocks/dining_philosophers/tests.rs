//! Hidden tests of `dining_philosophers`.

use std::rc::Rc;
use std::thread;

use exercise::Table;
use harness::{Bomb, Overlap, Rendezvous, settle};

const KEEPS_LOOKING: &str = "a philosopher who waits for a fork keeps looking for it instead of sleeping";

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
        let (eater, here) = table.dine(0, || (thread::current().id(), Rc::new(meal)));
        assert_eq!(*here, meal, "`dine` did not return what `eat` returned");
        assert_eq!(eater, thread::current().id(), "`eat` was called on another thread than `dine`");
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

/// Seats 0, 2 and 5 of seven dine: each eats until the other two eat, too.
#[schedules]
fn three_of_seven_eat_together() {
    let table = Table::new(7);
    let all = Rendezvous::new(3, "the philosophers on seats 0, 2 and 5 of seven cannot eat at the same time");
    thread::scope(|scope| {
        for seat in [2, 5] {
            let (table, all) = (&table, &all);
            scope.spawn(move || table.dine(seat, || all.meet()));
            settle(KEEPS_LOOKING);
        }
        table.dine(0, || all.meet());
    });
}

/// Five seats. While 0 eats and 1 waits for it, 3 can eat.
#[schedules]
fn who_waits_is_in_nobodys_way() {
    let table = Table::new(5);
    let both = Rendezvous::new(2, "seat 0 of five eats and 1 waits for it: the philosopher on seat 3 cannot eat");
    thread::scope(|scope| {
        scope.spawn(|| table.dine(0, || both.meet()));
        settle(KEEPS_LOOKING);
        scope.spawn(|| table.dine(1, || ()));
        settle(KEEPS_LOOKING);
        table.dine(3, || both.meet());
    });
}

/// Four seats. While 1 eats, 0 and 2 wait for it; they sleep, and after that they eat at the same time.
#[schedules]
fn both_neighbours_eat_when_they_can() {
    let table = Table::new(4);
    let both =
        Rendezvous::new(2, "seats 0 and 2 of four waited for 1, which has eaten: they cannot eat at the same time");
    thread::scope(|scope| {
        table.dine(1, || {
            for seat in [0, 2] {
                let (table, both) = (&table, &both);
                scope.spawn(move || table.dine(seat, || both.meet()));
                settle(KEEPS_LOOKING);
            }
        });
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
