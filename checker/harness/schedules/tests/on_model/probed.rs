//! Whatever the course teaches of std, the model has it, and it behaves as std's does.

use threadlings_report::Outcome;

use crate::{judge, probes};

#[test]
fn every_probe_passes_on_the_model() {
    let mut failures = Vec::new();
    for (module, probes) in probes::ALL {
        for &(name, probe) in *probes {
            if let Outcome::Failed(finding) = judge::judge("", probe) {
                failures.push(format!("{module}::{name}: {} {:?}", finding.headline, finding.details));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
