// wrong: clones the Arc inside the closure, which has taken the original by then
// finding: compile: E0382

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        threads.push(thread::spawn(move || {
            let data = Arc::clone(&data);
            question(&data)
        }));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
