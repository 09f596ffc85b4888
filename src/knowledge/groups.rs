//! Groups: the records that are filed under one key, in the order of time.
//!
//! What lies in segments is put in order once and holds for as long as the segments and the calendar do
//! ([`Settled`]); the few files that changed since are looked at anew each time. Two records whose times lie
//! apart are no account of one thing, so that linking an edited article costs what was written of those
//! weeks, and not what the folder holds.

use std::sync::Arc;

use crate::base::id::ArticleId;
use crate::corpus::{Corpus, FiledRecord};
use crate::knowledge::accounts::Account;
use crate::lang::claims::Record;
use crate::lang::facts::DocFacts;

/// A record as it is compared.
#[derive(Clone, Debug)]
pub struct Member {
    /// See [`stamp_of`](crate::knowledge::affairs::stamp_of).
    pub stamp: u64,
    pub article: ArticleId,
    pub file: Arc<DocFacts>,
    pub index: u32,
    /// Those of all records of its article.
    pub accounts: Arc<[Account]>,
}

impl Member {
    pub fn account(&self) -> Option<&Account> {
        self.accounts.get(self.index as usize)
    }

    pub fn record(&self) -> Option<&Record> {
        self.filed().record()
    }

    pub fn filed(&self) -> FiledRecord<'_> {
        FiledRecord { article: self.article, file: &self.file, index: self.index }
    }
}

/// Days as numbers, first and last.
pub type Reach = (i32, i32);

/// Of a record that can have been on more days, the time says too little to put it in order.
const LONG: i32 = 100;

/// The records that segments file under a key, those of documents that have changed since among them.
#[derive(Debug)]
pub struct Settled {
    /// First those with a reach of at most [`LONG`] days, by its first day, then all others.
    members: Box<[Member]>,
    /// Parallel to the first of the members.
    reaches: Box<[Reach]>,
    /// Every member by its stamp: stamp and place among the members, sorted.
    stamps: Box<[(u64, u32)]>,
}

impl Settled {
    pub fn new(members: impl Iterator<Item = Member>) -> Self {
        let (mut timed, mut rest) = (Vec::new(), Vec::new());
        for member in members {
            match member.account().and_then(Account::reach).filter(|(first, last)| last - first <= LONG) {
                Some(reach) => timed.push((reach, member)),
                None => rest.push(member),
            }
        }
        timed.sort_by_key(|(reach, _)| *reach);
        let (reaches, timed): (Vec<Reach>, Vec<Member>) = timed.into_iter().unzip();
        let members: Box<[Member]> = timed.into_iter().chain(rest).collect();
        let mut stamps: Vec<(u64, u32)> =
            (0u32..).zip(&members).map(|(at, member)| (member.stamp, at)).collect();
        stamps.sort_unstable();
        Self { members, reaches: reaches.into(), stamps: stamps.into() }
    }

    pub fn len(&self) -> usize {
        self.members.len()
    }

    fn near(&self, reach: Option<Reach>) -> impl Iterator<Item = &Member> {
        let range = match reach {
            None => 0..self.reaches.len(),
            Some((first, last)) => {
                let begins = |day: i32| self.reaches.partition_point(|own| own.0 < day);
                begins(first.saturating_sub(LONG))..begins(last.saturating_add(1))
            }
        };
        let timed = self.reaches.get(range.clone()).into_iter().flatten();
        let timed = timed.zip(self.members.get(range).into_iter().flatten());
        let timed = timed.filter(move |(own, _)| reach.is_none_or(|(first, _)| first <= own.1));
        let rest = self.members.get(self.reaches.len()..).into_iter().flatten();
        timed.map(|(_, member)| member).chain(rest)
    }

    fn of_stamp(&self, stamp: u64) -> impl Iterator<Item = &Member> {
        let first = self.stamps.partition_point(|own| own.0 < stamp);
        let same = self.stamps.iter().skip(first).take_while(move |own| own.0 == stamp);
        same.filter_map(|own| self.members.get(own.1 as usize))
    }
}

/// The records that a corpus files under a key.
pub struct Group<'c> {
    pub corpus: &'c Corpus,
    pub settled: Arc<Settled>,
    /// Of documents that changed since the segments were built.
    pub changed: Vec<Member>,
}

impl Group<'_> {
    /// The records that can have been within these days, and some that cannot; all of them where no days
    /// are given. In no canonical order.
    pub fn near(&self, reach: Option<Reach>) -> impl Iterator<Item = &Member> {
        let settled = self.settled.near(reach).filter(|member| self.corpus.has(member.filed()));
        settled.chain(&self.changed)
    }

    /// The records with a stamp: one for each file that holds the text.
    pub fn of_stamp(&self, stamp: u64) -> impl Iterator<Item = &Member> {
        let settled = self.settled.of_stamp(stamp).filter(|member| self.corpus.has(member.filed()));
        settled.chain(self.changed.iter().filter(move |member| member.stamp == stamp))
    }
}
