// wrong: a Mutex is Sync only if its contents are
// finding: locks_and_guards: wrong_result

pub struct Row {
    pub send: bool,
    pub sync: bool,
}

const BOTH: Row = row(true, true);
const SEND: Row = row(true, false);
const SYNC: Row = row(false, true);
const NEITHER: Row = row(false, false);

const fn row(send: bool, sync: bool) -> Row {
    Row { send, sync }
}

pub const ANSWERS: [Row; 18] = [
    BOTH,    // u32
    BOTH,    // String
    NEITHER, // Rc<u8>
    BOTH,    // Arc<u8>
    NEITHER, // Arc<Cell<u8>>
    SEND,    // Cell<u8>
    NEITHER, // &'static Cell<u8>
    SEND,    // RefCell<u8>
    SEND,    // Mutex<Cell<u8>>
    NEITHER, // Mutex<Rc<u8>>
    SEND,    // RwLock<Cell<u8>>
    SYNC,    // MutexGuard<'static, u8>
    NEITHER, // *const u8
    BOTH,    // mpsc::Sender<u8>
    SEND,    // mpsc::Receiver<u8>
    SEND,    // OnceLock<Cell<u8>>
    NEITHER, // Box<dyn Fn()>
    BOTH,    // AtomicPtr<u8>
];
