//! `Once`, `OnceLock` and `LazyLock`.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{LazyLock, Mutex, Once, OnceLock};
use std::thread;

super::probes! {
    call_once_calls_once
    a_once_can_be_waited_for
    a_once_lock_is_set_once
    get_or_init_runs_one_function
    a_once_lock_can_be_waited_for
    a_once_lock_gives_its_value_back
    once_locks_are_copied_and_compared
    a_static_is_made_when_it_is_needed
    a_lazy_lock_can_borrow
    a_lazy_lock_can_be_changed
}

fn call_once_calls_once() {
    static ONCE: Once = Once::new();
    let calls = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                ONCE.call_once(|| {
                    calls.fetch_add(1, SeqCst);
                });
                assert_eq!(calls.load(SeqCst), 1);
            });
        }
    });
    assert!(ONCE.is_completed());
}

fn a_once_can_be_waited_for() {
    let (once, value) = (Once::new(), AtomicUsize::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            once.wait();
            once.wait_force();
            assert_eq!(value.load(SeqCst), 1);
        });
        once.call_once(|| value.store(1, SeqCst));
    });
}

fn a_once_lock_is_set_once() {
    let cell = OnceLock::new();
    assert_eq!(cell.get(), None);
    let results: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..2)
            .map(|number| {
                scope.spawn({
                    let cell = &cell;
                    move || cell.set(number)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert_eq!(results[*cell.get().unwrap()], Ok(()));
    assert_eq!(cell.set(9), Err(9));
}

fn get_or_init_runs_one_function() {
    let (cell, calls) = (OnceLock::new(), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                assert_eq!(cell.get_or_init(|| calls.fetch_add(1, SeqCst).to_string()), "0");
            });
        }
    });
    assert_eq!(calls.into_inner(), 1);
}

fn a_once_lock_can_be_waited_for() {
    let cell: OnceLock<&str> = OnceLock::new();
    thread::scope(|scope| {
        scope.spawn(|| assert_eq!(*cell.wait(), "text"));
        cell.set("text").unwrap();
    });
}

fn a_once_lock_gives_its_value_back() {
    let mut cell = OnceLock::from(1);
    *cell.get_mut().unwrap() += 1;
    assert_eq!((cell.take(), cell.take()), (Some(2), None));
    cell.set(3).unwrap();
    assert_eq!(cell.into_inner(), Some(3));
}

fn once_locks_are_copied_and_compared() {
    let cell: OnceLock<u32> = OnceLock::default();
    assert_eq!(format!("{cell:?}"), "OnceLock(<uninit>)");
    let set = OnceLock::from(1);
    assert_eq!((set.clone() == set, cell == set, format!("{set:?}")), (true, false, "OnceLock(1)".to_owned()));
}

fn a_static_is_made_when_it_is_needed() {
    static NAMES: LazyLock<Mutex<Vec<&str>>> = LazyLock::new(|| Mutex::new(vec!["first"]));
    static CONFIG: OnceLock<String> = OnceLock::new();
    assert!(LazyLock::get(&NAMES).is_none());
    let thread = thread::spawn(|| NAMES.lock().unwrap().push("second"));
    assert_eq!(CONFIG.get_or_init(|| "config".to_owned()), "config");
    thread.join().unwrap();
    assert_eq!(LazyLock::force(&NAMES).lock().unwrap().len(), 2);
    assert!(LazyLock::get(&NAMES).is_some());
}

fn a_lazy_lock_can_borrow() {
    let (text, calls) = (String::from("text"), AtomicUsize::new(0));
    let length = LazyLock::new(|| {
        calls.fetch_add(1, SeqCst);
        text.len()
    });
    assert_eq!(format!("{length:?}"), "LazyLock(<uninit>)");
    thread::scope(|scope| {
        scope.spawn(|| assert_eq!(*length, 4));
        scope.spawn(|| assert_eq!(*length + 1, 5));
    });
    assert_eq!((calls.load(SeqCst), format!("{length:?}")), (1, "LazyLock(4)".to_owned()));
}

fn a_lazy_lock_can_be_changed() {
    let mut list: LazyLock<Vec<u32>> = LazyLock::new(|| vec![1]);
    assert!(LazyLock::get_mut(&mut list).is_none());
    LazyLock::force_mut(&mut list).push(2);
    list.push(3);
    assert_eq!(LazyLock::get_mut(&mut list).unwrap().len(), 3);
    assert_eq!(*LazyLock::<u32>::default(), 0);
}
