//! Hidden tests of `trait_matrix`.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::atomic::AtomicPtr;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, RwLock, mpsc};

use exercise::{ANSWERS, Row};

/// Asks the compiler about a type: an inherent constant hides the trait's constant wherever its bounds hold.
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

/// Compares a row, by its number from 1, with what the compiler says of the type.
macro_rules! check {
    ($number:literal, $asked:ty, $rule:literal) => {{
        let rows: &[Row; 18] = &ANSWERS;
        let row = &rows[$number - 1];
        let answer: (bool, bool) = (row.send, row.sync);
        assert!(
            answer == (Ask::<$asked>::SEND, Ask::<$asked>::SYNC),
            "row {} says that `{}` is {}, and the compiler does not agree; {}",
            $number,
            stringify!($asked),
            in_words(answer),
            $rule,
        );
    }};
}

fn in_words(answer: (bool, bool)) -> &'static str {
    match answer {
        (true, true) => "Send and Sync",
        (true, false) => "Send but not Sync",
        (false, true) => "Sync but not Send",
        (false, false) => "neither Send nor Sync",
    }
}

/// Rows 1 to 8: values that own all they have, pointers that count their clones, cells that change through `&value`.
#[native]
fn values_counts_and_cells() {
    check!(1, u32, "what cannot be changed through `&value` can be read by many threads");
    check!(2, String, "a struct has `Send` and `Sync` if all its parts have them, and a String is a Vec of bytes");
    check!(3, Rc<u8>, "all clones of an Rc share one count, and it is not atomic, whether a clone moves or is shared");
    check!(4, Arc<u8>, "an Arc counts atomically and hands out `&T` on every thread that has a clone");
    check!(
        5,
        Arc<Cell<u8>>,
        "sending an Arc leaves clones behind that hand out `&T`, so `Arc<T>` needs a `T` that is Send and Sync, for both"
    );
    check!(
        6,
        Cell<u8>,
        "a Cell is changed through `&Cell` and nothing keeps two threads apart; an owner may still move it"
    );
    check!(7, &'static Cell<u8>, "`&T` is Send exactly if `T` is Sync, and Sync if `T` is");
    check!(8, RefCell<u8>, "a RefCell counts its borrows through `&RefCell`, and not atomically");
}

/// Rows 9 to 12 and 16: locks, which have the traits only if what they hand out allows it, and the guard of a lock.
#[native]
fn locks_and_guards() {
    check!(
        9,
        Mutex<Cell<u8>>,
        "a Mutex hands its contents to one thread at a time, so it needs contents that are Send"
    );
    check!(
        10,
        Mutex<Rc<u8>>,
        "whoever has the lock can clone the Rc, unlock, and use the clone while others use theirs"
    );
    check!(11, RwLock<Cell<u8>>, "an RwLock hands `&T` to several readers at once; moved as a whole, it moves its `T`");
    check!(
        16,
        OnceLock<Cell<u8>>,
        "a OnceLock hands `&T` to every thread once it is set; moved as a whole, it moves its `T`"
    );
    check!(
        12,
        MutexGuard<'static, u8>,
        "some systems demand that the thread that locked a mutex unlocks it; a shared `&guard` only gives `&u8`"
    );
}

/// Rows 13 to 18 but 16: raw pointers, the two ends of a channel, trait objects, atomics.
#[native]
fn channels_and_pointers() {
    check!(13, *const u8, "of a raw pointer the compiler does not know who else uses what it points to");
    check!(14, mpsc::Sender<u8>, "a channel has many producers: since Rust 1.72 they may even use one Sender together");
    check!(
        15,
        mpsc::Receiver<u8>,
        "a channel has a single consumer: `recv` through `&Receiver` must not run twice at once"
    );
    check!(17, Box<dyn Fn()>, "a trait object has those auto traits that stand in its type, as in `dyn Fn() + Send`");
    check!(18, AtomicPtr<u8>, "an AtomicPtr changes in one step, and what it points to is left to `unsafe` code");
}
