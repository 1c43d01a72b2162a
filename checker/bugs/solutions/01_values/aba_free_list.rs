// right: every change of the head has a number, so that an old head is never taken for the new one

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

const NONE: usize = 15;

/// Which of three places are free.
pub struct FreeList {
    /// The first free place, and how often that has changed.
    head: AtomicUsize,
    next: [AtomicUsize; 3],
}

impl FreeList {
    pub fn new() -> Self {
        FreeList { head: AtomicUsize::new(0), next: [1, 2, NONE].map(AtomicUsize::new) }
    }

    pub fn take(&self) -> Option<usize> {
        loop {
            let head = self.head.load(SeqCst);
            let place = head % 16;
            if place == NONE {
                return None;
            }
            let next = self.next[place].load(SeqCst);
            if self.head.compare_exchange(head, changed(head, next), SeqCst, SeqCst).is_ok() {
                return Some(place);
            }
        }
    }

    pub fn put_back(&self, place: usize) {
        loop {
            let head = self.head.load(SeqCst);
            self.next[place].store(head % 16, SeqCst);
            if self.head.compare_exchange(head, changed(head, place), SeqCst, SeqCst).is_ok() {
                return;
            }
        }
    }
}

fn changed(head: usize, place: usize) -> usize {
    (head / 16 + 1) * 16 + place
}
