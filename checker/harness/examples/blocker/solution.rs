use std::thread;

pub fn contains(items: &[u32], look: impl Fn(&u32) -> bool + Sync) -> bool {
    thread::scope(|scope| {
        let looks: Vec<_> = items.iter().map(|item| scope.spawn(|| look(item))).collect();
        looks.into_iter().any(|found| found.join().unwrap())
    })
}
