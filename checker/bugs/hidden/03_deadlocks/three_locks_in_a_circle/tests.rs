//! Three locks, of which every thread takes two.

use std::thread;

use exercise::Factory;

/// Three threads do a different thing each.
#[schedules]
fn all_three_come_to_an_end() {
    let factory = Factory::default();
    thread::scope(|scope| {
        scope.spawn(|| factory.produce());
        scope.spawn(|| factory.deliver());
        factory.order();
    });
}
