//! Hidden tests of `seat_reservation`.

use std::thread;

use exercise::Seats;

/// Two parties ask at the same time; who got seats, and how many are left in the end.
fn two_parties(seats: &Seats, one: u32, two: u32) -> (bool, bool, u32) {
    thread::scope(|scope| {
        let first = scope.spawn(|| seats.reserve(one));
        let second = seats.reserve(two);
        (first.join().unwrap(), second, seats.left())
    })
}

/// One thread: parties get their seats as long as there are enough.
#[schedules]
fn parties_of_one_thread() {
    let seats = Seats::new(3);
    assert_eq!(seats.left(), 3, "`left` is wrong for 3 new seats");
    assert!(!seats.reserve(4), "a party of 4 got its seats, and there were 3");
    assert_eq!(seats.left(), 3, "`left` is wrong after a party of 4 was refused 3 seats");
    assert!(seats.reserve(2), "a party of 2 was refused, and there were 3 seats");
    assert_eq!(seats.left(), 1, "`left` is wrong after a party of 2 got its seats out of 3");
    assert!(!seats.reserve(u32::MAX), "a party of 4294967295 got its seats, and there was one");
    assert!(seats.reserve(1), "a party of one was refused, and there was one seat");
    assert!(!seats.reserve(1), "a party of one got a seat, and there was none");
    assert!(seats.reserve(0), "a party of nobody was refused, and it needs no seat");
    assert_eq!(seats.left(), 0, "`left` is wrong after all seats were sold");
}

/// Two parties of 2 at the same time, and 2 seats: one of them gets its seats.
#[schedules]
fn two_parties_and_seats_for_one() {
    let (one, two, left) = two_parties(&Seats::new(2), 2, 2);
    assert!(!(one && two), "two parties of 2 both got their seats, and there were 2");
    assert!(one || two, "two parties of 2 were both refused, and there were 2 seats");
    assert_eq!(left, 0, "one of two parties of 2 got its seats, out of 2: `left` is wrong");
}

/// A hall with 4294967295 seats, beside another one with 3.
#[schedules]
fn a_very_large_hall() {
    let (small, large) = (Seats::new(3), Seats::new(u32::MAX));
    assert_eq!(large.left(), u32::MAX, "`left` is wrong for 4294967295 new seats");
    assert!(large.reserve(u32::MAX - 1), "a party of 4294967294 was refused, and there were 4294967295 seats");
    assert_eq!(large.left(), 1, "`left` is wrong after a party of 4294967294 got its seats out of 4294967295");
    assert!(large.reserve(1), "a party of one was refused, and there was one seat");
    assert_eq!(large.left(), 0, "`left` is wrong after all seats were sold");
    assert_eq!(small.left(), 3, "all seats of another hall were sold, and `left` is wrong for 3 new seats");
}

/// One thread asks for one seat four times, another one for two seats at the same time, and there are 6: all get theirs.
#[schedules]
fn many_parties_and_seats_for_all() {
    let seats = Seats::new(6);
    let got = thread::scope(|scope| {
        let others = scope.spawn(|| [(); 4].map(|()| seats.reserve(1)));
        let two = seats.reserve(2);
        others.join().unwrap().into_iter().all(|got| got) && two
    });
    assert!(got, "four parties of one and a party of 2 asked for 6 seats, and one of them was refused");
    assert_eq!(seats.left(), 0, "four parties of one and a party of 2 got their seats, out of 6: `left` is wrong");
}

/// A party of 4 and a party of 3 at the same time, and 3 seats: the party of 3 gets them.
#[schedules]
fn a_party_that_fits_beside_one_that_does_not() {
    let (large, small, left) = two_parties(&Seats::new(3), 4, 3);
    assert!(!large, "a party of 4 got its seats, and there were 3");
    assert!(small, "a party of 3 was refused, and there were 3 seats; only a party of 4 asked at the same time");
    assert_eq!(left, 0, "a party of 3 got its seats, out of 3: `left` is wrong");
}

/// Two parties of 4 at the same time, and 3 seats: both are refused.
#[schedules]
fn two_parties_that_do_not_fit() {
    let (one, two, left) = two_parties(&Seats::new(3), 4, 4);
    assert!(!one && !two, "a party of 4 got its seats, and there were 3; another party of 4 asked at the same time");
    assert_eq!(left, 3, "two parties of 4 were refused, and there were 3 seats: `left` is wrong");
}

/// A thread looks at the number of free seats while a party of 4 and then a party of 2 ask for some of 3.
#[schedules]
fn a_look_at_the_free_seats() {
    let seats = Seats::new(3);
    let seen = thread::scope(|scope| {
        scope.spawn(|| {
            seats.reserve(4);
            seats.reserve(2);
        });
        [seats.left(), seats.left()]
    });
    let right = [[3, 3], [3, 1], [1, 1]].contains(&seen);
    assert!(
        right,
        "a party of 4 was refused 3 seats and a party of 2 got some of them; meanwhile `left` returned {} and then {}",
        seen[0], seen[1],
    );
}
