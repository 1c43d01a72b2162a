// wrong: a waiter lets as many philosophers take forks as there are seats
// finding: three_dine_at_a_table_for_three: deadlock

use std::sync::{Condvar, Mutex};

pub struct Table {
    forks: Vec<Mutex<()>>,
    free_places: Mutex<usize>,
    place_is_free: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        let forks = (0..seats).map(|_| Mutex::new(())).collect();
        Table { forks, free_places: Mutex::new(seats), place_is_free: Condvar::new() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let no_place = |free_places: &mut usize| *free_places == 0;
        let mut free_places = self.place_is_free.wait_while(self.free_places.lock().unwrap(), no_place).unwrap();
        *free_places -= 1;
        drop(free_places);
        let result = {
            let _left = self.forks[left].lock().unwrap();
            let _right = (left != right).then(|| self.forks[right].lock().unwrap());
            eat()
        };
        *self.free_places.lock().unwrap() += 1;
        self.place_is_free.notify_one();
        result
    }
}
