//! A permit that is still out when its semaphore is gone would go back to memory that belongs to somebody else by then.

use exercise::Semaphore;

fn main() {
    let semaphore = Semaphore::new(1);
    let permit = semaphore.acquire();
    drop(semaphore); //~ E0505 semaphore
    drop(permit);
}
