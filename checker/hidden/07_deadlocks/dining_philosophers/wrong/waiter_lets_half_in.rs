// wrong: a waiter who counts in halves: with four seats, two may eat, neighbours or not
// finding: neighbours_do_not_eat_together: wrong_result

use std::sync::{Condvar, Mutex};

pub struct Table {
    free_places: Mutex<usize>,
    place_is_free: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { free_places: Mutex::new((seats / 2).max(1)), place_is_free: Condvar::new() }
    }

    pub fn dine<R>(&self, _seat: usize, eat: impl FnOnce() -> R) -> R {
        let no_place = |free_places: &mut usize| *free_places == 0;
        let mut free_places = self.place_is_free.wait_while(self.free_places.lock().unwrap(), no_place).unwrap();
        *free_places -= 1;
        drop(free_places);
        let result = eat();
        *self.free_places.lock().unwrap() += 1;
        self.place_is_free.notify_one();
        result
    }
}
