//! A handle that is forgotten keeps the value for ever.

use std::mem;
use std::sync::Arc;

pub(crate) fn wrong() {
    let one = Arc::new(1);
    mem::forget(Arc::clone(&one));
}

pub(crate) fn right() {
    let one = Arc::new(1);
    drop(Arc::clone(&one));
}
