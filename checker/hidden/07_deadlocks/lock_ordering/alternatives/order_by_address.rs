// right: orders by address, and looks the guards up again by address

use std::collections::BTreeMap;
use std::ptr;
use std::sync::{Mutex, MutexGuard};

#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

pub struct Account {
    id: u32,
    cents: Mutex<i64>,
}

impl Account {
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: Mutex::new(cents) }
    }

    pub fn id(&self) -> u32 {
        self.id
    }

    fn lock(&self) -> MutexGuard<'_, i64> {
        self.cents.lock().unwrap()
    }
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    let mut locked = lock_all(&[from, to]);
    let source = locked.get_mut(&ptr::from_ref(from)).unwrap();
    if **source < cents {
        return Err(Insufficient);
    }
    **source -= cents;
    **locked.get_mut(&ptr::from_ref(to)).unwrap() += cents;
    audit(*locked[&ptr::from_ref(from)], *locked[&ptr::from_ref(to)]);
    Ok(())
}

pub fn total(accounts: &[&Account]) -> i64 {
    let locked = lock_all(accounts);
    accounts.iter().map(|&account| *locked[&ptr::from_ref(account)]).sum()
}

fn lock_all<'a>(accounts: &[&'a Account]) -> BTreeMap<*const Account, MutexGuard<'a, i64>> {
    let mut by_address = accounts.to_vec();
    by_address.sort_by_key(|&account| ptr::from_ref(account));
    by_address.dedup_by_key(|account| ptr::from_ref(*account));
    by_address.into_iter().map(|account| (ptr::from_ref(account), account.lock())).collect()
}
