use std::io;
use std::thread::{Builder, JoinHandle};

pub fn pair(work: fn()) -> io::Result<[JoinHandle<()>; 2]> {
    let first = Builder::new().spawn(work)?;
    match Builder::new().spawn(work) {
        Ok(second) => Ok([first, second]),
        Err(error) => {
            let _ = first.join();
            Err(error)
        }
    }
}
