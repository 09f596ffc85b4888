//! Seeded choices: the same for the same kind and article, on every machine.

/// A source of choices.
pub struct Choice(u64);

impl Choice {
    /// For one kind and one article.
    pub fn new(kind: &str, path: &str) -> Self {
        // FNV-1a, then SplitMix64: small, public, and no dependency's business.
        let seed = kind.bytes().chain(path.bytes()).fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to before `end`.
    pub fn number(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// From `first` to `last`.
    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        first + i64::try_from(self.number(u64::try_from(last - first + 1).unwrap())).unwrap()
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.number(list.len() as u64)).unwrap()]
    }

    /// One of several wordings.
    pub fn wording(&mut self, list: &[String]) -> String {
        self.of(list).clone()
    }
}
