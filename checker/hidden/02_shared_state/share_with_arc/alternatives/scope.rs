// right: no Arc: threads that end in this function may borrow the data from it

use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    thread::scope(|scope| {
        let threads: Vec<_> = questions.iter().map(|question| scope.spawn(|| question(&data))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
