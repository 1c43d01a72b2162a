// right: data.clone() on an Arc, in a chain that collects the handles

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let threads: Vec<_> = questions
        .into_iter()
        .map(|question| {
            thread::spawn({
                let data = data.clone();
                move || question(&data)
            })
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
