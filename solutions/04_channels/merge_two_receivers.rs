//! # Merge two receivers
//!
//! Std cannot wait at two channels, so a helper waits at each of them and passes on what it hears into one channel.
//! `crossbeam::channel` has a `select!` that does without helpers.

use std::sync::mpsc::{self, Receiver};
use std::thread;

/// What there is to hear.
///
/// The end of the data is an event of its own. The merged channel does not close when the data ends: the helper at `stop`
/// still has a sender of it, and waits, perhaps for ever. So no loop may count on the end of the merged channel.
enum Event {
    Value(u64),
    EndOfData,
    Stop,
}

/// Adds up the data until a stop comes or the data ends.
pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();

    // Nobody joins the helpers: the one at `stop` may wait for as long as somebody could send a stop, and a
    // `thread::scope` here would wait for it.
    let for_stop = events.clone();
    thread::spawn(move || {
        // An error means that all senders of `stop` are gone, and is no stop.
        if stop.recv().is_ok() {
            // An error here means that the sum was returned already. Nobody is interested any more, and that is fine.
            for_stop.send(Event::Stop).ok();
        }
    });
    thread::spawn(move || {
        for value in data {
            if events.send(Event::Value(value)).is_err() {
                return;
            }
        }
        // The same sender as the values, so it comes after all of them.
        events.send(Event::EndOfData).ok();
    });

    let mut sum = 0;
    // Whoever looks with `try_recv` at each channel in turn needs no helper, and burns a processor; with a pause between
    // the looks, every value and the stop come late.
    for event in merged {
        match event {
            Event::Value(value) => sum += value,
            Event::EndOfData | Event::Stop => break,
        }
    }
    sum
}
