//! `thread_local!`.

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex};
use std::thread;
use std::thread::LocalKey;

super::probes! {
    each_thread_has_its_own
    a_local_is_dropped_with_its_thread
    locals_can_be_const_and_many
    cells_have_short_cuts
    a_local_is_made_when_it_is_needed
}

fn each_thread_has_its_own() {
    thread_local! {
        static COUNT: Cell<u32> = Cell::new(1);
    }
    COUNT.with(|count| count.set(count.get() + 1));
    assert_eq!(thread::spawn(|| COUNT.with(Cell::get)).join().unwrap(), 1);
    assert_eq!(COUNT.get(), 2);
    COUNT.set(1);
}

fn a_local_is_dropped_with_its_thread() {
    struct Note(RefCell<Option<Arc<Mutex<u32>>>>);
    impl Drop for Note {
        fn drop(&mut self) {
            if let Some(count) = self.0.get_mut() {
                *count.lock().unwrap() += 1;
            }
        }
    }
    thread_local! {
        static NOTE: Note = const { Note(RefCell::new(None)) };
    }
    let count = Arc::new(Mutex::new(0));
    let other = Arc::clone(&count);
    thread::spawn(move || NOTE.with(|note| *note.0.borrow_mut() = Some(other))).join().unwrap();
    assert_eq!(*count.lock().unwrap(), 1);
}

fn locals_can_be_const_and_many() {
    thread_local! {
        /// A comment.
        static FIRST: Cell<u32> = const { Cell::new(1) };
        pub(crate) static SECOND: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
        static THIRD: String = String::from("text")
    }
    static KEY: &LocalKey<Cell<u32>> = &FIRST;
    assert_eq!((KEY.get(), SECOND.with_borrow(Vec::len), THIRD.with(String::len)), (1, 0, 4));
}

fn cells_have_short_cuts() {
    thread_local! {
        static NUMBER: Cell<u32> = const { Cell::new(1) };
        static LIST: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    }
    assert_eq!((NUMBER.replace(5), NUMBER.take(), NUMBER.get()), (1, 5, 0));
    LIST.with_borrow_mut(|list| list.push(1));
    assert_eq!((LIST.replace(vec![2, 3]), LIST.take()), (vec![1], vec![2, 3]));
    LIST.set(vec![4]);
    assert_eq!(LIST.with_borrow(|list| list[0]), 4);
    NUMBER.set(1);
}

fn a_local_is_made_when_it_is_needed() {
    thread_local! {
        static NAME: String = thread::current().name().unwrap_or("none").to_owned();
    }
    let thread = thread::Builder::new().name("clerk".into()).spawn(|| NAME.with(String::clone)).unwrap();
    assert_eq!(thread.join().unwrap(), "clerk");
    assert!(NAME.try_with(|name| !name.is_empty()).unwrap());
}
