// right: an owner thread that runs the closures it is sent, and that the last user of the score waits for

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::mpsc::{self, SyncSender};
use std::thread::{self, JoinHandle};

type Points = HashMap<String, u64>;
type Errand = Box<dyn FnOnce(&mut Points) + Send>;

pub struct Score {
    errands: Option<SyncSender<Errand>>,
    owner: Mutex<Option<JoinHandle<()>>>,
}

impl Score {
    pub fn new() -> Self {
        let (errands, inbox) = mpsc::sync_channel::<Errand>(1);
        let owner = thread::spawn(move || {
            let mut points = Points::new();
            while let Ok(errand) = inbox.recv() {
                errand(&mut points);
            }
        });
        Score { errands: Some(errands), owner: Mutex::new(Some(owner)) }
    }

    fn run(&self, errand: impl FnOnce(&mut Points) -> u64 + Send + 'static) -> u64 {
        let (done, result) = mpsc::sync_channel(1);
        let errand: Errand = Box::new(move |points| done.send(errand(points)).unwrap());
        self.errands.as_ref().unwrap().send(errand).unwrap();
        result.recv().unwrap()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let player = player.to_owned();
        self.run(move |score| {
            let sum = score.entry(player).or_insert(0);
            *sum += points;
            *sum
        })
    }

    pub fn total(&self) -> u64 {
        self.run(|score| score.values().sum())
    }
}

impl Drop for Score {
    fn drop(&mut self) {
        self.errands = None;
        if let Some(owner) = self.owner.lock().unwrap().take() {
            owner.join().unwrap();
        }
    }
}
