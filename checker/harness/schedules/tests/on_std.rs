//! The probes are right: they pass on std itself.

mod probes;

#[test]
fn every_probe_passes_on_std() {
    // Some panic on purpose.
    std::panic::set_hook(Box::new(|_| ()));
    for (module, probes) in probes::ALL {
        for (name, probe) in *probes {
            assert!(std::panic::catch_unwind(probe).is_ok(), "{module}::{name} fails on std");
        }
    }
}
