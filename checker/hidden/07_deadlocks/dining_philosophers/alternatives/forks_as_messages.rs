// right: each fork is a token in a channel of its own; the one with the lower number is received first

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, SyncSender};

struct Place {
    put: SyncSender<()>,
    take: Mutex<Receiver<()>>,
}

pub struct Table {
    places: Vec<Place>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        let place = |_| {
            let (put, take) = mpsc::sync_channel(1);
            put.send(()).unwrap();
            Place { put, take: Mutex::new(take) }
        };
        Table { places: (0..seats).map(place).collect() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let mut forks = vec![seat, (seat + 1) % self.places.len()];
        forks.sort();
        forks.dedup();
        for &fork in &forks {
            self.places[fork].take.lock().unwrap().recv().unwrap();
        }
        let result = eat();
        for &fork in &forks {
            self.places[fork].put.send(()).unwrap();
        }
        result
    }
}
