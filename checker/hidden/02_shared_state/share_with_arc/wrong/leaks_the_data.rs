// wrong: makes the data live for ever, so that every thread may borrow it
// finding: data_is_dropped_before_the_return: wrong_result

use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data: &'static T = Box::leak(Box::new(data));
    let threads: Vec<_> = questions.into_iter().map(|question| thread::spawn(move || question(data))).collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
