//! Hidden tests of `callbacks_across_threads`. Which closures come in is judged by the misuse programs.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use exercise::Bus;
use harness::{DropLedger, Rendezvous};

/// What callbacks have heard, in order.
#[derive(Clone)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn new() -> Self {
        Heard(Arc::new(Mutex::new(Vec::new())))
    }

    /// A callback that notes its name and the message.
    fn by(&self, name: &'static str) -> impl Fn(&str) + Send + Sync + 'static {
        let heard = self.clone();
        move |message: &str| heard.0.lock().unwrap().push(format!("{name}:{message}"))
    }

    /// What has been heard so far, as one text.
    fn so_far(&self) -> String {
        self.0.lock().unwrap().join(", ")
    }
}

/// One thread: every callback hears every message, in the order of subscription.
#[schedules]
fn callbacks_hear_every_message_in_order() {
    let heard = Heard::new();
    let bus = Bus::new();
    bus.publish("0");
    bus.subscribe(heard.by("a"));
    bus.subscribe(heard.by("b"));
    bus.publish("1");
    let heard_now = heard.so_far();
    assert!(
        heard_now == "a:1, b:1",
        "`a` and then `b` were subscribed and \"1\" was published; at its return the callbacks had heard [{heard_now}]",
    );
    bus.subscribe(heard.by("c"));
    bus.publish("2");
    let heard_now = heard.so_far();
    assert!(
        heard_now == "a:1, b:1, a:2, b:2, c:2",
        "\"1\" was published for `a` and `b`, then \"2\" for `a`, `b` and `c`; the callbacks heard [{heard_now}]",
    );
}

/// Callbacks that are subscribed on one thread hear what another thread publishes.
#[schedules]
fn callbacks_hear_other_threads() {
    let heard = Heard::new();
    let bus = Bus::new();
    bus.subscribe(heard.by("a"));
    let bus = thread::spawn(move || {
        bus.publish("1");
        bus
    });
    let bus = bus.join().unwrap();
    bus.publish("2");
    let heard_now = heard.so_far();
    assert!(
        heard_now == "a:1, a:2",
        "another thread published \"1\", then the thread that had subscribed `a` published \"2\": heard was [{heard_now}]",
    );
}

/// A callback subscribes another while a message is published: the new one hears the next message, and only that.
#[schedules]
fn a_callback_may_subscribe() {
    let heard = Heard::new();
    let bus = Arc::new(Bus::new());
    let (weak, again, done) = (Arc::downgrade(&bus), heard.clone(), AtomicUsize::new(0));
    bus.subscribe(move |_: &str| {
        if done.fetch_add(1, Ordering::Relaxed) == 0
            && let Some(bus) = weak.upgrade()
        {
            bus.subscribe(again.by("new"));
        }
    });
    bus.publish("1");
    let heard_now = heard.so_far();
    assert!(heard_now.is_empty(), "a callback that was subscribed while \"1\" was published heard [{heard_now}]");
    bus.publish("2");
    let heard_now = heard.so_far();
    assert!(
        heard_now == "new:2",
        "a callback was subscribed while \"1\" was published, and at the end of \"2\" it had heard [{heard_now}]",
    );
}

/// Two threads publish at the same time: both are inside the same callback at once.
#[schedules]
fn two_publishers_do_not_wait_for_each_other() {
    let both =
        Rendezvous::new(2, "two threads publish at the same time, but the callback does not run on both at once");
    let bus = Arc::new(Bus::new());
    bus.subscribe(move |_: &str| both.meet());
    let other = {
        let bus = Arc::clone(&bus);
        thread::spawn(move || bus.publish("1"))
    };
    bus.publish("2");
    other.join().unwrap();
}

/// A callback subscribes another and publishes a message: all three hear that before `publish` returns.
#[schedules]
fn a_callback_may_publish() {
    let heard = Heard::new();
    let bus = Arc::new(Bus::new());
    let (weak, new) = (Arc::downgrade(&bus), heard.clone());
    bus.subscribe(move |message: &str| {
        if message == "1"
            && let Some(bus) = weak.upgrade()
        {
            bus.subscribe(new.by("c"));
            bus.publish("2");
        }
    });
    bus.subscribe(heard.by("b"));
    bus.publish("1");
    let heard_now = heard.so_far();
    assert!(
        heard_now == "b:2, c:2, b:1",
        "when the first callback heard \"1\" it subscribed `c`, behind `b`, and published \"2\"; they heard [{heard_now}]",
    );
}

/// A thread subscribes while a callback runs on another thread: it does not wait for that callback.
#[schedules]
fn subscribing_does_not_wait_for_callbacks() {
    let both = Rendezvous::new(2, "`subscribe` waits until a callback has returned on another thread");
    let bus = Arc::new(Bus::new());
    let inside = both.clone();
    bus.subscribe(move |_: &str| {
        // Once to say that the callback has begun, once to wait until somebody has subscribed.
        inside.meet();
        inside.meet();
    });
    let other = {
        let bus = Arc::clone(&bus);
        thread::spawn(move || bus.publish("1"))
    };
    both.meet();
    bus.subscribe(|_: &str| ());
    both.meet();
    other.join().unwrap();
}

/// Two threads subscribe while a third publishes: whoever has subscribed hears all that is published afterwards.
#[schedules]
fn no_subscription_is_lost() {
    let heard = Heard::new();
    let bus = Arc::new(Bus::new());
    bus.subscribe(|_: &str| ());
    let subscribers = ["a", "b"].map(|name| {
        let (bus, callback) = (Arc::clone(&bus), heard.by(name));
        thread::spawn(move || bus.subscribe(callback))
    });
    bus.publish("1");
    for subscriber in subscribers {
        subscriber.join().unwrap();
    }
    bus.publish("2");
    let mut last: Vec<String> = heard.0.lock().unwrap().iter().filter(|heard| heard.ends_with('2')).cloned().collect();
    last.sort();
    let last = last.join(", ");
    assert!(last == "a:2, b:2", "`a` and `b` had been subscribed, then \"2\" was published and heard by [{last}]");
}

/// Two threads publish: each callback hears both messages.
#[schedules]
fn every_publisher_reaches_every_callback() {
    let heard = Heard::new();
    let bus = Arc::new(Bus::new());
    bus.subscribe(heard.by("a"));
    let other = {
        let bus = Arc::clone(&bus);
        thread::spawn(move || bus.publish("1"))
    };
    bus.publish("2");
    other.join().unwrap();
    let heard_now = heard.so_far();
    assert!(
        ["a:1, a:2", "a:2, a:1"].contains(&heard_now.as_str()),
        "two threads published \"1\" and \"2\" at the same time, and the only callback heard [{heard_now}]",
    );
}

/// The end of a bus is the end of its callbacks.
#[schedules]
fn callbacks_are_dropped_with_the_bus() {
    let ledger = DropLedger::new();
    let bus = Bus::new();
    for id in 1..=2 {
        let item = ledger.item(id);
        bus.subscribe(move |_: &str| {
            item.id();
        });
    }
    bus.publish("1");
    drop(bus);
    ledger.assert_each_dropped_once("the bus has been dropped, and callback");
}
