//! After any script of events the world equals one that is built from scratch.

use dateline::testing::faults::{self, Faults};
use dateline::testing::script;
use proptest::prelude::*;

/// So many random scripts are run (`DATELINE_SCRIPTS` asks for more).
#[expect(clippy::disallowed_methods, reason = "a test asks how long it may run")]
fn scripts() -> u32 {
    std::env::var("DATELINE_SCRIPTS").ok().and_then(|count| count.parse().ok()).unwrap_or(2000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: scripts(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_life_equals_a_fresh_start(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Err(difference) = script::run(&bytes) {
            prop_assert!(false, "after step {}: {}", difference.step, difference.what);
        }
    }
}

/// Whether any of 150 fixed pseudo-random scripts shows the fault.
fn is_caught(planted: Faults) -> bool {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    (0..150).any(|_| {
        let bytes: Vec<u8> = (0..400)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state.to_le_bytes()[3]
            })
            .collect();
        faults::with(planted, || script::run(&bytes)).is_err()
    })
}

#[test]
fn without_faults_nothing_is_caught() {
    assert!(!is_caught(Faults::default()));
}

#[test]
fn a_skipped_removal_is_caught() {
    assert!(is_caught(Faults { skip_removal: true, ..Faults::default() }));
}

#[test]
fn a_stale_stamp_is_caught() {
    assert!(is_caught(Faults { keep_stale_stamp: true, ..Faults::default() }));
}

#[test]
fn a_dropped_owner_flip_is_caught() {
    assert!(is_caught(Faults { drop_owner_flip: true, ..Faults::default() }));
}
