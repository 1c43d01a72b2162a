//! Three philosophers at a table with three forks.

use std::sync::Mutex;
use std::thread;

use exercise::dine;

/// All three dine.
#[schedules]
fn nobody_starves() {
    let forks = [(); 3].map(|()| Mutex::new(0));
    thread::scope(|scope| {
        scope.spawn(|| dine(&forks, 0));
        scope.spawn(|| dine(&forks, 1));
        dine(&forks, 2);
    });
    let used = forks.map(|fork| fork.into_inner().unwrap());
    assert_eq!(used, [2, 2, 2], "not every fork was used by both its neighbours");
}
