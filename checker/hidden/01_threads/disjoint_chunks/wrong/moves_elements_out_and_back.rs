// wrong: takes the elements out of the slice, which needs something to put in their place
// finding: compile: interface

use std::mem;
use std::thread;

pub fn for_each_mut<T: Send + Default>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let share = data.len().div_ceil(workers).max(1);
    let mut elements: Vec<T> = data.iter_mut().map(mem::take).collect();
    thread::scope(|scope| {
        let mut handles = Vec::new();
        while !elements.is_empty() {
            let mut own = elements.split_off(elements.len().saturating_sub(share));
            let f = &f;
            handles.push(scope.spawn(move || {
                own.iter_mut().for_each(f);
                own
            }));
        }
        let chunks = handles.into_iter().rev().flat_map(|handle| handle.join().unwrap());
        for (slot, element) in data.iter_mut().zip(chunks) {
            *slot = element;
        }
    });
}
