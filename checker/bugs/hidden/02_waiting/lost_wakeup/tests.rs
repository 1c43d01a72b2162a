//! A gate that opens once.

use std::thread;

use exercise::Gate;

/// One thread opens the gate while another waits in front of it.
#[schedules]
fn whoever_waits_gets_through() {
    let gate = Gate::default();
    thread::scope(|scope| {
        scope.spawn(|| gate.wait());
        gate.open();
    });
}
