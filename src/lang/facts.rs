//! What one file says, by itself.

use camino::Utf8Path;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::claims::counts::Count;
use crate::lang::claims::quotations::Quotation;
use crate::lang::claims::tellings::{self, Telling};
use crate::lang::claims::{self, Record, Statement};
use crate::lang::dates::{self, DateExpr, DayMonthOrder, Timex};
use crate::lang::lexicon::Lexicon;
use crate::lang::names::offices::{self, Home, Office};
use crate::lang::names::{self, Chain, Role};
use crate::lang::wording::{self, Wording, passages};
use crate::source::{self, Format, Published, PublishedSource, Zone, ZoneKind};
use crate::text::position::{AtRange, LineIndex};

/// Names the function [`analyze`]: a cache made under another number is not read.
pub const ANALYSIS_VERSION: u32 = 8;

/// The facts of one file: a function of its text, its format, the lexicon and the day that its name holds,
/// whatever its folder or history. All spans are offsets of the **file** text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DocFacts {
    /// [`text_hash`] of the file text that the spans belong to.
    pub text_hash: u64,
    /// The day that the file's name holds ([`DocFacts::with_name_of`]).
    pub named: Option<Date>,
    /// In the order of the file.
    pub articles: Box<[ArticleFacts]>,
}

impl DocFacts {
    /// The facts with the day that the name of their file holds.
    #[must_use]
    pub fn with_name_of(self, path: &Utf8Path) -> Self {
        Self { named: source::published::in_name(path), ..self }
    }

    /// When an article was published: by its own word, else by the file's name.
    pub fn published(&self, article: u32) -> Option<Published> {
        let inferred = |date| Published { date, span: None, source: PublishedSource::Inferred };
        self.articles.get(article as usize)?.published.or_else(|| self.named.map(inferred))
    }
}

/// The facts of one article.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ArticleFacts {
    pub span: Span,
    pub title: Option<Title>,
    /// What the text says of its publication; what others say comes in `state/snapshot`.
    pub published: Option<Published>,
    /// The file calls itself a draft.
    pub draft: bool,
    /// Sorted, disjoint.
    pub zones: Box<[Zone]>,
    /// Sorted, disjoint.
    pub dates: Box<[DateExpr]>,
    /// Sorted by span, disjoint.
    pub mentions: Box<[Mention]>,
    pub chains: Box<[Chain]>,
    pub roles: Box<[Role]>,
    /// Who is said to hold which office. Sorted by span.
    pub offices: Box<[Office]>,
    /// Words that stand for somebody or something named. Sorted by span, disjoint from the mentions.
    pub descriptions: Box<[Description]>,
    /// What the article says to have happened or been agreed. Sorted by span; one may lie in another.
    pub statements: Box<[Statement]>,
    pub records: Box<[Record]>,
    /// Sorted by span, disjoint.
    pub quotations: Box<[Quotation]>,
    /// How many of what. Sorted by span.
    pub counts: Box<[Count]>,
    /// Its sentences as they are compared with those of other articles. Sorted by span.
    pub tellings: Box<[Telling]>,
    /// What it is found by where others tell of the same: sorted, distinct.
    pub signature: Box<[Key]>,
    /// What the article's own text is compared with others by.
    pub wording: Wording,
}

/// The headline and where it stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Title {
    pub text: Box<str>,
    pub span: Span,
    pub at: AtRange,
}

/// One appearance of a name, with its place in every unit, so that a location needs no text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub at: AtRange,
    /// Index into [`ArticleFacts::chains`].
    pub chain: u32,
    /// Index into the chain's forms: the words of the mention.
    pub form: u32,
    /// Index into [`ArticleFacts::roles`].
    pub role: Option<u32>,
    pub zone: ZoneKind,
}

/// Words that stand for a name of the same article: `the minister`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Description {
    pub span: Span,
    /// Index into [`ArticleFacts::mentions`].
    pub mention: u32,
}

/// Which parts of a file are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Scope {
    /// What belongs to the articles.
    #[default]
    Articles,
    /// Every zone, headers and tails too (`extract --all`).
    Everything,
}

impl ArticleFacts {
    /// The values of [`ArticleFacts::dates`], in the same order and number, for an article published
    /// on that day, among files that write numeric dates in that order.
    pub fn timexes(&self, published: Option<jiff::civil::Date>, habit: Option<DayMonthOrder>) -> Vec<Timex> {
        dates::resolve(&self.dates, published, habit)
    }

    /// The chain of a mention of this article.
    pub fn chain(&self, mention: &Mention) -> Option<&Chain> {
        self.chains.get(mention.chain as usize)
    }

    /// The words of a mention.
    pub fn words(&self, mention: &Mention) -> &str {
        self.chain(mention)
            .and_then(|chain| chain.forms.get(mention.form as usize))
            .map_or("", |form| &form.text)
    }

    /// The role that stands at a mention.
    pub fn role(&self, mention: &Mention) -> Option<&Role> {
        self.roles.get(mention.role? as usize)
    }

    /// Whether a name is part of the description of an agreement, which stands for it.
    pub fn is_described(&self, name: &Mention) -> bool {
        let holds = |one: &Statement| one.kind == EntityKind::Agreement && one.span.covers(name.span);
        self.kind(name) == Some(EntityKind::Agreement) && self.statements.iter().any(holds)
    }

