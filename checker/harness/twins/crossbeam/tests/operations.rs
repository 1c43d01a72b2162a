//! Each operation of the channels, in every schedule.

#[macro_use]
extern crate threadlings_schedules as std;
extern crate threadlings_crossbeam as crossbeam;

#[path = "../../../schedules/tests/judge/mod.rs"]
mod judge;

use std::OutcomeSet;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam::channel::*;
use judge::*;
use threadlings_report::Kind;

const SECOND: Duration = Duration::from_secs(1);
/// The clock does not get there.
const FOR_EVER: Duration = Duration::from_secs(1 << 35);

#[test]
fn sending_and_receiving_without_waiting() {
    passes("", || {
        let (sender, receiver) = bounded(1);
        assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
        assert_eq!(receiver.recv_timeout(SECOND), Err(RecvTimeoutError::Timeout));
        assert_eq!(receiver.recv_deadline(Instant::now()), Err(RecvTimeoutError::Timeout));
        assert_eq!(sender.try_send(1), Ok(()));
        assert_eq!(sender.try_send(2), Err(TrySendError::Full(2)));
        assert_eq!(sender.send_timeout(2, SECOND), Err(SendTimeoutError::Timeout(2)));
        assert_eq!(sender.send_deadline(2, Instant::now()), Err(SendTimeoutError::Timeout(2)));
        assert_eq!((sender.len(), sender.is_empty(), sender.is_full(), sender.capacity()), (1, false, true, Some(1)));
        assert_eq!(
            (receiver.len(), receiver.is_empty(), receiver.is_full(), receiver.capacity()),
            (1, false, true, Some(1))
        );
        assert_eq!(receiver.recv(), Ok(1));
        assert_eq!((receiver.is_empty(), receiver.is_full()), (true, false));
        let (other, others) = unbounded::<u32>();
        assert!(sender.same_channel(&sender.clone()) && !sender.same_channel(&other));
        assert!(receiver.same_channel(&receiver.clone()) && !receiver.same_channel(&others));
        assert_eq!(others.capacity(), None);
    });
}

#[test]
fn the_other_side_is_gone() {
    passes("", || {
        let (sender, receiver) = unbounded();
        sender.send(1).unwrap();
        drop(sender.clone());
        drop(sender);
        assert_eq!(receiver.recv(), Ok(1));
        assert_eq!(receiver.recv(), Err(RecvError));
        assert_eq!(receiver.try_recv(), Err(TryRecvError::Disconnected));
        assert_eq!(receiver.recv_timeout(SECOND), Err(RecvTimeoutError::Disconnected));
        let (sender, receiver) = bounded(0);
        drop(receiver.clone());
        drop(receiver);
        assert_eq!(sender.send(1), Err(SendError(1)));
        assert_eq!(sender.try_send(1), Err(TrySendError::Disconnected(1)));
        assert_eq!(sender.send_timeout(1, SECOND), Err(SendTimeoutError::Disconnected(1)));
    });
}

#[test]
fn whoever_waits_notices_that_the_other_side_goes() {
    passes("", || {
        let (sender, receiver) = bounded(1);
        let waiting = thread::spawn(move || receiver.iter().count());
        sender.send(1).unwrap();
        drop(sender);
        assert_eq!(waiting.join().unwrap(), 1);
        let (sender, receiver) = bounded(0);
        let waiting = thread::spawn(move || sender.send(1));
        drop(receiver);
        assert_eq!(waiting.join().unwrap(), Err(SendError(1)));
    });
}

#[test]
fn messages_come_in_the_order_of_each_sender() {
    passes("", || {
        let (sender, receiver) = bounded(1);
        let sending = thread::spawn(move || (1..4).for_each(|number| sender.send(number).unwrap()));
        assert_eq!(receiver.into_iter().collect::<Vec<_>>(), [1, 2, 3]);
        sending.join().unwrap();
    });
}

#[test]
fn what_nobody_can_receive_is_dropped() {
    passes("", || {
        let (sender, receiver) = unbounded();
        let message = Arc::new(1);
        sender.send(Arc::clone(&message)).unwrap();
        drop(receiver);
        assert_eq!(Arc::strong_count(&message), 1);
    });
}

#[test]
fn without_a_buffer_both_sides_meet() {
    passes("", || {
        let (sender, receiver) = bounded(0);
        assert_eq!(sender.try_send(0), Err(TrySendError::Full(0)));
        assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
        assert_eq!((sender.len(), sender.is_empty(), sender.is_full()), (0, true, true));
        let sending = thread::spawn(move || {
            sender.send(1).unwrap();
            sender.send(2).unwrap();
        });
        assert_eq!((receiver.recv(), receiver.recv(), receiver.recv()), (Ok(1), Ok(2), Err(RecvError)));
        sending.join().unwrap();
    });
}

