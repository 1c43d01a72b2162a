//! Hidden tests of `id_allocator`.

use std::thread;

use exercise::Ids;

/// What two threads get that ask at the same time, so often each.
fn two_threads(ids: &Ids, times: usize) -> (Vec<Option<u8>>, Vec<Option<u8>>) {
    let ask = || (0..times).map(|_| ids.allocate()).collect::<Vec<_>>();
    thread::scope(|scope| {
        let one = scope.spawn(ask);
        let two = ask();
        (one.join().unwrap(), two)
    })
}

/// One thread asks until nothing is left, and once more: it gets each number below the limit once.
#[schedules]
fn each_number_below_the_limit_once() {
    let ids = Ids::new(3);
    let mut got: Vec<Option<u8>> = (0..3).map(|_| ids.allocate()).collect();
    got.sort_unstable();
    assert_eq!(got, [Some(0), Some(1), Some(2)], "three calls with a limit of 3 did not return 0, 1 and 2");
    assert_eq!(ids.allocate(), None, "with a limit of 3 the fourth call returned a number");
    assert_eq!(Ids::new(0).allocate(), None, "with a limit of 0 the first call returned a number");
    assert_eq!(Ids::new(1).allocate(), Some(0), "with a limit of 1 the first call did not return 0");
}

/// Two threads ask at the same time, with two numbers left: each gets one of them.
#[schedules]
fn two_threads_get_two_numbers() {
    let ids = Ids::new(2);
    let (one, two) = two_threads(&ids, 1);
    let (Some(one), Some(two)) = (one[0], two[0]) else {
        harness::fail("a thread got `None` while a number was left");
    };
    assert!(one != two, "two threads got the same number: {one}");
    assert_eq!(ids.allocate(), None, "two threads got the two numbers that there are, and then there was a third");
}

/// Two threads ask twice each, with three numbers: each number is handed out once, and one call gets none.
#[schedules]
fn two_threads_ask_for_more_than_there_is() {
    let ids = Ids::new(3);
    let (one, two) = two_threads(&ids, 2);
    let mut got: Vec<u8> = one.iter().chain(&two).flatten().copied().collect();
    got.sort_unstable();
    let expected = [0, 1, 2];
    assert!(
        got == expected,
        "two threads asked twice each with a limit of 3, and got {one:?} and {two:?} instead of 0, 1 and 2",
    );
}

/// One thread asks four times and another one once, with five numbers: each call gets one.
#[schedules]
fn one_asks_more_often() {
    let ids = Ids::new(5);
    let mut got = thread::scope(|scope| {
        let often = scope.spawn(|| [(); 4].map(|()| ids.allocate()));
        let once = ids.allocate();
        [&often.join().unwrap()[..], &[once]].concat()
    });
    got.sort_unstable();
    let expected = [0, 1, 2, 3, 4].map(Some);
    assert!(got == expected, "two threads asked five times with a limit of 5, and got {got:?}");
}

/// With nothing left one thread asks another 600 times: it gets nothing.
#[schedules]
fn nothing_is_left_for_ever() {
    let ids = Ids::new(2);
    for call in 1..=602 {
        let got = ids.allocate();
        match got {
            Some(number) if call > 2 => {
                harness::fail(format!("with a limit of 2, call number {call} got the number {number} once again"))
            }
            None if call <= 2 => harness::fail("with a limit of 2 one of the first two calls returned `None`"),
            _ => {}
        }
    }
}

/// The largest limit, and one number is left. Two threads ask twice each: one call gets it, and nobody gets one after that.
#[schedules]
fn two_threads_ask_when_one_is_left() {
    let ids = Ids::new(255);
    for _ in 0..254 {
        assert!(ids.allocate().is_some(), "with a limit of 255 one of the first 254 calls returned `None`");
    }
    let (one, two) = two_threads(&ids, 2);
    let got: Vec<u8> = one.into_iter().chain(two).flatten().collect();
    if let [] = got[..] {
        harness::fail("with a limit of 255 and one number left, two threads asked for it and both got `None`");
    }
    if got.len() > 1 {
        harness::fail(format!("with a limit of 255 and one number left, two threads asked, and got {got:?}"));
    }
    if let Some(number) = ids.allocate() {
        harness::fail(format!("all 255 numbers were gone, and {number} was handed out once again"));
    }
}
