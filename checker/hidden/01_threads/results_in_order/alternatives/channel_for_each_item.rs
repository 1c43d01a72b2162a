// right: a channel for each result; the receivers are asked in the order of the items

use std::sync::mpsc;
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let mut receivers = Vec::new();
    for item in items {
        let (sender, receiver) = mpsc::sync_channel(1);
        thread::spawn(move || sender.send(f(item)));
        receivers.push(receiver);
    }
    let results = receivers.iter().map(|receiver| receiver.recv());
    results.collect::<Result<_, _>>().unwrap()
}
