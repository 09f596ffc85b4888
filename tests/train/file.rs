//! The weights as the file that is compiled in: of all features those that say most.

use dateline::lang::names::tagger::label::LABELS;
use dateline::lang::names::tagger::search::Links;
use dateline::lang::names::tagger::weights::{BUCKET, MAGIC, bucket, fingerprint};

use crate::examples::Inventory;
use crate::learn::Model;

/// Buckets of the file: 60 bytes each, 1.8 MB together.
const BUCKETS: usize = 29_900;

/// A model in the units of the file.
pub struct Quantised {
    pub rows: Vec<[i8; LABELS]>,
    pub links: Links,
}

/// Brings a model to numbers of a byte: of a thousand weights one half is cut short.
pub fn quantise(model: &Model) -> Quantised {
    let mut sizes: Vec<i64> =
        model.weights.iter().flatten().map(|weight| weight.abs()).filter(|&size| size > 0).collect();
    sizes.sort_unstable();
    let top = sizes.get(sizes.len() * 9_995 / 10_000).copied().unwrap_or(1).max(1);
    let scaled = |weight: i64| {
        let half = top / 2 * weight.signum();
        (weight * 127 + half) / top
    };
    let rows = model
        .weights
        .iter()
        .map(|row| row.map(|weight| i8::try_from(scaled(weight).clamp(-127, 127)).unwrap_or(0)));
    let links = model
        .links
        .map(|row| row.map(|weight| i32::try_from(scaled(weight).clamp(-30_000, 30_000)).unwrap_or(0)));
    Quantised { rows: rows.collect(), links }
}

/// The bytes of the file.
pub fn write(model: &Quantised, inventory: &Inventory) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    for link in model.links.iter().flatten() {
        file.extend(i16::try_from(*link).unwrap_or(0).to_le_bytes());
    }
    let size = |number: usize| -> i64 {
        let row: i64 = model.rows[number].iter().map(|&weight| i64::from(weight).pow(2)).sum();
        row * i64::from(inventory.counts[number].ilog2() + 1)
    };
    let mut order: Vec<usize> = (0..model.rows.len()).filter(|&number| size(number) > 0).collect();
    order.sort_by_cached_key(|&number| (std::cmp::Reverse(size(number)), inventory.features[number]));
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); BUCKETS];
    let mut kept = 0;
    for number in order {
        let feature = inventory.features[number];
        let bucket = &mut buckets[bucket(feature, BUCKETS)];
        let taken =
            bucket.iter().any(|&other| fingerprint(inventory.features[other]) == fingerprint(feature));
        if bucket.len() < BUCKET && !taken {
            bucket.push(number);
            kept += 1;
        }
    }
    for bucket in &buckets {
        let place = |at: usize| bucket.get(at).copied();
        for at in 0..BUCKET {
            let print = place(at).map_or(0, |number| fingerprint(inventory.features[number]));
            file.extend(print.to_le_bytes());
        }
        for at in 0..BUCKET {
            let row = place(at).map_or([0; LABELS], |number| model.rows[number]);
            file.extend(row.map(i8::cast_unsigned));
        }
    }
    let heavy = (0..model.rows.len()).filter(|&number| size(number) > 0).count();
    println!("{heavy} features of weight, {kept} kept, {} bytes", file.len());
    file
}
