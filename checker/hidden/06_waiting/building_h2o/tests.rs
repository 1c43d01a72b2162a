//! Hidden tests of `building_h2o`.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use exercise::Factory;
use harness::real_std::sync::Mutex;

const SPINS: &str = "an atom that waits spins: it looks again and again instead of sleeping";

#[derive(Clone, Copy, PartialEq)]
enum Atom {
    H,
    O,
}

use Atom::{H, O};

fn name(atom: Atom) -> &'static str {
    match atom {
        H => "hydrogen",
        O => "oxygen",
    }
}

/// A factory, and a book about its bonds that the model does not see.
struct Works {
    factory: Factory,
    /// The bonds of the current group that have begun, and how many of them have ended.
    group: Mutex<(Vec<Atom>, usize)>,
    bonds: Mutex<usize>,
}

impl Works {
    fn new() -> Arc<Self> {
        Arc::new(Works { factory: Factory::new(), group: Mutex::new((Vec::new(), 0)), bonds: Mutex::new(0) })
    }

    /// An atom's call.
    fn bring(&self, atom: Atom) {
        let calls = std::cell::Cell::new(0);
        let once = Box::new(());
        let bond = || {
            drop(once);
            calls.set(calls.get() + 1);
            // Steps that the interleaving shows, and between which another thread can come in.
            println!("bond begins: {}", name(atom));
            self.begins(atom);
            println!("bond ends: {}", name(atom));
            self.ends();
        };
        match atom {
            H => self.factory.hydrogen(bond),
            O => self.factory.oxygen(bond),
        }
        assert_eq!(calls.get(), 1, "a call has returned, and its bond was not made");
    }

    fn begins(&self, atom: Atom) {
        let mut group = self.group.lock().unwrap();
        let (begun, ended) = &mut *group;
        if begun.len() == 3 {
            if *ended < 3 {
                harness::fail("a bond begins while a bond of the group before it has not ended: groups overlap");
            }
            (*begun, *ended) = (Vec::new(), 0);
        }
        begun.push(atom);
        let (hydrogen, oxygen) =
            (begun.iter().filter(|atom| **atom == H).count(), begun.iter().filter(|atom| **atom == O).count());
        if hydrogen > 2 {
            harness::fail("a third atom of hydrogen bonds in a group");
        }
        if oxygen > 1 {
            harness::fail("a second atom of oxygen bonds in a group");
        }
    }

    fn ends(&self) {
        self.group.lock().unwrap().1 += 1;
        *self.bonds.lock().unwrap() += 1;
    }

    fn bonds(&self) -> usize {
        *self.bonds.lock().unwrap()
    }
}

/// A thread that brings these atoms, one after the other.
fn brings(works: &Arc<Works>, atoms: &'static [Atom]) -> JoinHandle<()> {
    let works = Arc::clone(works);
    thread::spawn(move || atoms.iter().for_each(|atom| works.bring(*atom)))
}

/// Two threads bring an atom of hydrogen each, a third one of oxygen: all three bond.
#[schedules]
fn two_of_hydrogen_and_one_of_oxygen() {
    let works = Works::new();
    let others = [brings(&works, &[H]), brings(&works, &[H])];
    works.bring(O);
    for other in others {
        other.join().unwrap();
    }
}

/// Two atoms of hydrogen wait, and nobody else is there: they do nothing at all, and bond when one of oxygen comes.
#[schedules]
fn hydrogen_waits_for_oxygen() {
    let works = Works::new();
    let others = [brings(&works, &[H]), brings(&works, &[H])];
    harness::settle(SPINS);
    assert!(works.bonds() == 0, "an atom of hydrogen bonds though no atom of oxygen has come");
    works.bring(O);
    for other in others {
        other.join().unwrap();
    }
}

/// One atom of each kind waits: they do nothing at all, and bond when another one of hydrogen comes.
#[schedules]
fn oxygen_waits_for_hydrogen() {
    let works = Works::new();
    let others = [brings(&works, &[O]), brings(&works, &[H])];
    harness::settle(SPINS);
    assert!(works.bonds() == 0, "an atom bonds though a second one of hydrogen has not come");
    works.bring(H);
    for other in others {
        other.join().unwrap();
    }
}

/// Three atoms of hydrogen come before the first of oxygen. One is left over, and takes part in the next group.
#[schedules]
fn what_is_left_over_keeps_nobody_back() {
    let works = Works::new();
    let others = [brings(&works, &[H]), brings(&works, &[H]), brings(&works, &[H])];
    harness::settle(SPINS);
    works.bring(O);
    harness::settle(SPINS);
    assert_eq!(
        works.bonds(),
        3,
        "three atoms of hydrogen and one of oxygen have come, and not three of them have bonded"
    );
    let oxygen = brings(&works, &[O]);
    works.bring(H);
    oxygen.join().unwrap();
    for other in others {
        other.join().unwrap();
    }
}

/// Two atoms of oxygen wait. Then two of hydrogen come: one of oxygen is left over, and bonds with the next two.
#[schedules]
fn oxygen_may_be_left_over() {
    let works = Works::new();
    let oxygen = [brings(&works, &[O]), brings(&works, &[O])];
    harness::settle(SPINS);
    let hydrogen = brings(&works, &[H]);
    works.bring(H);
    hydrogen.join().unwrap();
    harness::settle(SPINS);
    assert_eq!(
        works.bonds(),
        3,
        "two atoms of oxygen and two of hydrogen have come, and not three of them have bonded"
    );
    let hydrogen = brings(&works, &[H]);
    works.bring(H);
    for other in oxygen.into_iter().chain([hydrogen]) {
        other.join().unwrap();
    }
}

/// Four threads bring an atom of hydrogen each, a fifth brings two of oxygen: two groups, one after the other.
#[schedules]
fn two_groups_one_after_the_other() {
    let works = Works::new();
    let others = [(); 4].map(|()| brings(&works, &[H]));
    works.bring(O);
    works.bring(O);
    for other in others {
        other.join().unwrap();
    }
}
