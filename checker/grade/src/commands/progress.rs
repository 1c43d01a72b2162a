//! How far a run is: a bar with rate and time left, where somebody watches.

use std::time::Duration;

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use threadlings::commands::print;

use crate::pipeline::Watcher;

/// Shows on standard error how far a run is.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
}

const BAR: &str = "{bar:25.green} {pos}/{len}{rate}  {msg}";

/// How fast it goes and how long it will take, once that can be told.
fn rate(state: &ProgressState, text: &mut dyn std::fmt::Write) {
    if state.pos() > 0 {
        // Nobody is helped by an error here: the bar is drawn again in a moment.
        let _ = write!(text, "  {:.1} a second, {} left", state.per_sec(), HumanDuration(state.eta()));
    }
}

impl Progress {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Progress { bar }
    }
}

impl Watcher for Progress {
    fn preparing(&self) {
        print::note("Building the judges. This happens once and takes about a minute.");
    }

    fn begins(&self, to_judge: usize, known: usize) {
        let known = match known {
            0 => String::new(),
            known => format!("; {known} more are known from an earlier run"),
        };
        print::note(&format!("{to_judge} distinct answers to judge{known}."));
        if to_judge > 0 {
            self.bar.set_length(to_judge as u64);
            let style = ProgressStyle::with_template(BAR).unwrap_or_else(|_| ProgressStyle::default_bar());
            self.bar.set_style(style.with_key("rate", rate));
            // Hides itself where nobody watches.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(Duration::from_millis(500));
        }
    }

    fn judged(&self, exercise: &str) {
        self.bar.set_message(exercise.to_owned());
        self.bar.inc(1);
    }

    fn ends(&self) {
        self.bar.finish_and_clear();
    }
}
