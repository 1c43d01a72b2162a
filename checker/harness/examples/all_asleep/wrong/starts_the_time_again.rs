// wrong: waits the whole time for each event
// finding: events_do_not_put_the_deadline_off: wrong_result
use std::sync::mpsc::Receiver;
use std::time::Instant;

pub fn count(events: &Receiver<()>, deadline: Instant) -> usize {
    let whole = deadline - Instant::now();
    let mut count = 0;
    while events.recv_timeout(whole).is_ok() {
        count += 1;
    }
    count
}
