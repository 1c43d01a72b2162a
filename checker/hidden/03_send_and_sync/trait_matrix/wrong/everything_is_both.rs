// wrong: it compiles in a program with threads, so everything is Send and Sync
// finding: values_counts_and_cells: wrong_result

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
    BOTH, // u32
    BOTH, // String
    BOTH, // Rc<u8>
    BOTH, // Arc<u8>
    BOTH, // Arc<Cell<u8>>
    BOTH, // Cell<u8>
    BOTH, // &'static Cell<u8>
    BOTH, // RefCell<u8>
    BOTH, // Mutex<Cell<u8>>
    BOTH, // Mutex<Rc<u8>>
    BOTH, // RwLock<Cell<u8>>
    BOTH, // MutexGuard<'static, u8>
    BOTH, // *const u8
    BOTH, // mpsc::Sender<u8>
    BOTH, // mpsc::Receiver<u8>
    BOTH, // OnceLock<Cell<u8>>
    BOTH, // Box<dyn Fn()>
    BOTH, // AtomicPtr<u8>
];
