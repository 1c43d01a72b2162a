//! `std::sync::mpsc`.

use std::sync::mpsc::{
    self, Receiver, RecvError, RecvTimeoutError, SendError, Sender, SyncSender, TryRecvError, TrySendError,
};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

super::probes! {
    messages_come_in_order
    the_channel_ends_with_its_last_sender
    send_fails_without_a_receiver
    try_recv_tells_empty_from_disconnected
    a_receiver_is_an_iterator
    recv_timeout_gives_up
    recv_timeout_gets_what_is_there
    a_full_channel_refuses
    a_full_channel_makes_its_sender_wait
    a_channel_without_room_hands_over
    try_send_without_room_needs_a_waiting_receiver
    a_message_comes_back_from_a_channel_without_receiver
    a_waiting_sender_learns_that_the_receiver_has_gone
    a_channel_can_carry_its_own_answer
    receivers_can_be_shared_behind_a_mutex
    ends_can_be_sent_and_senders_shared
    messages_left_behind_are_dropped
    errors_say_what_is_wrong
}

fn messages_come_in_order() {
    let (sender, receiver) = mpsc::channel();
    let thread = thread::spawn(move || (0..3).for_each(|number| sender.send(number).unwrap()));
    assert_eq!(receiver.iter().collect::<Vec<_>>(), [0, 1, 2]);
    thread.join().unwrap();
}

fn the_channel_ends_with_its_last_sender() {
    let (sender, receiver) = mpsc::channel();
    let other = sender.clone();
    thread::spawn(move || other.send(1)).join().unwrap().unwrap();
    drop(sender);
    assert_eq!((receiver.recv(), receiver.recv()), (Ok(1), Err(RecvError)));
}

fn send_fails_without_a_receiver() {
    let (sender, receiver) = mpsc::channel();
    drop(receiver);
    assert_eq!(sender.send("text"), Err(SendError("text")));
}

fn try_recv_tells_empty_from_disconnected() {
    let (sender, receiver) = mpsc::channel();
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
    sender.send(1).unwrap();
    drop(sender);
    assert_eq!((receiver.try_recv(), receiver.try_recv()), (Ok(1), Err(TryRecvError::Disconnected)));
}

fn a_receiver_is_an_iterator() {
    let (sender, receiver) = mpsc::channel();
    (0..4).for_each(|number| sender.send(number).unwrap());
    assert_eq!(receiver.try_iter().take(2).sum::<u32>(), 1);
    drop(sender);
    let mut left = Vec::new();
    for number in &receiver {
        left.push(number);
    }
    assert_eq!((left, receiver.into_iter().next()), (vec![2, 3], None));
}

fn recv_timeout_gives_up() {
    let (sender, receiver) = mpsc::channel::<u32>();
    assert_eq!(receiver.recv_timeout(Duration::from_millis(1)), Err(RecvTimeoutError::Timeout));
    drop(sender);
    assert_eq!(receiver.recv_timeout(Duration::from_millis(1)), Err(RecvTimeoutError::Disconnected));
}

fn recv_timeout_gets_what_is_there() {
    let (sender, receiver) = mpsc::channel();
    sender.send(1).unwrap();
    assert_eq!(receiver.recv_timeout(Duration::ZERO), Ok(1));
}

fn a_full_channel_refuses() {
    let (sender, receiver) = mpsc::sync_channel(1);
    assert_eq!(sender.try_send(1), Ok(()));
    assert_eq!(sender.try_send(2), Err(TrySendError::Full(2)));
    assert_eq!(receiver.recv(), Ok(1));
    assert_eq!(sender.try_send(3), Ok(()));
    drop(receiver);
    assert_eq!(sender.try_send(4), Err(TrySendError::Disconnected(4)));
}

fn a_full_channel_makes_its_sender_wait() {
    let (sender, receiver): (SyncSender<u32>, Receiver<u32>) = mpsc::sync_channel(1);
    let thread = thread::spawn(move || (0..3).for_each(|number| sender.send(number).unwrap()));
    assert_eq!(receiver.iter().sum::<u32>(), 3);
    thread.join().unwrap();
}

