//! `std::cell`.

use std::cell::{Cell, LazyCell, OnceCell, Ref, RefCell, UnsafeCell};
use std::rc::Rc;
use std::thread;

super::probes! {
    a_cell_can_be_set
    a_ref_cell_is_checked_while_it_runs
    cells_are_made_when_needed
    an_unsafe_cell_gives_pointers
    an_unsafe_cell_can_be_shared_by_hand
}

fn a_cell_can_be_set() {
    let cell = Cell::new(1);
    cell.set(cell.get() + 1);
    assert_eq!((cell.replace(5), cell.take(), cell.into_inner()), (2, 5, 0));
}

fn a_ref_cell_is_checked_while_it_runs() {
    let cell = Rc::new(RefCell::new(vec![1]));
    let borrowed: Ref<'_, Vec<i32>> = cell.borrow();
    assert!(cell.try_borrow_mut().is_err());
    drop(borrowed);
    cell.borrow_mut().push(2);
    assert_eq!(cell.borrow().len(), 2);
}

fn cells_are_made_when_needed() {
    let (once, lazy) = (OnceCell::new(), LazyCell::new(|| 5));
    assert_eq!((once.get_or_init(|| 3), *lazy), (&3, 5));
}

fn an_unsafe_cell_gives_pointers() {
    let mut cell = UnsafeCell::new(1);
    *cell.get_mut() += 1;
    // SAFETY: nobody else has the cell.
    unsafe { *cell.get() += 1 };
    assert!(format!("{cell:?}").contains("UnsafeCell"));
    assert_eq!(cell.into_inner() + UnsafeCell::<i32>::default().into_inner() + UnsafeCell::from(1).into_inner(), 4);
}

fn an_unsafe_cell_can_be_shared_by_hand() {
    struct Shared(UnsafeCell<u32>);
    // SAFETY: the threads use it one after the other.
    unsafe impl Sync for Shared {}
    impl Shared {
        fn add(&self) -> u32 {
            // SAFETY: see above.
            unsafe {
                *self.0.get() += 1;
                *UnsafeCell::raw_get(&raw const self.0)
            }
        }
    }
    let shared = Shared(UnsafeCell::new(0));
    thread::scope(|scope| scope.spawn(|| shared.add()).join().unwrap());
    assert_eq!(shared.add(), 2);
}