#[test]
fn without_a_buffer_nobody_sends_alone() {
    fn send(receives: bool) {
        let (sender, receiver) = bounded(0);
        let receiving = receives.then(|| {
            let receiver = receiver.clone();
            thread::spawn(move || receiver.recv())
        });
        sender.send(1).unwrap();
        assert_eq!(receiving.map(|thread| thread.join().unwrap()), receives.then_some(Ok(1)));
    }
    assert_eq!(wrong_and_right(|| send(false), || send(true)), Kind::Deadlock);
}

#[test]
fn two_selects_meet() {
    passes("", || {
        let (sender, receiver) = bounded(0);
        let (other, others) = bounded::<u32>(0);
        let sending = thread::spawn(move || {
            select! {
                recv(others) -> _ => panic!("nobody sends there"),
                send(sender, 7) -> result => result.unwrap(),
            }
        });
        let received = select! {
            recv(receiver) -> message => message.unwrap(),
            recv(never::<u32>()) -> _ => unreachable!(),
        };
        assert_eq!(received, 7);
        sending.join().unwrap();
        drop(other);
    });
}

#[test]
fn a_select_meets_one_at_a_time() {
    passes("", || {
        let (first, firsts) = bounded(0);
        let (second, seconds) = bounded(0);
        let sending = [first, second].map(|sender| thread::spawn(move || sender.send(1)));
        let mut received = 0;
        for _ in 0..2 {
            select! {
                recv(firsts) -> message => received += message.unwrap_or(0),
                recv(seconds) -> message => received += message.unwrap_or(0),
                default(FOR_EVER) => {}
            }
        }
        drop((firsts, seconds));
        let sent = sending.map(|thread| usize::from(thread.join().unwrap().is_ok()));
        assert_eq!(sent.iter().sum::<usize>(), received, "as many are received as are sent");
    });
}

#[test]
fn whoever_looks_notices_that_somebody_waits_on_the_other_side() {
    passes("", || {
        let (sender, receiver) = bounded(0);
        let receiving = thread::spawn(move || receiver.recv());
        let mut select = Select::new();
        let number = select.send(&sender);
        assert_eq!(select.ready(), number);
        while sender.try_send(1).is_err() {
            assert_eq!(select.ready(), number);
        }
        assert_eq!(receiving.join().unwrap(), Ok(1));
    });
}

#[test]
fn a_message_goes_to_one_receiver() {
    passes("", || {
        let (sender, receiver) = unbounded();
        let receiving = two(move |_| receiver.try_iter().chain(receiver.iter()).count());
        sender.send(1).unwrap();
        sender.send(2).unwrap();
        drop(sender);
        assert_eq!(join_all(receiving).iter().sum::<usize>(), 2);
    });
}

#[test]
fn arms_have_many_shapes() {
    struct Ends {
        sender: Sender<String>,
        receiver: Receiver<String>,
    }
    fn take(ends: &Ends, optional: Option<&Receiver<u32>>) -> Result<Option<String>, RecvError> {
        let (recv, chosen, arms) = ("hello", ends, "arms");
        loop {
            crossbeam::select! {
                recv(ends.receiver) -> message => return Ok(Some(message?)),
                recv(optional.unwrap_or(&never())) -> (Ok(_) | Err(_)) => { continue }
                send(chosen.sender, format!("{recv} {arms}"),) -> result => if let Err(SendError(mut unsent)) = result {
                    unsent.clear();
                    break;
                },
                default() => break
            }
        }
        Ok(None)
    }
    passes("", || {
        let (sender, receiver) = bounded(1);
        let ends = Ends { sender, receiver };
        assert_eq!(take(&ends, None).unwrap().as_deref(), Some("hello arms"));
        let shared = Arc::new(ends.receiver.clone());
        let nested = select! {
            recv(shared) -> _ => 0,
            default => select_biased! { recv(after(SECOND)) -> _ => { 1 } default(2 * SECOND) => { 2 } },
        };
        assert_eq!(nested, 1);
        assert_eq!(select! { default => 3 }, 3);
    });
}

#[test]
fn every_arm_that_is_ready_may_be_chosen() {
    let test = || {
        let outcomes = OutcomeSet::new(&["0", "1", "2"]);
        let (sender, receiver) = unbounded();
        let (closed, closes) = bounded::<u32>(1);
        drop(closed);
        sender.send(1).unwrap();
        let chosen = select! {
            recv(receiver) -> message => { assert_eq!(message, Ok(1)); 0 }
            recv(closes) -> message => { assert_eq!(message, Err(RecvError)); 1 },
            send(sender, 2) -> result => { result.unwrap(); 2 }
            recv(never::<u32>()) -> _ => 3,
            default => 4,
        };
        outcomes.observe(chosen.to_string());
    };
    passes("", test);
}

#[test]
fn biased_the_first_that_is_ready_is_chosen() {
    passes("", || {
        let (empty, is_empty) = unbounded::<u32>();
        let (sender, receiver) = unbounded();
        sender.send(1).unwrap();
        for _ in 0..2 {
            let chosen = select_biased! {
                recv(is_empty) -> _ => 0,
                send(sender, 2) -> _ => 1,
                recv(receiver) -> _ => 2,
            };
            assert_eq!(chosen, 1);
        }
        let mut select = Select::new_biased();
        select.recv(&is_empty);
        let first = select.recv(&receiver);
        select.send(&sender);
        let operation = select.select();
        assert_eq!((operation.index(), operation.recv(&receiver)), (first, Ok(1)));
        drop(empty);
    });
}

