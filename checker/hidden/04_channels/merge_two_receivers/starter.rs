//! # Merge two receivers
//!
//! `sum_until_stop` adds up the values of one channel until a message comes on another one. The code below looks at the
//! two channels in turn, and each look waits: while it waits at the one, it is deaf to the other. Make it listen to both.
//!
//! Why it matters: nearly every thread that works has to listen to two things, to its work and to whoever wants it to
//! stop. A `recv` waits at one channel, and std has nothing that waits at several at once. But several channels can be
//! led into one: then a single `recv` hears everything.
//!
//! ## What must hold
//!
//! - `sum_until_stop(data, stop)` receives values from `data` and adds them up, until a message comes on `stop`, or until
//!   `data` is closed. Then it returns the sum.
//! - The result is always the sum of the first few values of `data`: of none, of some or of all of them, but without a
//!   gap, and each counts once. Where exactly the stop falls among values that come at the same time is up to you.
//! - When there is a message on `stop` it returns, also if no value comes and the senders of `data` stay alive.
//! - When `data` is closed and there was no message on `stop`, it returns the sum of all values, also if the senders of
//!   `stop` stay alive.
//! - If the senders of `stop` are dropped without a message, that is no stop.
//! - While neither values nor a stop come, it waits: it does not look again and again, not at intervals either.
//! - You may start threads that help. Nobody has to join them, and they may still be waiting when the sum is returned.
//!   But each of them ends when the channel that it listens to is closed.
//! - The sum stays far below `u64::MAX`.
//!
//! Work at the `// TODO`.

use std::sync::mpsc::Receiver;

/// Adds up the data until a stop comes or the data ends.
pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let mut sum = 0;
    // TODO: while this waits at one channel, it does not hear the other one.
    while let Ok(value) = data.recv() {
        sum += value;
        if stop.recv().is_ok() {
            break;
        }
    }
    sum
}
