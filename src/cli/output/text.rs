//! Words and excerpts for people; coloured on a terminal.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use clap::builder::styling::{Effects, Style};

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::{Severity, shown};
use crate::cli::check::{Diagnostic, Diagnostics};
use crate::cli::entities::Entry;
use crate::cli::explain::Explanation;
use crate::cli::output::has_colour;
use crate::cli::source::{Passage, Source, Sources};
use crate::knowledge::roles::RoleSpan;
use crate::knowledge::subtypes::{Subtype, subtype};
use crate::lang::lexicon::Lexicon;
use crate::lang::names::{Role, Standing};

/// Characters of a line that are shown on each side of what an excerpt is about.
const AROUND: usize = 48;
/// Characters that are shown of what an excerpt is about.
const LONGEST: usize = 240;

/// `dateline check`.
pub fn diagnostics(out: &mut dyn Write, diagnostics: &Diagnostics<'_>) -> io::Result<()> {
    let renderer = if has_colour() { Renderer::styled() } else { Renderer::plain() };
    let counting: Vec<&Diagnostic> = diagnostics.found.iter().filter(|one| one.counts()).collect();
    for of_file in counting.chunk_by(|one, other| one.at.path == other.at.path) {
        let (shown, left_out) = shown::worst(of_file.to_vec(), diagnostics.most, |one| one.severity);
        for diagnostic in &shown {
            let report = renderer.render(&report(&diagnostics.sources, diagnostic));
            for line in report.lines().filter(|line| !is_second_origin(line)) {
                writeln!(out, "{line}")?;
            }
            writeln!(out)?;
        }
        if let (Some(shown), false) = (shown.first(), left_out.is_empty()) {
            writeln!(out, "{}: {}\n", shown.at.path, shown::more(left_out.len()))?;
        }
    }
    if let Some(first) = counting.first() {
        let Passage { path, start, .. } = &first.at;
        writeln!(
            out,
            "Why? `dateline explain {path}:{}:{}` says it step by step.",
            start.line, start.column
        )?;
    }
    writeln!(out, "{}", summary(diagnostics))
}

/// `dateline explain`.
pub fn explanation(out: &mut dyn Write, explanation: &Explanation) -> io::Result<()> {
    let bold = if has_colour() { Style::new().effects(Effects::BOLD) } else { Style::new() };
    let Explanation { path, at, findings, date } = explanation;
    for (finding, steps) in findings {
        let severity = finding.severity.name();
        writeln!(out, "{bold}{severity}[{}]: {}{bold:#}", finding.code, finding.message)?;
        let Passage { start, text, .. } = &finding.at;
        writeln!(out, "  {path}:{}:{} “{text}”", start.line, start.column)?;
        for (number, step) in (1..).zip(steps) {
            writeln!(out, "  {number}. {step}")?;
        }
        for related in &finding.related {
            let Passage { path, start, text, .. } = &related.at;
            writeln!(out, "  {path}:{}:{} “{text}”: {}", start.line, start.column, related.message)?;
        }
        writeln!(
            out,
            "  fingerprint {}; `dateline explain --check {}` is its manual",
            finding.fingerprint, finding.code
        )?;
        writeln!(out)?;
    }
    match date {
        Some(date) => writeln!(out, "{date}"),
        None if findings.is_empty() => writeln!(out, "Nothing is found at {path}:{}:{}", at.line, at.column),
        None => Ok(()),
    }
}

/// `dateline entities`.
pub fn entities(out: &mut dyn Write, entries: &[Entry]) -> io::Result<()> {
    let bold = if has_colour() { Style::new().effects(Effects::BOLD) } else { Style::new() };
    for &kind in EntityKind::ALL {
        let entries: Vec<&Entry> = entries.iter().filter(|entry| entry.entity.kind == kind).collect();
        if entries.is_empty() {
            continue;
        }
        writeln!(out, "{} ({})", kind.plural(), entries.len())?;
        for entry in entries {
            writeln!(out, "  {bold}{}{bold:#}  {}", entry.entity.name, occurrences(&entry.mentions))?;
            let subtype = subtype(&entry.entity, Lexicon::built_in());
            if subtype != Subtype::default() {
                writeln!(out, "      {}", subtype.describe(kind))?;
            }
            if !entry.entity.aliases.is_empty() {
                writeln!(out, "      also {}", entry.entity.aliases.join(", "))?;
            }
            for role in &entry.roles {
                writeln!(out, "      {}", role_line(role))?;
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", counted(entries.len(), "entity", "entities"))
}

/// A role in words, without its body: `Foreign Minister`, `former Foreign Minister`.
pub fn office(role: &Role) -> String {
    match role.standing {
        Standing::Current => role.title.to_string(),
        Standing::Acting => format!("acting {}", role.title),
        Standing::Former => format!("former {}", role.title),
    }
}

fn report<'a>(sources: &Sources<'_>, diagnostic: &'a Diagnostic) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name("information"),
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code);
    let mut groups = vec![placed(Group::with_title(title), sources, &diagnostic.at)];
    for related in &diagnostic.related {
        let title = Level::NOTE.secondary_title(&related.message);
        groups.push(placed(Group::with_title(title), sources, &related.at));
    }
    groups
}

fn placed<'a>(group: Group<'a>, sources: &Sources<'_>, at: &'a Passage) -> Group<'a> {
    let origin =
        Origin::path(at.path.as_str()).line(at.start.line as usize).char_column(at.start.column as usize);
    let group = group.element(origin);
    let Some(source) = at.doc.and_then(|doc| sources.of(doc)) else { return group };
    let Excerpt { text, marked } = excerpt(&source, at.span);
    let snippet = Snippet::source(text).line_start(at.start.line as usize).fold(false);
    group.element(snippet.annotation(AnnotationKind::Primary.span(marked)))
}

