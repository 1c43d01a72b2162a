//! What learners write: a little of it right, most of it wrong. Comments at line ends name lines for the tests.

use std::sync::{Arc, Condvar, Mutex, RwLock, mpsc};
use std::thread;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// This file, as the compiler knows it.
pub(crate) const FILE: &str = file!();

/// The number of the line that ends with this comment.
pub(crate) fn line(comment: &str) -> u32 {
    let found = include_str!("learner.rs").lines().position(|line| line.ends_with(&format!("// {comment}")));
    1 + found.unwrap_or_else(|| panic!("no line ends with {comment}")) as u32
}

pub(crate) type Job = Box<dyn FnOnce() + Send>;

pub(crate) fn run_at_once(jobs: Vec<Job>) {
    let handles: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    handles.into_iter().for_each(|handle| handle.join().unwrap());
}

pub(crate) fn run_one_by_one(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(job).join().unwrap(); // one by one
    }
}

pub(crate) fn run_on_the_caller(jobs: Vec<Job>) {
    jobs.into_iter().for_each(|job| job()); // on the caller
}

pub(crate) fn run_and_leave(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(move || {
            job();
            thread::sleep(Duration::from_secs(60)); // asleep
        });
    }
}

pub(crate) fn opposite_orders(between: impl Fn() + Sync) {
    let (left, right) = (Mutex::new(1), Mutex::new(2));
    thread::scope(|scope| {
        let worker = thread::Builder::new().name("clerk".to_owned());
        let clerk = worker.spawn_scoped(scope, || {
            let held = right.lock().unwrap();
            between();
            *left.lock().unwrap() += *held; // clerk
        });
        let held = left.lock().unwrap();
        between();
        *right.lock().unwrap() += *held; // caller
        drop(held);
        clerk.unwrap().join().unwrap();
    });
}

pub(crate) fn forgets_the_sender() -> i32 {
    let (sender, receiver) = mpsc::channel();
    let sum = thread::spawn(move || receiver.iter().sum::<i32>()); // sum
    sender.send(1).unwrap();
    sum.join().unwrap() // joins sum
}

pub(crate) fn locks_again() {
    let lock = RwLock::new(1);
    let _first = lock.write().unwrap();
    let _second = lock.read().unwrap(); // again
}

pub(crate) fn nobody_notifies() {
    let (ready, changed) = (Mutex::new(false), Condvar::new());
    let waits = || drop(changed.wait_while(ready.lock().unwrap(), |ready| !*ready)); // waits
    thread::scope(|scope| [scope.spawn(waits), scope.spawn(thread::park)].map(drop)); // whole scope
}

#[expect(clippy::empty_loop, reason = "that is the point")]
pub(crate) fn spins() {
    loop {} // spins
}

pub(crate) fn polls() {
    loop {
        thread::sleep(Duration::from_millis(1));
    }
}

pub(crate) fn sleeps() {
    thread::sleep(Duration::from_secs(3600)); // sleeps long
}

pub(crate) fn works_for(duration: Duration, mut work: impl FnMut()) {
    let used = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap();
    let end = used() + duration;
    while used() < end {
        work();
    }
}

pub(crate) fn run_and_wait_for_more(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(move || {
            job();
            thread::park();
        });
    }
}

pub(crate) fn run_and_look_for_more(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(move || {
            job();
            loop {
                thread::yield_now();
            }
        });
    }
}

pub(crate) fn waits_a_while() -> bool {
    let (_sender, receiver) = mpsc::channel::<()>();
    let (lock, changed) = (Mutex::new(()), Condvar::new());
    let slept = thread::spawn(|| thread::sleep(Duration::from_millis(100)));
    let (_guard, result) = changed.wait_timeout(lock.lock().unwrap(), Duration::from_millis(100)).unwrap();
    slept.join().unwrap();
    result.timed_out() && receiver.recv_timeout(Duration::from_millis(100)).is_err()
}

pub(crate) fn leaks<T>(value: T) {
    std::mem::forget(value);
}

pub(crate) fn drops_twice<T>(value: T) {
    let again = Arc::new(std::mem::ManuallyDrop::new(value));
    // SAFETY: none, that is the point.
    unsafe { drop(std::ptr::read(&**again)) };
    // SAFETY: none, that is the point.
    unsafe { drop(std::ptr::read(&**again)) };
}

pub(crate) fn reads_after_drop<T>(value: T, read: impl Fn(&T)) {
    let mut value = std::mem::ManuallyDrop::new(value);
    // SAFETY: none, that is the point.
    unsafe { std::mem::ManuallyDrop::drop(&mut value) };
    read(&value);
}

pub(crate) fn index(numbers: &[u8]) -> u8 {
    thread::scope(|scope| scope.spawn(|| numbers[7]).join().unwrap()) // index
}

pub(crate) fn index_in_a_thread_nobody_joins(numbers: &'static [u8]) {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(numbers[7])); // unseen
    let _ = receiver.recv();
}

pub(crate) struct PanicsInDrop;

impl Drop for PanicsInDrop {
    fn drop(&mut self) {
        panic!("in drop"); // in drop
    }
}

pub(crate) fn swallows(call: impl FnOnce()) -> bool {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).is_err()
}
