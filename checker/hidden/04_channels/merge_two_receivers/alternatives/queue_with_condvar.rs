// right: both helpers fill one queue behind a mutex; the caller takes its turn at a condition variable

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

/// Values, and `None` for the end.
#[derive(Clone, Default)]
struct Queue {
    shared: Arc<(Mutex<VecDeque<Option<u64>>>, Condvar)>,
}

impl Queue {
    fn put(&self, event: Option<u64>) {
        self.shared.0.lock().unwrap().push_back(event);
        self.shared.1.notify_one();
    }

    fn take(&self) -> Option<u64> {
        let (queue, filled) = &*self.shared;
        let mut queue = filled.wait_while(queue.lock().unwrap(), |queue| queue.is_empty()).unwrap();
        queue.pop_front().unwrap()
    }
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let queue = Queue::default();
    let at_stop = queue.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            at_stop.put(None);
        }
    });
    let at_data = queue.clone();
    thread::spawn(move || {
        for value in data {
            at_data.put(Some(value));
        }
        at_data.put(None);
    });
    let mut sum = 0;
    while let Some(value) = queue.take() {
        sum += value;
    }
    sum
}