/// Whether this is the mark that the renderer puts between a place and an excerpt: it takes the excerpt,
/// which has no path of its own because its columns are not the file's, for one of another file.
fn is_second_origin(line: &str) -> bool {
    let mut in_escape = false;
    let bare = line.chars().filter(|&character| {
        let was_in_escape = in_escape;
        in_escape = character == '\u{1b}' || (in_escape && character != 'm');
        !in_escape && !was_in_escape && character != ' '
    });
    bare.eq(":::".chars())
}

/// A window of the text, and where in it the words lie that it is about.
#[derive(PartialEq, Eq, Debug)]
struct Excerpt {
    text: String,
    marked: Range<usize>,
}

/// The lines of a span, cut to a window where they are long.
fn excerpt(source: &Source, span: Span) -> Excerpt {
    let lines = source.lines_around(span);
    let slice = |start, end| Span::new(start, end).of_text(source.text());
    let head = last_words(slice(lines.start, span.start));
    let tail = first_words(slice(span.end, lines.end), AROUND);
    let words = first_words(slice(span.start, span.end), LONGEST);
    let marked = head.len()..head.len() + words.len();
    Excerpt { text: [head, words, tail].concat(), marked }
}

fn last_words(text: &str) -> String {
    let text = text.trim_start();
    let Some((cut, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_owned() };
    let kept = text.get(cut..).unwrap_or_default();
    let word = kept.find(char::is_whitespace).filter(|&at| at < kept.len() / 2).unwrap_or(0);
    format!("… {}", kept.get(word..).unwrap_or_default().trim_start())
}

fn first_words(text: &str, longest: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let kept = text.get(..cut).unwrap_or_default();
    let word = kept.rfind(char::is_whitespace).filter(|&at| at > kept.len() / 2).unwrap_or(kept.len());
    format!("{} …", kept.get(..word).unwrap_or_default())
}

fn summary(diagnostics: &Diagnostics<'_>) -> String {
    let articles = counted(diagnostics.articles, "article", "articles");
    let of = |severity| {
        diagnostics.found.iter().filter(|found| found.counts() && found.severity == severity).count()
    };
    let counts = [
        (of(Severity::Error), "error", "errors"),
        (of(Severity::Warning), "warning", "warnings"),
        (of(Severity::Information), "information", "information"),
        (of(Severity::Hint), "hint", "hints"),
    ];
    let said: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    let said = if said.is_empty() { "Nothing found".to_owned() } else { said.join(", ") };
    let suppressed = diagnostics.found.iter().filter(|found| found.suppressed.is_some()).count();
    let known = diagnostics.found.iter().filter(|found| !found.counts()).count() - suppressed;
    let silent: Vec<String> = [
        (suppressed, "suppressed"),
        (known, "known from the baseline"),
        (diagnostics.absent.len(), "of the baseline gone"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect();
    let silent = if silent.is_empty() { String::new() } else { format!(" ({})", silent.join(", ")) };
    format!("{said} in {articles}{silent}")
}

fn occurrences(mentions: &[Passage]) -> String {
    let mut paths: Vec<&str> = mentions.iter().map(|mention| mention.path.as_str()).collect();
    paths.dedup();
    let mentions = counted(mentions.len(), "mention", "mentions");
    format!("{mentions} in {}", counted(paths.len(), "file", "files"))
}

fn role_line(span: &RoleSpan) -> String {
    let of = span.role.of.as_ref().map_or(String::new(), |of| format!(" ({of})"));
    let days = match (span.from, span.to) {
        (Some(from), Some(to)) if from != to => format!(", {from} to {to}"),
        (Some(day), _) | (_, Some(day)) => format!(", {day}"),
        (None, None) => String::new(),
    };
    format!("{}{of}{days}", office(&span.role))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests;
