// wrong: leaves the joining to the scope, which panics if a thread did
// finding: a_number_and_a_panic: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let slots: Vec<_> = jobs.iter().map(|_| Mutex::new(Err("unknown panic".to_string()))).collect();
    thread::scope(|scope| {
        for (job, slot) in jobs.into_iter().zip(&slots) {
            scope.spawn(move || {
                let number = job();
                *slot.lock().unwrap() = Ok(number);
            });
        }
    });
    slots.into_iter().map(|slot| slot.into_inner().unwrap()).collect()
}
