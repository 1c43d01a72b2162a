use std::thread;

pub fn first_of_each(parts: &[Vec<u32>]) -> Vec<u32> {
    thread::scope(|scope| {
        let threads: Vec<_> = parts.iter().map(|part| scope.spawn(|| part.first().copied().unwrap_or(0))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
