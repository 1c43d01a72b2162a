//! Hidden tests of `request_and_reply`.

use std::thread;

use exercise::start;

/// One client: `add` returns the new number, `get` the number, and the server has served four requests in the end.
#[schedules]
fn one_client_gets_its_replies() {
    let (client, server) = start();
    assert_eq!(client.get(), 0, "the first `get()` did not return 0");
    assert_eq!(client.add(5), 5, "`add(5)` did not return 5 although the number was 0");
    assert_eq!(client.add(-2), 3, "`add(-2)` did not return 3 although the number was 5");
    assert_eq!(client.get(), 3, "`get()` did not return 3 although the number was 3");
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 4, "the server returned a wrong count of requests after two `get` and two `add`");
}

/// Two clients add at the same time: each gets the number right after its own addition.
#[schedules]
fn two_clients_each_get_their_own_reply() {
    let (client, server) = start();
    let second = client.clone();
    let other = thread::spawn(move || second.add(2));
    let with_one = client.add(1);
    let with_two = other.join().unwrap();
    assert!(
        [(1, 3), (3, 2)].contains(&(with_one, with_two)),
        "the number was 0, `add(1)` of one client returned {with_one} and `add(2)` of another one returned {with_two}: \
         no order of the two additions gives that",
    );
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 2, "the server returned a wrong count of requests after `add` from each of two clients");
}

/// A client adds and forgets, then adds and waits: the second reply counts both, and the server is well.
#[schedules]
fn a_forgotten_reply_disturbs_nobody() {
    let (client, server) = start();
    client.add_and_forget(5);
    assert_eq!(client.add(1), 6, "`add(1)` did not return 6 after `add_and_forget(5)` of the same client");
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 2, "the server returned a wrong count of requests after one `add_and_forget` and one `add`");
}

/// One client adds and forgets while another one adds and waits: both additions count.
#[schedules]
fn a_forgotten_addition_counts() {
    let (client, _server) = start();
    let second = client.clone();
    let other = thread::spawn(move || second.add_and_forget(2));
    let with_one = client.add(1);
    assert!(
        [1, 3].contains(&with_one),
        "the number was 0, and `add(1)` of one client returned {with_one} beside `add_and_forget(2)` of another one",
    );
    other.join().unwrap();
    assert_eq!(client.get(), 3, "an addition was lost: `get()` is wrong after `add(1)` and `add_and_forget(2)`");
}

/// A request that was sent before the last client was dropped is served.
#[schedules]
fn a_request_may_outlive_its_client() {
    let (client, server) = start();
    client.add_and_forget(1);
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 1, "the last client was dropped after an `add_and_forget`, and the server did not count it");
}

/// A client is dropped; its clone still gets replies.
#[schedules]
fn the_server_runs_for_every_clone() {
    let (client, server) = start();
    let second = client.clone();
    drop(client);
    assert_eq!(second.add(1), 1, "`add(1)` of a clone did not return 1 after the first client was dropped");
    drop(second);
    let served = server.join().unwrap();
    assert_eq!(served, 1, "the server returned a wrong count of requests after one `add` of a clone");
}

/// Two clients are dropped at the same time: the server ends.
#[schedules]
fn two_clients_are_dropped_at_the_same_time() {
    let (client, server) = start();
    let second = client.clone();
    thread::spawn(move || second.add_and_forget(2));
    client.add_and_forget(1);
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 2, "the server returned a wrong count of requests after two clients each had sent one");
}

/// Two servers: each has a number and a count of its own.
#[schedules]
fn servers_have_nothing_in_common() {
    harness::few_schedules(20);
    let (first, _server) = start();
    first.add(5);
    let (client, server) = start();
    assert_eq!(client.get(), 0, "the first `get()` of a second server did not return 0");
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 1, "a second server returned a wrong count of requests after one `get`");
}

/// A client forgets an addition of 0, and adds a large number: both are requests.
#[schedules]
fn numbers_may_be_zero_or_large() {
    harness::few_schedules(20);
    let (client, server) = start();
    client.add_and_forget(0);
    assert_eq!(client.add(1 << 40), 1 << 40, "`add` of 2 to the 40th did not return that although the number was 0");
    drop(client);
    let served = server.join().unwrap();
    assert_eq!(served, 2, "the server returned a wrong count of requests after `add_and_forget(0)` and one `add`");
}