    /// The kind of a mention.
    pub fn kind(&self, mention: &Mention) -> Option<EntityKind> {
        Some(self.chain(mention)?.kind)
    }
}

/// Says which text spans belong to (xxh3 of the UTF-8 bytes).
pub fn text_hash(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

/// Reads the facts out of a file text. Any text gives facts; none is an error.
pub fn analyze(text: &str, format: Format, lexicon: &'static Lexicon, scope: Scope) -> DocFacts {
    let reading = source::read(text, format);
    let lines = LineIndex::new(text);
    let ctx = Ctx { file: text, reading: &reading, lines: &lines, lexicon, scope };
    DocFacts {
        text_hash: text_hash(text),
        named: None,
        articles: reading.articles.iter().map(|article| ctx.article(article)).collect(),
    }
}

struct Ctx<'a> {
    file: &'a str,
    reading: &'a source::Reading,
    lines: &'a LineIndex,
    lexicon: &'static Lexicon,
    scope: Scope,
}

impl Ctx<'_> {
    fn article(&self, article: &source::Article) -> ArticleFacts {
        let text = self.reading.text.as_str();
        let everything = self.scope == Scope::Everything;
        let zones = |reads: fn(ZoneKind) -> bool| -> Vec<Zone> {
            article.zones.iter().copied().filter(|zone| everything || reads(zone.kind)).collect()
        };
        let mut dates = dates::recognize(text, &zones(ZoneKind::has_dates));
        let published = article.published.map(|published| published.date);
        let (mut names, (claims, wording)) =
            names::recognize_then(text, &zones(ZoneKind::has_names), self.lexicon, |page, names| {
                let claims = claims::recognize(page, names, &dates, published);
                let quotations = claims.quotations.iter().map(|quotation| quotation.span);
                let passages = passages::of(page, quotations);
                (claims, wording::of(page, &article.zones).with_passages(passages))
            });
        let dateline = article.zones.iter().find(|zone| zone.kind == ZoneKind::Dateline);
        let home = dateline.map(|zone| Home::of_dateline(zone.span.of_text(text), self.lexicon));
        let mut home = home.unwrap_or_default();
        home.country = home.country.or(names.country);
        offices::settle(&mut names.offices, &home);
        let wording = wording.with(names.offices.iter().flat_map(Office::keys));
        let offices = names.offices.into_iter().map(|mut office| {
            office.span = self.file_span(office.span);
            office
        });
        for date in &mut dates {
            date.span = self.file_span(date.span);
        }
        let mentions = names.mentions.iter().map(|mention| {
            let span = self.file_span(mention.span);
            Mention {
                span,
                at: self.lines.at_range(self.file, span),
                chain: mention.chain,
                form: mention.form,
                role: mention.role,
                zone: zone_at(&article.zones, mention.span.start),
            }
        });
        let descriptions = names.descriptions.iter().map(|description| Description {
            span: self.file_span(description.span),
            mention: description.mention,
        });
        let statements = claims.statements.into_iter().map(|mut statement| {
            statement.span = self.file_span(statement.span);
            statement.head = self.file_span(statement.head);
            statement.sentence = self.file_span(statement.sentence);
            statement.at = self.lines.at_range(self.file, statement.span);
            statement
        });
        let quotations = claims.quotations.into_iter().map(|mut quotation| {
            quotation.span = self.file_span(quotation.span);
            quotation.cue = quotation.cue.map(|cue| self.file_span(cue));
            quotation.sentence = self.file_span(quotation.sentence);
            quotation.at = self.lines.at_range(self.file, quotation.span);
            quotation
        });
        let counts = claims.counts.into_iter().map(|mut count| {
            count.span = self.file_span(count.span);
            count.sentence = self.file_span(count.sentence);
            count.at = self.lines.at_range(self.file, count.span);
            count
        });
        let signature = tellings::signature(&claims.tellings);
        let tellings = claims
            .tellings
            .into_iter()
            .map(|telling| Telling { span: self.file_span(telling.span), ..telling });
        let title = article.title.map(|span| {
            let words = span.of_text(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let span = self.file_span(span);
            Title { text: words.into(), span, at: self.lines.at_range(self.file, span) }
        });
        let file_zone = |zone: &Zone| Zone { kind: zone.kind, span: self.file_span(zone.span) };
        ArticleFacts {
            span: self.file_span(article.span),
            title,
            published: article.published,
            draft: article.draft,
            zones: article.zones.iter().map(file_zone).collect(),
            dates: dates.into(),
            mentions: mentions.collect(),
            chains: names.chains.into(),
            roles: names.roles.into(),
            offices: offices.collect(),
            descriptions: descriptions.collect(),
            statements: statements.collect(),
            records: claims.records.into(),
            quotations: quotations.collect(),
            counts: counts.collect(),
            signature,
            tellings: tellings.collect(),
            wording,
        }
    }

    fn file_span(&self, span: Span) -> Span {
        self.reading.map.to_file(span)
    }
}

/// The kind of the zone at an offset of sorted, disjoint zones; the body where there is none.
pub fn zone_at(zones: &[Zone], offset: u32) -> ZoneKind {
    let index = zones.partition_point(|zone| zone.span.end <= offset);
    zones.get(index).filter(|zone| zone.span.contains(offset)).map_or(ZoneKind::Body, |zone| zone.kind)
}
