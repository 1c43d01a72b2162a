//! Hidden tests of `weak_observers`.

use std::sync::{Arc, Mutex};
use std::thread;

use exercise::{Observer, Subject};
use harness::{Bomb, DropLedger, Item};

/// Counts what it hears.
struct Listener {
    /// Never goes off. It counts, and is no step that a schedule would show.
    heard: Bomb,
    _item: Item,
}

impl Observer for Listener {
    fn notify(&self, n: u32) {
        self.heard.tick();
        if n != 7 {
            harness::fail(format!("`publish(7)` called `notify({n})`"));
        }
    }
}

/// Returns what it counts with, too.
fn listener() -> (Arc<dyn Observer>, Bomb) {
    let heard = Bomb::on_call(usize::MAX);
    (Arc::new(Listener { heard: heard.clone(), _item: DropLedger::new().item(0) }), heard)
}

/// Owns its subject.
struct Owner {
    _subject: Arc<Subject>,
    _item: Item,
}

impl Observer for Owner {
    fn notify(&self, _: u32) {}
}

/// An observer owns its subject: when its last `Arc` is gone it is dropped, and then the subject can go.
#[schedules]
fn an_observer_is_dropped() {
    let ledger = DropLedger::new();
    let subject = Arc::new(Subject::new());
    let observer: Arc<dyn Observer> = Arc::new(Owner { _subject: Arc::clone(&subject), _item: ledger.item(1) });
    subject.subscribe(&observer);
    assert_eq!(subject.publish(7), 1, "`publish` did not return 1 although there was one observer");
    drop(observer);
    assert!(ledger.alive() == 0, "everybody else has dropped an observer, but its subject keeps it alive");
    let left = Arc::strong_count(&subject);
    assert_eq!(left, 1, "the observer that owned the subject is gone, but somebody still owns the subject");
}

/// One of two observers dies: only the other one is told, and one entry is left.
#[schedules]
fn only_the_living_are_told() {
    let subject = Subject::new();
    let ((ann, ann_heard), (bob, bob_heard)) = (listener(), listener());
    subject.subscribe(&ann);
    subject.subscribe(&bob);
    assert_eq!(subject.len(), 2, "two observers have subscribed, and `len()` is not 2");
    assert_eq!(subject.publish(7), 2, "two observers were alive, and `publish` did not return 2");
    assert_eq!((ann_heard.calls(), bob_heard.calls()), (1, 1), "`publish` did not notify each of two observers once");
    drop(ann);
    assert_eq!(subject.publish(7), 1, "one of two observers had died, and `publish` did not return 1");
    assert_eq!(bob_heard.calls(), 2, "one of two observers had died, and `publish` did not notify the other once");
    assert_eq!(subject.len(), 1, "one of two observers had died, `publish` was called, and `len()` is not 1");
}

/// Two of four observers die, not the one that subscribed first: their entries go with the next `publish`.
#[schedules]
fn every_dead_entry_is_removed() {
    let subject = Subject::new();
    let [ann, bob, cat, dan] = [(); 4].map(|()| listener().0);
    for observer in [&ann, &bob, &cat, &dan] {
        subject.subscribe(observer);
    }
    drop((bob, dan));
    assert_eq!(subject.publish(7), 2, "two of four observers had died, and `publish` did not return 2");
    assert_eq!(subject.len(), 2, "two of four observers had died, `publish` was called, and `len()` is not 2");
}

/// Observers of another subject are not told.
#[schedules]
fn another_subject_does_not_matter() {
    let (subject, another) = (Subject::new(), Subject::new());
    let (ann, heard) = listener();
    another.subscribe(&ann);
    assert_eq!(subject.len(), 0, "an observer subscribed to one subject, and another has an entry for it");
    assert_eq!(subject.publish(7), 0, "`publish` of a subject without observers did not return 0");
    assert_eq!(heard.calls(), 0, "`publish` told an observer that had subscribed to another subject");
}

/// An observer that lets another one subscribe when it is told.
struct Friend {
    subject: Arc<Subject>,
    other: Arc<dyn Observer>,
    told: Bomb,
}

impl Observer for Friend {
    fn notify(&self, _: u32) {
        self.told.tick();
        if self.told.calls() == 1 {
            self.subject.subscribe(&self.other);
        }
        self.subject.len();
    }
}

/// `notify` calls `subscribe` and `len`; the next `publish` reaches the new observer, too.
#[schedules]
fn notify_may_subscribe() {
    let subject = Arc::new(Subject::new());
    let (other, heard) = listener();
    let told = Bomb::on_call(usize::MAX);
    let friend: Arc<dyn Observer> = Arc::new(Friend { subject: Arc::clone(&subject), other, told });
    subject.subscribe(&friend);
    subject.publish(7);
    let before = heard.calls();
    assert_eq!(subject.len(), 2, "`notify` of the one observer has let another one subscribe, and `len()` is not 2");
    assert_eq!(subject.publish(7), 2, "`notify` had let another observer subscribe, but `publish` did not tell both");
    assert_eq!(heard.calls() - before, 1, "`publish` did not notify the observer that had subscribed during another");
}

/// An observer that publishes 0 when it hears 1.
struct Echo {
    subject: Arc<Subject>,
}

