//! Hidden tests of `callback_under_lock`.

use std::sync::Arc;
use std::thread;

use exercise::{Emitter, Id};
use harness::real_std::sync::Mutex;
use harness::{Blocker, DropLedger, Rendezvous, settle};

/// What the listeners of a test have heard, in order. No schedule sees that they write it down.
#[derive(Clone, Default)]
struct Diary(Arc<Mutex<Vec<(&'static str, u32)>>>);

impl Diary {
    fn note(&self, who: &'static str, n: u32) {
        self.0.lock().unwrap().push((who, n));
    }

    fn listener(&self, who: &'static str) -> impl Fn(&Emitter, u32) + Send + Sync + 'static {
        let diary = self.clone();
        move |_, n| diary.note(who, n)
    }

    /// What was heard since this was last asked.
    fn read(&self) -> Vec<(&'static str, u32)> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// A place where a listener finds its own id, once it is known.
#[derive(Clone, Default)]
struct Slot(Arc<Mutex<Option<Id>>>);

impl Slot {
    fn put(&self, id: Id) {
        *self.0.lock().unwrap() = Some(id);
    }

    /// The id, once.
    fn take(&self) -> Option<Id> {
        self.0.lock().unwrap().take()
    }
}

/// A listener removes itself while it is called. The other one is called, too, and alone by the next `emit`.
#[schedules]
fn a_listener_may_remove_itself() {
    let (emitter, diary, own) = (Emitter::new(), Diary::default(), Slot::default());
    let id = {
        let (diary, own) = (diary.clone(), own.clone());
        emitter.on(move |emitter, n| {
            diary.note("ann", n);
            own.take().into_iter().for_each(|id| emitter.off(id));
        })
    };
    own.put(id);
    emitter.on(diary.listener("bob"));
    emitter.emit(7);
    assert_eq!(
        diary.read(),
        [("ann", 7), ("bob", 7)],
        "listener ann removed itself during `emit(7)`, which called the wrong listeners"
    );
    emitter.emit(8);
    assert_eq!(
        diary.read(),
        [("bob", 8)],
        "listener ann had removed itself before `emit(8)`, which called the wrong listeners"
    );
}

/// One thread adds three listeners, emits, removes the first, emits again, and adds one in the place of the last.
/// Another emitter has a listener of its own.
#[schedules]
fn listeners_are_called_in_order() {
    let (emitter, diary) = (Emitter::new(), Diary::default());
    Emitter::new().on(|_, _| harness::fail("`emit` called a listener of another emitter"));
    emitter.emit(1);
    let [ann, bob, cleo] = ["ann", "bob", "cleo"].map(|who| emitter.on(diary.listener(who)));
    assert!(ann != bob && bob != cleo && cleo != ann, "`on` returned the same id for two listeners");
    emitter.emit(2);
    assert_eq!(
        diary.read(),
        [("ann", 2), ("bob", 2), ("cleo", 2)],
        "`emit(2)` did not call the listeners ann, bob and cleo in this order, once each"
    );
    emitter.off(ann);
    emitter.off(ann);
    emitter.emit(3);
    assert_eq!(
        diary.read(),
        [("bob", 3), ("cleo", 3)],
        "listener ann was removed before `emit(3)`, which did not call bob and cleo in this order, once each"
    );
    emitter.off(cleo);
    let dan = emitter.on(diary.listener("dan"));
    assert!(![ann, bob, cleo].contains(&dan), "`on` returned an id that another listener has or had");
    emitter.emit(4);
    assert_eq!(
        diary.read(),
        [("bob", 4), ("dan", 4)],
        "`emit(4)` did not call the listeners bob and dan in this order, once each"
    );
}

/// A listener adds another one while it is called; that one hears the next event.
#[schedules]
fn a_listener_may_add_another() {
    let (emitter, diary) = (Emitter::new(), Diary::default());
    {
        let diary = diary.clone();
        emitter.on(move |emitter, n| {
            diary.note("ann", n);
            if n == 7 {
                emitter.on(diary.listener("bob"));
            }
        });
    }
    emitter.emit(7);
    assert_eq!(diary.read(), [("ann", 7)], "listener ann added bob during `emit(7)`, which did not call ann alone");
    emitter.emit(8);
    assert_eq!(
        diary.read(),
        [("ann", 8), ("bob", 8)],
        "listener ann had added bob before `emit(8)`, which called the wrong listeners"
    );
}

/// A listener emits another event while it is called, and a third one during that; each reaches all listeners.
#[schedules]
fn a_listener_may_emit() {
    let (emitter, diary) = (Emitter::new(), Diary::default());
    {
        let diary = diary.clone();
        emitter.on(move |emitter, n| {
            diary.note("ann", n);
            if n < 9 {
                emitter.emit(n + 1);
            }
        });
    }
    emitter.on(diary.listener("bob"));
    emitter.emit(7);
    assert_eq!(
        diary.read(),
        [("ann", 7), ("ann", 8), ("ann", 9), ("bob", 9), ("bob", 8), ("bob", 7)],
        "listener ann called `emit(8)` during `emit(7)`, and `emit(9)` during that: not all listeners heard all of them, \
         each in order"
    );
}

/// A listener that is called first removes the last of three. The one between them is called.
#[schedules]
fn a_listener_may_remove_another() {
    let (emitter, diary, last) = (Emitter::new(), Diary::default(), Slot::default());
    {
        let (diary, last) = (diary.clone(), last.clone());
        emitter.on(move |emitter, n| {
            diary.note("ann", n);
            last.take().into_iter().for_each(|id| emitter.off(id));
        });
    }
    emitter.on(diary.listener("bob"));
    last.put(emitter.on(diary.listener("cleo")));
    emitter.emit(7);
    let heard = diary.read();
    assert!(
        heard.starts_with(&[("ann", 7), ("bob", 7)]),
        "listener ann removed cleo during `emit(7)`, and bob was not called after ann"
    );
    emitter.emit(8);
    assert_eq!(
        diary.read(),
        [("ann", 8), ("bob", 8)],
        "listener cleo had been removed before `emit(8)`, which called the wrong listeners"
    );
}

/// A listener removes another one, adds a third, and emits an event, all while it is called: that event goes to those
/// that are there now.
#[schedules]
fn a_listener_may_do_all_of_it() {
    let (emitter, diary, last) = (Emitter::new(), Diary::default(), Slot::default());
    {
        let (diary, last) = (diary.clone(), last.clone());
        emitter.on(move |emitter, n| {
            diary.note("ann", n);
            if let Some(id) = last.take() {
                emitter.off(id);
                emitter.on(diary.listener("dan"));
                emitter.emit(8);
            }
        });
    }
    emitter.on(diary.listener("bob"));
    last.put(emitter.on(diary.listener("cleo")));
    emitter.emit(7);
    let (inner, outer): (Vec<_>, Vec<_>) = diary.read().into_iter().partition(|(_, n)| *n == 8);
    assert_eq!(
        inner,
        [("ann", 8), ("bob", 8), ("dan", 8)],
        "listener ann removed cleo, added dan, and called `emit(8)`, which called the wrong listeners"
    );
    assert!(!outer.contains(&("dan", 7)), "listener dan was added during `emit(7)`, which called it");
    assert!(
        outer.starts_with(&[("ann", 7), ("bob", 7)]),
        "listener ann removed cleo and added dan during `emit(7)`, and bob was not called after ann"
    );
}

/// Two threads emit at the same time, and the listener waits until it is called by both.
#[schedules]
fn two_threads_emit_at_once() {
    let emitter = Emitter::new();
    let both = Rendezvous::new(2, "`emit` waits until the listeners of another `emit` have returned");
    emitter.on(move |_, _| both.meet());
    thread::scope(|scope| {
        scope.spawn(|| emitter.emit(7));
        emitter.emit(8);
    });
}

/// While a listener runs, another thread adds a listener and removes it again: it waits for nothing.
#[schedules]
fn a_running_listener_is_in_nobodys_way() {
    let emitter = Emitter::new();
    let both = Rendezvous::new(2, "`on` or `off` waits until a listener that is called on another thread has returned");
    {
        let both = both.clone();
        emitter.on(move |_, _| both.meet());
    }
    thread::scope(|scope| {
        scope.spawn(|| emitter.emit(7));
        let id = emitter.on(|_, _| ());
        emitter.off(id);
        both.meet();
    });
}

/// One thread emits while another removes the listener: no `emit` after that calls it.
#[schedules]
fn off_holds_from_its_return() {
    let (emitter, diary) = (Emitter::new(), Diary::default());
    let ann = emitter.on(diary.listener("ann"));
    thread::scope(|scope| {
        scope.spawn(|| emitter.emit(7));
        emitter.off(ann);
        emitter.emit(8);
    });
    let heard = diary.read();
    assert!(!heard.contains(&("ann", 8)), "`off(id)` had returned before `emit(8)` began, which called the listener");
}

/// Two threads add a listener each, at the same time: both are there.
#[schedules]
fn two_threads_add_listeners() {
    let (emitter, diary) = (Emitter::new(), Diary::default());
    let ids = thread::scope(|scope| {
        let other = scope.spawn(|| emitter.on(diary.listener("ann")));
        (emitter.on(diary.listener("bob")), other.join().unwrap())
    });
    assert!(ids.0 != ids.1, "two threads called `on` at the same time, and got the same id");
    emitter.emit(7);
    let mut heard = diary.read();
    heard.sort_unstable();
    assert_eq!(heard, [("ann", 7), ("bob", 7)], "two threads added a listener each, and `emit` did not call both once");
}

/// Three listeners. Two threads remove one each, at the same time: the third one is called, and it alone.
#[schedules]
fn two_threads_remove_listeners() {
    let (emitter, diary) = (Emitter::new(), Diary::default());
    let [ann, bob, _] = ["ann", "bob", "eve"].map(|who| emitter.on(diary.listener(who)));
    thread::scope(|scope| {
        scope.spawn(|| emitter.off(ann));
        emitter.off(bob);
    });
    emitter.emit(7);
    assert_eq!(diary.read(), [("eve", 7)], "two threads removed ann and bob, and `emit` called the wrong listeners");
}

/// A removed listener is dropped, with what it has captured.
#[schedules]
fn a_removed_listener_is_dropped() {
    let (emitter, ledger) = (Emitter::new(), DropLedger::new());
    let item = ledger.item(1);
    let ann = emitter.on(move |_, _| {
        item.id();
    });
    emitter.emit(7);
    assert!(ledger.alive() == 1, "a listener was dropped that nobody has removed");
    thread::scope(|scope| {
        scope.spawn(|| emitter.emit(8));
        emitter.off(ann);
    });
    assert!(ledger.alive() == 0, "`off` and all `emit`s have returned, and the removed listener is not dropped");
}

/// Listener ann is removed while it runs on another thread; then another `emit` begins. When ann has returned it is
/// dropped, though the later `emit` is still under way.
#[schedules]
fn a_running_listener_is_removed() {
    let (emitter, ledger) = (Emitter::new(), DropLedger::new());
    let go_on = Blocker::new("`off` waits until the listener that it removes has returned");
    let (item, until) = (ledger.item(1), go_on.clone());
    let ann = emitter.on(move |_, _| {
        item.id();
        until.wait();
    });
    let left = ledger.clone();
    emitter.on(move |_, n| {
        if n == 8 {
            go_on.release();
            settle("`emit` does not come to its end when its listeners have returned");
            let alive = left.alive();
            assert!(alive == 0, "a removed listener is kept until an `emit` returns that began after `off`");
        }
    });
    thread::scope(|scope| {
        scope.spawn(|| emitter.emit(7));
        settle("`emit` does not call its first listener");
        emitter.off(ann);
        emitter.emit(8);
    });
}

/// Adds a listener when it is dropped.
struct Parting {
    emitter: Arc<Emitter>,
    diary: Diary,
}

impl Drop for Parting {
    fn drop(&mut self) {
        self.emitter.on(self.diary.listener("heir"));
    }
}

/// A listener has captured a value whose `drop` adds another listener. One thread removes it, another emits.
#[schedules]
fn a_dropped_listener_may_add_another() {
    let (emitter, diary) = (Arc::new(Emitter::new()), Diary::default());
    let parting = Parting { emitter: Arc::clone(&emitter), diary: diary.clone() };
    let ann = emitter.on(move |_, n| parting.diary.note("ann", n));
    thread::scope(|scope| {
        scope.spawn(|| emitter.emit(7));
        emitter.off(ann);
    });
    diary.read();
    emitter.emit(8);
    assert_eq!(diary.read(), [("heir", 8)], "the `drop` of a removed listener added another one, which was not called");
}
