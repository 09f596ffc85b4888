//! The world at one revision, for any number of readers.

use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::sync::{Arc, OnceLock};

use camino::Utf8Path;
use jiff::civil::Date;
use rpds::{RedBlackTreeMapSync, VectorSync};
use rustc_hash::FxBuildHasher;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::{ArticleId, DocId, Revision};
use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::corpus::{Compaction, Corpus, FiledRecord};
use crate::knowledge::affairs::stamp_of;
use crate::knowledge::entities::Reach;
use crate::knowledge::habits;
use crate::knowledge::parallels::{self, Related};
use crate::knowledge::roles::{self, RoleSpan};
use crate::knowledge::{Alike, Calendar, Contradiction, Decisions, Entity, Memo, Naming, Ruling, Verdict};
use crate::lang::claims::Statement;
use crate::lang::dates::{DayInterval, DayMonthOrder, Timex, orders_numbers};
use crate::lang::facts::{self, ArticleFacts, DocFacts, Scope};
use crate::lang::lexicon::Lexicon;
use crate::notes::{Days, Suppressions};
use crate::source::{Format, Published, PublishedSource, published};
use crate::state::event::Event;
use crate::state::mention::{self, MentionRef, Told};
use crate::state::settings::Settings;
use crate::state::world::{OpenDocuments, Progress};
use crate::text::buffer::Buffer;
use crate::text::position::LineIndex;

/// Where the text of a document that is not open comes from. `None` where it cannot be read.
pub trait TextStore: Send + Sync + std::fmt::Debug {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>>;
}

/// A store that has no text.
#[derive(Debug)]
pub struct NoTexts;

impl TextStore for NoTexts {
    fn text(&self, _path: &Utf8Path) -> Option<Arc<str>> {
        None
    }
}

/// One version of an open document. Text, lines and facts are made when first needed.
#[derive(Debug)]
pub struct LiveDocument {
    buffer: Buffer,
    version: i32,
    format: Format,
    /// The day that the file's name holds.
    named: Option<Date>,
    text: OnceLock<Arc<str>>,
    lines: OnceLock<Arc<LineIndex>>,
    facts: OnceLock<Arc<DocFacts>>,
}

impl LiveDocument {
    pub(super) fn new(buffer: Buffer, version: i32, path: &Utf8Path) -> Self {
        Self {
            buffer,
            version,
            format: Format::of(path).unwrap_or(Format::Plain),
            named: published::in_name(path),
            text: OnceLock::new(),
            lines: OnceLock::new(),
            facts: OnceLock::new(),
        }
    }

    /// The client's number of this version.
    pub fn version(&self) -> i32 {
        self.version
    }

    pub fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| self.buffer.text().into())
    }

    pub fn lines(&self) -> &Arc<LineIndex> {
        self.lines.get_or_init(|| Arc::new(LineIndex::new(self.text())))
    }

    pub fn facts(&self) -> &Arc<DocFacts> {
        self.facts.get_or_init(|| {
            let facts = facts::analyze(self.text(), self.format, Lexicon::built_in(), Scope::Articles);
            Arc::new(DocFacts { named: self.named, ..facts })
        })
    }
}

/// What a world knows at one revision: the parts that its snapshot holds.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub revision: Revision,
    pub settings: Arc<Settings>,
    pub decisions: Arc<Decisions>,
    pub suppressions: Arc<Suppressions>,
    pub days: Arc<Days>,
    pub progress: Progress,
    pub paths: VectorSync<Arc<Utf8Path>>,
    pub by_path: RedBlackTreeMapSync<Arc<Utf8Path>, DocId>,
    pub open: OpenDocuments,
    /// The corpus without the pending documents' present texts.
    pub unsettled: Arc<Corpus>,
    pub pending: Vec<DocId>,
    pub memo: Arc<Memo>,
    pub texts: Arc<dyn TextStore>,
}

