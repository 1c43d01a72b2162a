// right: ordered by id with `RwLock`s, so that several totals can be counted at once

use std::collections::BTreeMap;
use std::sync::{RwLock, RwLockReadGuard};

#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

pub struct Account {
    id: u32,
    cents: RwLock<i64>,
}

impl Account {
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: RwLock::new(cents) }
    }

    pub fn id(&self) -> u32 {
        self.id
    }
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    let (low, high) = if from.id < to.id { (from, to) } else { (to, from) };
    let mut low_cents = low.cents.write().unwrap();
    let mut high_cents = (low.id != high.id).then(|| high.cents.write().unwrap());
    let balance = |account: &Account, low_cents: &i64, high_cents: Option<&i64>| {
        if account.id == low.id { *low_cents } else { *high_cents.unwrap() }
    };
    if balance(from, &low_cents, high_cents.as_deref()) < cents {
        return Err(Insufficient);
    }
    if let Some(high_cents) = &mut high_cents {
        let to_high = if to.id == high.id { cents } else { -cents };
        **high_cents += to_high;
        *low_cents -= to_high;
    }
    audit(balance(from, &low_cents, high_cents.as_deref()), balance(to, &low_cents, high_cents.as_deref()));
    Ok(())
}

pub fn total(accounts: &[&Account]) -> i64 {
    let by_id: BTreeMap<u32, &Account> = accounts.iter().map(|&account| (account.id, account)).collect();
    let balances: BTreeMap<u32, RwLockReadGuard<'_, i64>> =
        by_id.into_iter().map(|(id, account)| (id, account.cents.read().unwrap())).collect();
    accounts.iter().map(|account| *balances[&account.id]).sum()
}
