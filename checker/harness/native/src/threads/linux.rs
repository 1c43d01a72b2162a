//! The threads on Linux.

use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use report::{Blocked, Interleaving, Lane, WaitsFor};
use threadlings_report as report;

use super::frames::{self, Spot};
use super::operations::{self, Awaited};
use super::tasks::{self, Call, Task};
use super::{Id, blocked_threads};
use crate::engine;

static TEST: OnceLock<Id> = OnceLock::new();

/// How long a thread that is neither asleep nor gone may take to become one of both.
const SETTLE: Duration = Duration::from_secs(2);
/// How long a thread that sleeps for a time may take to show that it does so again and again.
const NEXT_SLEEP: Duration = Duration::from_millis(200);
/// So many looks must find the threads asleep, one millisecond apart.
const LOOKS: u32 = 3;

/// The number of the calling thread.
pub(crate) fn this() -> Id {
    rustix::thread::gettid().as_raw_nonzero().get()
}

/// Notes that the test runs on the calling thread.
pub(crate) fn this_is_the_test() {
    let _ = TEST.set(this());
}

/// How many threads are alive, without the watchdog and the one that the test runs on.
///
/// `scope`, and a channel's last message, let the test go on a moment before the thread is gone. So threads that run
/// get the time to end: those are alive that sleep, or that still run after a while.
pub(crate) fn alive() -> usize {
    let begin = Instant::now();
    let (mut before, mut looks) = (Vec::new(), 0);
    loop {
        let learners = learners().unwrap_or_default();
        let others: Vec<Task> = learners.iter().filter(|task| task.id != this()).cloned().collect();
        let asleep = others.iter().all(|task| !matches!(task.call, Call::None | Call::Leaving));
        looks = if asleep && others == before { looks + 1 } else { 0 };
        if others.is_empty() || looks >= LOOKS || begin.elapsed() > SETTLE {
            return learners.len();
        }
        before = others;
        thread::sleep(Duration::from_millis(1));
    }
}

/// Whether more threads than this are alive, without the watchdog and the one that the test runs on.
pub(crate) fn more_than(most: u64) -> bool {
    learners().is_ok_and(|learners| learners.len() as u64 > most)
}

/// Whether no thread but the watchdog, which calls this, can ever go on.
pub(crate) fn none_can_go_on() -> bool {
    all_wait(|task| task.id != this())
}

/// Whether all threads but the watchdog and the one that calls this wait for another one, or have ended.
pub(crate) fn others_rest() -> bool {
    all_wait(|task| task.id != this() && task.id != watchdog())
}

/// Whether these threads were all waiting for another one at one and the same moment.
fn all_wait(concerned: impl Fn(&Task) -> bool) -> bool {
    let look = || tasks::all().map(|tasks| tasks.into_iter().filter(&concerned).collect::<Vec<_>>());
    let Ok(before) = look() else { return false };
    // The second look is for those only that look stuck.
    tasks::all_asleep_at_once(&before, &before) && look().is_ok_and(|after| tasks::all_asleep_at_once(&before, &after))
}

fn learners() -> std::io::Result<Vec<Task>> {
    let mut tasks = tasks::all()?;
    tasks.retain(|task| task.id != watchdog() && !is_test(task));
    Ok(tasks)
}

/// The watchdog runs on the first thread of the process.
fn watchdog() -> Id {
    rustix::process::getpid().as_raw_nonzero().get()
}

/// The threads but those of libraries, and what each one waits for.
pub(crate) fn where_they_are(learner_file: &str) -> Interleaving {
    let mut tasks = tasks::all().unwrap_or_default();
    let unnamed = tasks.iter().find(|task| task.id == watchdog()).map(|task| task.name.clone());
    tasks.retain(|task| task.id != watchdog());
    // The test's thread comes first whatever its number.
    tasks.sort_by_key(|task| !is_test(task));
    let moving = moving(&tasks);
    let stacks = blocked_threads::stacks(&tasks.iter().map(|task| task.id).collect::<Vec<_>>());
    let spots = stacks.iter().map(|stack| frames::spot(stack, learner_file));
    let threads: Vec<(Task, Spot)> = tasks
        .into_iter()
        .zip(spots)
        .filter(|(task, spot)| is_test(task) || !spot.is_a_librarys || engine::probe_of(task.id).is_some())
        .collect();
    let ids: Vec<Id> = threads.iter().map(|(task, _)| task.id).collect();
    let blocked = threads.iter().enumerate().map(|(lane, (task, spot))| {
        let (operation, waits_for) = match moving.contains(&task.id) {
            true => (spot.function.clone().unwrap_or_else(|| "run".to_owned()), WaitsFor::Nothing),
            false => what(task, spot, &ids),
        };
        // Where a thread that moves is found is luck; which function it does not leave is not.
        let place = spot.place.filter(|_| waits_for != WaitsFor::Nothing);
        Blocked { lane, place, operation, object: None, waits_for }
    });
    let lanes = threads.iter().enumerate().map(|(lane, (task, _))| Lane {
        name: if is_test(task) {
            "main".to_owned()
        } else if Some(&task.name) == unnamed.as_ref() {
            format!("thread {lane}")
        } else {
            task.name.clone()
        },
    });
    Interleaving { lanes: lanes.collect(), blocked: blocked.collect(), ..Interleaving::default() }
}

/// The threads that run, or sleep for a time only to look again.
fn moving(tasks: &[Task]) -> Vec<Id> {
    let suspects: Vec<&Task> = tasks
        .iter()
        .filter(|task| !matches!(task.call, Call::WaitForEver(_)) && engine::probe_of(task.id).is_none())
        .collect();
    let mut moving = Vec::new();
    let begin = Instant::now();
    while moving.len() < suspects.len() && begin.elapsed() < NEXT_SLEEP {
        let now = tasks::all().unwrap_or_default();
        let moves = |task: &&Task| now.iter().any(|later| later.id == task.id && later.moves(task));
        moving = suspects.iter().copied().filter(moves).map(|task| task.id).collect();
        thread::sleep(Duration::from_millis(1));
    }
    moving
}

fn is_test(task: &Task) -> bool {
    Some(&task.id) == TEST.get()
}

/// The operation that a thread is in, and what that waits for.
fn what(task: &Task, spot: &Spot, ids: &[Id]) -> (String, WaitsFor) {
    if let Some(probe) = engine::probe_of(task.id) {
        return ("wait".to_owned(), probe);
    }
    let (operation, waits_for) = operations::outermost(&spot.calls);
    let waits_for = match (waits_for, task.call) {
        // `join` waits until the number of the thread, which stands in memory, is gone.
        (Awaited::Thread, Call::WaitForEver(value)) => {
            match ids.iter().position(|id| u32::try_from(*id) == Ok(value)) {
                Some(lane) => WaitsFor::Thread { lane },
                None => WaitsFor::Other { what: "the end of a thread".to_owned() },
            }
        }
        (awaited, _) => awaited.into(),
    };
    (operation, waits_for)
}
