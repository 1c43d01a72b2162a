//! What the learner's code prints is kept for the report.

use threadlings_report::{Finding, Kind};
use threadlings_trace::Stream;

use crate::engine::finish;

/// Keeps what `println!` and the like were given.
#[doc(hidden)]
pub fn print(text: real_std::fmt::Arguments<'_>) {
    if threadlings_trace::print(Stream::Output, &text.to_string()).is_err() {
        finish::end_with(|| Finding::new(Kind::Output, "your code prints more than a report can hold"));
    }
}

/// As in std.
#[macro_export]
macro_rules! print {
    ($($text:tt)*) => { $crate::print_arguments($crate::format_args!($($text)*)) };
}

/// As in std.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($text:tt)*) => { $crate::print!("{}\n", $crate::format_args!($($text)*)) };
}

/// As in std.
#[macro_export]
macro_rules! eprint {
    ($($text:tt)*) => { $crate::print!($($text)*) };
}

/// As in std.
#[macro_export]
macro_rules! eprintln {
    ($($text:tt)*) => { $crate::println!($($text)*) };
}
