use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use exercise::count;

/// Events come every 5 ms, and after 12 ms `count` is to end: it does not wait for more when it has passed that.
#[schedules]
fn events_do_not_put_the_deadline_off() {
    let (sender, events) = mpsc::channel();
    let deadline = Instant::now() + Duration::from_millis(12);
    let counting = thread::spawn(move || count(&events, deadline));
    for _ in 0..3 {
        harness::all_asleep("`count` looks again and again");
        thread::sleep(Duration::from_millis(5));
        sender.send(()).ok();
    }
    harness::all_asleep("`count` looks again and again");
    if !counting.is_finished() {
        harness::fail("`count` waits for more events, though its deadline has passed");
    }
    assert!(counting.join().unwrap() <= 2, "`count` has counted an event that came after the deadline");
}
