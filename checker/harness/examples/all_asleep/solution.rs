use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

/// Counts what comes before the deadline.
pub fn count(events: &Receiver<()>, deadline: Instant) -> usize {
    let mut count = 0;
    loop {
        match events.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(()) if Instant::now() >= deadline => return count,
            Ok(()) => count += 1,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return count,
        }
    }
}
