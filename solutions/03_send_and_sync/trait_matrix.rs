//! # Send or Sync?
//!
//! Nobody wrote most of these answers down: `Send` and `Sync` are auto traits, a type has them if all its parts have
//! them. Only types that do something unusual with shared memory say so themselves, with an `impl` of their own: cells,
//! counted pointers, locks, channels, raw pointers. Each of those follows from what it hands out, and to whom.

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

/// `Send` and `Sync` of 18 types.
///
/// Written out by hand, because reading it is the exercise. A program that has to be sure asks the compiler instead,
/// with `const _: () = { const fn is_send<T: Send>() {} is_send::<Mine>() };` beside the type: then the build breaks
/// when somebody adds a field that takes the trait away.
pub const ANSWERS: [Row; 18] = [
    BOTH,    // u32: nothing to change through `&u32`
    BOTH,    // String: owns its bytes alone
    NEITHER, // Rc<u8>: clones share a count that is not atomic
    BOTH,    // Arc<u8>: an atomic count, and `u8` may be shared and moved
    NEITHER, // Arc<Cell<u8>>: each clone hands out `&Cell`, and an Arc cannot make that safe
    SEND,    // Cell<u8>: moves with its owner, but `set` works through `&Cell`
    NEITHER, // &'static Cell<u8>: sending `&T` shares `T`, and `Cell` is not Sync
    SEND,    // RefCell<u8>: as `Cell`: its borrow count is not atomic
    BOTH,    // Mutex<Cell<u8>>: hands the cell to one thread at a time: needs Send only
    NEITHER, // Mutex<Rc<u8>>: a clone taken out under the lock stays on this thread; the lock cannot see it
    SEND,    // RwLock<Cell<u8>>: several readers at once: Sync needs a Sync content
    SYNC,    // MutexGuard<'static, u8>: the thread that locked must unlock; `&u8` can be shared
    NEITHER, // *const u8: nobody says who owns what it points to
    BOTH,    // mpsc::Sender<u8>: Sync since Rust 1.72: `send` through `&Sender` from any thread
    SEND,    // mpsc::Receiver<u8>: one consumer: may move, may not be shared
    SEND,    // OnceLock<Cell<u8>>: once set, all threads get `&Cell` at the same time
    NEITHER, // Box<dyn Fn()>: a trait object has the auto traits its type names, and this names none
    BOTH,    // AtomicPtr<u8>: changed in one step, whoever changes it
];
