//! Hidden tests of `select_loop`.
//!
//! Most of them wait either not at all or, as far as a test can, for ever: how fast the machine is decides nothing.

use std::thread;
use std::time::{Duration, Instant};

use crossbeam::channel::{Receiver, Select, Sender, bounded, unbounded};
use exercise::{Why, collect_until};

/// So long that it never passes while a test runs.
const FOR_EVER: Duration = Duration::from_secs(100_000);

/// A sender, and a receiver that holds these items.
fn queued(items: impl IntoIterator<Item = u32>) -> (Sender<u32>, Receiver<u32>) {
    let (sender, receiver) = unbounded();
    for item in items {
        sender.send(item).unwrap();
    }
    (sender, receiver)
}

/// A stop channel that nobody uses: the sender is kept.
fn no_stop() -> (Sender<()>, Receiver<()>) {
    unbounded()
}

fn name(why: &Why) -> &'static str {
    match why {
        Why::Stopped => "Stopped",
        Why::Idle => "Idle",
        Why::Closed => "Closed",
    }
}

/// Items come at half the idle time, four of them: none is missed, though together they take longer than the idle time.
#[native]
fn the_idle_time_starts_anew_with_each_item() {
    const ITEMS: u32 = 4;
    let mut idle = Duration::from_millis(100);
    let mut failures = 0;
    // If the machine holds up the sender for so long that the idle time really passes, the try says nothing; the next
    // one has more time.
    for _ in 0..8 {
        let (sender, data) = unbounded();
        let (_stopper, stop) = no_stop();
        let mut last = Instant::now();
        let feeder = thread::spawn(move || {
            let mut in_time = true;
            for item in 0..ITEMS {
                thread::sleep(idle / 2);
                let now = Instant::now();
                // The receiver may be gone already.
                let _ = sender.send(item);
                in_time &= last.elapsed() < idle;
                last = now;
            }
            (in_time, sender)
        });
        let (items, why) = collect_until(data, stop, idle);
        let (in_time, _sender) = feeder.join().unwrap();
        if items.len() == ITEMS as usize {
            assert_eq!(name(&why), "Idle", "`collect_until` gave the wrong reason when no more items came");
            return;
        }
        failures += u32::from(in_time);
        if failures == 2 {
            panic!("`collect_until` ended too soon, though no two items were as far apart as the idle time");
        }
        idle = (2 * idle).min(Duration::from_millis(400));
    }
}

/// Three items are queued and all senders are gone: the items are returned, and the answer is `Closed`.
#[native]
fn a_closed_channel_ends_the_collection() {
    let (sender, data) = queued([1, 2, 3]);
    let (_stopper, stop) = no_stop();
    drop(sender);
    let (items, why) = collect_until(data, stop, FOR_EVER);
    assert_eq!(items, [1, 2, 3], "`collect_until` returned other items than were queued");
    assert_eq!(name(&why), "Closed", "`collect_until` gave the wrong reason when all senders of `data` were gone");
}

/// Nothing is queued, nothing comes: the answer is `Idle`.
#[native]
fn no_items_is_idle() {
    let (_sender, data) = queued([]);
    let (_stopper, stop) = no_stop();
    let (items, why) = collect_until(data, stop, Duration::ZERO);
    assert_eq!((items.len(), name(&why)), (0, "Idle"), "`collect_until` returned something else when nothing came");
}

/// A stop is there and a hundred items are queued: at most one of them is taken, two hundred times over.
#[native]
fn a_full_queue_does_not_hide_the_stop() {
    for _ in 0..200 {
        let (_sender, data) = queued(0..100);
        let (stopper, stop) = no_stop();
        stopper.send(()).unwrap();
        let (items, why) = collect_until(data, stop, FOR_EVER);
        assert!(items.len() <= 1, "`collect_until` took {} more items after the stop was there", items.len());
        assert_eq!(name(&why), "Stopped", "`collect_until` gave the wrong reason when it was stopped");
    }
}

/// A stop is there and a hundred items are queued: each of them is returned or still in the channel.
#[native]
fn no_item_is_lost() {
    for _ in 0..200 {
        let (_sender, data) = queued(0..100);
        let (stopper, stop) = no_stop();
        stopper.send(()).unwrap();
        let (mut items, _) = collect_until(data.clone(), stop, FOR_EVER);
        items.extend(data.try_iter());
        let expected: Vec<u32> = (0..100).collect();
        assert!(items == expected, "`collect_until` took an item from `data` and did not return it");
    }
}

/// The loop waits for data when the stop comes: it ends.
#[native]
fn a_stop_is_noticed_while_data_is_idle() {
    let (sender, data) = bounded(0);
    let (stopper, stop) = no_stop();
    let stopping = thread::spawn(move || {
        // Without a buffer, a sender is ready as soon as somebody waits for an item. One way of waiting does not show
        // here, `Select::ready` on the other side: for its sake the stop comes after a second at the latest.
        let mut somebody_waits = Select::new();
        somebody_waits.send(&sender);
        let _ = somebody_waits.ready_timeout(Duration::from_secs(1));
        stopper.send(()).unwrap();
        drop(somebody_waits);
        sender
    });
    let (items, why) = collect_until(data, stop, FOR_EVER);
    let result = (items.len(), name(&why));
    assert_eq!(result, (0, "Stopped"), "`collect_until` returned something else when it was stopped");
    drop(stopping.join().unwrap());
}

/// The sender of `stop` is dropped without a message: the items are collected until `data` is closed.
#[native]
fn a_dropped_stop_sender_is_no_stop() {
    for _ in 0..20 {
        let (sender, data) = queued(0..10);
        let (stopper, stop) = no_stop();
        drop((sender, stopper));
        let (items, why) = collect_until(data, stop, FOR_EVER);
        let result = (items.len(), name(&why));
        assert_eq!(result, (10, "Closed"), "`collect_until` ended wrongly when the sender of `stop` was dropped");
    }
}

/// The sender of `stop` is dropped without a message and no items come: the loop still notices that it is idle.
#[native]
fn a_dropped_stop_sender_keeps_nobody_awake() {
    let (_sender, data) = queued([]);
    let (stopper, stop) = no_stop();
    drop(stopper);
    let (items, why) = collect_until(data, stop, Duration::from_millis(1));
    let result = (items.len(), name(&why));
    assert_eq!(result, (0, "Idle"), "`collect_until` ended wrongly when the sender of `stop` was dropped");
}
