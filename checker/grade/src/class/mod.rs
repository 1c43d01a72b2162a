//! Who is in the class, and when each handed in: what instructors export from their learning platform.

mod anonymous;
mod roster;
mod table;
mod times;

pub use anonymous::anonymize;
pub use roster::Roster;
pub use table::TableError;
pub use times::Times;
