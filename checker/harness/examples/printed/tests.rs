use exercise::greet;

/// When `greet` returns, the greeting is out.
#[schedules]
fn the_greeting_is_out() {
    greet("Ann");
    assert_eq!(harness::printed(), "Hello, Ann!\n", "`greet` returned before the greeting was printed");
}
