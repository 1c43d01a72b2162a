//! The thread that judges, one check at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::event::{Event, Order};
use crate::course::Course;
use crate::judge::{Cancel, Demands, JudgeError, Stage, Workshop};
use crate::kept;
use crate::verdict::Verdict;

/// A thread that judges. It ends, with everything it has started, when this is dropped.
pub(super) struct Worker {
    orders: Option<Sender<(Order, Cancel)>>,
    running: Cancel,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread. Verdicts come as events.
    pub(super) fn start(course: &Course, events: Sender<Event>) -> Self {
        let (orders, inbox) = unbounded();
        let course = course.clone();
        let thread = thread::spawn(move || work(&course, &inbox, &events));
        Worker { orders: Some(orders), running: Cancel::new(), thread: Some(thread) }
    }

    /// Ends the check that runs.
    pub(super) fn cancel(&self) {
        self.running.cancel();
    }

    /// Judges this next, in the place of what is being judged.
    pub(super) fn judge(&mut self, order: Order) {
        self.running.cancel();
        self.running = Cancel::new();
        if let Some(orders) = &self.orders {
            // The thread lives as long as this sender.
            let _ = orders.send((order, self.running.clone()));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.running.cancel();
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(course: &Course, inbox: &Receiver<(Order, Cancel)>, events: &Sender<Event>) {
    let workshop = Workshop::open(course);
    for (order, cancel) in inbox {
        if cancel.is_cancelled() {
            continue;
        }
        let Some(exercise) = course.exercise(&order.exercise) else { continue };
        let check = order.check;
        let stage = |stage| drop(events.send(Event::Stage { check, stage }));
        let demands = Demands { remembered: !order.afresh, full_trace: order.traced, ..Demands::default() };
        let quiet = |_| ();
        let stage: &(dyn Fn(Stage) + Sync) = if order.traced { &quiet } else { &stage };
        let judge = || workshop.judge(exercise, &order.source, demands, &cancel, stage);
        // What a panic says has become an event when it arrives here.
        let Ok(result) = catch_unwind(AssertUnwindSafe(judge)) else { continue };
        if order.traced {
            let interleaving = match result {
                Ok(Verdict::Fail(failure)) => failure.finding.interleaving.map(Box::new),
                _ => None,
            };
            let _ = events.send(Event::Traced { check, interleaving });
            continue;
        }
        let result = match result {
            Err(JudgeError::Cancelled) if cancel.is_cancelled() => continue,
            Err(JudgeError::Internal(error)) => Err(format!("{error:#}")),
            other => other.map_err(|error| error.to_string()),
        };
        if let Ok(verdict) = &result {
            // Without it, `run --replay` has nothing to show; that is no reason to hold up the verdict.
            let _ = kept::keep(course, exercise, verdict);
        }
        let _ = events.send(Event::Judged { check, result });
    }
}
