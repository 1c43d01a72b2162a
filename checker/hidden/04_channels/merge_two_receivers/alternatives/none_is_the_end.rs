// right: `Some` is a value, and `None` the end, whether by a stop or by the data

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let for_stop = events.clone();
    thread::spawn(move || stop.recv().map(|()| for_stop.send(None)));
    thread::spawn(move || data.into_iter().map(Some).chain([None]).try_for_each(|event| events.send(event)));
    merged.into_iter().map_while(|value| value).sum()
}
