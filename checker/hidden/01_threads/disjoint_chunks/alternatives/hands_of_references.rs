// right: deals the elements out like cards, as a vector of `&mut T` for each thread

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let mut hands: Vec<Vec<&mut T>> = Vec::new();
    hands.resize_with(workers, Vec::new);
    for (index, element) in data.iter_mut().enumerate() {
        hands[index % workers].push(element);
    }
    thread::scope(|scope| {
        for hand in hands {
            let f = &f;
            scope.spawn(move || {
                for element in hand {
                    f(element);
                }
            });
        }
    });
}
