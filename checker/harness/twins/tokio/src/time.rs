//! Time, which is the model's: nobody waits for real.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::task::{Context, Poll};

use threadlings_schedules::engine::outside;

use crate::executor;

pub use shuttle_tokio::time::MissedTickBehavior;
pub use std::time::Duration;
pub use threadlings_schedules::time::Instant;

/// What `tokio::time` fails with.
pub mod error {
    /// The time was up before the future was ready.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Elapsed(pub(super) ());

    impl std::fmt::Display for Elapsed {
        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("deadline has elapsed")
        }
    }

    impl std::error::Error for Elapsed {}
}

impl From<error::Elapsed> for io::Error {
    fn from(_: error::Elapsed) -> Self {
        io::ErrorKind::TimedOut.into()
    }
}

/// `tokio::time::Sleep`.
#[derive(Debug)]
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Sleep {
    number: usize,
    /// In virtual nanoseconds.
    until: u64,
    deadline: Instant,
    /// As in `tokio`, it must stay where it is polled.
    _pinned: std::marker::PhantomPinned,
}

/// Waits so long.
pub fn sleep(duration: Duration) -> Sleep {
    sleep_until(Instant::now() + duration)
}

/// Waits until that time.
pub fn sleep_until(deadline: Instant) -> Sleep {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Relaxed);
    Sleep { number, until: virtual_time(deadline), deadline, _pinned: std::marker::PhantomPinned }
}

fn virtual_time(deadline: Instant) -> u64 {
    let left = deadline.saturating_duration_since(Instant::now());
    outside::now().saturating_add(u64::try_from(left.as_nanos()).unwrap_or(u64::MAX))
}

impl Sleep {
    /// When it ends.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Whether it has ended.
    pub fn is_elapsed(&self) -> bool {
        outside::now() >= self.until
    }

    /// Lets it end at another time.
    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        // SAFETY: nothing is moved out of it.
        let this = unsafe { self.get_unchecked_mut() };
        this.deadline = deadline;
        this.until = virtual_time(deadline);
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if outside::now() >= self.until {
            return Poll::Ready(());
        }
        outside::is_about_to();
        executor::set_timer(self.number, self.until, context.waker());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        executor::forget_timer(self.number);
    }
}

/// Waits for a future, but no longer than the time given.
///
/// # Errors
/// If the time was up first.
pub async fn timeout<F: IntoFuture>(duration: Duration, future: F) -> Result<F::Output, error::Elapsed> {
    timeout_at(Instant::now() + duration, future).await
}

/// Waits for a future, but no longer than that time.
///
/// # Errors
/// If the time was up first.
pub async fn timeout_at<F: IntoFuture>(deadline: Instant, future: F) -> Result<F::Output, error::Elapsed> {
    let mut future = std::pin::pin!(future.into_future());
    let mut sleep = std::pin::pin!(sleep_until(deadline));
    poll_fn(|context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Ok(value));
        }
        sleep.as_mut().poll(context).map(|()| Err(error::Elapsed(())))
    })
    .await
}

/// `tokio::time::Interval`.
#[derive(Debug)]
pub struct Interval {
    next: Instant,
    period: Duration,
    missed: MissedTickBehavior,
}

/// Ticks at once, and then again and again.
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

/// Ticks at that time, and then again and again.
///
/// # Panics
/// If the period is zero.
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(period > Duration::ZERO, "`period` must be non-zero.");
    Interval { next: start, period, missed: MissedTickBehavior::default() }
}

impl Interval {
    /// Waits for the next tick.
    pub async fn tick(&mut self) -> Instant {
        let tick = self.next;
        sleep_until(tick).await;
        let now = Instant::now();
        self.next = match self.missed {
            MissedTickBehavior::Burst => tick + self.period,
            MissedTickBehavior::Delay => now + self.period,
            MissedTickBehavior::Skip => {
                let late = now.saturating_duration_since(tick).as_nanos();
                let missed = late / self.period.as_nanos() + 1;
                tick + self.period * u32::try_from(missed).unwrap_or(u32::MAX)
            }
        };
        tick
    }

    /// The next tick comes a whole period from now.
    pub fn reset(&mut self) {
        self.next = Instant::now() + self.period;
    }

    /// The time from tick to tick.
    pub fn period(&self) -> Duration {
        self.period
    }

    /// What happens to ticks that came while nobody waited.
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed
    }

    /// Sets what happens to ticks that came while nobody waited.
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed = behavior;
    }
}

/// Does nothing: time passes only when nothing else can happen.
pub fn pause() {}

/// Does nothing: time passes only when nothing else can happen.
pub fn resume() {}

/// Lets time pass.
pub async fn advance(duration: Duration) {
    sleep(duration).await;
}