/// Everything that was known at one revision. Immutable; clones of the `Arc` cost nothing; answers are
/// those of that revision, however long ago it was.
#[derive(Debug)]
pub struct Snapshot {
    known: Known,
    settled: OnceLock<Arc<Corpus>>,
    entities: OnceLock<Arc<[Arc<Entity>]>>,
}

impl Snapshot {
    pub(super) fn new(known: Known) -> Self {
        let settled = OnceLock::new();
        if known.pending.is_empty() {
            let _ = settled.set(known.unsettled.clone());
        }
        Self { known, settled, entities: OnceLock::new() }
    }

    pub fn revision(&self) -> Revision {
        self.known.revision
    }

    pub fn settings(&self) -> &Settings {
        &self.known.settings
    }

    /// What the analyst has decided.
    pub fn decisions(&self) -> &Decisions {
        &self.known.decisions
    }

    /// The findings that the analyst wants to hear no more of.
    pub fn suppressions(&self) -> &Suppressions {
        &self.known.suppressions
    }

    pub fn progress(&self) -> Progress {
        self.known.progress
    }

    /// The document at a path, whether it has facts or not.
    pub fn doc(&self, path: &Utf8Path) -> Option<DocId> {
        self.known.by_path.get(path).copied()
    }

    /// The path of a document.
    pub fn path(&self, doc: DocId) -> &Utf8Path {
        self.known.paths.get(doc.0 as usize).map_or(Utf8Path::new(""), |path| path)
    }

    /// How a document is read: what its open text is read as, else what the file's name says.
    pub fn format(&self, doc: DocId) -> Format {
        self.live(doc).map_or_else(|| Format::of(self.path(doc)).unwrap_or(Format::Plain), |live| live.format)
    }

    /// The documents that have facts, by path.
    pub fn docs(&self) -> impl Iterator<Item = DocId> {
        self.known.by_path.values().copied().filter(|&doc| self.facts(doc).is_some())
    }

    /// The open documents, by path.
    pub fn open_docs(&self) -> Vec<DocId> {
        let mut docs: Vec<DocId> = self.known.open.keys().copied().collect();
        docs.sort_by(|&one, &other| self.path(one).cmp(self.path(other)));
        docs
    }

    /// The open version of a document.
    pub fn live(&self, doc: DocId) -> Option<&Arc<LiveDocument>> {
        self.known.open.get(&doc)
    }

    /// The facts of a document: of its open text, else of the file as last seen.
    pub fn facts(&self, doc: DocId) -> Option<&Arc<DocFacts>> {
        match self.live(doc) {
            Some(live) => Some(live.facts()),
            None => self.known.unsettled.facts(doc),
        }
    }

    /// The facts of an article.
    pub fn article(&self, article: ArticleId) -> Option<&ArticleFacts> {
        self.facts(article.doc)?.articles.get(article.article as usize)
    }

    /// The text that the document's spans belong to. `None` where it is neither open nor on disk in the
    /// version that was analysed.
    pub fn text(&self, doc: DocId) -> Option<Arc<str>> {
        if let Some(live) = self.live(doc) {
            return Some(live.text().clone());
        }
        let text = self.known.texts.text(self.path(doc))?;
        (facts::text_hash(&text) == self.facts(doc)?.text_hash).then_some(text)
    }

    /// When an article was published: by the command line, by the analyst's word, by its own, or by the
    /// file's name.
    pub fn published(&self, article: ArticleId) -> Option<Published> {
        self.published_by(self.facts(article.doc)?, article)
    }

    /// The same, for an article of these facts.
    fn published_by(&self, file: &DocFacts, article: ArticleId) -> Option<Published> {
        let told = |date, source| Published { date, span: None, source };
        let option = self.known.settings.published.map(|date| told(date, PublishedSource::Option));
        let note = || {
            let date = self.known.days.of(self.path(article.doc), article.article)?;
            Some(told(date, PublishedSource::Annotation))
        };
        option.or_else(note).or_else(|| file.published(article.article))
    }

