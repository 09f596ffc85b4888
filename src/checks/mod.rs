//! Diagnostics: one file a check, in a folder of its kind, registered in [`ALL`].
//!
//! The files beside this one are what happens to findings behind the checks: drafts can be put right with a
//! [`citation`], findings get their [`fingerprint`], may be [suppressed](suppress), and are
//! [shown](mod@shown).

pub mod article;
pub mod citation;
pub mod corpus;
pub mod docs;
pub mod fingerprint;
pub mod folder;
pub mod pairs;
pub mod shown;
pub mod suppress;

pub use shown::shown;
pub use suppress::Suppressed;

use jiff::civil::Date;

use crate::base::fingerprint::Fingerprint;
use crate::base::id::{ArticleId, DocId};
use crate::base::span::Span;
use crate::checks::article::happening::Happenings;
use crate::checks::article::prose::Prose;
use crate::checks::pairs::Pairs;
use crate::lang::dates::Timex;
use crate::lang::facts::ArticleFacts;
use crate::source;
use crate::state::Snapshot;
use crate::state::settings::CheckLevel;

/// How much a finding matters, worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    Error,
    Warning,
    Information,
    Hint,
}

impl Severity {
    /// The name in the contract.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information => "information",
            Severity::Hint => "hint",
        }
    }

    /// The next that matters less; a hint stays one.
    pub const fn less(self) -> Severity {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning => Severity::Information,
            Severity::Information | Severity::Hint => Severity::Hint,
        }
    }
}

/// Something that cannot be right, and where. Plain data: `lsp/` and `cli/` render it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The check's code.
    pub code: &'static str,
    pub severity: Severity,
    pub article: ArticleId,
    /// Offsets of the file text.
    pub span: Span,
    /// For a person; its first 80 characters carry the point.
    pub message: String,
    pub related: Vec<Related>,
    /// Why, step by step: the words read, how each date was computed, what was compared.
    pub because: Vec<String>,
    /// What would put it right, best first.
    pub fixes: Vec<Fix>,
    /// Names the finding from run to run.
    pub fingerprint: Fingerprint,
    /// The analyst wants to hear no more of it.
    pub suppressed: Option<Suppressed>,
}

/// Another passage that a finding is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    pub doc: DocId,
    pub span: Span,
    pub message: String,
}

/// Something that would put a finding right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// For a person, as a command: `Use …`.
    pub title: String,
    pub mend: Mend,
}

/// What a fix does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mend {
    /// Puts other words in the place of a stretch of the file text, which must be a draft's.
    Replace { span: Span, words: String },
    /// Says in Dateline's own file when the article appeared.
    Date { day: Date },
}

/// One article and what is known of it, as a check sees it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub snapshot: &'a Snapshot,
    pub article: ArticleId,
    pub facts: &'a ArticleFacts,
    /// Parallel to `facts.dates`.
    pub timexes: &'a [Timex],
    /// The document's text, for the words of a finding.
    pub text: &'a str,
    /// The article's sentences.
    pub prose: &'a Prose,
    /// The articles that tell of the same.
    pub pairs: &'a Pairs,
    /// What the article says to have taken place.
    pub happenings: &'a Happenings<'a>,
}

impl Subject<'_> {
    /// Whether a place of the document belongs to this article, or to no other before the next one.
    fn is_about(&self, offset: u32) -> bool {
        let articles = self.snapshot.facts(self.article.doc).map(|facts| &facts.articles);
        let start = |number: u32| articles?.get(number as usize).map(|facts| facts.span.start);
        let number = self.article.article;
        (number == 0 || self.facts.span.start <= offset) && start(number + 1).is_none_or(|next| offset < next)
    }
}

/// A kind of finding.
pub trait Check: Sync {
    /// The stable code, in kebab case; the file's name with hyphens.
    fn code(&self) -> &'static str;

    /// The severity in an article, where settings say nothing. A draft's is [`Check::in_draft`].
    fn severity(&self) -> Severity;

    /// The severity in an analyst's own draft.
    fn in_draft(&self) -> Severity {
        self.severity()
    }

    /// Whether it runs where settings say nothing. A check that is noisy on real articles does not.
    fn is_on(&self) -> bool {
        true
    }

    /// One line for lists and settings.
    fn summary(&self) -> &'static str;

    /// The findings in one article, in any order. Severity is set by the caller.
    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>);
}

/// What a check says, before its severity is settled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    pub span: Span,
    pub message: String,
    pub related: Vec<Related>,
    pub because: Vec<String>,
    pub fixes: Vec<Fix>,
    pub certainty: Certainty,
}

/// How sure a check is of one of its findings.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Certainty {
    /// As sure as the check is: its severity holds.
    #[default]
    Usual,
    /// There may well be another reason: the severity is one less.
    Less,
}

impl Report {
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        let (related, because, fixes) = (Vec::new(), Vec::new(), Vec::new());
        Report { span, message: message.into(), related, because, fixes, certainty: Certainty::Usual }
    }

    /// With another passage that it is about.
    #[must_use]
    pub fn with(mut self, related: Related) -> Self {
        self.related.push(related);
        self
    }

    /// With a step of its explanation.
    #[must_use]
    pub fn because(mut self, step: impl Into<String>) -> Self {
        self.because.push(step.into());
        self
    }

    /// One of which the check is less sure.
    #[must_use]
    pub fn faint(mut self) -> Self {
        self.certainty = Certainty::Less;
        self
    }

    /// With something that would put it right.
    #[must_use]
    pub fn mended_by(mut self, fix: Option<Fix>) -> Self {
        self.fixes.extend(fix);
        self
    }
}

