//! Hidden tests of `name_that_error`. What the programs must fail with stands in `broken.toml`.

use exercise::PROGRAMS;

/// Each program fails with the error that it is about, and compiles when it is repaired.
#[native]
fn programs_fail_for_the_right_reason() {
    let programs: [(&str, &str, &str); 7] = PROGRAMS;
    harness::hand_over_broken(&programs);
}