#[test]
fn nothing_is_ready() {
    passes("", || {
        let (_sender, receiver) = unbounded::<u32>();
        let before = Instant::now();
        assert_eq!(select! { recv(receiver) -> _ => 0, default => 1 }, 1);
        assert!(before.elapsed() < SECOND);
        assert_eq!(select! { default(SECOND) => 1, recv(receiver) -> _ => 0 }, 1);
        assert!(before.elapsed() >= SECOND);
        let mut select = Select::new();
        let number = select.recv(&receiver);
        assert!(select.try_select().is_err());
        assert_eq!(select.try_ready(), Err(TryReadyError));
        assert!(select.select_timeout(SECOND).is_err());
        assert!(select.select_deadline(Instant::now()).is_err());
        // These may return for no reason.
        let may_be = [Err(ReadyTimeoutError), Ok(number)];
        assert!(may_be.contains(&select.ready_timeout(SECOND)));
        assert!(may_be.contains(&select.ready_deadline(Instant::now())));
        select.remove(number);
        assert!(select.select_timeout(SECOND).is_err());
    });
}

/// What the only operation receives. `ready` may return before it can.
fn taken(select: &mut Select<'_>, operation: usize, receiver: &Receiver<u32>) -> u32 {
    loop {
        assert_eq!(select.ready(), operation);
        if let Ok(value) = receiver.try_recv() {
            return value;
        }
    }
}

#[test]
fn whoever_waits_until_something_is_ready_takes_nothing() {
    passes("", || {
        let (sender, receiver) = unbounded();
        let (meets, meeting) = bounded::<u32>(0);
        let sending = thread::spawn(move || {
            sender.send(1).unwrap();
            meets.send(2).unwrap();
        });
        let mut select = Select::new();
        let first = select.recv(&receiver);
        assert_eq!(taken(&mut select, first, &receiver), 1);
        select.remove(first);
        let second = select.recv(&meeting);
        assert_eq!(taken(&mut select, second, &meeting), 2);
        sending.join().unwrap();
    });
}

#[test]
fn what_was_selected_is_not_taken_by_others() {
    passes("", || {
        let (sender, receiver) = bounded(1);
        sender.send(1).unwrap();
        let other = thread::spawn({
            let receiver = receiver.clone();
            move || receiver.try_recv()
        });
        let mut select = Select::new();
        select.recv(&receiver);
        let mine = select.try_select().map(|operation| {
            thread::yield_now();
            operation.recv(&receiver).unwrap()
        });
        let theirs = other.join().unwrap();
        assert_eq!(u32::from(mine.is_ok()) + u32::from(theirs.is_ok()), 1);
    });
}

#[test]
fn an_operation_that_is_selected_and_not_done() {
    let found = finding("", || {
        let (_sender, receiver) = unbounded::<u32>();
        drop(_sender);
        let mut select = Select::new();
        select.recv(&receiver);
        drop(select.select());
    });
    assert!(found.headline.contains("without completing the operation"), "{found:?}");
}

#[test]
fn times_come_as_messages() {
    passes("", || {
        let start = Instant::now();
        let once = after(SECOND);
        assert_eq!(once.try_recv(), Err(TryRecvError::Empty));
        assert!(once.recv().unwrap() >= start + SECOND);
        assert!(start.elapsed() >= SECOND && start.elapsed() < 2 * SECOND);
        assert_eq!(once.recv_timeout(SECOND), Err(RecvTimeoutError::Timeout));
        let then = at(start + 5 * SECOND);
        assert_eq!(then.recv(), Ok(start + 5 * SECOND));
        let start = Instant::now();
        let ticks = tick(SECOND);
        assert_eq!(ticks.iter().take(3).count(), 3);
        assert!(start.elapsed() >= 3 * SECOND && start.elapsed() < 4 * SECOND);
        assert_eq!((never::<()>().capacity(), once.capacity()), (Some(0), Some(1)));
    });
}

#[test]
fn what_never_comes_is_a_deadlock() {
    let found = finding(file!(), || {
        let (_sender, receiver) = unbounded::<u32>();
        select! {
            recv(receiver) -> _ => {}
            recv(never::<u32>()) -> _ => {}
            recv(after(FOR_EVER)) -> _ => {}
            default(FOR_EVER) => {}
        }
    });
    assert_eq!(found.kind, Kind::Deadlock);
}

#[test]
fn the_first_of_several_times_wins() {
    passes("", || {
        let late = after(3 * SECOND);
        let early = after(SECOND);
        let chosen = select! {
            recv(late) -> _ => 1,
            recv(early) -> _ => 2,
            default(2 * SECOND) => 3,
        };
        assert_eq!(chosen, 2);
    });
}
