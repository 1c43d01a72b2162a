//! Hidden tests of `select_loop`.
//!
//! Time is the model's. It passes while a thread sleeps, and in some schedules somebody oversleeps: where that matters, a
//! test looks at the clock.

use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossbeam::channel::{Receiver, Sender, unbounded};
use exercise::{Why, collect_until};
use harness::{Blocker, all_asleep, fail};

/// A time that the clock never gets to: about a thousand years.
const FOR_EVER: Duration = Duration::from_secs(1 << 35);

const IDLE: Duration = Duration::from_secs(1);

/// More than it takes to look at the clock some dozen times, which is all that takes time besides sleeping.
const AT_ONCE: Duration = Duration::from_micros(100);

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

/// A stop channel with a stop in it.
fn stopped() -> (Sender<()>, Receiver<()>) {
    let (sender, receiver) = unbounded();
    sender.send(()).unwrap();
    (sender, receiver)
}

/// A thread with a name.
fn named<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    thread::Builder::new().name(name.to_owned()).spawn(work).unwrap()
}

fn name(why: &Why) -> &'static str {
    match why {
        Why::Stopped => "Stopped",
        Why::Idle => "Idle",
        Why::Closed => "Closed",
    }
}

/// Items come at half the idle time, five of them: none is missed, though together they take longer than the idle time.
#[schedules]
fn the_idle_time_starts_anew_with_each_item() {
    const ITEMS: u32 = 5;
    let (sender, data) = queued([]);
    let (_stopper, stop) = no_stop();
    let mut last = Instant::now();
    let feeder = named("feeder", move || {
        let mut in_time = true;
        for item in 1..=ITEMS {
            // No time passes before the loop waits for this item.
            all_asleep("`collect_until` goes on and on without waiting for an item");
            thread::sleep(IDLE / 2);
            let now = Instant::now();
            let is_over = sender.send(item).is_err();
            in_time &= last.elapsed() < IDLE;
            if is_over {
                break;
            }
            last = now;
        }
        (in_time, sender)
    });
    let (items, why) = collect_until(data, stop, IDLE);
    let (in_time, _sender) = feeder.join().unwrap();
    if items.len() < ITEMS as usize {
        assert!(!in_time, "`collect_until` ended too soon, though no two items were as far apart as the idle time");
    } else {
        assert_eq!(name(&why), "Idle", "`collect_until` gave the wrong reason when no more items came");
    }
}

/// All senders are gone and nothing is queued: the answer is `Closed`.
#[schedules]
fn a_closed_channel_ends_the_collection() {
    let (sender, data) = queued([]);
    let (_stopper, stop) = no_stop();
    drop(sender);
    let (items, why) = collect_until(data, stop, FOR_EVER);
    let result = (items.len(), name(&why));
    assert_eq!(result, (0, "Closed"), "`collect_until` ended wrongly when all senders of `data` were gone");
}

/// All senders are gone and five items are queued: the items are returned, and the answer is `Closed`.
#[schedules]
fn what_is_queued_in_a_closed_channel_is_collected() {
    let (sender, data) = queued([3, 0, 3, 3, 1]);
    let (_stopper, stop) = no_stop();
    drop(sender);
    let (items, why) = collect_until(data, stop, FOR_EVER);
    assert_eq!(items, [3, 0, 3, 3, 1], "`collect_until` returned other items than were queued");
    assert_eq!(name(&why), "Closed", "`collect_until` ended wrongly when all senders of `data` were gone");
}

/// Nothing is queued, nothing comes: the answer is `Idle`, and it comes when the idle time is over.
#[schedules]
fn no_items_is_idle() {
    ends_when_the_idle_time_is_over(&[]);
}

/// Three items are queued, no more come: the answer is `Idle`, and it comes when the idle time is over.
#[schedules]
fn no_more_items_is_idle() {
    ends_when_the_idle_time_is_over(&[1, 2, 3]);
}

