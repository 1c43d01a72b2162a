//! `std::thread`.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, Builder, JoinHandle, Scope, ScopedJoinHandle, Thread, ThreadId};
use std::time::{Duration, Instant};

super::probes! {
    spawn_returns_at_once_and_join_waits
    a_panic_comes_out_of_join
    the_payload_of_a_panic_can_be_raised_again
    a_thread_has_a_name_and_an_id
    a_builder_names_a_thread
    a_scope_waits_for_its_threads
    a_scope_can_be_opened_inside_a_scope
    threads_of_a_scope_start_more
    a_scoped_thread_is_joined_by_hand
    a_scope_passes_a_panic_on
    a_builder_starts_a_scoped_thread
    unpark_before_park_is_kept
    park_in_a_loop_waits
    park_timeout_comes_back
    is_finished_becomes_true
    sleeping_takes_time
    the_machine_has_processors
    a_thread_knows_whether_it_panics
    handles_can_be_kept_and_sent
    yielding_does_nothing_else
    a_panicking_closure_drops_what_it_owns
}

fn spawn_returns_at_once_and_join_waits() {
    let (sender, receiver) = mpsc::channel();
    let thread = thread::spawn(move || receiver.recv().unwrap() + 1);
    sender.send(1).unwrap();
    assert_eq!(thread.join().unwrap(), 2);
}

fn a_panic_comes_out_of_join() {
    let result = thread::spawn(|| -> u32 { panic!("on purpose") }).join();
    let payload = result.unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"on purpose"));
    let number = thread::current().name().map_or(3, |_| 3);
    let payload = thread::spawn(move || panic!("number {number}")).join().unwrap_err();
    assert_eq!(payload.downcast_ref::<String>().map(String::as_str), Some("number 3"));
}

fn the_payload_of_a_panic_can_be_raised_again() {
    let result = std::panic::catch_unwind(|| {
        let error = thread::spawn(|| std::panic::panic_any(7_u8)).join().unwrap_err();
        std::panic::resume_unwind(error)
    });
    assert_eq!(result.unwrap_err().downcast_ref::<u8>(), Some(&7));
}

fn a_thread_has_a_name_and_an_id() {
    let me: Thread = thread::current();
    let other: ThreadId = thread::spawn(|| thread::current().id()).join().unwrap();
    assert_ne!(me.id(), other);
    assert_eq!(me.id(), thread::current().id());
    assert_eq!(thread::spawn(|| thread::current().name().map(str::to_owned)).join().unwrap(), None);
    assert!(format!("{:?} {me:?}", me.id()).contains("ThreadId("));
    let ids: std::collections::HashSet<ThreadId> = [me.id(), other, other].into_iter().collect();
    assert_eq!(ids.len(), 2);
}

fn a_builder_names_a_thread() {
    let builder = Builder::new().name("clerk".to_owned()).stack_size(64 * 1024);
    let thread = builder.spawn(|| thread::current().name().map(str::to_owned)).unwrap();
    assert_eq!(thread.thread().name(), Some("clerk"));
    assert_eq!(thread.join().unwrap().as_deref(), Some("clerk"));
    assert!(Builder::new().stack_size(usize::MAX / 2).spawn(|| ()).is_err());
}

fn a_scope_waits_for_its_threads() {
    let mut numbers = vec![1, 2, 3, 4];
    let sum = AtomicUsize::new(0);
    let result = thread::scope(|scope| {
        for part in numbers.chunks_mut(2) {
            let sum = &sum;
            scope.spawn(move || {
                part.iter_mut().for_each(|number| *number += 1);
                sum.fetch_add(part.iter().sum(), SeqCst);
            });
        }
        "result"
    });
    assert_eq!((result, sum.into_inner(), numbers), ("result", 14, vec![2, 3, 4, 5]));
}

fn a_scope_can_be_opened_inside_a_scope() {
    fn sum(numbers: &[usize]) -> usize {
        if numbers.len() < 2 {
            return numbers.iter().sum();
        }
        let (left, right) = numbers.split_at(numbers.len() / 2);
        thread::scope(|scope| {
            let left = scope.spawn(|| sum(left));
            sum(right) + left.join().unwrap()
        })
    }
    assert_eq!(sum(&[1, 2, 3]), 6);
}

fn threads_of_a_scope_start_more() {
    let count = AtomicUsize::new(0);
    thread::scope(|scope: &Scope<'_, '_>| {
        scope.spawn(|| {
            scope.spawn(|| count.fetch_add(1, SeqCst));
            count.fetch_add(1, SeqCst);
        });
    });
    assert_eq!(count.into_inner(), 2);
}

