//! Programs that use `tokio`, one wrong and one right, over every schedule.

#[macro_use]
extern crate threadlings_schedules as std;
extern crate threadlings_tokio as tokio;

#[path = "../../../schedules/tests/judge/mod.rs"]
mod judge;

// As in answers: what `tokio` takes by `Arc` is std's own.
use std::real_std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use judge::{finding, passes, wrong_and_right};
use threadlings_report::Kind;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Mutex, Notify, Semaphore, mpsc, oneshot};
use tokio::{task, time};

fn block_on<F: Future>(future: F) -> F::Output {
    Runtime::new().unwrap().block_on(future)
}

#[test]
fn forgotten_sender() {
    fn collect(forgets: bool) {
        let sum = block_on(async {
            let (sender, mut receiver) = mpsc::channel(4);
            for number in 1..3 {
                let sender = sender.clone();
                tokio::spawn(async move { sender.send(number).await.unwrap() });
            }
            let _kept = forgets.then_some(sender);
            let mut sum = 0;
            while let Some(number) = receiver.recv().await {
                sum += number;
            }
            sum
        });
        assert_eq!(sum, 3);
    }
    assert_eq!(wrong_and_right(|| collect(true), || collect(false)), Kind::Deadlock);
}

#[test]
fn missed_notify() {
    fn wait(registers_first: bool) {
        block_on(async {
            let shared = Arc::new((AtomicUsize::new(0), Notify::new()));
            let other = Arc::clone(&shared);
            let setter = tokio::spawn(async move {
                other.0.store(1, SeqCst);
                other.1.notify_waiters();
            });
            if registers_first {
                let notified = shared.1.notified();
                tokio::pin!(notified);
                notified.as_mut().enable();
                if shared.0.load(SeqCst) == 0 {
                    notified.await;
                }
            } else if shared.0.load(SeqCst) == 0 {
                shared.1.notified().await;
            }
            setter.await.unwrap();
        });
    }
    assert_eq!(wrong_and_right(|| wait(false), || wait(true)), Kind::Deadlock);
}

