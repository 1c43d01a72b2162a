//! Hidden tests of `barrier_phases`.

use exercise::simulate;
use harness::real_std::sync::Mutex;
use harness::real_std::sync::atomic::{AtomicUsize, Ordering};
use harness::{Overlap, Rendezvous, calling};

/// Tells left, own and right apart.
fn mix(left: i64, own: i64, right: i64) -> i64 {
    left - 2 * own + 3 * right
}

/// What one thread makes of the cells.
fn alone(mut cells: Vec<i64>, steps: usize) -> Vec<i64> {
    let len = cells.len();
    for _ in 0..steps {
        cells = (0..len).map(|i| mix(cells[(i + len - 1) % len], cells[i], cells[(i + 1) % len])).collect();
    }
    cells
}

/// How often `rule` was called in this execution.
static CALLS: AtomicUsize = AtomicUsize::new(0);

fn counted(left: i64, own: i64, right: i64) -> i64 {
    CALLS.fetch_add(1, Ordering::Relaxed);
    mix(left, own, right)
}

fn check(cells: &[i64], steps: usize, workers: usize) {
    let times = if steps == 1 { "one step".to_owned() } else { format!("{steps} steps") };
    CALLS.store(0, Ordering::Relaxed);
    calling(format!("`simulate(vec!{cells:?}, {steps}, {workers}, rule)`"));
    let (expected, got) = (alone(cells.to_vec(), steps), simulate(cells.to_vec(), steps, workers, counted));
    let even = cells.len().is_multiple_of(workers);
    let cause = if even { "a cell was computed from values of different steps: " } else { "" };
    assert_eq!(
        got, expected,
        "{cause}`simulate` with {workers} workers does not return what one thread alone computes in {times}"
    );
    let (calls, needed) = (CALLS.load(Ordering::Relaxed), cells.len() * steps);
    assert!(calls == needed, "`rule` was called {calls} times in {times} with {} cells", cells.len());
    let left = harness::threads_alive();
    assert!(left == 0, "`simulate` with {workers} workers has returned, and threads of it are still there");
}

/// Two cells, two workers, one step: each new value is computed from the old ones, which the other worker replaces.
#[schedules]
fn one_step() {
    check(&[1, 10], 1, 2);
}

/// Two cells, two workers, three steps: none reads values of another step; one may be back before the other left.
#[schedules]
fn three_steps() {
    check(&[1, 10], 3, 2);
}

/// Three cells, two workers, two steps: the chunks are not of the same size.
#[schedules]
fn unequal_chunks() {
    check(&[1, 10, 100], 2, 2);
}

/// Two cells, three workers, two steps: there is nothing to do for one of them.
#[schedules]
fn more_workers_than_cells() {
    check(&[1, 10], 2, 3);
}

/// Four cells, three workers: if the chunks are of the same size, as large as they must be, there are two of them.
#[schedules]
fn fewer_chunks_than_workers() {
    check(&[1, 10, 100, 1000], 1, 3);
}

/// No cells, no steps, one cell, one worker.
#[schedules]
fn the_smallest_ones() {
    calling("`simulate(Vec::new(), 2, 2, rule)`");
    assert_eq!(simulate(Vec::new(), 2, 2, mix), [0; 0], "`simulate` returned cells although there were none");
    calling("`simulate(vec![1, 10], 0, 2, rule)`");
    assert_eq!(simulate(vec![1, 10], 0, 2, mix), [1, 10], "`simulate` changed the cells in 0 steps");
    check(&[7], 2, 2);
    check(&[1, 10, 100], 2, 1);
}

/// The meetings of this execution, one for each step. `rule` is a plain function and cannot bring them along.
static MEETINGS: Mutex<Vec<Rendezvous>> = Mutex::new(Vec::new());

/// Four cells, two workers, two steps: in each step two threads are in `rule` at the same time.
#[schedules]
fn the_work_is_shared() {
    /// The value of a cell is the number of steps that it has seen.
    fn meet(_: i64, own: i64, _: i64) -> i64 {
        let meeting = MEETINGS.lock().unwrap().get(own as usize).cloned();
        meeting.expect("a step too many").meet_once();
        own + 1
    }
    *MEETINGS.lock().unwrap() = ["first", "second"]
        .map(|step| {
            let never = format!(
                "in the {step} step `simulate` with 2 workers never has two threads in `rule` at the same time"
            );
            Rendezvous::new(2, &never)
        })
        .into();
    let got = simulate(vec![0; 4], 2, 2, meet);
    assert_eq!(got, [2; 4], "`rule` adds 1 to each cell, and after two steps not all cells have 2");
}

/// The region of this execution.
static REGION: Mutex<Option<Overlap>> = Mutex::new(None);

/// Three cells, two workers: never are three threads in `rule`.
#[schedules]
fn no_more_threads_than_workers() {
    fn enter(left: i64, own: i64, right: i64) -> i64 {
        let region = REGION.lock().unwrap().clone();
        let _inside = region.unwrap().enter();
        mix(left, own, right)
    }
    *REGION.lock().unwrap() =
        Some(Overlap::new("more than 2 threads are in `rule`, though there are 2 workers").at_most(2));
    simulate(vec![1, 10, 100], 1, 2, enter);
}
