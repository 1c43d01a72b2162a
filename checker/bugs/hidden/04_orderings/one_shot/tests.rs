//! A channel for one message.

use std::thread;

use exercise::OneShot;
use harness::RaceProbe;

/// One thread sends, another receives the message if it is there, and else it is dropped with the channel.
#[orderings]
fn the_message_arrives_whole() {
    let channel = OneShot::new();
    thread::scope(|scope| {
        scope.spawn(|| channel.send(RaceProbe::new(7)));
        if let Some(message) = channel.receive() {
            assert_eq!(message.read(), 7, "`receive` returned something else than what was sent");
        }
    });
}
