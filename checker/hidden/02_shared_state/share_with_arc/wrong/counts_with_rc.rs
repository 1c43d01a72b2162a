// wrong: takes the pointer whose count is not made for threads
// finding: compile: E0277

use std::rc::Rc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Rc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        let data = Rc::clone(&data);
        threads.push(thread::spawn(move || question(&data)));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