fn a_channel_without_room_hands_over() {
    let (sender, receiver) = mpsc::sync_channel(0);
    let other = sender.clone();
    thread::scope(|scope| {
        scope.spawn(move || sender.send(1).unwrap());
        scope.spawn(move || other.send(2).unwrap());
        assert_eq!(receiver.iter().sum::<u32>(), 3);
    });
}

fn try_send_without_room_needs_a_waiting_receiver() {
    let (sender, receiver) = mpsc::sync_channel(0);
    assert_eq!(sender.try_send(1), Err(TrySendError::Full(1)));
    let thread = thread::spawn(move || receiver.recv().unwrap());
    while sender.try_send(2).is_err() {
        thread::yield_now();
    }
    assert_eq!(thread.join().unwrap(), 2);
}

fn a_message_comes_back_from_a_channel_without_receiver() {
    let (sender, receiver) = mpsc::sync_channel(0);
    let thread = thread::spawn(move || sender.send(String::from("text")));
    drop(receiver);
    assert_eq!(thread.join().unwrap(), Err(SendError("text".to_owned())));
}

fn a_waiting_sender_learns_that_the_receiver_has_gone() {
    let (sender, receiver) = mpsc::sync_channel(1);
    sender.send(1).unwrap();
    let thread = thread::spawn(move || sender.send(2));
    drop(receiver);
    assert_eq!(thread.join().unwrap(), Err(SendError(2)));
}

fn a_channel_can_carry_its_own_answer() {
    let (requests, inbox) = mpsc::channel::<(u32, Sender<u32>)>();
    let server = thread::spawn(move || {
        for (number, answer) in inbox {
            answer.send(number * 2).unwrap();
        }
    });
    let (answer, answers) = mpsc::channel();
    requests.send((21, answer)).unwrap();
    assert_eq!(answers.recv(), Ok(42));
    drop(requests);
    server.join().unwrap();
}

fn receivers_can_be_shared_behind_a_mutex() {
    let (sender, receiver) = mpsc::channel();
    let receiver = Arc::new(Mutex::new(receiver));
    let workers: Vec<_> = (0..2)
        .map(|_| {
            let receiver = Arc::clone(&receiver);
            thread::spawn(move || {
                let mut sum = 0;
                loop {
                    let next = receiver.lock().unwrap().recv();
                    match next {
                        Ok(number) => sum += number,
                        Err(RecvError) => return sum,
                    }
                }
            })
        })
        .collect();
    sender.send(1).unwrap();
    sender.send(2).unwrap();
    drop(sender);
    assert_eq!(workers.into_iter().map(|worker| worker.join().unwrap()).sum::<u32>(), 3);
}

fn ends_can_be_sent_and_senders_shared() {
    fn assert_send<T: Send>() {}
    fn assert_sync<T: Sync>() {}
    assert_send::<Receiver<u32>>();
    assert_sync::<Sender<u32>>();
    assert_sync::<SyncSender<u32>>();
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| sender.send(1).unwrap());
        scope.spawn(|| sender.send(2).unwrap());
    });
    drop(sender);
    assert_eq!(receiver.into_iter().sum::<u32>(), 3);
}

fn messages_left_behind_are_dropped() {
    let (sender, receiver) = mpsc::channel();
    let value = Arc::new(());
    sender.send(Arc::clone(&value)).unwrap();
    assert_eq!(Arc::strong_count(&value), 2);
    drop(receiver);
    assert_eq!(Arc::strong_count(&value), 1);
    drop(sender);
}

fn errors_say_what_is_wrong() {
    assert!(RecvError.to_string().contains("closed channel"));
    assert_eq!(SendError(5).0, 5);
    let error: Box<dyn std::error::Error> = Box::new(RecvTimeoutError::Timeout);
    assert!(!error.to_string().is_empty());
    let (sender, receiver) = mpsc::channel::<u32>();
    assert!(format!("{sender:?} {receiver:?}").contains("Receiver"));
}
