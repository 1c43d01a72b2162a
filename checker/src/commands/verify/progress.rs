//! How far a verification is: a bar with what is being judged where somebody watches, else a line for each exercise.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::commands::print;
use crate::verify::{Event, Item};

/// Shows on standard error how far it is, and keeps how long each file took.
pub(super) struct Progress {
    bar: ProgressBar,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// What is being judged: number, name and since when, the first first.
    running: Vec<(usize, String, Instant)>,
    /// How long each file took, by number.
    seconds: HashMap<usize, Duration>,
    /// How many files each exercise has here, how many are left, and how long they took.
    exercises: HashMap<String, (usize, usize, Duration)>,
}

impl Progress {
    /// Nothing has been judged yet.
    pub(super) fn new(items: &[Item<'_>]) -> Self {
        let bar = ProgressBar::with_draw_target(Some(items.len() as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len}  {elapsed}  {wide_msg}");
        bar.set_style(style.expect("the template is sound").progress_chars("━╸ "));
        let mut state = State::default();
        for item in items {
            let (all, left, _) = state.exercises.entry(item.exercise.name.clone()).or_default();
            *all += 1;
            *left += 1;
        }
        Progress { bar, state: Mutex::new(state) }
    }

    /// Something has happened to a file.
    pub(super) fn on(&self, event: Event, item: &Item<'_>) {
        let mut state = self.state();
        match event {
            Event::Began => {
                let file = item.file.file_stem().unwrap_or_default().to_string_lossy();
                let name = match file == item.exercise.name {
                    true => format!("{file} (solution)"),
                    false => format!("{} ({file})", item.exercise.name),
                };
                state.running.push((item.number, name, Instant::now()));
            }
            Event::Ended => {
                let Some(at) = state.running.iter().position(|(number, ..)| *number == item.number) else { return };
                let (number, _, began) = state.running.remove(at);
                let seconds = began.elapsed();
                state.seconds.insert(number, seconds);
                let Some((all, left, sum)) = state.exercises.get_mut(&item.exercise.name) else { return };
                *left -= 1;
                *sum += seconds;
                if self.bar.is_hidden() && *left == 0 {
                    let (chapter, name) = (&item.exercise.chapter, &item.exercise.name);
                    print::note(&format!("{chapter}/{name}: {all} files, {:.1} s", sum.as_secs_f64()));
                }
                self.bar.inc(1);
            }
        }
        let running: Vec<&str> = state.running.iter().map(|(_, name, _)| name.as_str()).collect();
        self.bar.set_message(running.join(", "));
    }

    /// Everything has been judged: takes the bar away, and says how long each file took, by number.
    pub(super) fn finish(self) -> HashMap<usize, Duration> {
        self.bar.finish_and_clear();
        std::mem::take(&mut self.state().seconds)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
