//! The TempEval-3 measures, as `timex_score.py` computes them: one-to-one alignment, equal spans first,
//! then any overlap in the order of the text; micro-averaged.

/// An expression of the gold or of ours; offsets in any one unit.
#[derive(Clone, Debug)]
pub struct Labelled {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    pub value: String,
}

/// Counts over any number of texts.
#[derive(Clone, Copy, Default, Debug)]
pub struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    value: usize,
}

impl Counts {
    pub fn add(&mut self, gold: &[Labelled], found: &[Labelled]) {
        self.gold += gold.len();
        self.found += found.len();
        for (gold, found) in align(gold, found) {
            self.relaxed += 1;
            self.strict += usize::from((gold.start, gold.end) == (found.start, found.end));
            self.kind += usize::from(gold.kind == found.kind);
            self.value += usize::from(gold.value == found.value);
        }
    }

    pub fn join(&mut self, other: Counts) {
        self.gold += other.gold;
        self.found += other.found;
        self.strict += other.strict;
        self.relaxed += other.relaxed;
        self.kind += other.kind;
        self.value += other.value;
    }

    /// F1 of equal spans, of overlapping spans, of the type and of the value, in percent.
    pub fn f1(&self) -> F1 {
        let of = |hits: usize| 200.0 * hits as f64 / (self.gold + self.found) as f64;
        F1 { strict: of(self.strict), relaxed: of(self.relaxed), kind: of(self.kind), value: of(self.value) }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct F1 {
    pub strict: f64,
    pub relaxed: f64,
    pub kind: f64,
    pub value: f64,
}

impl F1 {
    /// Fails where a measure lies below its floor.
    pub fn holds(&self, name: &str, floor: F1) {
        println!("{name}: {self:.2?}");
        let reached = self.strict >= floor.strict
            && self.relaxed >= floor.relaxed
            && self.kind >= floor.kind
            && self.value >= floor.value;
        assert!(reached, "{name}: {self:.2?} lies below {floor:.2?}");
    }
}

pub fn align<'a>(gold: &'a [Labelled], found: &'a [Labelled]) -> Vec<(&'a Labelled, &'a Labelled)> {
    let mut used = vec![false; found.len()];
    let mut pairs = Vec::new();
    let mut open = Vec::new();
    for gold in gold {
        match found.iter().position(|found| (found.start, found.end) == (gold.start, gold.end)) {
            Some(at) if !used[at] => {
                used[at] = true;
                pairs.push((gold, &found[at]));
            }
            _ => open.push(gold),
        }
    }
    for gold in open {
        let overlapping =
            |at: &usize| !used[*at] && found[*at].start < gold.end && gold.start < found[*at].end;
        if let Some(at) = (0..found.len()).find(overlapping) {
            used[at] = true;
            pairs.push((gold, &found[at]));
        }
    }
    pairs
}