    /// Whether an article is the analyst's own draft: by its own word, by the settings, or because it is
    /// Markdown that nobody has published.
    pub fn is_draft(&self, article: ArticleId) -> bool {
        let path = self.path(article.doc);
        self.article(article).is_some_and(|facts| facts.draft)
            || self.settings().names_draft(path)
            || self.format(article.doc) == Format::Markdown && self.published(article).is_none()
    }

    /// The values of an article's time expressions, parallel to [`ArticleFacts::dates`].
    pub fn timexes(&self, article: ArticleId) -> Vec<Timex> {
        let published = self.published(article).map(|published| published.date);
        self.article(article).map(|facts| self.resolved(facts, published)).unwrap_or_default()
    }

    fn resolved(&self, facts: &ArticleFacts, published: Option<Date>) -> Vec<Timex> {
        // Most articles need no other file for this.
        let habit = orders_numbers(&facts.dates).then(|| habits::day_month_order(self.corpus())).flatten();
        facts.timexes(published, habit)
    }

    /// The corpus with every open document's present text in it.
    pub fn corpus(&self) -> &Arc<Corpus> {
        self.settled.get_or_init(|| {
            let mut corpus = Corpus::clone(&self.known.unsettled);
            for &doc in &self.known.pending {
                corpus.replace(doc, self.live(doc).map(|live| live.facts().clone()));
            }
            Arc::new(corpus)
        })
    }

    /// What to tell the world once [`Snapshot::corpus`] has been asked for, so that the folding is done
    /// once.
    pub fn settled(&self) -> Option<Event> {
        let corpus = self.settled.get().filter(|_| !self.known.pending.is_empty())?;
        let (from, into) = (self.known.unsettled.clone(), corpus.clone());
        Some(Event::Settled { revision: self.known.revision, from, into })
    }

    /// The plan of a compaction of a corpus whose documents this snapshot knows.
    pub fn plan_compaction(&self, corpus: &Corpus) -> Compaction {
        corpus.plan_compaction(|doc| self.path(doc).to_owned())
    }

    /// Who is who among the names filed with this key.
    pub fn verdict(&self, key: Key) -> Arc<Verdict> {
        self.known.memo.verdict(self.corpus(), &self.known.decisions, key)
    }

    /// What a mention names or describes.
    pub fn entity(&self, mention: &MentionRef) -> Option<Arc<Entity>> {
        if let Some(record) = mention.record() {
            let ruling = self.ruling(mention.article, record)?;
            return ruling.entity_of(self.record_stamp(mention.article, &mention.facts, record)).cloned();
        }
        let chain = mention.chain()?;
        let entity = self.verdict(*chain.keys.first()?).entity_of(chain).cloned()?;
        Some(match entity.reach {
            Reach::Folder | Reach::Article(_) => entity,
            Reach::EachArticle => {
                let mentions = chain.forms.iter().map(|form| u64::from(form.count)).sum();
                Arc::new(entity.in_article(content(&mention.facts, mention.article), mentions))
            }
        })
    }

    /// The records of other articles that give another day to what a record tells of, by path and place.
    pub fn contradicting(&self, article: ArticleId, record: u32) -> Vec<Contradiction> {
        let mut found = self.known.memo.affairs.contradicting(self.corpus(), self, article, record);
        found.sort_by_cached_key(|one| {
            (self.path(one.article.doc).to_owned(), one.article.article, one.index)
        });
        found
    }

    /// The records of other articles that name the same sides as a record and may tell of the same thing on
    /// whatever day, by path and place.
    pub fn alike(&self, article: ArticleId, record: u32) -> Vec<Alike> {
        let mut found = self.known.memo.affairs.alike(self.corpus(), self, article, record);
        found.sort_by_cached_key(|one| {
            (self.path(one.article.doc).to_owned(), one.article.article, one.index)
        });
        found
    }

    /// The articles that tell of the same as an article, by at least so many of the words that they are found
    /// by: those that share most first, then by path and place.
    pub fn related(&self, article: ArticleId, least: u32) -> Vec<Related> {
        let Some(facts) = self.article(article) else { return Vec::new() };
        let mut found = parallels::related(self.corpus(), article, facts, least);
        found.sort_by_cached_key(|one| {
            (Reverse(one.shared), self.path(one.article.doc).to_owned(), one.article.article)
        });
        found
    }

