//! Hidden tests of `barrier_phases`.

use exercise::simulate;
use harness::real_std::sync::Mutex;
use harness::{Overlap, Rendezvous};

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

fn check(cells: &[i64], steps: usize, workers: usize) {
    let times = if steps == 1 { "one step".to_owned() } else { format!("{steps} steps") };
    let (expected, got) = (alone(cells.to_vec(), steps), simulate(cells.to_vec(), steps, workers, mix));
    let even = cells.len().is_multiple_of(workers);
    let cause = if even { "a cell was computed from values of different steps: " } else { "" };
    assert_eq!(
        got, expected,
        "{cause}`simulate` with {workers} workers does not return what one thread alone computes in {times}"
    );
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

/// No cells, no steps, one cell, one worker.
#[schedules]
fn the_smallest_ones() {
    assert_eq!(simulate(Vec::new(), 2, 2, mix), [0; 0], "`simulate` returned cells although there were none");
    assert_eq!(simulate(vec![1, 10], 0, 2, mix), [1, 10], "`simulate` changed the cells in 0 steps");
    check(&[7], 2, 2);
    check(&[1, 10, 100], 2, 1);
}

/// The meeting of this execution. `rule` is a plain function and cannot bring it along.
static MEETING: Mutex<Option<Rendezvous>> = Mutex::new(None);

/// Four cells, two workers: two threads are in `rule` at the same time.
#[schedules]
fn the_work_is_shared() {
    fn meet(left: i64, own: i64, right: i64) -> i64 {
        let meeting = MEETING.lock().unwrap().clone();
        meeting.unwrap().meet_once();
        mix(left, own, right)
    }
    let never = "`simulate` with 2 workers never has two threads in `rule` at the same time";
    *MEETING.lock().unwrap() = Some(Rendezvous::new(2, never));
    let got = simulate(vec![1, 10, 100, 1000], 1, 2, meet);
    assert_eq!(got, alone(vec![1, 10, 100, 1000], 1), "`simulate` does not return what one thread alone computes");
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
