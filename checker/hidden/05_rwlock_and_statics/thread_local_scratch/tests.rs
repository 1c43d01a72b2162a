//! Hidden tests of `thread_local_scratch`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use exercise::with_scratch;
use harness::{Bomb, Rendezvous};

/// More bytes than anybody would set aside for good.
const PAGE: [u8; 200_000] = [7; 200_000];

/// One thread, one call after the other: each gets an empty buffer and returns what its closure returns.
#[schedules]
fn each_call_gets_an_empty_buffer() {
    for length in [3, 5] {
        let written = with_scratch(|buffer| {
            assert!(buffer.is_empty(), "a call got a buffer with {} bytes that an earlier call had left", buffer.len());
            buffer.extend(&PAGE[..length]);
            buffer.len()
        });
        assert_eq!(written, length, "`with_scratch` did not return what its closure returned");
    }
}

/// Two threads have a buffer at the same time: none waits until the other gives its own back.
#[schedules]
fn two_threads_at_the_same_time() {
    let inside = Rendezvous::new(2, "two threads are never inside `with_scratch` at the same time");
    let write = |byte| {
        with_scratch(|buffer| {
            buffer.push(byte);
            inside.meet();
            if buffer != &[byte] {
                harness::fail("a thread had a buffer, and another thread wrote into it");
            }
        });
    };
    thread::scope(|scope| {
        scope.spawn(|| write(1));
        write(2);
    });
}

/// A call inside a call inside a call: each gets a buffer of its own.
#[schedules]
fn calls_inside_calls() {
    with_scratch(|outer| {
        outer.push(1);
        with_scratch(|inner| {
            assert!(inner.is_empty(), "a call inside another one got a buffer that is not empty");
            inner.extend([2, 2]);
            with_scratch(|innermost| {
                assert!(innermost.is_empty(), "a call inside another one got a buffer that is not empty");
                innermost.push(3);
            });
            assert_eq!(*inner, [2, 2], "a call inside another one changed the outer buffer");
        });
        assert_eq!(*outer, [1], "a call inside another one changed the outer buffer");
    });
    with_scratch(|buffer| assert!(buffer.is_empty(), "after calls inside calls a buffer was not empty"));
}

/// A closure writes and panics: the next one gets an empty buffer all the same.
#[schedules]
fn after_a_panic() {
    let bomb = Bomb::on_call(1);
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        with_scratch(|buffer| {
            buffer.extend(PAGE);
            bomb.tick();
        });
    }));
    let panicked = attempt.is_err_and(|payload| Bomb::threw(&*payload));
    assert!(panicked, "`f` panicked, and the caller of `with_scratch` did not get that panic");
    with_scratch(|buffer| assert!(buffer.is_empty(), "after a panic the next call got what was in the buffer then"));
}

/// An inner closure panics and the outer one goes on: its buffer is as it was.
#[schedules]
fn a_panic_inside_a_call() {
    let bomb = Bomb::on_call(1);
    with_scratch(|outer| {
        outer.push(1);
        let attempt = catch_unwind(AssertUnwindSafe(|| {
            with_scratch(|inner| {
                inner.push(2);
                bomb.tick();
            });
        }));
        assert!(attempt.is_err(), "`f` panicked, and the caller of `with_scratch` did not get that panic");
        assert_eq!(*outer, [1], "a call that panicked inside another one changed the outer buffer");
    });
    for _ in 0..2 {
        with_scratch(|buffer| {
            assert!(buffer.is_empty(), "after a panic inside a call a later call got a buffer that is not empty");
            buffer.push(3);
        });
    }
}

/// A call fills the buffer, with a smaller one inside it: the next call finds the capacity of the outer buffer.
#[schedules]
fn the_capacity_is_kept() {
    let before = with_scratch(|buffer| {
        buffer.extend(PAGE);
        buffer.capacity()
    });
    let after = with_scratch(|buffer| buffer.capacity());
    assert!(after >= before, "a call left a buffer with a capacity of {before}, the next one got {after}");
    with_scratch(|_| with_scratch(|inner| inner.push(1)));
    let after = with_scratch(|buffer| buffer.capacity());
    assert!(after >= before, "a call had a capacity of {before}, with another call inside; the next one got {after}");
}

/// A thread fills its buffer and uses it again, while another thread uses one: it finds its own capacity.
#[schedules]
fn another_thread_does_not_take_it() {
    let before = with_scratch(|buffer| {
        buffer.extend(PAGE);
        buffer.capacity()
    });
    thread::scope(|scope| {
        scope.spawn(|| with_scratch(|_| thread::yield_now()));
        let after = with_scratch(|buffer| buffer.capacity());
        assert!(
            after >= before,
            "a thread left a buffer with a capacity of {before}; its next call, while another thread used a buffer, \
             got {after}",
        );
    });
}

/// The second call that needs as much as the first asks for no memory.
#[schedules]
fn the_second_call_asks_for_no_memory() {
    let write = || with_scratch(|buffer| buffer.extend(&PAGE));
    write();
    let ((), bytes, _) = harness::Allocations::during(write);
    assert!(bytes == 0, "the second call needed no more than the first, and asked for memory all the same");
}

/// Fifty calls inside each other: each gets a buffer of its own.
#[schedules]
fn calls_can_be_deep_inside_each_other() {
    fn descend(depth: u8) {
        let deeper = AssertUnwindSafe(|| with_scratch(|buffer| use_it(buffer, depth)));
        if catch_unwind(deeper).is_err() {
            harness::fail(format!("`with_scratch` panicked when it was called inside {depth} other calls"));
        }
    }
    fn use_it(buffer: &mut Vec<u8>, depth: u8) {
        assert!(buffer.is_empty(), "a call inside {depth} others got a buffer that is not empty");
        buffer.push(depth);
        if depth < 49 {
            descend(depth + 1);
        }
        assert_eq!(*buffer, [depth], "a call inside {} others changed the buffer of the one around it", depth + 1);
    }
    descend(0);
}

/// A call has a small buffer, with a large one inside it: the next call gets the small one.
#[schedules]
fn the_inner_buffer_may_be_larger() {
    let before = with_scratch(|buffer| {
        *buffer = vec![1];
        with_scratch(|inner| inner.extend(PAGE));
        buffer.capacity()
    });
    let after = with_scratch(|buffer| buffer.capacity());
    assert!(after == before, "a call had a capacity of {before}, with a larger one inside; the next one got {after}");
}