    /// The articles that were published on these days, the first and the last among them, by path and place.
    pub fn published_within(&self, first: Date, last: Date) -> Vec<ArticleId> {
        let mut found = self.known.memo.almanac.published(self.corpus(), self, first, last);
        found.sort_by_cached_key(|article| (self.path(article.doc).to_owned(), article.article));
        found
    }

    /// Tells the names of an entity from others; `None` where they mean it in one article alone.
    pub fn naming(&self, entity: &Arc<Entity>) -> Option<Naming> {
        let verdict = self.verdict(*entity.keys.first()?);
        (entity.reach == Reach::Folder).then(|| Naming { entity: entity.clone(), verdict })
    }

    fn record_stamp(&self, article: ArticleId, file: &Arc<DocFacts>, index: u32) -> u64 {
        stamp_of(self, FiledRecord { article, file, index })
    }

    /// Which agreements and events are told of by the records that are tied to this one.
    fn ruling(&self, article: ArticleId, record: u32) -> Option<Arc<Ruling>> {
        self.known.memo.affairs.ruling(self.corpus(), self, article, record)
    }

    /// The name at an offset of the document's text; a caret just behind a name still means it.
    pub fn mention_at(&self, doc: DocId, offset: u32) -> Option<MentionRef> {
        self.told_at(doc, |article| {
            let at = |wanted: fn(Span, u32) -> bool| {
                article.mentions.iter().position(|mention| wanted(mention.span, offset))
            };
            let index = at(Span::contains).or_else(|| at(Span::touches))?;
            Some(Told::Name(u32::try_from(index).ok()?))
        })
    }

    /// The description of an agreement or event at an offset: the shortest that holds it.
    pub fn statement_at(&self, doc: DocId, offset: u32) -> Option<MentionRef> {
        self.told_at(doc, |article| {
            let holding = (0u32..).zip(&article.statements).filter(|(_, one)| one.span.touches(offset));
            let shortest = holding.min_by_key(|(_, one)| (!one.span.contains(offset), one.span.len()));
            shortest.map(|(index, _)| Told::Statement(index))
        })
    }

    fn told_at(&self, doc: DocId, find: impl Fn(&ArticleFacts) -> Option<Told>) -> Option<MentionRef> {
        let facts = self.facts(doc)?;
        (0u32..).zip(&facts.articles).find_map(|(number, article)| {
            let told = find(article)?;
            Some(MentionRef { article: ArticleId { doc, article: number }, facts: facts.clone(), told })
        })
    }

    /// The words at an offset that stand for a name of the article (`the minister`), and the mention
    /// that they stand for.
    pub fn description_at(&self, doc: DocId, offset: u32) -> Option<(Span, MentionRef)> {
        let facts = self.facts(doc)?;
        (0u32..).zip(&facts.articles).find_map(|(number, article)| {
            let mut all = article.descriptions.iter();
            let description = all.find(|description| description.span.touches(offset))?;
            let article = ArticleId { doc, article: number };
            let told = Told::Name(description.mention);
            let mention = MentionRef { article, facts: facts.clone(), told };
            Some((description.span, mention))
        })
    }

    /// The time expression at an offset of the document's text: its article and index.
    pub fn date_at(&self, doc: DocId, offset: u32) -> Option<(ArticleId, usize)> {
        let facts = self.facts(doc)?;
        (0u32..).zip(&facts.articles).find_map(|(number, article)| {
            let at = |wanted: fn(Span, u32) -> bool| {
                article.dates.iter().position(|date| wanted(date.span, offset))
            };
            let index = at(Span::contains).or_else(|| at(Span::touches))?;
            Some((ArticleId { doc, article: number }, index))
        })
    }

