//! What the program under test prints.

use std::cell::RefCell;

/// Most bytes that one execution may print.
pub const LIMIT: usize = 64 << 10;

/// The program printed more than [`LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuchOutput;

/// Where something is printed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output: `print!`, `println!`.
    Output,
    /// Standard error: `eprint!`, `eprintln!`, `dbg!`.
    Error,
}

thread_local! {
    /// Both streams as a terminal shows them.
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
    static STANDARD_OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

pub(crate) fn clear() {
    PRINTED.with_borrow_mut(String::clear);
    STANDARD_OUTPUT.with_borrow_mut(String::clear);
}

/// Adds to what this execution prints.
///
/// # Errors
/// If that would be more than [`LIMIT`]; the text is left out then.
pub fn print(stream: Stream, text: &str) -> Result<(), TooMuchOutput> {
    PRINTED.with_borrow_mut(|printed| {
        if printed.len() + text.len() > LIMIT {
            return Err(TooMuchOutput);
        }
        printed.push_str(text);
        Ok(())
    })?;
    if stream == Stream::Output {
        STANDARD_OUTPUT.with_borrow_mut(|output| output.push_str(text));
    }
    Ok(())
}

/// What this execution has printed so far, to either stream.
pub fn printed() -> String {
    PRINTED.with_borrow(String::clone)
}

/// What this execution has printed to standard output so far.
pub fn standard_output() -> String {
    STANDARD_OUTPUT.with_borrow(String::clone)
}
