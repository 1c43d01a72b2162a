// wrong: one thread works on everything; there is no circle, and no second worker
// finding: both_workers_work_at_once: deadlock

const RESULT: u32 = 1_000;

pub fn ping_network(seed: Vec<u32>, _cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let mut results = Vec::new();
    let mut waiting = seed;
    while let Some(item) = waiting.pop() {
        let (finished, others): (Vec<u32>, Vec<u32>) = rule(item).into_iter().partition(|&new| new >= RESULT);
        results.extend(finished);
        waiting.extend(others);
    }
    results
}
