// wrong: one lock for all accounts
// finding: transfers_without_a_common_account_overlap: deadlock

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

static BANK: Mutex<()> = Mutex::new(());

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    let _bank = BANK.lock().unwrap();
    let mut source = *from.lock();
    if source < cents {
        return Err(Insufficient);
    }
    source -= cents;
    *from.lock() = source;
    *to.lock() += cents;
    let source = *from.lock();
    let target = *to.lock();
    audit(source, target);
    Ok(())
}

pub fn total(accounts: &[&Account]) -> i64 {
    let _bank = BANK.lock().unwrap();
    accounts.iter().map(|account| *account.lock()).sum()
}