#[test]
fn lost_update() {
    fn add(apart: bool) {
        block_on(async {
            let count = Arc::new(Mutex::new(0));
            let tasks: Vec<_> = (0..2)
                .map(|_| {
                    let count = Arc::clone(&count);
                    tokio::spawn(async move {
                        if apart {
                            let old = *count.lock().await;
                            *count.lock().await = old + 1;
                        } else {
                            *count.lock().await += 1;
                        }
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
            assert_eq!(*count.lock().await, 2, "an addition was lost");
        });
    }
    assert_eq!(wrong_and_right(|| add(true), || add(false)), Kind::WrongResult);
}

#[test]
fn select_drops_what_was_received() {
    async fn pair(receiver: &mut mpsc::Receiver<u32>) -> Option<(u32, u32)> {
        Some((receiver.recv().await?, receiver.recv().await?))
    }
    fn read(keeps: bool) {
        let sum = block_on(async {
            let (sender, mut receiver) = mpsc::channel(4);
            let (ticks, mut ticker) = mpsc::channel(4);
            tokio::spawn(async move {
                sender.send(1).await.unwrap();
                sender.send(2).await.unwrap();
            });
            tokio::spawn(async move { ticks.send(()).await.unwrap() });
            let mut sum = 0;
            loop {
                let received = if keeps {
                    tokio::select! {
                        number = receiver.recv() => number,
                        Some(()) = ticker.recv() => continue,
                    }
                } else {
                    tokio::select! {
                        pair = pair(&mut receiver) => pair.map(|(first, second)| first + second),
                        Some(()) = ticker.recv() => continue,
                    }
                };
                match received {
                    Some(number) => sum += number,
                    None => return sum,
                }
            }
        });
        assert_eq!(sum, 3, "a message was lost");
    }
    assert_eq!(wrong_and_right(|| read(false), || read(true)), Kind::WrongResult);
}

#[test]
fn a_future_that_is_not_polled_holds_up_the_lock() {
    fn write(spawns: bool) {
        block_on(async {
            let lock = Arc::new(Mutex::new(0));
            let (held, release) = (Arc::clone(&lock), oneshot::channel::<()>());
            let holder = tokio::spawn(async move {
                let _guard = held.lock().await;
                let _ = release.1.await;
            });
            let shared = Arc::clone(&lock);
            let first = async move { *shared.lock().await += 1 };
            if spawns {
                let mut first = tokio::spawn(first);
                tokio::select! {
                    _ = &mut first => {}
                    () = task::yield_now() => drop(release.0),
                }
            } else {
                tokio::pin!(first);
                tokio::select! {
                    () = &mut first => {}
                    () = task::yield_now() => {
                        drop(release.0);
                        *lock.lock().await += 1;
                    }
                }
            }
            holder.abort();
        });
    }
    assert_eq!(wrong_and_right(|| write(false), || write(true)), Kind::Deadlock);
}

#[test]
fn awaiting_one_after_the_other() {
    fn meet(together: bool) {
        block_on(async {
            let barrier = Arc::new(tokio::sync::Barrier::new(2));
            let wait = || {
                let barrier = Arc::clone(&barrier);
                async move { barrier.wait().await.is_leader() }
            };
            let leaders = match together {
                true => {
                    let (one, other) = tokio::join!(wait(), wait());
                    [one, other]
                }
                false => [wait().await, wait().await],
            };
            assert_ne!(leaders[0], leaders[1]);
        });
    }
    assert_eq!(wrong_and_right(|| meet(false), || meet(true)), Kind::Deadlock);
}

#[test]
fn blocking_the_only_thread() {
    fn work(elsewhere: bool) {
        Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let (sender, receiver) = std::sync::mpsc::channel();
            let heart = tokio::spawn(async move { sender.send(1).unwrap() });
            let beat = match elsewhere {
                true => task::spawn_blocking(move || receiver.recv().unwrap()).await.unwrap(),
                false => receiver.recv().unwrap(),
            };
            assert_eq!(beat, 1);
            heart.await.unwrap();
        });
    }
    assert_eq!(wrong_and_right(|| work(false), || work(true)), Kind::Deadlock);
}

#[test]
fn more_permits_than_meant() {
    fn limit(forgets: bool) {
        block_on(async {
            let (limit, inside) = (Arc::new(Semaphore::new(1)), Arc::new(AtomicUsize::new(0)));
            let mut tasks = task::JoinSet::new();
            for _ in 0..2 {
                let (limit, inside) = (Arc::clone(&limit), Arc::clone(&inside));
                tasks.spawn(async move {
                    let permit = limit.acquire_owned().await.unwrap();
                    let _permit = (!forgets).then_some(permit);
                    let others = inside.fetch_add(1, SeqCst);
                    task::yield_now().await;
                    inside.fetch_sub(1, SeqCst);
                    others
                });
            }
            let most = tasks.join_all().await.into_iter().max();
            assert_eq!(most, Some(0), "two are inside at the same time");
        });
    }
    assert_eq!(wrong_and_right(|| limit(true), || limit(false)), Kind::WrongResult);
}

#[test]
fn tasks_end_as_those_of_tokio_do() {
    passes("", || {
        block_on(async {
            let failed = tokio::spawn(async { panic!("on purpose") }).await.unwrap_err();
            assert!(failed.is_panic());
            assert_eq!(failed.into_panic().downcast_ref::<&str>(), Some(&"on purpose"));
            let endless = tokio::spawn(std::future::pending::<()>());
            endless.abort();
            assert!(endless.await.unwrap_err().is_cancelled());
            let forgotten = Arc::new(());
            let held = Arc::clone(&forgotten);
            drop(tokio::spawn(async move {
                std::future::pending::<()>().await;
                drop(held);
            }));
        });
    });
}

#[test]
fn a_runtime_that_is_dropped_cancels_its_tasks() {
    passes("", || {
        let value = Arc::new(());
        let runtime = Builder::new_multi_thread().worker_threads(1).build().unwrap();
        let held = Arc::clone(&value);
        runtime.spawn(async move {
            std::future::pending::<()>().await;
            drop(held);
        });
        drop(runtime);
        assert_eq!(Arc::strong_count(&value), 1, "the task still holds it");
    });
}

#[test]
fn time_passes_when_nothing_else_happens() {
    passes("", || {
        block_on(async {
            let start = time::Instant::now();
            time::sleep(Duration::from_secs(60)).await;
            assert!(start.elapsed() >= Duration::from_secs(60));
            let slow = time::timeout(Duration::from_secs(1), std::future::pending::<()>()).await;
            assert!(slow.is_err());
            let fast = time::timeout(Duration::from_secs(1), async { 5 }).await;
            assert_eq!(fast, Ok(5));
            let mut ticks = time::interval(Duration::from_secs(1));
            let first = ticks.tick().await;
            assert!(ticks.tick().await >= first + Duration::from_secs(1));
        });
    });
}

#[test]
fn a_timeout_may_win_or_lose() {
    passes("", || {
        let outcomes = std::probes::OutcomeSet::new(&["in time", "too late"]);
        let result = block_on(async {
            let (sender, receiver) = oneshot::channel();
            tokio::spawn(async move { sender.send(1) });
            time::timeout(Duration::from_secs(1), receiver).await
        });
        outcomes.observe(if result.is_ok() { "in time" } else { "too late" });
    });
}

#[test]
fn sets_give_results_in_the_order_of_their_ends() {
    passes("", || {
        block_on(async {
            let (first, second) = oneshot::channel::<()>();
            let mut tasks = task::JoinSet::new();
            tasks.spawn(async move {
                let _ = second.await;
                1
            });
            tasks.spawn(async { 2 });
            assert_eq!(tasks.join_next().await.unwrap().unwrap(), 2);
            drop(first);
            assert_eq!((tasks.join_next().await.unwrap().unwrap(), tasks.join_next().await.is_none()), (1, true));
        });
    });
}

#[test]
fn a_runtime_inside_a_runtime_is_refused() {
    let found = finding(file!(), || {
        let runtime = Runtime::new().unwrap();
        runtime.block_on(async { runtime.block_on(async {}) });
    });
    assert_eq!(found.kind, Kind::Panic);
    assert!(found.headline.contains("Cannot start a runtime from within a runtime"), "{}", found.headline);
}

#[test]
fn the_lines_of_the_learners_are_shown() {
    let found = finding(file!(), || {
        block_on(async {
            let (sender, mut receiver) = mpsc::channel::<u32>(1);
            let other = sender.clone();
            tokio::spawn(async move { other.send(1).await.unwrap() });
            while receiver.recv().await.is_some() {}
        });
    });
    let shown = found.interleaving.expect("there is one");
    assert_eq!(shown.blocked[0].operation, "await", "{shown:#?}");
    assert!(shown.blocked[0].place.is_some(), "{shown:#?}");
    assert!(shown.steps.iter().any(|step| step.operation == "await" && step.lane == 1), "{shown:#?}");
}
