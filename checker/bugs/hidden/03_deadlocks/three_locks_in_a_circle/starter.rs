// wrong: a read lock closes the circle: whoever reads the plan keeps the writer waiting, and with it all others

use std::sync::{Mutex, RwLock};

#[derive(Default)]
pub struct Factory {
    plan: RwLock<u32>,
    stock: Mutex<u32>,
    orders: Mutex<u32>,
}

impl Factory {
    pub fn produce(&self) {
        let plan = self.plan.read().unwrap(); //~ read
        *self.stock.lock().unwrap() += *plan; //~ lock
    }

    pub fn deliver(&self) {
        let mut stock = self.stock.lock().unwrap(); //~ lock
        *stock += *self.orders.lock().unwrap(); //~ lock
    }

    pub fn order(&self) {
        let mut orders = self.orders.lock().unwrap(); //~ lock
        *orders += 1;
        *self.plan.write().unwrap() += *orders; //~ write
    }
}
