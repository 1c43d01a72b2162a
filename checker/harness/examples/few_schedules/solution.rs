use std::thread;

pub fn squares(numbers: &[u32]) -> Vec<u32> {
    thread::scope(|scope| {
        let threads: Vec<_> = numbers.iter().map(|number| scope.spawn(move || number * number)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