fn ends_when_the_idle_time_is_over(items: &[u32]) {
    const SHORT: Duration = Duration::from_millis(10);
    let (_sender, data) = queued(items.iter().copied());
    let (_stopper, stop) = no_stop();
    let collector = named("collector", move || collect_until(data, stop, SHORT));
    all_asleep("`collect_until` goes on and on without waiting for an item");
    thread::sleep(SHORT * 3 / 2);
    all_asleep("`collect_until` goes on and on without waiting for an item");
    if !collector.is_finished() {
        fail("`collect_until` still waits, though nothing has come for longer than the idle time");
    }
    let (collected, why) = collector.join().unwrap();
    assert_eq!(collected, items, "`collect_until` returned other items than were queued");
    assert_eq!(name(&why), "Idle", "`collect_until` gave the wrong reason when no more items came");
}

/// A stop is there and three items are queued: at most one of them is taken, whatever a `select!` chooses.
#[schedules]
fn a_full_queue_does_not_hide_the_stop() {
    let (_sender, data) = queued([1, 2, 3]);
    let (_stopper, stop) = stopped();
    let (items, why) = collect_until(data, stop, FOR_EVER);
    assert!(items.len() <= 1, "`collect_until` took {} more items after the stop was there", items.len());
    assert_eq!(name(&why), "Stopped", "`collect_until` gave the wrong reason when it was stopped");
}

/// A stop is there and three items are queued: each of them is returned or still in the channel.
#[schedules]
fn no_item_is_lost() {
    let (_sender, data) = queued([1, 2, 3]);
    let (_stopper, stop) = stopped();
    let (mut items, _) = collect_until(data.clone(), stop, FOR_EVER);
    items.extend(data.try_iter());
    assert_eq!(items, [1, 2, 3], "`collect_until` took an item from `data` and did not return it");
}

/// The loop has taken two items and waits for more when the stop comes: it ends, and no time passes before it does.
#[schedules]
fn a_stop_is_noticed_while_data_is_idle() {
    let (sender, data) = queued([1, 2]);
    let (stopper, stop) = no_stop();
    let has_ended = Blocker::new("`collect_until` goes on waiting for data after a stop has come");
    let ended = has_ended.clone();
    let stopper = named("stopper", move || {
        all_asleep("`collect_until` goes on and on without waiting for an item");
        let sent = Instant::now();
        stopper.send(()).unwrap();
        has_ended.wait();
        (sent, sender)
    });
    let (items, why) = collect_until(data, stop, FOR_EVER);
    let noticed = Instant::now();
    ended.release();
    let result = (items.len(), name(&why));
    assert_eq!(result, (2, "Stopped"), "`collect_until` returned something else when it was stopped");
    let (sent, _sender) = stopper.join().unwrap();
    let late = noticed - sent;
    assert!(late < AT_ONCE, "`collect_until` slept on when a stop had come, and found it only when it looked again");
}

/// The loop waits when an item comes and `data` is closed: it takes the item and ends, and no time passes before it does.
#[schedules]
fn data_is_noticed_while_nobody_stops() {
    let (_stopper, stop) = no_stop();
    an_item_and_the_end_come_while_it_waits(stop, || (), "an item came and `data` was closed");
}

fn an_item_and_the_end_come_while_it_waits(stop: Receiver<()>, first: impl FnOnce() + Send + 'static, situation: &str) {
    let (sender, data) = queued([]);
    let has_ended = Blocker::new("`collect_until` goes on waiting after an item has come and `data` was closed");
    let ended = has_ended.clone();
    let feeder = named("feeder", move || {
        all_asleep("`collect_until` goes on and on without waiting for an item");
        first();
        all_asleep("`collect_until` goes on and on without waiting for an item");
        let sent = Instant::now();
        // An error means that nobody receives any more: the answer is wrong, as is said below.
        sender.send(1).ok();
        drop(sender);
        has_ended.wait();
        sent
    });
    let (items, why) = collect_until(data, stop, FOR_EVER);
    let noticed = Instant::now();
    ended.release();
    let result = (items.len(), name(&why));
    assert_eq!(result, (1, "Closed"), "`collect_until` returned something else when {situation}");
    let late = noticed - feeder.join().unwrap();
    assert!(late < AT_ONCE, "`collect_until` slept on when an item had come, and found it only when it looked again");
}

