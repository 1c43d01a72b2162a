//! Programs that use `dashmap`, one wrong and one right, over every schedule.

#[macro_use]
extern crate threadlings_schedules as std;
extern crate threadlings_dashmap as dashmap;

#[path = "../../../schedules/tests/judge/mod.rs"]
mod judge;

use std::sync::Arc;

use dashmap::DashMap;
use judge::*;
use threadlings_report::Kind;

#[test]
fn a_guard_is_held_across_another_call() {
    fn copy(first: bool) {
        let map = DashMap::from_iter([(1, 10)]);
        if first {
            let value = map.get(&1).map(|value| *value);
            if let Some(value) = value {
                map.insert(2, value);
            }
        } else if let Some(value) = map.get(&1) {
            map.insert(2, *value);
        }
        assert_eq!(map.len(), 2);
    }
    assert_eq!(wrong_and_right(|| copy(false), || copy(true)), Kind::Deadlock);
}

#[test]
fn check_then_insert() {
    fn deposit(entry: bool) {
        let map = Arc::new(DashMap::new());
        let shared = Arc::clone(&map);
        join_all(two(move |_| {
            if entry {
                *shared.entry(1).or_insert(0) += 5;
            } else if shared.contains_key(&1) {
                *shared.get_mut(&1).unwrap() += 5;
            } else {
                shared.insert(1, 5);
            }
        }));
        assert_eq!(*map.get(&1).unwrap(), 10, "a deposit was lost");
    }
    assert_eq!(wrong_and_right(|| deposit(false), || deposit(true)), Kind::WrongResult);
}

#[test]
fn two_guards_in_two_orders() {
    fn transfer(both: bool) {
        let map = Arc::new(DashMap::from_iter([(0, 10), (1, 10)]));
        let shared = Arc::clone(&map);
        join_all(two(move |number| {
            if both {
                let (mut from, mut to) = (shared.get_mut(&number).unwrap(), shared.get_mut(&(1 - number)).unwrap());
                *from -= 1;
                *to += 1;
            } else {
                *shared.get_mut(&number).unwrap() -= 1;
                *shared.get_mut(&(1 - number)).unwrap() += 1;
            }
        }));
        assert_eq!(map.iter().map(|entry| *entry.value()).sum::<i32>(), 20);
    }
    assert_eq!(wrong_and_right(|| transfer(true), || transfer(false)), Kind::Deadlock);
}

#[test]
fn the_lines_of_the_learners_are_shown() {
    let found = finding(file!(), || {
        let map = DashMap::from_iter([(1, 10)]);
        if let Some(value) = map.get(&1) {
            map.insert(2, *value);
        }
    });
    let shown = found.interleaving.expect("there is one");
    assert_eq!(shown.blocked[0].operation, "insert");
    assert!(shown.blocked[0].place.is_some(), "{shown:#?}");
    assert!(shown.steps.iter().any(|step| step.operation == "get"), "{shown:#?}");
}