fn a_scoped_thread_is_joined_by_hand() {
    let text = String::from("text");
    thread::scope(|scope| {
        let handle: ScopedJoinHandle<'_, usize> = scope.spawn(|| text.len());
        assert_ne!(handle.thread().id(), thread::current().id());
        assert_eq!(handle.join().unwrap(), 4);
        let failed = scope.spawn(|| panic!("on purpose"));
        assert!(failed.join().is_err(), "a panic that was asked for does not come out of the scope");
    });
}

fn a_scope_passes_a_panic_on() {
    let done = AtomicUsize::new(0);
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        thread::scope(|scope| {
            scope.spawn(|| panic!("on purpose"));
            scope.spawn(|| done.fetch_add(1, SeqCst));
        });
    }));
    assert!(result.is_err());
    assert_eq!(done.load(SeqCst), 1, "the scope has waited for the others");
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        thread::scope(|scope| {
            scope.spawn(|| done.fetch_add(1, SeqCst));
            panic!("of its own");
        });
    }));
    assert_eq!(result.unwrap_err().downcast_ref::<&str>(), Some(&"of its own"));
    assert_eq!(done.load(SeqCst), 2);
}

fn a_builder_starts_a_scoped_thread() {
    let number = 5;
    thread::scope(|scope| {
        let handle = Builder::new().name("scoped".into()).spawn_scoped(scope, || number + 1).unwrap();
        assert_eq!(handle.thread().name(), Some("scoped"));
        assert_eq!(handle.join().unwrap(), 6);
    });
}

fn unpark_before_park_is_kept() {
    thread::current().unpark();
    thread::current().unpark();
    thread::park();
    let thread = thread::spawn(thread::park);
    thread.thread().unpark();
    thread.join().unwrap();
}

fn park_in_a_loop_waits() {
    let ready = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&ready);
    let thread = thread::spawn(move || {
        while seen.load(SeqCst) == 0 {
            thread::park();
        }
    });
    ready.store(1, SeqCst);
    thread.thread().unpark();
    thread.join().unwrap();
}

fn park_timeout_comes_back() {
    thread::park_timeout(Duration::from_millis(1));
    thread::park_timeout(Duration::ZERO);
}

fn is_finished_becomes_true() {
    let thread = thread::spawn(|| 1);
    while !thread.is_finished() {
        thread::yield_now();
    }
    assert_eq!(thread.join().unwrap(), 1);
    thread::scope(|scope| {
        let thread = scope.spawn(|| ());
        while !thread.is_finished() {
            thread::sleep(Duration::from_micros(10));
        }
    });
}

fn sleeping_takes_time() {
    let start = Instant::now();
    thread::sleep(Duration::from_millis(2));
    assert!(start.elapsed() >= Duration::from_millis(2));
    assert!(Instant::now() - start >= Duration::from_millis(2));
    assert!(start + Duration::from_secs(1) > start && start.checked_sub(Duration::ZERO) == Some(start));
}

fn the_machine_has_processors() {
    assert!(thread::available_parallelism().unwrap().get() >= 1);
}

fn a_thread_knows_whether_it_panics() {
    struct Note<'a>(&'a Mutex<Vec<bool>>);
    impl Drop for Note<'_> {
        fn drop(&mut self) {
            self.0.lock().unwrap().push(thread::panicking());
        }
    }
    let notes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let _note = Note(&notes);
            panic!("on purpose");
        });
        assert!(thread.join().is_err());
        drop(Note(&notes));
    });
    assert_eq!(notes.into_inner().unwrap(), [true, false]);
}

fn handles_can_be_kept_and_sent() {
    fn assert_send_and_sync<T: Send + Sync>() {}
    assert_send_and_sync::<JoinHandle<u32>>();
    assert_send_and_sync::<Thread>();
    let mut handles: Vec<JoinHandle<usize>> = (0..2).map(|number| thread::spawn(move || number)).collect();
    let last = handles.pop().unwrap();
    let sum = thread::spawn(move || last.join().unwrap()).join().unwrap();
    assert_eq!(sum + handles.into_iter().map(|handle| handle.join().unwrap()).sum::<usize>(), 1);
}

fn yielding_does_nothing_else() {
    thread::yield_now();
    std::hint::spin_loop();
    assert_eq!(std::hint::black_box(3), 3);
}

fn a_panicking_closure_drops_what_it_owns() {
    let (sender, receiver) = mpsc::channel::<u32>();
    let thread = thread::spawn(move || {
        let _sender = sender;
        panic!("on purpose");
    });
    assert!(receiver.recv().is_err());
    assert!(thread.join().is_err());
}
