//! Two permits for one that was acquired: twice as many threads may work as was said, and each of them gives one back.

use exercise::Semaphore;

fn main() {
    let semaphore = Semaphore::new(1);
    let permit = semaphore.acquire();
    let another = permit.clone(); //~ E0599 clone Permit
    drop(permit);
    drop(another);
}
