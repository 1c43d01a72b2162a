//! Hidden tests of `leftmost_match`.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::sync::{Mutex, MutexGuard, mpsc};
use std::thread::{self, ThreadId};

use exercise::{Job, by_priority, first_bad};
use harness::Blocker;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// An element that is `Sync` and nothing else.
struct Sample {
    value: usize,
    not_send: PhantomData<MutexGuard<'static, ()>>,
}

fn samples(values: impl IntoIterator<Item = usize>) -> Vec<Sample> {
    values.into_iter().map(|value| Sample { value, not_send: PhantomData }).collect()
}

fn pool_of_two() -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(2).build().unwrap()
}

/// What `first_bad` finds in this pool, as index and value.
///
/// `bad` is no type parameter, so that the compiler makes the answer's code, and rayon's with it, once for all tests.
fn found(pool: &ThreadPool, xs: &[Sample], bad: &(dyn Fn(usize) -> bool + Sync)) -> Option<(usize, usize)> {
    pool.install(|| first_bad(xs, |x| bad(x.value)).map(|(index, x)| (index, x.value)))
}

/// No match, no elements, and one match in all positions: the index is that of the slice, and the element belongs to it.
#[native]
fn a_match_is_found_with_its_index() {
    let (pool, xs) = (pool_of_two(), samples(100..120));
    assert_eq!(found(&pool, &xs, &|_| false), None, "`first_bad` found something where nothing is bad");
    assert_eq!(found(&pool, &[], &|_| true), None, "`first_bad` found something in an empty slice");
    for index in 0..xs.len() {
        let match_at = found(&pool, &xs, &|value| value == 100 + index);
        assert_eq!(match_at, Some((index, 100 + index)), "`first_bad` returned the wrong index or element");
    }
}

/// A call of `bad` waits until another thread looks at another element: that happens.
#[native]
fn elements_are_looked_at_in_parallel() {
    let xs = samples(0..1000);
    let second = Blocker::new("`first_bad` looks at one element after the other, on a single thread");
    let threads: Mutex<HashSet<ThreadId>> = Mutex::default();
    let result = found(&pool_of_two(), &xs, &|_| {
        let seen = {
            let mut threads = threads.lock().unwrap();
            threads.insert(thread::current().id());
            threads.len()
        };
        if seen > 1 {
            second.release();
        }
        second.wait();
        false
    });
    assert_eq!(result, None, "`first_bad` found something where nothing is bad");
}

/// Elements 1 and 999 match. While the look at element 0 takes long, another thread finds 999: the answer is still 1.
/// All elements match: the answer is the first.
#[native]
fn the_leftmost_match_wins() {
    let xs = samples(0..1000);
    let pool = &pool_of_two();
    let first = &Blocker::new("`first_bad` waits for `bad` of the first element before it looks at the others");
    let (entered, somebody_entered) = mpsc::channel();
    let result = thread::scope(|scope| {
        scope.spawn(move || {
            // An error means that the search is over, and nobody ever looked at element 0.
            if somebody_entered.recv().is_ok() {
                wait_until_idle(pool);
                first.release();
            }
        });
        found(pool, &xs, &move |value| {
            if value == 0 {
                entered.send(()).unwrap();
                first.wait();
            }
            value == 1 || value == 999
        })
    });
    assert_eq!(result, Some((1, 1)), "elements 1 and 999 are bad, and `first_bad` returned another than the first");
    let result = found(pool, &xs, &|_| true);
    assert_eq!(result, Some((0, 0)), "all elements are bad, and `first_bad` returned another than the first");
}

/// Returns when the other thread of the pool, while one is held back, has nothing left to do: it takes a job from
/// outside only after it has found nothing to do inside. Twice, since its first look may have been too early.
fn wait_until_idle(pool: &ThreadPool) {
    for _ in 0..2 {
        let (idle, is_idle) = mpsc::channel();
        pool.spawn(move || idle.send(()).unwrap());
        is_idle.recv().unwrap();
    }
}

/// A thousand jobs of seven priorities, a few, and none: sorted, and in their old order within a priority.
#[native]
fn equal_priorities_keep_their_order() {
    // Names in no order, so that sorting by them as well would show.
    let mut jobs: Vec<Job> =
        (0..1000).map(|number| Job { priority: number % 7, name: format!("job {}", number * 389 % 1000) }).collect();
    let mut expected = jobs.clone();
    expected.sort_by_key(|job| job.priority);
    by_priority(&mut jobs);
    let sorted = jobs.is_sorted_by_key(|job| job.priority);
    assert!(sorted, "after `by_priority` the priorities of 1000 jobs do not ascend");
    let mismatch = jobs.iter().zip(&expected).find(|(job, expected)| job != expected);
    if let Some((job, expected)) = mismatch {
        assert_eq!(job.name, expected.name, "`by_priority` changed the order of jobs that have the same priority");
    }
    let job = |priority, name: &str| Job { priority, name: name.to_owned() };
    let mut jobs = vec![job(2, "b"), job(1, "z"), job(2, "a"), job(1, "y")];
    by_priority(&mut jobs);
    let names: Vec<&str> = jobs.iter().map(|job| job.name.as_str()).collect();
    assert_eq!(names, ["z", "y", "b", "a"], "`by_priority` put (2 b, 1 z, 2 a, 1 y) into the wrong order");
    by_priority(&mut []);
}
