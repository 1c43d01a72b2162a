// right: a map from threads to stacks of buffers, locked only for the moment

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread::{self, ThreadId};

static M: Mutex<Option<HashMap<ThreadId, Vec<Vec<u8>>>>> = Mutex::new(None);
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let id = thread::current().id();
    let mut b = M.lock().unwrap().get_or_insert_default().entry(id).or_default().pop().unwrap_or_default();
    b.clear();
    let r = f(&mut b);
    M.lock().unwrap().get_or_insert_default().get_mut(&id).unwrap().push(b);
    r
}
