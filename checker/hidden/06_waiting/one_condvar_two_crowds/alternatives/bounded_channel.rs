// right: std has this buffer; its receiver is shared behind a mutex, and whoever takes waits with it in hand

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, SyncSender};

pub struct Buffer<T> {
    put: SyncSender<T>,
    take: Mutex<Receiver<T>>,
}

impl<T> Buffer<T> {
    pub fn new(cap: usize) -> Self {
        let (put, take) = mpsc::sync_channel(cap);
        Buffer { put, take: Mutex::new(take) }
    }

    pub fn put(&self, value: T) {
        self.put.send(value).ok();
    }

    pub fn take(&self) -> T {
        self.take.lock().unwrap().recv().unwrap()
    }
}