    /// The mentions of one article, in the order of the text: names, and what describes an agreement or
    /// event and holds no name of it.
    pub fn mentions_in(&self, article: ArticleId) -> impl Iterator<Item = MentionRef> {
        self.facts(article.doc).into_iter().flat_map(move |file| mention::of_article(file, article))
    }

    /// Every mention of an entity, by path and place.
    pub fn mentions_of(&self, entity: &Entity, cancel: &CancelToken) -> Result<Vec<MentionRef>, Cancelled> {
        let Some(&first) = entity.keys.first() else { return Ok(Vec::new()) };
        let mut found = if first.is_record() {
            self.told_of(entity, cancel)?
        } else {
            self.named(entity, first, cancel)?
        };
        found.sort_by_cached_key(|mention| {
            (self.known.paths.get(mention.doc().0 as usize).cloned(), mention.span())
        });
        found.dedup_by_key(|mention| (mention.doc(), mention.span()));
        Ok(found)
    }

    /// Every name of an entity that is filed by its names.
    fn named(&self, entity: &Entity, first: Key, cancel: &CancelToken) -> Result<Vec<MentionRef>, Cancelled> {
        let corpus = self.corpus();
        let verdict = self.verdict(first);
        let here = |other: &Entity, article: ArticleId| match entity.reach {
            Reach::Article(own) => {
                entity.id.starts_with(&format!("{}~", other.id))
                    && corpus.facts(article.doc).is_some_and(|facts| content(facts, article) == own)
            }
            Reach::Folder | Reach::EachArticle => entity.id == other.id,
        };
        let mut found = Vec::new();
        for (count, filed) in entity.keys.iter().flat_map(|&key| corpus.group(key)).enumerate() {
            if count % 256 == 0 {
                cancel.checkpoint()?;
            }
            if !verdict.entity_of(filed.chain).is_some_and(|one| here(one, filed.article)) {
                continue;
            }
            let Some(facts) = corpus.facts(filed.article.doc) else { continue };
            for (index, mention) in (0u32..).zip(&filed.facts.mentions) {
                if mention.chain == filed.index {
                    let told = Told::Name(index);
                    found.push(MentionRef { article: filed.article, facts: facts.clone(), told });
                }
            }
        }
        Ok(found)
    }

    /// Every description, and name, of an agreement or event.
    fn told_of(&self, entity: &Entity, cancel: &CancelToken) -> Result<Vec<MentionRef>, Cancelled> {
        let mut found = Vec::new();
        for (count, &record) in entity.records.iter().enumerate() {
            if count % 256 == 0 {
                cancel.checkpoint()?;
            }
            let members = self.known.memo.affairs.members(self.corpus(), self, record);
            found.extend(members.iter().flat_map(|member| mention::of_record(member.filed())));
        }
        Ok(found)
    }

    /// Every entity of the folder, by id.
    pub fn entities(&self) -> &Arc<[Arc<Entity>]> {
        self.entities.get_or_init(|| {
            let mut entities: Vec<Arc<Entity>> = Vec::new();
            let mut keys = self.corpus().keys();
            keys.retain(|key| key.is_name());
            for key in &keys {
                let verdict = self.verdict(*key);
                // A component is met once a key of it; it counts at the first that is filed at all.
                if verdict.keys.iter().find(|one| keys.binary_search(one).is_ok()) != Some(key) {
                    continue;
                }
                for entity in verdict.entities.iter() {
                    match entity.reach {
                        Reach::EachArticle => entities.extend(self.in_each_article(entity)),
                        Reach::Folder | Reach::Article(_) => entities.push(entity.clone()),
                    }
                }
            }
            entities.retain(|entity| entity.kind != EntityKind::Agreement);
            entities.extend(self.affairs());
            entities.sort_by(|one, other| one.id.cmp(&other.id));
            entities.dedup_by(|one, other| one.id == other.id);
            entities.into()
        })
    }

