//! The gazetteer: names of places, bodies and agreements, given names and demonyms, in one `fst`.
//!
//! `gazetteer.fst` leads from a folded name to the number of an entry, `gazetteer.entries` holds the
//! entries. `tests/gazetteer` makes both, byte for byte the same each time, from the lists beside this
//! module and from its own extracts; a test compares. Nothing is built when a process starts: look-ups
//! walk the bytes as they are.

use fst::raw::{CompiledAddr, Fst, Output};

use crate::base::kind::EntityKind;

static FST: &[u8] = include_bytes!("gazetteer.fst");
static ENTRIES: &[u8] = include_bytes!("gazetteer.entries");

/// Bytes before the first entry: how many entries and how many countries there are.
pub const HEADER: usize = 8;
/// Bytes of an entry: where its name begins and how long it is (24 + 8 bits), its kinds (16), its country
/// (8, [`NO_COUNTRY`] for none), its flags (8); little endian. All names stand behind the last entry.
pub const ENTRY: usize = 8;
pub const NO_COUNTRY: u8 = 255;
pub const WEAK: u8 = 1;
pub const CAPITALS: u8 = 1 << 1;
/// The bits of the flags that say what the name is filed as: 0 nothing, else a place in [`FILINGS`] from 1.
pub const FILING: u32 = 2;

/// What a strong name is, where it could be several things; one more than its place in this list.
pub const FILINGS: [EntityKind; 3] = [EntityKind::Place, EntityKind::Organization, EntityKind::Agreement];

/// All that a name can be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Kinds(pub u16);

impl Kinds {
    pub const NONE: Kinds = Kinds(0);
    pub const COUNTRY: Kinds = Kinds(1);
    pub const CAPITAL: Kinds = Kinds(1 << 1);
    pub const CITY: Kinds = Kinds(1 << 2);
    /// A province, a continent, a part of a country or of several.
    pub const REGION: Kinds = Kinds(1 << 3);
    pub const WATER: Kinds = Kinds(1 << 4);
    /// A body that is no company.
    pub const BODY: Kinds = Kinds(1 << 5);
    pub const COMPANY: Kinds = Kinds(1 << 6);
    pub const AGREEMENT: Kinds = Kinds(1 << 7);
    pub const GIVEN: Kinds = Kinds(1 << 8);
    pub const DEMONYM: Kinds = Kinds(1 << 9);
    pub const PLACE: Kinds = Self::COUNTRY.or(Self::CAPITAL).or(Self::CITY).or(Self::REGION).or(Self::WATER);
    pub const ORGANIZATION: Kinds = Self::BODY.or(Self::COMPANY);

    /// Whether the sets share a kind.
    pub const fn any(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Those that are in both sets.
    pub const fn of(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }

    pub const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }
}

/// What the gazetteer holds of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The name to show and to file under; empty for a given name, the country's for its demonym.
    pub canonical: &'static str,
    pub kinds: Kinds,
    /// What the rules may take the name for; `None` where they may not take it for anything.
    pub filing: Option<EntityKind>,
    /// The country that a place is or lies in, that a body belongs to, whose people a demonym names.
    pub country: Option<u16>,
    /// Written in capitals only: `US`, never `us`.
    pub capitals: bool,
    /// A word, surname or given name as well, or a small town: says something to a learned tagger and
    /// never by itself that a name stands there.
    pub weak: bool,
}

/// The names that are built in.
pub struct Gazetteer {
    names: Option<Fst<&'static [u8]>>,
}

impl Gazetteer {
    pub fn built_in() -> Gazetteer {
        let names = Fst::new(FST);
        crate::never!(names.is_err(), "the gazetteer cannot be read");
        Gazetteer { names: names.ok() }
    }

    /// The entry of a folded name.
    pub fn get(&self, folded: &str) -> Option<Entry> {
        let id = self.names.as_ref()?.get(folded)?;
        entry(u32::try_from(id.value()).ok()?)
    }

    /// A walk that has seen no word yet.
    pub fn walk(&self) -> Walk<'_> {
        let node = self.names.as_ref().map_or(0, |names| names.root().addr());
        Walk { names: self.names.as_ref(), node, output: Output::zero(), is_empty: true }
    }
}

/// A way through the names, word by word.
#[derive(Clone)]
pub struct Walk<'a> {
    names: Option<&'a Fst<&'static [u8]>>,
    node: CompiledAddr,
    output: Output,
    is_empty: bool,
}

impl Walk<'_> {
    /// Goes on by a folded word. False where no name begins with the words so far: the walk is over.
    pub fn push(&mut self, word: &str) -> bool {
        let Some(names) = self.names else { return false };
        let space: &[u8] = if self.is_empty || word.is_empty() { b"" } else { b" " };
        for &byte in space.iter().chain(word.as_bytes()) {
            let node = names.node(self.node);
            let Some(index) = node.find_input(byte) else {
                self.names = None;
                return false;
            };
            let transition = node.transition(index);
            self.output = self.output.cat(transition.out);
            self.node = transition.addr;
        }
        self.is_empty &= word.is_empty();
        true
    }

    /// Whether a name goes on behind the words so far with a further word.
    pub fn goes_on(&self) -> bool {
        self.names.is_some_and(|names| names.node(self.node).find_input(b' ').is_some())
    }

    /// The entry of the words so far, if they are a name.
    pub fn entry(&self) -> Option<Entry> {
        entry(self.id()?)
    }

    fn id(&self) -> Option<u32> {
        let node = self.names?.node(self.node);
        let output = node.is_final().then(|| self.output.cat(node.final_output()))?;
        u32::try_from(output.value()).ok()
    }
}

/// The entry with this number.
pub fn entry(id: u32) -> Option<Entry> {
    let start = HEADER + usize::try_from(id).ok()? * ENTRY;
    let [start, middle, end, length, kinds, more_kinds, country, flags] =
        *ENTRIES.get(start..)?.first_chunk::<ENTRY>().filter(|_| id < number_at(0))?;
    let names = HEADER + usize::try_from(number_at(0)).ok()? * ENTRY;
    let name = names + usize::try_from(u32::from_le_bytes([start, middle, end, 0])).ok()?;
    let canonical = std::str::from_utf8(ENTRIES.get(name..name + usize::from(length))?).ok()?;
    let filing = usize::from(flags >> FILING).checked_sub(1).and_then(|filing| FILINGS.get(filing));
    Some(Entry {
        canonical,
        kinds: Kinds(u16::from_le_bytes([kinds, more_kinds])),
        filing: filing.copied(),
        country: (country != NO_COUNTRY).then_some(u16::from(country)),
        capitals: flags & CAPITALS != 0,
        weak: flags & WEAK != 0,
    })
}

/// The name of a country and its first demonym, folded; each country has two entries, in front of all others.
pub fn country(number: u16) -> Option<(&'static str, &'static str)> {
    let number = u32::from(number);
    if number >= number_at(4) {
        return None;
    }
    Some((entry(2 * number)?.canonical, entry(2 * number + 1)?.canonical))
}

/// A number of the header.
fn number_at(offset: usize) -> u32 {
    let bytes = ENTRIES.get(offset..).and_then(<[u8]>::first_chunk);
    bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
}
