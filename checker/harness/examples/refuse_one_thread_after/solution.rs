use std::thread::Builder;

pub fn start(threads: usize, work: fn()) -> usize {
    let started = (0..threads).map_while(|_| Builder::new().spawn(work).ok());
    started.map(|thread| thread.join().unwrap()).count()
}
