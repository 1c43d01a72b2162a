//! Programs that use `crossbeam`, one wrong and one right, over every schedule.

#[macro_use]
extern crate threadlings_schedules as std;
extern crate threadlings_crossbeam as crossbeam;

#[path = "../../../schedules/tests/judge/mod.rs"]
mod judge;

use std::thread;
use std::time::{Duration, Instant};
use std::{all_asleep, settle};

use crossbeam::channel::{Receiver, Select, after, bounded, never, select, select_biased, unbounded};
use judge::*;
use threadlings_report::Kind;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn forgotten_sender() {
    fn collect(forgets: bool) {
        let (sender, receiver) = unbounded();
        let threads = two({
            let sender = sender.clone();
            move |number| sender.send(number + 1).unwrap()
        });
        let _kept = forgets.then_some(sender);
        join_all(threads);
        assert_eq!(receiver.iter().sum::<usize>(), 3);
    }
    assert_eq!(wrong_and_right(|| collect(true), || collect(false)), Kind::Deadlock);
}

#[test]
fn a_message_for_each_of_two_receivers() {
    fn tell(messages: usize) {
        let (sender, receiver) = bounded(2);
        let waiting = two(move |_| receiver.recv().unwrap());
        for _ in 0..messages {
            sender.send(()).unwrap();
        }
        join_all(waiting);
        drop(sender);
    }
    assert_eq!(wrong_and_right(|| tell(1), || tell(2)), Kind::Deadlock);
}

#[test]
fn both_send_first_without_room() {
    fn exchange(capacity: usize) {
        let (a, from_a) = bounded(capacity);
        let (b, from_b) = bounded(capacity);
        let other = thread::spawn(move || {
            b.send(2).unwrap();
            from_a.recv().unwrap()
        });
        a.send(1).unwrap();
        assert_eq!(from_b.recv(), Ok(2));
        assert_eq!(other.join().unwrap(), 1);
    }
    assert_eq!(wrong_and_right(|| exchange(0), || exchange(1)), Kind::Deadlock);
}

#[test]
fn looking_whether_there_is_a_message_before_taking_it() {
    fn take(receiver: &Receiver<u32>, looks: bool) -> u32 {
        match looks {
            true if receiver.is_empty() => 0,
            true => receiver.recv().unwrap(),
            false => receiver.try_recv().unwrap_or(0),
        }
    }
    fn share(looks: bool) {
        let (sender, receiver) = unbounded();
        sender.send(1).unwrap();
        let taken = join_all(two(move |_| take(&receiver, looks)));
        assert_eq!(taken.iter().sum::<u32>(), 1);
        drop(sender);
    }
    assert_eq!(wrong_and_right(|| share(true), || share(false)), Kind::Deadlock);
}

