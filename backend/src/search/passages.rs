//! Which sentence of a long text tells most about why it was found. The index knows where each term
//! stands, so that only this one sentence has to be analysed again.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, Searcher, TERMINATED, Term, postings::Postings as _};

use super::analysis::{Analysed, Language};
use super::highlight::QueryTerms;
use super::index::SearchError;

/// A sentence of a document's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// In which language's body.
    pub language: Language,
    /// Its bytes there.
    pub bytes: Range<usize>,
}

/// Where the sentences of a text begin: the number of the first word, and the byte.
#[derive(Debug, Default)]
pub(super) struct Sentences(Vec<(u32, u32)>);

impl Sentences {
    /// The sentences of `text`, whose words are `words`.
    pub(super) fn new(text: &str, words: &[Analysed]) -> Self {
        let mut starts = Vec::new();
        let mut word = 0;
        for from in sentence_starts(text) {
            while words.get(word).is_some_and(|word| word.from < from) {
                word += 1;
            }
            let start = (u32::try_from(word).unwrap_or(u32::MAX), u32::try_from(from).unwrap_or(u32::MAX));
            // A sentence without words is none.
            match starts.last_mut() {
                Some((first, begins)) if *first == start.0 => *begins = start.1,
                _ => starts.push(start),
            }
        }
        Self(starts)
    }

    /// The sentence that the word with this number stands in.
    fn of_word(&self, word: u32) -> usize {
        self.0.partition_point(|(first, _)| *first <= word).saturating_sub(1)
    }

    fn bytes(&self, sentence: usize) -> Range<usize> {
        let start = |at: usize| self.0.get(at).map(|(_, byte)| *byte as usize);
        start(sentence).unwrap_or(0)..start(sentence + 1).unwrap_or(usize::MAX)
    }
}

/// The bytes at which sentences begin: after a line end, and after the sign that ends the one before.
fn sentence_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let ends = text.match_indices(['\n', '.', '!', '?']).map(|(at, sign)| at + sign.len());
    std::iter::once(0).chain(ends)
}

/// For each document (ascending) the sentence with most of the terms, the first of equals.
pub(super) fn best(
    searcher: &Searcher,
    field: Field,
    language: Language,
    sentences: &[Sentences],
    documents: &[u32],
    terms: &QueryTerms,
) -> Result<HashMap<u32, Passage>, SearchError> {
    let mut counts = HashMap::<u32, BTreeMap<usize, u32>>::new();
    let mut positions = Vec::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        for term in terms.of(language) {
            let term = Term::from_field_text(field, term);
            let Some(mut postings) = index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)?
            else {
                continue;
            };
            for document in documents {
                let at = postings.doc();
                if at == TERMINATED || (at < *document && postings.seek(*document) == TERMINATED) {
                    break;
                }
                if postings.doc() != *document {
                    continue;
                }
                positions.clear();
                postings.positions(&mut positions);
                let Some(starts) = sentences.get(*document as usize) else {
                    continue;
                };
                let counts = counts.entry(*document).or_default();
                let mut last = None;
                for position in &positions {
                    let sentence = starts.of_word(*position);
                    // Twice the same word in a sentence says no more than once.
                    if last != Some(sentence) {
                        *counts.entry(sentence).or_default() += 1;
                        last = Some(sentence);
                    }
                }
            }
        }
    }
    Ok(counts
        .into_iter()
        .filter_map(|(document, counts)| {
            let (sentence, _) =
                counts.into_iter().max_by_key(|(sentence, count)| (*count, std::cmp::Reverse(*sentence)))?;
            let bytes = sentences.get(document as usize)?.bytes(sentence);
            Some((document, Passage { language, bytes }))
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::analysis::analyse;

    #[test]
    fn every_word_stands_in_its_sentence() {
        let text = "Zuerst kommt nichts. Dann kommt der Bürger!\n\n- Zuletzt wieder nichts";
        let words = analyse(text, Language::German).collect::<Vec<_>>();
        let sentences = Sentences::new(text, &words);
        let sentence = |word: usize| {
            let bytes = sentences.bytes(sentences.of_word(u32::try_from(word).unwrap()));
            text.get(bytes.start..bytes.end.min(text.len())).unwrap().trim()
        };
        assert_eq!(sentence(0), "Zuerst kommt nichts.");
        assert_eq!(sentence(6), "Dann kommt der Bürger!");
        assert_eq!(sentence(7), "- Zuletzt wieder nichts");
    }

    proptest! {
        #[test]
        fn a_words_sentence_contains_it(text in "[a-zäß .!?\n*-]{0,120}") {
            let words = analyse(&text, Language::German).collect::<Vec<_>>();
            let sentences = Sentences::new(&text, &words);
            for (number, word) in words.iter().enumerate() {
                let bytes = sentences.bytes(sentences.of_word(u32::try_from(number).unwrap()));
                prop_assert!(bytes.start <= word.from && word.from < bytes.end);
                prop_assert!(text.get(bytes.start..bytes.end.min(text.len())).is_some());
            }
        }
    }
}
