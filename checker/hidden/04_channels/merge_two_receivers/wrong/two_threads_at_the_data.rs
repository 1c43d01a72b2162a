// wrong: two helpers take values and pass them on; the second value may come before the first
// finding: the_result_is_a_sum_of_the_first_values: wrong_result

use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let for_stop = events.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            for_stop.send(None).ok();
        }
    });
    thread::spawn(move || {
        let data = Arc::new(Mutex::new(data));
        let helpers: Vec<_> = (0..2)
            .map(|_| {
                let (data, events) = (Arc::clone(&data), events.clone());
                thread::spawn(move || {
                    loop {
                        let value = data.lock().unwrap().recv();
                        let Ok(value) = value else { return };
                        events.send(Some(value)).ok();
                    }
                })
            })
            .collect();
        for helper in helpers {
            helper.join().unwrap();
        }
        events.send(None).ok();
    });
    merged.into_iter().map_while(|value| value).sum()
}
