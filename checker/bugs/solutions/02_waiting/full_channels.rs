// right: takes one for each that it gives

use std::sync::mpsc::{Receiver, SyncSender};

pub fn exchange(to: SyncSender<u32>, from: Receiver<u32>) -> u32 {
    let mut sum = 0;
    for number in [1, 2] {
        to.send(number).unwrap();
        sum += from.recv().unwrap();
    }
    sum
}
