// right: one helper locks any number of accounts in order, and both functions use it

use std::sync::{Mutex, MutexGuard};

#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

pub struct Account {
    id: u32,
    cents: Mutex<i64>,
}

struct Locked<'a> {
    guards: Vec<(u32, MutexGuard<'a, i64>)>,
}

impl<'a> Locked<'a> {
    fn new(accounts: &[&'a Account]) -> Self {
        let mut by_id = accounts.to_vec();
        by_id.sort_unstable_by_key(|account| account.id);
        by_id.dedup_by_key(|account| account.id);
        Locked { guards: by_id.iter().map(|account| (account.id, account.cents.lock().unwrap())).collect() }
    }

    fn balance(&mut self, account: &Account) -> &mut i64 {
        let index = self.guards.binary_search_by_key(&account.id, |(id, _)| *id).unwrap();
        &mut self.guards[index].1
    }
}

impl Account {
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: Mutex::new(cents) }
    }

    pub fn id(&self) -> u32 {
        self.id
    }
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    let mut locked = Locked::new(&[from, to]);
    *locked.balance(from) = Some(*locked.balance(from) - cents).filter(|&rest| rest >= 0).ok_or(Insufficient)?;
    *locked.balance(to) += cents;
    let source = *locked.balance(from);
    let target = *locked.balance(to);
    audit(source, target);
    Ok(())
}

pub fn total(accounts: &[&Account]) -> i64 {
    let mut locked = Locked::new(accounts);
    accounts.iter().map(|account| *locked.balance(account)).sum()
}
