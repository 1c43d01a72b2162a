//! The binary as learners, authors and scripts call it. All in one program, so that the tests of one part run beside those
//! of another.

/// Compares what a person reads with the snapshot of that name.
macro_rules! screen {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($name, $text);
        })
    };
}

mod authoring;
mod commands;
mod examples;
mod hostile;
mod installed;
#[cfg(target_os = "linux")]
mod interrupted;
#[cfg(target_os = "linux")]
mod rebuilt;
mod replay;
mod reports;
mod support;
mod watch;
mod watch_keys;
