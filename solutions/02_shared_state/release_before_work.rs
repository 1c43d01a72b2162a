//! # Release the lock before the work
//!
//! A guard without a name is a temporary: it lives to the end of the statement it is in. For `while let`, `if let`,
//! `match` and `for`, the body is part of that statement. So the item must come out in a statement of its own.

use std::collections::VecDeque;
use std::sync::Mutex;

/// Works on all items in the inbox, and on those that come in meanwhile.
pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    // A function call ends its temporaries before it returns: whoever reads this loop sees that it holds no lock.
    // `let Some(item) = inbox.lock().unwrap().pop_front() else { break };` in a plain `loop` does the same.
    while let Some(item) = pop(inbox) {
        // The result first, and only then the lock. In `out.lock().unwrap().push(f(..))` the guard is made before
        // the arguments of `push` are.
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
    // To look again after each item is what finds those that `f` has pushed. Taking out the whole queue at once, with
    // `mem::take`, locks less often; then the whole has to be repeated until nothing comes any more.
}

/// Takes out the oldest item. The lock is free again when this returns.
fn pop<T>(inbox: &Mutex<VecDeque<T>>) -> Option<T> {
    inbox.lock().unwrap().pop_front()
}
