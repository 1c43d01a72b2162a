//! # Release the lock before the work
//!
//! `drain` takes items out of an inbox, works on each with `f`, and puts the results into `out`.
//! It works as long as `f` minds its own business. As soon as `f` itself looks into the inbox, to put in another item,
//! `drain` stops for ever. Find out who holds which lock while `f` runs, and repair `drain`.
//!
//! Why it matters: a lock that is held while something slow or unknown runs makes everybody wait for it, and if the
//! unknown code needs the same lock it waits for itself. Queues, callbacks and caches in real programs have stood
//! still for this reason, and the line to blame looked as if it held no lock at all.
//!
//! ## What must hold
//!
//! - `drain(inbox, out, f)` takes items out of `inbox`, the oldest (at the front) first, calls `f` once with each, and
//!   appends what `f` returns to `out`, in the same order.
//! - `f` gets the item and the inbox. While it runs it may lock the inbox and push new items to its back, and it may
//!   lock `out`. So `drain` must not hold either lock during a call of `f`.
//! - Items that `f` pushes are drained, too. `drain` returns when it finds the inbox empty after its last call of `f`.
//! - When `drain` returns, the results of its calls of `f` are in `out`.
//! - Others may use the inbox and `out` at the same time, also with a `drain` of their own: each item is taken by one
//!   of them, and none that was there when a `drain` began is there when it returns. Nobody has to wait for items that
//!   another `drain` is still working on.
//! - `T` and `R` can be anything: nobody can clone them. The signature stays as it is.
//! - `f` does not panic. At some point it stops pushing.
//!
//! Work at the `// TODO`.

use std::collections::VecDeque;
use std::sync::Mutex;

/// Works on all items in the inbox, and on those that come in meanwhile.
pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    // TODO: no lock may be held while `f` runs. When is each of these two guards dropped?
    while let Some(item) = inbox.lock().unwrap().pop_front() {
        out.lock().unwrap().push(f(item, inbox));
    }
}
