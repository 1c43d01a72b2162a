// right: the plan comes before the stock, and the stock before the orders, everywhere

use std::sync::{Mutex, RwLock};

#[derive(Default)]
pub struct Factory {
    plan: RwLock<u32>,
    stock: Mutex<u32>,
    orders: Mutex<u32>,
}

impl Factory {
    pub fn produce(&self) {
        let plan = self.plan.read().unwrap();
        *self.stock.lock().unwrap() += *plan;
    }

    pub fn deliver(&self) {
        let mut stock = self.stock.lock().unwrap();
        *stock += *self.orders.lock().unwrap();
    }

    pub fn order(&self) {
        let mut plan = self.plan.write().unwrap();
        let mut orders = self.orders.lock().unwrap();
        *orders += 1;
        *plan += *orders;
    }
}
