use std::panic::{AssertUnwindSafe, catch_unwind};

use exercise::Store;
use harness::Bomb;

/// A closure that panics half way: the caller sees the panic, and the old value is still there.
#[native]
#[schedules]
#[orderings]
fn a_failed_update_changes_nothing() {
    let bomb = Bomb::on_call(1);
    let store = Store::new(5);
    let update = || {
        store.update(|value| {
            *value = 6;
            bomb.tick();
        })
    };
    let result = catch_unwind(AssertUnwindSafe(update));
    assert!(result.is_err_and(|payload| Bomb::threw(&*payload)), "`update` swallows the panic of its closure");
    assert_eq!(store.get(), 5, "`update` kept the half finished change of a closure that panicked");
}