    /// Every agreement and event of the folder, in no order.
    fn affairs(&self) -> Vec<Arc<Entity>> {
        let mut found: Vec<Arc<Entity>> = Vec::new();
        for doc in self.docs() {
            let Some(facts) = self.facts(doc) else { continue };
            for (article, facts) in (0u32..).zip(&facts.articles) {
                for statement in &facts.statements {
                    let article = ArticleId { doc, article };
                    let stamp =
                        self.facts(doc).map(|file| self.record_stamp(article, file, statement.record));
                    let ruling = self.ruling(article, statement.record);
                    let entity =
                        ruling.zip(stamp).and_then(|(ruling, stamp)| ruling.entity_of(stamp).cloned());
                    found.extend(entity);
                }
            }
        }
        found
    }

    /// What a name that reaches no further than its article means in each of them.
    fn in_each_article(&self, entity: &Entity) -> Vec<Arc<Entity>> {
        let mentions = self.mentions_of(entity, &CancelToken::default()).unwrap_or_default();
        mentions.iter().filter_map(|mention| self.entity(mention)).collect()
    }

    /// A name of the article in which a mention lies, by its index.
    pub fn name_in(&self, mention: &MentionRef, index: u32) -> Option<MentionRef> {
        mention.facts().mentions.get(index as usize)?;
        Some(MentionRef { told: Told::Name(index), ..mention.clone() })
    }

    /// The statements that a mention makes: itself, or those that hold it as a name.
    pub fn statements_at<'m>(&self, mention: &'m MentionRef) -> Vec<&'m Statement> {
        match mention.told {
            Told::Statement(_) => mention.statement().into_iter().collect(),
            Told::Name(index) => {
                let facts = mention.facts();
                let holds = |one: &&Statement| one.mention == Some(index);
                facts.statements.iter().filter(holds).collect()
            }
        }
    }

    /// The days that all of some dates of an article allow, those of the first where they disagree.
    pub fn days_of(&self, article: ArticleId, dates: &[u32]) -> Option<DayInterval> {
        if dates.is_empty() {
            return None;
        }
        let timexes = self.timexes(article);
        let days = dates.iter().filter_map(|&date| timexes.get(date as usize)?.interval);
        days.reduce(|one, other| one.meet(other).unwrap_or(one))
    }

    /// What the folder says that an entity is, most recent first, from its mentions.
    pub fn roles(&self, mentions: &[MentionRef]) -> Vec<RoleSpan> {
        let dated = |mention: &MentionRef| -> Option<Date> { Some(self.published(mention.article)?.date) };
        roles::gather(mentions.iter().filter_map(|mention| Some((mention.role()?, dated(mention)))))
    }
}

impl Calendar for Snapshot {
    fn published(&self, file: &DocFacts, article: ArticleId) -> Option<Date> {
        self.published_by(file, article).map(|published| published.date)
    }

    fn days(&self, file: &DocFacts, article: ArticleId) -> Vec<Option<DayInterval>> {
        let published = Calendar::published(self, file, article);
        let timexes =
            file.articles.get(article.article as usize).map(|facts| self.resolved(facts, published));
        timexes.into_iter().flatten().map(|timex| timex.interval).collect()
    }

    fn habit(&self) -> u64 {
        let order = match habits::day_month_order(self.corpus()) {
            None => 0,
            Some(DayMonthOrder::DayFirst) => 1,
            Some(DayMonthOrder::MonthFirst) => 2,
        };
        let option = self.known.settings.published;
        let habit = order + option.map_or(0, |day| 4 * day_number(day));
        if self.known.days.is_empty() { habit } else { FxBuildHasher.hash_one((habit, &self.known.days)) }
    }

    fn revision(&self) -> Revision {
        Snapshot::revision(self)
    }
}

/// A number of its own for each day.
fn day_number(day: Date) -> u64 {
    let year = u64::from(day.year().unsigned_abs());
    1 + (year * 512 + u64::from(day.day_of_year().unsigned_abs())) * 2 + u64::from(day.year() < 0)
}

/// Tells an article by its content: equal for equal texts, whatever their paths.
fn content(facts: &DocFacts, article: ArticleId) -> u64 {
    facts.text_hash.wrapping_add(u64::from(article.article))
}
