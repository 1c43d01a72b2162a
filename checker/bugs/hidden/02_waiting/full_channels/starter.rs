// wrong: both sides fill the other's channel before either empties its own

use std::sync::mpsc::{Receiver, SyncSender};

pub fn exchange(to: SyncSender<u32>, from: Receiver<u32>) -> u32 {
    for number in [1, 2] {
        to.send(number).unwrap(); //~ send
    }
    drop(to);
    from.iter().sum()
}
