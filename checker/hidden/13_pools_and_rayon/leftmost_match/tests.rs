//! Hidden tests of `leftmost_match`. As each is a process of its own, what belongs together is one test.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Barrier, Mutex, MutexGuard};
use std::thread::{self, ThreadId};

use exercise::{Job, by_priority, first_bad};
use harness::{Blocker, calling, fail};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// An element that is `Sync` and nothing else.
struct Sample {
    value: usize,
    not_send: PhantomData<MutexGuard<'static, ()>>,
}

/// The values are the indices.
fn samples(elements: usize) -> Vec<Sample> {
    (0..elements).map(|value| Sample { value, not_send: PhantomData }).collect()
}

fn pool_of(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

/// What `first_bad` finds in rayon's current pool, as index and value.
///
/// `bad` is no type parameter, so that the compiler makes the answer's code, and rayon's with it, once for all tests.
fn found(xs: &[Sample], bad: &(dyn Fn(usize) -> bool + Sync)) -> Option<(usize, usize)> {
    let pool = match rayon::current_thread_index() {
        Some(_) => format!("in a pool of {} threads", rayon::current_num_threads()),
        None => "outside of any pool".into(),
    };
    calling(format!("`first_bad` with a slice of length {}, {pool}", xs.len()));
    first_bad(xs, |x| bad(x.value)).map(|(index, x)| (index, x.value))
}

/// Calls of `bad` wait until all threads of the pool, two or three of them, are looking at elements: that happens.
#[native]
fn elements_are_looked_at_in_parallel() {
    looked_at_by(2, 1000, "`first_bad` looks at one element after the other, on a single thread");
    looked_at_by(3, 1000, "`first_bad` never has three threads looking at elements, though the pool has three");
    looked_at_by(2, 100, "`first_bad` looks at 100 elements one after the other, on a single thread");
}

/// Demands that all threads of a pool look at elements at the same time, and nobody else does.
fn looked_at_by(pool_threads: usize, elements: usize, never: &str) {
    let (pool, all_inside) = (&pool_of(pool_threads), &Blocker::new(never));
    let threads: Mutex<HashSet<ThreadId>> = Mutex::default();
    let (tell, news) = mpsc::channel();
    thread::scope(|scope| {
        let probe = tell.clone();
        scope.spawn(move || watch(pool, &probe, &news, all_inside, never));
        let result = pool.install(|| {
            found(&samples(elements), &|_| {
                if pool.current_thread_index().is_none() {
                    fail("`first_bad` calls `bad` on a thread that does not belong to rayon's current pool");
                }
                if threads.lock().unwrap().insert(thread::current().id()) {
                    tell.send(News::OneMoreInside).unwrap();
                }
                all_inside.wait();
                false
            })
        });
        tell.send(News::Over).unwrap();
        assert_eq!(result, None, "`first_bad` found something where nothing is bad");
    });
}

/// What becomes of a search.
enum News {
    /// One more thread looks at an element, and stays there.
    OneMoreInside,
    /// A thread of the pool has found nothing to do.
    Idle,
    Over,
}

/// Lets the threads go on when all are inside; fails if the last one has nothing to do.
fn watch(pool: &ThreadPool, probe: &Sender<News>, news: &Receiver<News>, all_inside: &Blocker, never: &str) {
    let (mut inside, mut idle) = (0, 0);
    loop {
        match news.recv().unwrap() {
            News::OneMoreInside => inside += 1,
            News::Idle => idle += 1,
            News::Over => return,
        }
        if inside == pool.current_num_threads() {
            all_inside.release();
        } else if inside == pool.current_num_threads() - 1 {
            // Twice, since its first look for something to do may have been too early.
            if idle == 2 {
                fail(never);
            }
            let probe = probe.clone();
            pool.spawn(move || _ = probe.send(News::Idle));
        }
    }
}

/// The first match is returned, with its index: also while the look at element 0 takes long and another thread finds a
/// later one, in every position, and in slices of many lengths.
#[native]
fn the_leftmost_match_wins() {
    for (threads, elements) in [(2, 1000), (2, 5000), (3, 1000)] {
        let (pool, last) = (pool_of(threads), elements - 1);
        let result = found_while_element_0_takes_long(&pool, elements, &|value| value == 1 || value == last);
        assert_eq!(
            result,
            Some((1, 1)),
            "elements 1 and {last} are bad, and `first_bad` returned another than the first"
        );
        let result = found_while_element_0_takes_long(&pool, elements, &|value| value > 0);
        assert_eq!(
            result,
            Some((1, 1)),
            "of {elements} elements all are bad but element 0, and `first_bad` returned another than element 1"
        );
        let result = pool.install(|| found(&samples(elements), &|_| true));
        assert_eq!(result, Some((0, 0)), "all elements are bad, and `first_bad` returned another than the first");
    }

    for threads in 1..=3 {
        pool_of(threads).install(|| [0, 1, 2, 3, 5, 20, 21].into_iter().for_each(look_in_every_position));
    }
    for index in [1024, 4999] {
        let result = pool_of(2).install(|| found(&samples(5000), &|value| value == index));
        assert_eq!(result, Some((index, index)), "element {index} of 5000 is bad, and `first_bad` did not return it");
    }

    // Outside of any pool, the global one is the current.
    ThreadPoolBuilder::new().num_threads(2).build_global().unwrap();
    look_in_every_position(21);
}

/// Nothing is bad, then one element after the other.
fn look_in_every_position(elements: usize) {
    let xs = samples(elements);
    assert_eq!(found(&xs, &|_| false), None, "`first_bad` found something where nothing is bad");
    for index in 0..elements {
        let result = found(&xs, &|value| value == index);
        assert_eq!(
            result,
            Some((index, index)),
            "element {index} of {elements} is bad, and `first_bad` did not return it"
        );
    }
}

/// What `first_bad` finds if each look at element 0 takes until the other threads of the pool have nothing left to do.
fn found_while_element_0_takes_long(
    pool: &ThreadPool,
    elements: usize,
    bad: &(dyn Fn(usize) -> bool + Sync),
) -> Option<(usize, usize)> {
    let (entered, looks) = mpsc::channel::<Blocker>();
    thread::scope(|scope| {
        scope.spawn(move || {
            for look in looks {
                wait_until_idle(pool);
                look.release();
            }
        });
        let xs = &samples(elements);
        pool.install(move || {
            found(xs, &move |value| {
                if value == 0 {
                    let look =
                        Blocker::new("`first_bad` waits for `bad` of the first element before it looks at others");
                    entered.send(look.clone()).unwrap();
                    look.wait();
                }
                bad(value)
            })
        })
    })
}

/// Returns when the other threads of the pool, while one is held back, have nothing left to do: a thread takes a job from
/// outside only after it has found nothing to do inside. Twice, since its first look may have been too early.
fn wait_until_idle(pool: &ThreadPool) {
    let all_but_one = pool.current_num_threads() - 1;
    for _ in 0..2 {
        let idle = Arc::new(Barrier::new(all_but_one + 1));
        for _ in 0..all_but_one {
            let idle = Arc::clone(&idle);
            pool.spawn(move || _ = idle.wait());
        }
        idle.wait();
    }
}

/// None to thousands of jobs of seven priorities: sorted, and in their old order within a priority.
#[native]
fn equal_priorities_keep_their_order() {
    let job = |priority, name: &str| Job { priority, name: name.to_owned() };
    let mut jobs = vec![job(2, "b"), job(1, "z"), job(2, "a"), job(1, "y")];
    calling("`by_priority` with a slice of length 4");
    by_priority(&mut jobs);
    let names: Vec<&str> = jobs.iter().map(|job| job.name.as_str()).collect();
    assert_eq!(names, ["z", "y", "b", "a"], "`by_priority` put (2 b, 1 z, 2 a, 1 y) into the wrong order");
    [0, 1, 2, 10, 100, 1000, 5000].into_iter().for_each(sort);
}

fn sort(jobs: u32) {
    // As far apart as numbers can be, and some that look alike when they are cut off.
    const PRIORITIES: [u32; 7] = [256, u32::MAX, 1, 1 << 31, 0, 1 << 16, 300];
    // Names in no order, so that sorting by them as well would show.
    let named = |number| format!("job {}", number * 389 % jobs);
    let mut sorted: Vec<Job> =
        (0..jobs).map(|number| Job { priority: PRIORITIES[number as usize % 7], name: named(number) }).collect();
    let mut expected = sorted.clone();
    expected.sort_by_key(|job| job.priority);
    calling(format!("`by_priority` with a slice of length {jobs}"));
    by_priority(&mut sorted);
    let ascend = sorted.is_sorted_by_key(|job| job.priority);
    assert!(ascend, "after `by_priority` the priorities of {jobs} jobs do not ascend");
    let mismatch = sorted.iter().zip(&expected).find(|(job, expected)| job != expected);
    if let Some((job, expected)) = mismatch {
        assert_eq!(
            job.name, expected.name,
            "`by_priority` changed the order of jobs that have the same priority, among {jobs} jobs"
        );
        fail("`by_priority` changed a job");
    }
}