/// Two loops wait for the same data, and one item comes: one of them gets it, and both end when each is told to stop.
#[schedules]
fn two_loops_share_the_data() {
    let (sender, data) = queued([]);
    let (stopper, stop) = no_stop();
    let loops = [(data.clone(), stop.clone()), (data, stop)]
        .map(|(data, stop)| thread::spawn(move || collect_until(data, stop, FOR_EVER)));
    sender.send(1).unwrap();
    all_asleep("`collect_until` goes on and on without waiting for an item");
    stopper.send(()).unwrap();
    stopper.send(()).unwrap();
    let items: usize = loops.map(|collector| collector.join().unwrap().0.len()).iter().sum();
    assert_eq!(items, 1, "two loops share `data`, one item came, and they returned another number of items");
}

/// A stop comes and `data` is closed: the answer is one or the other.
#[schedules]
fn a_stop_and_the_end_of_data() {
    let (sender, data) = queued([]);
    let (stopper, stop) = no_stop();
    let feeder = named("feeder", move || {
        drop(sender);
        // An error means that nobody receives any more.
        stopper.send(()).ok();
    });
    let (_, why) = collect_until(data, stop, FOR_EVER);
    feeder.join().unwrap();
    assert!(why != Why::Idle, "`collect_until` ended with `Idle` when it was stopped and `data` was closed");
}

/// A stop comes between two items, whatever the loop does at that moment: the next item is the last that is taken.
#[schedules]
fn a_stop_among_items() {
    let (sender, data) = queued([]);
    let (stopper, stop) = no_stop();
    let left = data.clone();
    let feeder = named("feeder", move || {
        sender.send(1).unwrap();
        stopper.send(()).unwrap();
        sender.send(2).unwrap();
        sender.send(3).unwrap();
        sender
    });
    let (mut items, why) = collect_until(data, stop, FOR_EVER);
    let _sender = feeder.join().unwrap();
    assert!(items.len() <= 2, "`collect_until` took 2 more items after the stop was there");
    assert_eq!(name(&why), "Stopped", "`collect_until` gave the wrong reason when it was stopped");
    items.extend(left.try_iter());
    assert_eq!(items, [1, 2, 3], "`collect_until` took an item from `data` and did not return it");
}

/// The sender of `stop` is dropped without a message: the items are collected until `data` is closed.
#[schedules]
fn a_dropped_stop_sender_is_no_stop() {
    let (sender, data) = queued([1, 2]);
    let (stopper, stop) = no_stop();
    drop((sender, stopper));
    let (items, why) = collect_until(data, stop, FOR_EVER);
    let result = (items.len(), name(&why));
    assert_eq!(result, (2, "Closed"), "`collect_until` ended wrongly when the sender of `stop` was dropped");
}

/// The sender of `stop` is dropped without a message and no items come: the loop still notices that it is idle.
#[schedules]
fn a_dropped_stop_sender_keeps_nobody_awake() {
    let (_sender, data) = queued([]);
    let (stopper, stop) = no_stop();
    drop(stopper);
    let (items, why) = collect_until(data, stop, IDLE);
    let result = (items.len(), name(&why));
    assert_eq!(result, (0, "Idle"), "`collect_until` ended wrongly when the sender of `stop` was dropped");
}

/// The loop waits when the sender of `stop` is dropped: it goes on waiting, and takes the item that comes.
#[schedules]
fn a_stop_sender_that_is_dropped_meanwhile_is_no_stop() {
    let (stopper, stop) = no_stop();
    an_item_and_the_end_come_while_it_waits(
        stop,
        || drop(stopper),
        "the sender of `stop` was dropped, an item came and `data` was closed",
    );
}
