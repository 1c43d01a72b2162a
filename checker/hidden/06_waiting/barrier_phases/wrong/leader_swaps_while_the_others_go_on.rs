// wrong: the leader swaps the buffers after the barrier, and the others do not wait for it
// finding: three_steps: wrong_result

use std::sync::{Barrier, RwLock};
use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    let size = len.div_ceil(workers);
    let barrier = Barrier::new(len.div_ceil(size));
    let old_and_new = RwLock::new((cells.clone(), cells));
    thread::scope(|scope| {
        for first in (0..len).step_by(size) {
            let (old_and_new, barrier) = (&old_and_new, &barrier);
            let chunk = first..len.min(first + size);
            scope.spawn(move || {
                for _ in 0..steps {
                    let values: Vec<i64> = {
                        let (old, _) = &*old_and_new.read().unwrap();
                        let new_value = |i: usize| rule(old[(i + len - 1) % len], old[i], old[(i + 1) % len]);
                        chunk.clone().map(new_value).collect()
                    };
                    old_and_new.write().unwrap().1[chunk.clone()].copy_from_slice(&values);
                    if barrier.wait().is_leader() {
                        let (old, new) = &mut *old_and_new.write().unwrap();
                        std::mem::swap(old, new);
                    }
                }
            });
        }
    });
    old_and_new.into_inner().unwrap().0
}
