// wrong: the head it has read may have been taken and put back meanwhile, with another one behind it

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

const NONE: usize = usize::MAX;

/// Which of three places are free.
pub struct FreeList {
    head: AtomicUsize,
    next: [AtomicUsize; 3],
}

impl FreeList {
    pub fn new() -> Self {
        FreeList { head: AtomicUsize::new(0), next: [1, 2, NONE].map(AtomicUsize::new) }
    }

    pub fn take(&self) -> Option<usize> {
        loop {
            let head = self.head.load(SeqCst); //~ load
            if head == NONE {
                return None;
            }
            let next = self.next[head].load(SeqCst);
            let taken = self.head.compare_exchange(head, next, SeqCst, SeqCst); //~ compare_exchange
            if taken.is_ok() {
                return Some(head);
            }
        }
    }

    pub fn put_back(&self, place: usize) {
        loop {
            let head = self.head.load(SeqCst);
            self.next[place].store(head, SeqCst);
            let put = self.head.compare_exchange(head, place, SeqCst, SeqCst); //~ compare_exchange
            if put.is_ok() {
                return;
            }
        }
    }
}
