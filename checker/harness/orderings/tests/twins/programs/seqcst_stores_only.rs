//! SeqCst stores do not order the loads behind them.

use std::sync::atomic::Ordering;

use super::store_buffering::neither_sees_the_other;

pub(crate) fn wrong() {
    if neither_sees_the_other(Ordering::SeqCst, Ordering::Acquire) {
        std::fail("neither thread sees the other's flag");
    }
}

pub(crate) fn right() {
    let _ = neither_sees_the_other(Ordering::SeqCst, Ordering::Acquire);
}