#[test]
fn a_fair_select_lets_data_hide_a_stop() {
    fn run(biased: bool) {
        let (data, from_data) = unbounded();
        let (stop, from_stop) = unbounded();
        data.send(1).unwrap();
        stop.send(()).unwrap();
        let stopped = match biased {
            true => select_biased! {
                recv(from_stop) -> _ => true,
                recv(from_data) -> _ => false,
            },
            false => select! {
                recv(from_stop) -> _ => true,
                recv(from_data) -> _ => false,
            },
        };
        assert!(stopped, "a stop was not seen");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}

#[test]
fn a_closed_channel_keeps_awake() {
    fn wait(replaces: bool) {
        let (stop, mut from_stop) = bounded::<()>(1);
        drop(stop);
        loop {
            select! {
                recv(from_stop) -> message => if message.is_err() && replaces { from_stop = never() },
                default(SECOND) => break,
            }
        }
    }
    assert_eq!(wrong_and_right(|| wait(false), || wait(true)), Kind::Livelock);
}

#[test]
fn looking_again_and_again_instead_of_waiting() {
    fn receive(spins: bool) {
        let (sender, receiver) = unbounded();
        let (other, from_other) = unbounded::<u32>();
        let receiving = thread::spawn(move || {
            loop {
                if spins {
                    select! {
                        recv(receiver) -> message => return message,
                        recv(from_other) -> _ => {}
                        default => {}
                    }
                } else {
                    select! {
                        recv(receiver) -> message => return message,
                        recv(from_other) -> _ => {}
                    }
                }
            }
        });
        settle("the thread never sleeps");
        sender.send(1).unwrap();
        assert_eq!(receiving.join().unwrap(), Ok(1));
        drop(other);
    }
    assert_eq!(wrong_and_right(|| receive(true), || receive(false)), Kind::Livelock);
}

/// Items come at half the idle time. Schedules in which the feeder oversleeps say nothing.
fn is_fed(collect: fn(Receiver<u32>) -> usize) {
    let (sender, receiver) = unbounded();
    let mut last = Instant::now();
    let feeder = thread::spawn(move || {
        let mut in_time = true;
        for item in 0..3 {
            all_asleep("the collector never sleeps");
            thread::sleep(SECOND / 2);
            let now = Instant::now();
            let is_over = sender.send(item).is_err();
            in_time &= last.elapsed() < SECOND;
            if is_over {
                break;
            }
            last = now;
        }
        (in_time, sender)
    });
    let items = collect(receiver);
    let (in_time, _sender) = feeder.join().unwrap();
    assert!(!in_time || items == 3, "an item that came in time was not collected");
}

#[test]
fn a_timeout_that_counts_from_the_start() {
    fn total(receiver: Receiver<u32>) -> usize {
        let mut items = 0;
        let timeout = after(SECOND);
        loop {
            select! {
                recv(receiver) -> _ => items += 1,
                recv(timeout) -> _ => return items,
            }
        }
    }
    fn anew(receiver: Receiver<u32>) -> usize {
        let mut items = 0;
        loop {
            select! {
                recv(receiver) -> _ => items += 1,
                recv(after(SECOND)) -> _ => return items,
            }
        }
    }
    fn each(receiver: Receiver<u32>) -> usize {
        let mut items = 0;
        while receiver.recv_timeout(SECOND).is_ok() {
            items += 1;
        }
        items
    }
    assert_eq!(wrong_and_right(|| is_fed(total), || is_fed(anew)), Kind::WrongResult);
    passes("", || is_fed(each));
}

#[test]
fn the_lines_and_values_of_the_learners_are_shown() {
    let found = finding(file!(), || {
        let (sender, receiver) = unbounded();
        let (_other, other) = bounded::<u32>(0);
        sender.send(7).unwrap();
        let select_at = line!() + 1;
        select! {
            recv(receiver) -> message => assert_eq!(message, Ok(7)),
            recv(other) -> _ => {}
        }
        assert_eq!(select_at, line!() - 4);
        select! {
            recv(receiver) -> _ => {}
            recv(other) -> _ => {}
        }
    });
    assert_eq!(found.kind, Kind::Deadlock);
    let shown = found.interleaving.expect("there is one");
    assert_eq!(shown.blocked[0].operation, "select");
    let received = shown.steps.iter().find(|step| step.operation == "recv").expect("a message was received");
    assert_eq!(received.read.as_deref(), Some("7"));
    // One line below the `select!` that it belongs to, four above that where the thread is stuck.
    let line = |place: Option<threadlings_report::Place>| place.expect("it is in this file").line;
    assert_eq!(line(received.place) + 4, line(shown.blocked[0].place));
}

#[test]
fn believing_that_what_is_called_ready_is_there() {
    fn take(looks_again: bool) {
        let (sender, receiver) = unbounded();
        let sending = thread::spawn(move || sender.send(1).unwrap());
        let mut select = Select::new();
        select.recv(&receiver);
        select.ready();
        let mut taken = receiver.try_recv();
        while looks_again && taken.is_err() {
            select.ready();
            taken = receiver.try_recv();
        }
        assert_eq!(taken, Ok(1));
        sending.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| take(false), || take(true)), Kind::WrongResult);
}

#[test]
fn a_scoped_thread_that_panics() {
    fn run(panics: bool) {
        let result = crossbeam::scope(|scope| {
            scope.spawn(move |_| assert!(!panics, "the thread panics"));
            1
        });
        assert_eq!(result.ok(), Some(1));
    }
    passes("", || run(false));
    finding("", || run(true));
}
