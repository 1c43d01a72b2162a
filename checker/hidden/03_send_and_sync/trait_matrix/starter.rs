//! # Send or Sync?
//!
//! Say of 18 types whether they are `Send` and whether they are `Sync`. Eleven of the rows below are wrong.
//! `Send`: a value may move to another thread. `Sync`: several threads may use `&value` at the same time.
//!
//! Why it matters: a compiler error about threads names a type deep inside yours, an `Rc` in a field of a field.
//! Whoever can read `Send` and `Sync` off the structure of a type finds the field at once, and sees whether a `Mutex`
//! around it would help.
//!
//! You do not have to learn the rows by heart. Three questions answer nearly all of them:
//!
//! - What is it made of? A struct, a `Vec` or a `Box` is `Send` if all its parts are, and `Sync` if all its parts are.
//! - Can something be changed, or counted, through `&value`? Then who keeps two threads apart? `&T` is `Send` exactly
//!   if `T` is `Sync`.
//! - What does it hand out: `&T`, `&mut T` or the `T` itself? To how many threads at the same time?
//!
//! ## What must hold
//!
//! - `ANSWERS` is a public constant of the type `[Row; 18]`, one row for each type, in the order below.
//! - `row.send` says whether the type implements `Send`, `row.sync` whether it implements `Sync`. `Row` stays as it is.
//! - The checker asks the compiler for the truth. It names the first wrong row, with the rule.
//! - A table that your program works out at compile time is right, too.
//!
//! Work at the `// TODO`.

/// What the compiler says about one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The type implements `Send`.
    pub send: bool,
    /// The type implements `Sync`.
    pub sync: bool,
}

const BOTH: Row = row(true, true);
const SEND: Row = row(true, false);
const SYNC: Row = row(false, true);
const NEITHER: Row = row(false, false);

const fn row(send: bool, sync: bool) -> Row {
    Row { send, sync }
}

/// `Send` and `Sync` of the type in the comment. `SEND` stands for `Send` alone, `SYNC` for `Sync` alone.
// TODO: eleven rows are wrong. Which?
pub const ANSWERS: [Row; 18] = [
    BOTH,    // u32
    BOTH,    // String
    SEND,    // Rc<u8>
    BOTH,    // Arc<u8>
    BOTH,    // Arc<Cell<u8>>
    SEND,    // Cell<u8>
    SEND,    // &'static Cell<u8>
    SEND,    // RefCell<u8>
    BOTH,    // Mutex<Cell<u8>>
    BOTH,    // Mutex<Rc<u8>>
    BOTH,    // RwLock<Cell<u8>>
    BOTH,    // MutexGuard<'static, u8>
    BOTH,    // *const u8
    BOTH,    // mpsc::Sender<u8>
    BOTH,    // mpsc::Receiver<u8>
    BOTH,    // OnceLock<Cell<u8>>
    SYNC,    // Box<dyn Fn()>
    NEITHER, // AtomicPtr<u8>
];