impl Observer for Echo {
    fn notify(&self, n: u32) {
        if n == 1 {
            let told = self.subject.publish(0);
            assert_eq!(told, 1, "`publish`, called by the `notify` of the one observer, did not reach that observer");
        }
    }
}

/// `notify` calls `publish`, which reaches the same observer again.
#[schedules]
fn notify_may_publish() {
    let subject = Arc::new(Subject::new());
    let echo: Arc<dyn Observer> = Arc::new(Echo { subject: Arc::clone(&subject) });
    subject.subscribe(&echo);
    assert_eq!(
        subject.publish(1),
        1,
        "the `notify` of the one observer called `publish`: the outer one did not return 1"
    );
    assert_eq!(subject.len(), 1, "the `notify` of the one observer called `publish`, and then `len()` is not 1");
}

/// An observer whose drop lets another one subscribe in its place.
struct Parting {
    subject: Arc<Subject>,
    heir: Arc<dyn Observer>,
    told: Bomb,
}

impl Observer for Parting {
    fn notify(&self, _: u32) {
        self.told.tick();
    }
}

impl Drop for Parting {
    fn drop(&mut self) {
        // A step that the interleaving shows.
        println!("an observer is dropped");
        self.subject.subscribe(&self.heir);
    }
}

/// While one thread publishes, another drops the observer; the observer's `drop` calls `subscribe`.
#[schedules]
fn drop_may_subscribe() {
    let subject = Arc::new(Subject::new());
    let (heir, heard) = listener();
    let told = Bomb::on_call(usize::MAX);
    let parting = Parting { subject: Arc::clone(&subject), heir: Arc::clone(&heir), told: told.clone() };
    let observer: Arc<dyn Observer> = Arc::new(parting);
    subject.subscribe(&observer);
    let publisher = {
        let subject = Arc::clone(&subject);
        thread::spawn(move || subject.publish(7))
    };
    drop(observer);
    let returned = publisher.join().unwrap();
    let calls = told.calls() + heard.calls();
    assert_eq!(returned, calls, "`publish` did not return how often it called `notify`, while an observer died");
    assert_eq!(subject.publish(7), 1, "an observer's `drop` let another one subscribe, but `publish` did not tell it");
    assert_eq!(subject.len(), 1, "an observer's `drop` let another one subscribe in its place: `len()` is not 1");
}

/// Two threads publish while one entry is dead and one alive: both tell the living one.
#[schedules]
fn two_threads_publish() {
    let subject = Subject::new();
    let ((ann, _), (bob, heard)) = (listener(), listener());
    subject.subscribe(&ann);
    subject.subscribe(&bob);
    drop(ann);
    let (one, other) = thread::scope(|scope| {
        let publisher = scope.spawn(|| subject.publish(7));
        let told = subject.publish(7);
        (told, publisher.join().unwrap())
    });
    assert!(
        (one, other) == (1, 1),
        "two threads published to one living observer: `publish` returned {one} and {other}"
    );
    assert_eq!(heard.calls(), 2, "two threads published to one living observer, and it was not told twice");
    assert_eq!(subject.len(), 1, "one observer was alive, one had died, two threads published: `len()` is not 1");
}

/// One thread publishes while another subscribes: the next `publish` reaches both observers.
#[schedules]
fn a_thread_subscribes_during_publish() {
    let subject = Subject::new();
    let ((ann, _), (bob, _)) = (listener(), listener());
    subject.subscribe(&ann);
    thread::scope(|scope| {
        scope.spawn(|| subject.subscribe(&bob));
        subject.publish(7);
    });
    assert_eq!(subject.len(), 2, "a thread subscribed the second observer during a `publish`: `len()` is not 2");
    assert_eq!(subject.publish(7), 2, "a thread subscribed an observer during a `publish`: the next did not tell both");
}

/// An observer that has only one owner, lets go of that when it is told, and publishes when it is dropped.
struct LastWords {
    subject: Arc<Subject>,
    owner: Arc<Mutex<Option<Arc<dyn Observer>>>>,
}

impl Observer for LastWords {
    fn notify(&self, _: u32) {
        self.owner.lock().unwrap().take();
    }
}

impl Drop for LastWords {
    fn drop(&mut self) {
        self.subject.publish(7);
        self.subject.len();
    }
}

/// An observer dies while it is told; its `drop` calls `publish` and `len`.
#[schedules]
fn drop_may_publish() {
    let subject = Arc::new(Subject::new());
    let owner = Arc::new(Mutex::new(None));
    let last_words: Arc<dyn Observer> =
        Arc::new(LastWords { subject: Arc::clone(&subject), owner: Arc::clone(&owner) });
    let (other, heard) = listener();
    subject.subscribe(&last_words);
    subject.subscribe(&other);
    *owner.lock().unwrap() = Some(last_words);
    assert_eq!(
        subject.publish(7),
        2,
        "two observers were alive, one of them died when told: `publish` did not return 2"
    );
    assert_eq!(heard.calls(), 2, "an observer's `drop` called `publish`: the other observer was not told once more");
    subject.publish(7);
    assert_eq!(subject.len(), 1, "one of two observers died when told, `publish` was called again: `len()` is not 1");
}