/// Every check.
pub const ALL: &[&dyn Check] = &[
    &article::age_arithmetic::AgeArithmetic,
    &article::ambiguous_order::AmbiguousOrder,
    &article::anniversary_arithmetic::AnniversaryArithmetic,
    &article::dateline_mismatch::DatelineMismatch,
    &article::event_two_days::EventTwoDays,
    &article::impossible_date::ImpossibleDate,
    &article::life_order::LifeOrder,
    &article::name_two_values::NameTwoValues,
    &article::number_two_values::NumberTwoValues,
    &article::offset_mismatch::OffsetMismatch,
    &article::order_mismatch::OrderMismatch,
    &article::place_two_values::PlaceTwoValues,
    &article::plan_in_past::PlanInPast,
    &article::range_length::RangeLength,
    &article::report_of_future::ReportOfFuture,
    &article::reversed_range::ReversedRange,
    &article::stale_year::StaleYear,
    &article::sum_mismatch::SumMismatch,
    &article::time_zone_arithmetic::TimeZoneArithmetic,
    &article::weekday_mismatch::WeekdayMismatch,
    &corpus::copy_altered::CopyAltered,
    &corpus::count_range::CountRange,
    &corpus::event_day::EventDay,
    &corpus::event_order::EventOrder,
    &corpus::event_party::EventParty,
    &corpus::event_place::EventPlace,
    &corpus::event_status::EventStatus,
    &corpus::later_report::LaterReport,
    &corpus::office_overlap::OfficeOverlap,
    &corpus::office_unsupported::OfficeUnsupported,
    &corpus::quote_altered::QuoteAltered,
    &corpus::unsupported_date::UnsupportedDate,
    &folder::same_text::SameText,
    &folder::stale_suppression::StaleSuppression,
    &folder::undated_article::UndatedArticle,
];

/// Every finding in one document, the suppressed ones too, by place, then code. Empty where its text cannot
/// be read.
pub fn findings(snapshot: &Snapshot, doc: DocId) -> Vec<Finding> {
    let (Some(facts), Some(text)) = (snapshot.facts(doc), snapshot.text(doc)) else { return Vec::new() };
    let reading = source::read(&text, snapshot.format(doc));
    let mut findings = Vec::new();
    for (number, facts) in (0u32..).zip(&facts.articles) {
        let article = ArticleId { doc, article: number };
        let timexes = snapshot.timexes(article);
        let is_draft = snapshot.is_draft(article);
        let prose = Prose::new(&reading, number as usize, facts);
        let pairs = Pairs::default();
        let happenings = Happenings::default();
        let subject = Subject {
            snapshot,
            article,
            facts,
            timexes: &timexes,
            text: &text,
            prose: &prose,
            pairs: &pairs,
            happenings: &happenings,
        };
        for check in ALL {
            let Some(severity) = chosen(snapshot, *check, is_draft) else { continue };
            let mut reports = Vec::new();
            check.run(&subject, &mut reports);
            findings.extend(reports.into_iter().map(|report| Finding {
                code: check.code(),
                severity: match report.certainty {
                    Certainty::Usual => severity,
                    Certainty::Less => severity.less(),
                },
                article,
                span: report.span,
                message: report.message,
                related: report.related,
                because: report.because,
                fixes: report.fixes,
                fingerprint: Fingerprint::default(),
                suppressed: None,
            }));
        }
    }
    give_way(&mut findings);
    findings.sort_by(|one, other| canonical(one).cmp(&canonical(other)));
    fingerprint::set(snapshot, &text, &mut findings);
    suppress::mark(snapshot, &text, &mut findings);
    findings
}

/// One conflict is told once: not again by what says no more of it than that a sentence is copied, and of a
/// quotation by what compares quotations.
fn give_way(findings: &mut Vec<Finding>) {
    let rank = |code: &str| match code {
        _ if code == corpus::copy_altered::CopyAltered.code() => 0,
        _ if code == corpus::quote_altered::QuoteAltered.code() => 2,
        _ => 1,
    };
    let docs = |one: &Finding| one.related.iter().map(|related| related.doc).collect::<Vec<DocId>>();
    let told: Vec<_> =
        findings.iter().map(|one| (rank(one.code), one.span, one.severity, docs(one))).collect();
    findings.retain(|one| {
        let mine = rank(one.code);
        !told.iter().any(|(other, span, severity, about)| {
            *other > mine
                && span.intersects(one.span)
                && *severity <= one.severity
                && (mine == 0 || one.related.iter().any(|related| about.contains(&related.doc)))
        })
    });
}

fn canonical(finding: &Finding) -> (Span, &str, &str) {
    (finding.span, finding.code, &finding.message)
}

/// The check of this code.
pub fn of_code(code: &str) -> Option<&'static dyn Check> {
    ALL.iter().copied().find(|check| check.code() == code)
}

/// The severity of what a check finds outside of any document; `None` where it is off.
pub fn severity(snapshot: &Snapshot, code: &str) -> Option<Severity> {
    chosen(snapshot, of_code(code)?, false)
}

/// The severity that settings give a check; `None` where it is off.
fn chosen(snapshot: &Snapshot, check: &dyn Check, is_draft: bool) -> Option<Severity> {
    let default = if is_draft { check.in_draft() } else { check.severity() };
    match snapshot.settings().checks.get(check.code()) {
        None => check.is_on().then_some(default),
        Some(CheckLevel::On) => Some(default),
        Some(CheckLevel::Off) => None,
        Some(CheckLevel::Error) => Some(Severity::Error),
        Some(CheckLevel::Warning) => Some(Severity::Warning),
        Some(CheckLevel::Information) => Some(Severity::Information),
        Some(CheckLevel::Hint) => Some(Severity::Hint),
    }
}
