//! Of the threads that give their handles up for what is inside, exactly one gets it; if each first looks whether it has
//! the last handle, there may be none.

use std::sync::Arc;
use std::thread;

fn one_gets_it(into_inner: fn(Arc<u32>) -> Option<u32>) {
    let first = Arc::new(5);
    let second = Arc::clone(&first);
    let other = thread::spawn(move || into_inner(second));
    let got = [into_inner(first), other.join().unwrap()];
    if got.iter().flatten().count() != 1 {
        std::fail("nobody got it");
    }
}

pub(crate) fn wrong() {
    one_gets_it(|handle| Arc::try_unwrap(handle).ok());
}

pub(crate) fn right() {
    one_gets_it(Arc::into_inner);
}
