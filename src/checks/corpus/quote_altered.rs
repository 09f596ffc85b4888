//! Check: quote-altered
//!
//! Words inside quotation marks that another article gives otherwise: the same speaker, eight words or
//! more, and one or two of them other, missing or added. What is only quoted shorter agrees; so does a
//! quotation of which more than one word in six differs, since that is another sentence, or another
//! translation. Looked for among quotations that share a rare run of three words.
//!
//! One conflict is reported once: in a draft, else in the article that came later.

use rustc_hash::FxHashSet;

use crate::base::id::ArticleId;
use crate::checks::corpus::is_told_here;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::quotations::Quotation;
use crate::lang::facts::ArticleFacts;

/// See the module.
pub struct QuoteAltered;

/// A shorter quotation is easily said twice.
const LEAST_WORDS: usize = 8;
/// Words of so many letters that differ in two of them at most are two spellings of one.
const LONG_WORD: usize = 6;
/// How many words may differ.
const MOST_OTHER: usize = 2;

impl Check for QuoteAltered {
    fn code(&self) -> &'static str {
        "quote-altered"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a quotation whose words another article gives otherwise"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for quotation in subject.facts.quotations.iter().filter(|one| one.words.len() >= LEAST_WORDS) {
            let mut seen = FxHashSet::default();
            let corpus = subject.snapshot.corpus();
            let keys = quotation.keys();
            let near = keys.iter().flat_map(|&key| corpus.wordings(key)).map(|(article, _)| article);
            let mut near: Vec<ArticleId> =
                near.filter(|article| *article != subject.article && seen.insert(*article)).collect();
            near.sort_by_key(|article| (subject.snapshot.path(article.doc).to_owned(), article.article));
            let other =
                near.into_iter().find_map(|article| Some((article, altered(subject, quotation, article)?)));
            if let Some((article, theirs)) = other {
                report.extend(finding(subject, quotation, article, theirs));
            }
        }
    }
}

/// A quotation of another article that gives these words otherwise.
fn altered<'s>(subject: &Subject<'s>, quotation: &Quotation, article: ArticleId) -> Option<&'s Quotation> {
    let facts = subject.snapshot.article(article)?;
    if !is_told_here(subject.snapshot, subject.article, article) {
        return None;
    }
    let same = facts.quotations.iter().any(|theirs| holds(&theirs.words, &quotation.words));
    if same {
        return None;
    }
    facts.quotations.iter().find(|theirs| {
        let other = difference(&quotation.words, &theirs.words);
        let few = other.is_some_and(|other| other > 0 && other * 6 <= quotation.words.len());
        few && theirs.words.len() >= LEAST_WORDS
            && is_same_speaker(subject, quotation, article, facts, theirs)
    })
}

fn is_same_speaker(
    subject: &Subject<'_>,
    mine: &Quotation,
    article: ArticleId,
    facts: &ArticleFacts,
    theirs: &Quotation,
) -> bool {
    let entity = |at: ArticleId, of: &ArticleFacts, speaker: Option<u32>| {
        let span = of.mentions.get(speaker? as usize)?.span;
        subject.snapshot.entity(&subject.snapshot.mention_at(at.doc, span.start)?)
    };
    let one = entity(subject.article, subject.facts, mine.speaker);
    let other = entity(article, facts, theirs.speaker);
    one.zip(other).is_some_and(|(one, other)| one.id == other.id)
}

/// Whether one quotation is a part of the other.
fn holds(one: &[u32], other: &[u32]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.windows(short.len().max(1)).any(|run| run == short)
}

/// How many words have to be changed, left out or added to make one of the other; `None` for more than
/// [`MOST_OTHER`].
fn difference(one: &[u32], other: &[u32]) -> Option<usize> {
    if one.len().abs_diff(other.len()) > MOST_OTHER {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, word) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (column, theirs) in other.iter().enumerate() {
            let changed = diagonal + usize::from(word != theirs);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.last().copied().filter(|&count| count <= MOST_OTHER)
}

/// Whether two texts differ in marks, spaces and spelling alone: `realised` and `realized`.
fn is_spelling(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let plain = text.split_whitespace().map(|word| {
            word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        });
        plain.filter(|word: &String| !word.is_empty()).collect()
    };
    let (ones, others) = (words(one), words(other));
    let variant = |one: &String, other: &String| {
        let letters = |word: &str| word.chars().map(u32::from).collect::<Vec<u32>>();
        let long = one.chars().count().min(other.chars().count()) >= LONG_WORD;
        one == other || long && difference(&letters(one), &letters(other)).is_some()
    };
    ones.concat() == others.concat()
        || ones.len() == others.len() && ones.iter().zip(&others).all(|(one, other)| variant(one, other))
}

fn finding(
    subject: &Subject<'_>,
    quotation: &Quotation,
    article: ArticleId,
    theirs: &Quotation,
) -> Option<Report> {
    let snapshot = subject.snapshot;
    let text = snapshot.text(article.doc)?;
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mine, other) = (words(quotation.span.of_text(subject.text)), words(theirs.span.of_text(&text)));
    if is_spelling(&mine, &other) {
        return None;
    }
    let path = snapshot.path(article.doc);
    let name = path.file_name().unwrap_or(path.as_str());
    let message = format!("{name} quotes this otherwise: “{other}”; here: “{mine}”");
    let related = Related { doc: article.doc, span: theirs.span, message: format!("“{other}”") };
    Some(
        Report::new(quotation.span, message)
            .with(related)
            .because(format!("here: “{mine}”"))
            .because(format!("{name}: “{other}”"))
            .because("the same speaker, and all but one or two words are the same"),
    )
}
