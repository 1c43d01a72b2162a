// wrong: waits for the end of a channel whose first sender it still holds

use std::sync::mpsc;
use std::thread;

pub fn sum(parts: Vec<u32>) -> u32 {
    let (sender, receiver) = mpsc::channel(); //~ sender
    for part in parts {
        let sender = sender.clone();
        thread::spawn(move || sender.send(part).unwrap()); //~ send
    }
    receiver.iter().sum() //~ recv
}
