//! What the program under test prints.

use std::cell::RefCell;

/// Most bytes that one execution may print.
pub const LIMIT: usize = 64 << 10;

/// The program printed more than [`LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuchOutput;

thread_local! {
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

pub(crate) fn clear() {
    OUTPUT.with_borrow_mut(String::clear);
}

/// Adds to the output of this execution.
///
/// # Errors
/// If that would be more than [`LIMIT`]; the text is left out then.
pub fn print(text: &str) -> Result<(), TooMuchOutput> {
    OUTPUT.with_borrow_mut(|output| {
        if output.len() + text.len() > LIMIT {
            return Err(TooMuchOutput);
        }
        output.push_str(text);
        Ok(())
    })
}

/// What this execution has printed so far.
pub fn printed() -> String {
    OUTPUT.with_borrow(String::clone)
}
