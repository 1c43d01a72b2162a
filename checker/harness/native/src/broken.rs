//! Programs that the learner has broken on purpose, on their way to the checker.

use report::channel::BrokenProgram;
use threadlings_report as report;

use crate::{ending, fail};

/// Far more than such programs need, in bytes.
const MOST: usize = 64 * 1024;

/// Hands programs of the learner's over: each with a text in it, and what to put in the place of that text.
///
/// Nothing here runs them. After the test has passed the checker compiles each program, which must fail as the
/// exercise's `broken.toml` demands, and the program with the text replaced, which must compile.
///
/// ```ignore
/// /// Each program fails with the error that it is about.
/// #[native]
/// fn programs_fail() {
///     harness::hand_over_broken(&PROGRAMS);
/// }
/// ```
pub fn hand_over_broken(programs: &[(&str, &str, &str)]) {
    let bytes: usize = programs.iter().map(|(text, part, by)| text.len() + part.len() + by.len()).sum();
    if bytes > MOST {
        fail(format!("your programs have {bytes} bytes together; a few lines each are enough"));
    }
    ending::hand_over(programs.iter().map(|(text, part, replacement)| BrokenProgram {
        text: (*text).to_owned(),
        part: (*part).to_owned(),
        replacement: (*replacement).to_owned(),
    }));
}
