//! Hidden tests of `reusable_barrier`.

use std::sync::Arc;
use std::thread;

use exercise::MyBarrier;
use harness::real_std::sync::atomic::{AtomicUsize, Ordering};

/// What so many threads do at a barrier, round after round. The test keeps its books without the model.
struct Rounds {
    threads: usize,
    barrier: MyBarrier,
    arrivals: AtomicUsize,
    leaders: Vec<AtomicUsize>,
}

impl Rounds {
    fn new(threads: usize, rounds: usize) -> Arc<Self> {
        Arc::new(Rounds {
            threads,
            barrier: MyBarrier::new(threads),
            arrivals: AtomicUsize::new(0),
            leaders: (0..rounds).map(|_| AtomicUsize::new(0)).collect(),
        })
    }

    /// One thread's part: it waits once in each round.
    fn take_part(&self) {
        for (round, leaders) in self.leaders.iter().enumerate() {
            self.arrivals.fetch_add(1, Ordering::SeqCst);
            let leads = self.barrier.wait();
            let (arrived, needed) = (self.arrivals.load(Ordering::SeqCst), (round + 1) * self.threads);
            if arrived < needed {
                let missing = needed - arrived;
                harness::fail(format!(
                    "`wait` returned in round {} with {missing} of {} threads still missing",
                    round + 1,
                    self.threads
                ));
            }
            leaders.fetch_add(usize::from(leads), Ordering::SeqCst);
        }
    }

    /// All threads take part; then the leaders are counted.
    fn run(self: Arc<Self>) {
        let others: Vec<_> = (1..self.threads)
            .map(|_| {
                let rounds = Arc::clone(&self);
                thread::spawn(move || rounds.take_part())
            })
            .collect();
        self.take_part();
        for other in others {
            other.join().unwrap();
        }
        for (round, leaders) in self.leaders.iter().enumerate() {
            let leaders = leaders.load(Ordering::SeqCst);
            assert_eq!(
                leaders,
                1,
                "`wait` did not return `true` to exactly one thread in round {}, but to {leaders} of {}",
                round + 1,
                self.threads
            );
        }
    }
}

/// Two threads, one round: none goes on before both are there, and one of them leads.
#[schedules]
fn two_threads_meet() {
    Rounds::new(2, 1).run();
}

/// Two threads, three rounds: none goes on alone, though one may be back before the other has left.
#[schedules]
fn two_threads_meet_three_times() {
    Rounds::new(2, 3).run();
}

/// Three threads, two rounds: none goes on before all are there, and one of them leads.
#[schedules]
fn three_threads_meet_twice() {
    Rounds::new(3, 2).run();
}

/// Three threads, three rounds: none goes on before all are there, and one of them leads.
#[schedules]
fn three_threads_meet_three_times() {
    Rounds::new(3, 3).run();
}

/// A barrier for one thread keeps nobody waiting, and that thread leads each round.
#[schedules]
fn one_thread_meets_itself() {
    let barrier = MyBarrier::new(1);
    assert!(barrier.wait(), "`wait` did not return `true` at a barrier for one thread");
    assert!(barrier.wait(), "the second `wait` did not return `true` at a barrier for one thread");
}

/// One of two threads has arrived: until the other comes it does nothing at all. Then the same once more.
#[schedules]
fn a_waiting_thread_sleeps() {
    let barrier = Arc::new(MyBarrier::new(2));
    let other = {
        let barrier = Arc::clone(&barrier);
        thread::spawn(move || {
            barrier.wait();
            barrier.wait();
        })
    };
    for _ in 0..2 {
        harness::settle("`wait` spins: it looks again and again whether the others have arrived, instead of sleeping");
        barrier.wait();
    }
    other.join().unwrap();
}
