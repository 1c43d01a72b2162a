use std::thread;

use exercise::Forks;

/// Two threads take the same two forks in opposite orders: both eat.
#[schedules]
fn both_eat() {
    let forks = Forks::new();
    thread::scope(|scope| {
        scope.spawn(|| forks.eat_from_the_left());
        scope.spawn(|| forks.eat_from_the_right());
    });
}
