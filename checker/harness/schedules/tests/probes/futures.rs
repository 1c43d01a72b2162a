//! `std::future`, `std::task` and `std::pin`, as executors written by hand use them.

use std::future::{self, Future};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

super::probes! {
    a_thread_is_woken
    a_future_waits_for_another_thread
    wakers_are_counted_handles
    a_waker_may_be_a_condition_variable
    boxed_futures_are_run_by_a_queue
    futures_are_made_of_closures
    the_noop_waker_does_nothing
    wake_by_value_and_by_reference_differ
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

#[derive(Clone, Default)]
struct Flag(Arc<Mutex<(bool, Vec<Waker>)>>);

impl Flag {
    fn raise(&self) {
        let wakers = {
            let mut state = self.0.lock().unwrap();
            state.0 = true;
            std::mem::take(&mut state.1)
        };
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl Future for Flag {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self.0.lock().unwrap();
        if state.0 {
            return Poll::Ready(());
        }
        if !state.1.iter().any(|waker| waker.will_wake(context.waker())) {
            state.1.push(context.waker().clone());
        }
        Poll::Pending
    }
}

fn a_thread_is_woken() {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let thread = thread::spawn(move || waker.wake());
    thread::park();
    thread.join().unwrap();
}

fn a_future_waits_for_another_thread() {
    let flag = Flag::default();
    let other = flag.clone();
    let thread = thread::spawn(move || other.raise());
    block_on(async {
        flag.clone().await;
        flag.await;
    });
    thread.join().unwrap();
}

fn wakers_are_counted_handles() {
    let wake = Arc::new(Unpark(thread::current()));
    let waker: Waker = Arc::clone(&wake).into();
    let copy = waker.clone();
    assert_eq!(Arc::strong_count(&wake), 3);
    assert!(waker.will_wake(&copy) && waker.will_wake(&Waker::from(Arc::clone(&wake))));
    drop((waker, copy));
    assert_eq!(Arc::strong_count(&wake), 1);
}

fn a_waker_may_be_a_condition_variable() {
    #[derive(Default)]
    struct Signal {
        woken: Mutex<bool>,
        changed: Condvar,
    }
    impl Wake for Signal {
        fn wake(self: Arc<Self>) {
            self.wake_by_ref();
        }

        fn wake_by_ref(self: &Arc<Self>) {
            *self.woken.lock().unwrap() = true;
            self.changed.notify_one();
        }
    }
    let flag = Flag::default();
    let signal = Arc::new(Signal::default());
    let waker = Waker::from(Arc::clone(&signal));
    let mut future = Box::pin(flag.clone());
    let thread = thread::spawn(move || flag.raise());
    while future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
        let woken = signal.changed.wait_while(signal.woken.lock().unwrap(), |woken| !*woken);
        *woken.unwrap() = false;
    }
    thread.join().unwrap();
}

fn boxed_futures_are_run_by_a_queue() {
    struct Task {
        future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
        queue: mpsc::Sender<Arc<Task>>,
    }
    impl Wake for Task {
        fn wake(self: Arc<Self>) {
            let queue = self.queue.clone();
            let _ = queue.send(self);
        }
    }
    let done = Arc::new(AtomicUsize::new(0));
    let flag = Flag::default();
    let (queue, tasks) = mpsc::channel();
    let (count, waits) = (Arc::clone(&done), flag.clone());
    let future = Box::pin(async move {
        waits.await;
        count.fetch_add(1, SeqCst);
    });
    queue.send(Arc::new(Task { future: Mutex::new(Some(future)), queue: queue.clone() })).unwrap();
    drop(queue);
    let thread = thread::spawn(move || flag.raise());
    for task in tasks {
        let mut slot = task.future.lock().unwrap();
        if let Some(mut future) = slot.take() {
            let waker = Waker::from(Arc::clone(&task));
            if future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
                *slot = Some(future);
            }
        }
    }
    thread.join().unwrap();
    assert_eq!(done.load(SeqCst), 1);
}

fn futures_are_made_of_closures() {
    let mut polls = 0;
    let twice = future::poll_fn(|context| {
        polls += 1;
        if polls < 2 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(polls)
    });
    assert_eq!(block_on(twice) + block_on(future::ready(1)), 3);
    let add = async |number: u32| number + 1;
    assert_eq!(block_on(add(1)), 2);
}

fn the_noop_waker_does_nothing() {
    let mut context = Context::from_waker(Waker::noop());
    assert!(pin!(future::pending::<()>()).poll(&mut context).is_pending());
    Waker::noop().wake_by_ref();
    fn next(poll: Poll<u32>) -> Poll<u32> {
        Poll::Ready(std::task::ready!(poll) + 1)
    }
    assert_eq!(next(Poll::Ready(1)), Poll::Ready(2));
}

fn wake_by_value_and_by_reference_differ() {
    #[derive(Default)]
    struct Count {
        by_value: AtomicUsize,
        by_reference: AtomicUsize,
    }
    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.by_value.fetch_add(1, SeqCst);
        }

        fn wake_by_ref(self: &Arc<Self>) {
            self.by_reference.fetch_add(1, SeqCst);
        }
    }
    let count = Arc::new(Count::default());
    let waker = Waker::from(Arc::clone(&count));
    waker.wake_by_ref();
    waker.clone().wake();
    waker.wake();
    assert_eq!((count.by_value.load(SeqCst), count.by_reference.load(SeqCst)), (2, 1));
    assert_eq!(Arc::strong_count(&count), 1);
}
