//! `std::sync::atomic`.

use std::sync::Arc;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{
    self, AtomicBool, AtomicI32, AtomicI64, AtomicPtr, AtomicU8, AtomicU32, AtomicUsize, Ordering,
};
use std::thread;

super::probes! {
    additions_are_not_lost
    every_operation_returns_what_was_there
    a_flag_can_be_turned
    exchanges_compare_first
    a_weak_exchange_is_repeated
    updates_are_repeated
    pointers_are_exchanged
    atomics_give_their_value_back
    atomics_can_be_static
    atomics_are_made_of_values_and_shown
    fences_stand_alone
    orderings_that_make_no_sense_panic
    a_spin_lock_spins
}

fn additions_are_not_lost() {
    let count = Arc::new(AtomicUsize::new(0));
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let count = Arc::clone(&count);
            thread::spawn(move || count.fetch_add(1, Relaxed))
        })
        .collect();
    let mut seen: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    seen.sort_unstable();
    assert_eq!((seen, count.load(Acquire)), (vec![0, 1, 2], 3));
}

fn every_operation_returns_what_was_there() {
    let number = AtomicI32::new(5);
    assert_eq!(number.swap(6, AcqRel), 5);
    assert_eq!((number.fetch_add(1, Relaxed), number.fetch_sub(2, Relaxed)), (6, 7));
    assert_eq!((number.fetch_and(4, SeqCst), number.fetch_or(3, SeqCst), number.fetch_xor(1, SeqCst)), (5, 4, 7));
    assert_eq!((number.fetch_nand(2, SeqCst), number.load(SeqCst)), (6, !2));
    assert_eq!((number.fetch_max(9, SeqCst), number.fetch_min(-1, SeqCst), number.into_inner()), (-3, 9, -1));
    let small = AtomicU8::new(255);
    assert_eq!((small.fetch_add(1, Relaxed), small.load(Relaxed)), (255, 0));
}

fn a_flag_can_be_turned() {
    let flag = AtomicBool::new(false);
    assert!(!flag.fetch_not(SeqCst) && flag.fetch_and(false, SeqCst) && !flag.fetch_or(true, SeqCst));
    assert!(flag.fetch_xor(true, SeqCst) && !flag.fetch_nand(true, SeqCst) && flag.swap(false, SeqCst));
    flag.store(true, Release);
    assert!(flag.load(Acquire));
}

fn exchanges_compare_first() {
    let number = AtomicU32::new(1);
    assert_eq!(number.compare_exchange(1, 2, AcqRel, Acquire), Ok(1));
    assert_eq!(number.compare_exchange(1, 3, SeqCst, Relaxed), Err(2));
    assert_eq!(number.compare_exchange_weak(1, 3, SeqCst, Relaxed), Err(2));
}

fn a_weak_exchange_is_repeated() {
    let number = AtomicI64::new(1);
    let mut seen = number.load(Relaxed);
    while let Err(now) = number.compare_exchange_weak(seen, seen * 2, AcqRel, Relaxed) {
        seen = now;
    }
    assert_eq!(number.load(SeqCst), 2);
}

fn updates_are_repeated() {
    let number = AtomicUsize::new(1);
    thread::scope(|scope| {
        scope.spawn(|| number.update(AcqRel, Acquire, |value| value * 2));
        scope.spawn(|| number.try_update(AcqRel, Acquire, |value| Some(value * 3)).unwrap());
        scope.spawn(|| number.fetch_update(AcqRel, Acquire, |value| Some(value * 5)).unwrap());
    });
    assert_eq!(number.load(SeqCst), 30);
    assert_eq!(number.try_update(SeqCst, SeqCst, |value| value.checked_add(usize::MAX)), Err(30));
    let flag = AtomicBool::new(false);
    assert!(!flag.update(SeqCst, SeqCst, |flag| !flag) && flag.into_inner());
}

fn pointers_are_exchanged() {
    let (mut first, mut second) = (1, 2);
    let pointer = AtomicPtr::new(&raw mut first);
    assert_eq!(pointer.swap(&raw mut second, AcqRel), &raw mut first);
    assert_eq!(pointer.compare_exchange(&raw mut second, std::ptr::null_mut(), AcqRel, Relaxed), Ok(&raw mut second));
    assert!(pointer.load(Acquire).is_null() && AtomicPtr::<u8>::default().into_inner().is_null());
    assert!(format!("{pointer:p} {pointer:?}").contains("0x0"));
}

fn atomics_give_their_value_back() {
    let mut number = AtomicU32::new(1);
    *number.get_mut() += 1;
    assert_eq!(number.load(Relaxed), 2);
    // SAFETY: nobody else has the number.
    assert_eq!(unsafe { *number.as_ptr() }, 2);
    assert_eq!(number.into_inner(), 2);
}

fn atomics_can_be_static() {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    static READY: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
    let other = thread::spawn(|| NEXT.fetch_add(1, Relaxed)).join().unwrap();
    READY[1].store(true, SeqCst);
    assert_eq!((other, NEXT.load(Relaxed), READY[0].load(SeqCst)), (1, 2, false));
}

fn atomics_are_made_of_values_and_shown() {
    let numbers: Vec<AtomicU32> = [1, 2].into_iter().map(AtomicU32::from).collect();
    assert_eq!(format!("{numbers:?} {:?}", AtomicBool::default()), "[1, 2] false");
    assert_eq!(AtomicUsize::default().into_inner(), 0);
}

fn fences_stand_alone() {
    atomic::fence(Release);
    atomic::fence(Ordering::SeqCst);
    atomic::compiler_fence(Acquire);
}

fn orderings_that_make_no_sense_panic() {
    let panics = |function: fn(&AtomicU32, Ordering)| {
        let number = AtomicU32::new(0);
        let call = |ordering| std::panic::catch_unwind(|| function(&number, ordering)).is_err();
        [Relaxed, Acquire, Release, AcqRel, SeqCst].map(call)
    };
    assert_eq!(panics(|number, ordering| assert_eq!(number.load(ordering), 0)), [false, false, true, true, false]);
    assert_eq!(panics(|number, ordering| number.store(1, ordering)), [false, true, false, true, false]);
    assert_eq!(panics(|_, ordering| atomic::fence(ordering)), [true, false, false, false, false]);
}

fn a_spin_lock_spins() {
    let (locked, count) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while locked.swap(true, Acquire) {
                    std::hint::spin_loop();
                }
                count.store(count.load(Relaxed) + 1, Relaxed);
                locked.store(false, Release);
            });
        }
    });
    assert_eq!(count.into_inner(), 2);
}
