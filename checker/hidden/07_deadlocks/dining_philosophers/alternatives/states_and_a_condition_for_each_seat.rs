// right: Dijkstra's way: hungry or eating, and whoever has eaten looks whether his neighbours can

use std::sync::{Condvar, Mutex};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Thinking,
    Hungry,
    Eating,
}

pub struct Table {
    states: Mutex<Vec<State>>,
    may_eat: Vec<Condvar>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table {
            states: Mutex::new(vec![State::Thinking; seats]),
            may_eat: (0..seats).map(|_| Condvar::new()).collect(),
        }
    }

    fn neighbours(&self, seat: usize) -> [usize; 2] {
        let seats = self.may_eat.len();
        [(seat + seats - 1) % seats, (seat + 1) % seats]
    }

    fn try_to_eat(&self, states: &mut [State], seat: usize) {
        let is_free = self.neighbours(seat).iter().all(|&other| other == seat || states[other] != State::Eating);
        if states[seat] == State::Hungry && is_free {
            states[seat] = State::Eating;
            self.may_eat[seat].notify_one();
        }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let mut states = self.states.lock().unwrap();
        states[seat] = State::Hungry;
        self.try_to_eat(&mut states, seat);
        let states = self.may_eat[seat].wait_while(states, |states| states[seat] != State::Eating).unwrap();
        drop(states);
        let result = eat();
        let mut states = self.states.lock().unwrap();
        states[seat] = State::Thinking;
        for neighbour in self.neighbours(seat) {
            self.try_to_eat(&mut states, neighbour);
        }
        result
    }
}
