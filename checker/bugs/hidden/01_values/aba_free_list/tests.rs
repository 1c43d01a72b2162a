//! A list of free places, without a lock.

use std::thread;

use exercise::FreeList;

/// One thread takes a place while another takes two and puts the first one back.
#[schedules]
fn no_place_is_given_out_twice() {
    let list = FreeList::new();
    let (taken, kept) = thread::scope(|scope| {
        let other = scope.spawn(|| {
            let first = list.take().unwrap();
            let second = list.take();
            list.put_back(first);
            second
        });
        (list.take(), other.join().unwrap())
    });
    let mut all: Vec<usize> = [taken, kept].into_iter().flatten().collect();
    while let Some(place) = list.take() {
        assert!(all.len() < 3, "a place was given out twice");
        all.push(place);
    }
    all.sort();
    all.dedup();
    assert_eq!(all, [0, 1, 2], "a place was given out twice or lost");
}
