//! Whether the test takes more and more memory.

use std::time::Duration;

use crate::cpu_time;

/// How much processor time lies between two looks at the memory. The clock would count how busy the machine is.
const INTERVAL: Duration = Duration::from_millis(50);

/// Pages more in that time are growth: a loop that does nothing but take memory takes a hundred times as many.
const PAGES: u64 = 256;

/// The memory as it was seen last.
#[derive(Debug)]
pub(crate) struct Growth {
    /// The processor time used until then.
    used: Duration,
    pages: u64,
    goes_on: bool,
}

impl Growth {
    /// What it is measured against first is the memory of now.
    pub(crate) fn begin() -> Self {
        Growth { used: cpu_time::used(), pages: pages().unwrap_or_default(), goes_on: false }
    }

    /// Looks at the memory, if the test has worked enough since the last look.
    pub(crate) fn look(&mut self) {
        let used = cpu_time::used();
        if used.saturating_sub(self.used) >= INTERVAL {
            let pages = pages().unwrap_or_default();
            *self = Growth { used, pages, goes_on: pages >= self.pages + PAGES };
        }
    }

    /// Whether there was more at the last look than at the one before.
    pub(crate) fn goes_on(&self) -> bool {
        self.goes_on
    }
}

/// The pages of memory that are in use, where the system tells.
fn pages() -> Option<u64> {
    let sizes = std::fs::read_to_string("/proc/self/statm").ok()?;
    sizes.split(' ').nth(1)?.parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn growth_is_seen_while_it_goes_on_and_no_longer() {
        let mut growth = Growth::begin();
        let work_until_looked = |growth: &mut Growth, work: &mut dyn FnMut()| {
            let before = growth.used;
            while growth.used == before {
                work();
                growth.look();
            }
        };
        work_until_looked(&mut growth, &mut || ());
        assert!(!growth.goes_on());
        let mut taken: Vec<Vec<u8>> = Vec::new();
        work_until_looked(&mut growth, &mut || taken.push(vec![1; 1 << 20]));
        assert!(growth.goes_on());
        work_until_looked(&mut growth, &mut || ());
        assert!(!growth.goes_on(), "{} blocks are kept and no more come", taken.len());
    }
}
