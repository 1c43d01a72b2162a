// right: asks the compiler: an inherent constant hides the trait's constant of the same name where its bounds hold

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::atomic::AtomicPtr;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, RwLock, mpsc};

pub struct Row {
    pub send: bool,
    pub sync: bool,
}

struct Ask<T: ?Sized>(PhantomData<T>);

trait Otherwise {
    const SEND: bool = false;
    const SYNC: bool = false;
}

impl<T: ?Sized> Otherwise for Ask<T> {}

impl<T: ?Sized + Send> Ask<T> {
    const SEND: bool = true;
}

impl<T: ?Sized + Sync> Ask<T> {
    const SYNC: bool = true;
}

macro_rules! rows {
    ($($asked:ty),* $(,)?) => {
        [$(Row { send: Ask::<$asked>::SEND, sync: Ask::<$asked>::SYNC }),*]
    };
}

pub const ANSWERS: [Row; 18] = rows![
    u32,
    String,
    Rc<u8>,
    Arc<u8>,
    Arc<Cell<u8>>,
    Cell<u8>,
    &'static Cell<u8>,
    RefCell<u8>,
    Mutex<Cell<u8>>,
    Mutex<Rc<u8>>,
    RwLock<Cell<u8>>,
    MutexGuard<'static, u8>,
    *const u8,
    mpsc::Sender<u8>,
    mpsc::Receiver<u8>,
    OnceLock<Cell<u8>>,
    Box<dyn Fn()>,
    AtomicPtr<u8>,
];
