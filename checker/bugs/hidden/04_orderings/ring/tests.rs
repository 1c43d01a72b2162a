//! A ring for one producer and one consumer.

use std::hint;
use std::thread;

use exercise::Ring;
use harness::RaceProbe;

/// Three values pass through a ring with room for two.
#[orderings]
fn everything_passes_through() {
    let ring = Ring::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            for number in 1..=3 {
                let mut value = RaceProbe::new(number);
                while let Err(back) = ring.push(value) {
                    value = back;
                    hint::spin_loop();
                }
            }
        });
        for number in 1..=3 {
            let value = loop {
                match ring.pop() {
                    Some(value) => break value,
                    None => hint::spin_loop(),
                }
            };
            assert_eq!(value.read(), number, "values came out in another order than they went in");
        }
    });
}
