//! From what somebody typed to a query.
//!
//! Per word the best of all fields counts (a disjunction maximum, as in Lucene's `DisMax`): the exact
//! stem most; then longer words that contain it; then, if it is rare, words with a typo between
//! them; then the parts of a typed compound together.

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, EmptyQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::analysis::{Analysed, Language, analyse};
use super::highlight::QueryTerms;
use super::index::{IndexedField, SearchError, TextIndex};

/// How much of the other fields' scores is added to the best one's.
const TIE_BREAKER: f32 = 0.1;
/// What a word contributes that begins or ends with the typed one.
const AT_AN_END: f32 = 0.6;
/// What a word contributes that contains the typed one in its middle.
const IN_THE_MIDDLE: f32 = 0.3;
/// What a word contributes that differs by a typo.
const TYPO: f32 = 0.3;
/// What the parts of a typed compound contribute together.
const PARTS: f32 = 0.3;
/// A word is taken for mistyped only if it stands in fewer documents.
const RARE: u64 = 3;
/// From how many letters on a word is looked for inside others.
const INSIDE_FROM: usize = 5;
/// From how many letters on the word being typed may be the beginning of another.
const PREFIX_FROM: usize = 3;
/// At most as many terms replace one word in one field.
const MOST_TERMS: usize = 40;
/// At most as many words of a query are looked at.
const MOST_WORDS: usize = 12;
/// Queries of at least as many words need not be met in all of them.
const MANY_WORDS: usize = 4;

/// Words that say nothing about what is looked for (folded).
const EMPTY_WORDS: &[&str] = &[
    "aber", "als", "am", "an", "and", "auch", "auf", "aus", "bei", "beim", "bis", "brauche", "can", "das",
    "dass", "dem", "den", "der", "des", "die", "dies", "do", "durch", "ein", "eine", "einem", "einen",
    "einer", "eines", "es", "fur", "for", "from", "gibt", "habe", "haben", "hat", "how", "i", "ich", "ihr",
    "im", "in", "ins", "is", "ist", "it", "kann", "kein", "keine", "konnen", "man", "mache", "machen",
    "mich", "mein", "meine", "mir", "mit", "mochte", "nach", "nicht", "ob", "oder", "of", "ohne", "on", "or",
    "sich", "sie", "sind", "soll", "sollen", "the", "to", "uber", "um", "und", "uns", "unser", "unsere",
    "unter", "von", "vom", "vor", "want", "was", "we", "welche", "welches", "wenn", "wer", "wie", "will",
    "wir", "wird", "with", "wo", "wollen", "zu", "zum", "zur",
];

/// The query for `text`, and the terms to highlight in what it finds.
pub(super) fn compose(text: &str, index: &TextIndex) -> Result<(Box<dyn Query>, QueryTerms), SearchError> {
    let mut terms = QueryTerms::default();
    let typed = typed_words(text);
    let last = typed.len().saturating_sub(1);
    // The last word may still be on its way, unless something was typed behind it.
    let open_end = text.ends_with(char::is_alphanumeric);
    let mut words = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        let mut fields: Vec<Box<dyn Query>> = Vec::new();
        for field in index.fields() {
            let analysed = match field.language {
                Language::German => &word.german,
                Language::English => &word.english,
            };
            let alternatives = alternatives(analysed, field, index, at == last && open_end)?;
            for (weight, stems) in alternatives {
                fields.push(all_of(field, weight, &stems));
                terms.extend(field.language, stems);
            }
        }
        words.push(if fields.is_empty() {
            Box::new(EmptyQuery)
        } else {
            Box::new(DisjunctionMaxQuery::with_tie_breaker(fields, TIE_BREAKER)) as Box<dyn Query>
        });
    }
    let required = if words.len() < MANY_WORDS { words.len() } else { words.len() * 3 / 4 };
    let query: Box<dyn Query> = if words.is_empty() {
        Box::new(EmptyQuery)
    } else {
        Box::new(BooleanQuery::union_with_minimum_required_clauses(words, required))
    };
    Ok((query, terms))
}

struct Typed {
    german: Analysed,
    english: Analysed,
}

fn typed_words(text: &str) -> Vec<Typed> {
    let all = analyse(text, Language::German)
        .zip(analyse(text, Language::English))
        .take(MOST_WORDS)
        .map(|(german, english)| Typed { german, english })
        .collect::<Vec<_>>();
    let says_something = |word: &Typed| !EMPTY_WORDS.contains(&word.german.known.folded.as_str());
    if all.iter().any(says_something) { all.into_iter().filter(says_something).collect() } else { all }
}

/// The terms that may stand for a word in a field, with what each contributes; several terms in one
/// entry must all occur.
fn alternatives(
    word: &Analysed,
    field: &IndexedField,
    index: &TextIndex,
    being_typed: bool,
) -> Result<Vec<(f32, Vec<String>)>, SearchError> {
    let mut found: Vec<(f32, Vec<String>)> = Vec::new();
    let word = &*word.known;
    let stem = word.stem.as_str();
    let frequency = index.frequency(field.field, stem)?;
    if frequency > 0 {
        found.push((1.0, vec![stem.to_owned()]));
    }
    let letters = stem.chars().count();
    if letters >= INSIDE_FROM {
        found.extend(
            field.containing(stem).filter(|(term, _)| *term != stem).map(|(term, at_end)| {
                (if at_end { AT_AN_END } else { IN_THE_MIDDLE }, vec![term.to_owned()])
            }),
        );
    }
    if being_typed && word.folded.chars().count() >= PREFIX_FROM {
        let beginnings = field.beginning(&word.folded).chain(field.beginning(stem));
        found.extend(
            beginnings.filter(|term| *term != stem).map(|term| (IN_THE_MIDDLE, vec![term.to_owned()])),
        );
    }
    if frequency < RARE {
        found.extend(typos(stem, letters, field).map(|term| (TYPO, vec![term.to_owned()])));
    }
    // The best first, so that the cap cuts the least likely.
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    found.dedup_by(|later, earlier| later.1 == earlier.1);
    found.truncate(MOST_TERMS);
    if word.parts.len() > 1 {
        let mut known = true;
        for part in &word.parts {
            known = known && index.frequency(field.field, part)? > 0;
        }
        if known {
            found.push((PARTS, word.parts.clone()));
        }
    }
    Ok(found)
}

/// Terms that differ by a typo: the same first letter; one edit from four letters on, two from eight.
fn typos<'a>(
    stem: &'a str,
    letters: usize,
    field: &'a IndexedField,
) -> Box<dyn Iterator<Item = &'a str> + 'a> {
    let (Some(first), true) = (stem.chars().next(), letters >= 4) else {
        return Box::new(std::iter::empty());
    };
    let most = if letters >= 8 { 2 } else { 1 };
    let first = stem.get(..first.len_utf8()).unwrap_or_default();
    Box::new(field.beginning(first).filter(move |term| {
        term.len().abs_diff(stem.len()) <= most && *term != stem && strsim::osa_distance(term, stem) <= most
    }))
}

fn all_of(field: &IndexedField, weight: f32, stems: &[String]) -> Box<dyn Query> {
    let mut queries = stems
        .iter()
        .map(|stem| {
            let term = Term::from_field_text(field.field, stem);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>
        })
        .collect::<Vec<_>>();
    let query = match queries.pop() {
        Some(only) if queries.is_empty() => only,
        Some(last) => {
            queries.push(last);
            Box::new(BooleanQuery::intersection(queries))
        }
        None => Box::new(EmptyQuery),
    };
    Box::new(BoostQuery::new(query, weight * field.boost))
}
