// wrong: the first thread goes on when the second cannot be started
// finding: half_a_pair_is_no_pair: wrong_result
use std::io;
use std::thread::{Builder, JoinHandle};

pub fn pair(work: fn()) -> io::Result<[JoinHandle<()>; 2]> {
    let first = Builder::new().spawn(work)?;
    let second = Builder::new().spawn(work)?;
    Ok([first, second])
}
