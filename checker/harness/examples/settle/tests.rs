use std::sync::Arc;
use std::thread;

use exercise::Event;

/// As long as nobody sets the event, a thread that waits for it does nothing at all.
#[native]
#[schedules]
fn a_waiting_thread_sleeps() {
    let event = Arc::new(Event::new());
    let waiter = {
        let event = Arc::clone(&event);
        thread::spawn(move || event.wait())
    };
    harness::settle("a thread in `wait` keeps looking instead of sleeping");
    event.set();
    waiter.join().unwrap();
}
