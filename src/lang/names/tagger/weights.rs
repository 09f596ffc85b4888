//! The learned weights: a table from features to what they say for each label.
//!
//! The file is written by `tests/train` and compiled in; nothing is unpacked at the start. All numbers
//! are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | [`MAGIC`] |
//! | 2 × 13 × 13 | `i16` what a label says for the one behind it, row by row |
//! | rest | buckets of four features: four `u16` fingerprints, then four rows of 13 `i8` |

use std::sync::OnceLock;

use crate::lang::names::tagger::label::LABELS;
use crate::lang::names::tagger::search::{Links, forbid};

/// Names the file format; it changes with the features and their order.
pub const MAGIC: [u8; 8] = *b"DLNAMES1";

/// A score for each label. Two bytes hold the sum of the some sixty features of a token.
pub type Scores = [i16; LABELS];

/// Features that share a bucket.
pub const BUCKET: usize = 4;

const FINGERPRINTS: usize = 2 * BUCKET;
const BUCKET_BYTES: usize = FINGERPRINTS + BUCKET * LABELS;

/// A hash of a feature: its template and the words it is about.
pub type Feature = u64;

/// The learned weights.
#[derive(Debug)]
pub struct Weights {
    /// What each label says for the one behind it.
    pub links: Links,
    buckets: &'static [[u8; BUCKET_BYTES]],
}

impl Weights {
    /// The weights that are compiled in.
    pub fn built_in() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights::parse(include_bytes!("weights.bin")).unwrap_or(Weights::NONE))
    }

    /// Weights that know nothing: no token is a name.
    pub const NONE: Weights = Weights { links: [[0; LABELS]; LABELS], buckets: &[] };

    /// Reads a file of weights; none where it has another format.
    pub fn parse(file: &'static [u8]) -> Option<Weights> {
        let rest = file.strip_prefix(&MAGIC)?;
        let (links, rest) = links(rest)?;
        let (buckets, rest) = rest.as_chunks();
        rest.is_empty().then_some(Weights { links, buckets })
    }

    /// Adds what features say. All places are looked up before a row is read, so that the processor
    /// fetches them side by side.
    pub fn add(&self, features: &[Feature], scores: &mut Scores) {
        let mut found: [Option<&[u8; LABELS]>; MANY] = [None; MANY];
        for features in features.chunks(MANY) {
            for (row, &feature) in found.iter_mut().zip(features) {
                *row = self.row(feature);
            }
            for row in found.iter().take(features.len()).flatten() {
                for (score, &weight) in scores.iter_mut().zip(*row) {
                    *score += i16::from(weight.cast_signed());
                }
            }
        }
    }

    #[inline]
    fn row(&self, feature: Feature) -> Option<&'static [u8; LABELS]> {
        let bucket = self.buckets.get(bucket(feature, self.buckets.len()))?;
        let (fingerprints, rows) = bucket.split_first_chunk::<FINGERPRINTS>()?;
        let at = place(u64::from_le_bytes(*fingerprints), fingerprint(feature))?;
        rows.as_chunks().0.get(at)
    }
}

/// So many features are looked up together.
const MANY: usize = 16;

/// Which of four fingerprints is the wanted one: all are compared at once, as parts of one number.
#[inline]
fn place(fingerprints: u64, wanted: u16) -> Option<usize> {
    const ONES: u64 = 0x0001_0001_0001_0001;
    let different = fingerprints ^ (u64::from(wanted) * ONES);
    // The lowest part that is zero has its top bit set here.
    let zero = different.wrapping_sub(ONES) & !different & (ONES << 15);
    (zero != 0).then(|| zero.trailing_zeros() as usize / 16)
}

/// The bucket of a feature, of so many.
pub fn bucket(feature: Feature, buckets: usize) -> usize {
    let scaled = (feature >> 32) * buckets as u64;
    usize::try_from(scaled >> 32).unwrap_or_default()
}

/// Tells the features of a bucket apart; 0 is an empty place.
pub fn fingerprint(feature: Feature) -> u16 {
    let [low, high, ..] = feature.to_le_bytes();
    u16::from_le_bytes([low, high]).max(1)
}

/// A feature: which template, and the two things that it is about.
#[inline]
pub fn feature(template: u64, one: u64, other: u64) -> Feature {
    let mut mixed = (one ^ template.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^= mixed >> 29;
    mixed = (mixed ^ other).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 32;
    mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn links(file: &[u8]) -> Option<(Links, &[u8])> {
    let (mine, rest) = file.split_at_checked(2 * LABELS * LABELS)?;
    let mut links = [[0; LABELS]; LABELS];
    for (link, bytes) in links.iter_mut().flatten().zip(mine.as_chunks::<2>().0) {
        *link = i16::from_le_bytes(*bytes).into();
    }
    forbid(&mut links);
    Some((links, rest))
}
