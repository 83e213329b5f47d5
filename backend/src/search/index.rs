//! The index of one kind of object, in memory.

use std::collections::HashMap;

use memchr::memmem;
use tantivy::directory::RamDirectory;
use tantivy::query::EnableScoring;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::analysis::{Analysed, Language, analyse};
use super::highlight::QueryTerms;
use super::passages::{self, Passage, Sentences};
use super::query::compose;

/// The memory of the writer while it builds (bytes); the least tantivy accepts.
const WRITER_MEMORY: usize = 15_000_000;

/// A text in both languages of the product; an empty one is missing.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// The German text.
    pub german: String,
    /// The English text.
    pub english: String,
}

/// What is known about one object, by how much a word in it says about the object.
#[derive(Debug)]
pub struct SearchDocument {
    /// What a hit gives back; greater than that of the document before.
    pub key: u64,
    /// Its title.
    pub title: Texts,
    /// Its other names.
    pub aliases: Texts,
    /// Its summary.
    pub summary: Texts,
    /// Everything else.
    pub body: Texts,
}

/// The index failed; that is never the reader's fault.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// tantivy refused.
    #[error("search index: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// A worker failed.
    #[error("search: {0}")]
    Io(#[from] std::io::Error),
}

/// What a search found.
#[derive(Debug)]
pub struct Matches {
    /// Keys with scores, best first; equal scores in the order of the keys.
    pub hits: Vec<(u64, f32)>,
    /// What to highlight.
    pub terms: QueryTerms,
}

/// One field of the index with its vocabulary.
pub(super) struct IndexedField {
    /// tantivy's field.
    pub field: Field,
    /// Its language.
    pub language: Language,
    /// How much a word in this field counts.
    pub boost: f32,
    vocabulary: Vocabulary,
}

/// The terms of a field, ascending, in one string: searching it is much faster than streaming
/// tantivy's dictionary.
#[derive(Default)]
struct Vocabulary {
    lines: String,
}

/// The full-text index of one kind of object.
pub struct TextIndex {
    searcher: Searcher,
    fields: Vec<IndexedField>,
    keys: Vec<u64>,
    /// The sentences of every document's body, for each of [`BODIES`].
    sentences: [Vec<Sentences>; BODIES.len()],
}

impl std::fmt::Debug for TextIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextIndex").field("documents", &self.keys.len()).finish_non_exhaustive()
    }
}

/// Name, language and weight of each field, in the order of [`field_texts`].
const FIELDS: [(&str, Language, f32); 8] = [
    ("title_de", Language::German, 3.0),
    ("aliases_de", Language::German, 2.5),
    ("summary_de", Language::German, 1.5),
    ("body_de", Language::German, 1.0),
    ("title_en", Language::English, 2.5),
    ("aliases_en", Language::English, 2.0),
    ("summary_en", Language::English, 1.2),
    ("body_en", Language::English, 0.8),
];

/// The places of the bodies in [`FIELDS`].
const BODIES: [usize; 2] = [3, 7];

fn field_texts(document: &SearchDocument) -> [&str; 8] {
    [
        &document.title.german,
        &document.aliases.german,
        &document.summary.german,
        &document.body.german,
        &document.title.english,
        &document.aliases.english,
        &document.summary.english,
        &document.body.english,
    ]
}

impl TextIndex {
    /// Indexes the documents.
    pub fn build(documents: impl IntoIterator<Item = SearchDocument>) -> Result<Self, SearchError> {
        let mut schema = Schema::builder();
        let options = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqsAndPositions),
        );
        let fields = FIELDS
            .iter()
            .map(|(name, _, _)| schema.add_text_field(name, options.clone()))
            .collect::<Vec<_>>();
        let mut writer = Index::builder()
            .schema(schema.build())
            .single_segment_index_writer::<TantivyDocument>(RamDirectory::create(), WRITER_MEMORY)?;
        let mut keys = Vec::new();
        let mut sentences = [const { Vec::new() }; BODIES.len()];
        for document in documents {
            let mut indexed = TantivyDocument::default();
            let described = fields.iter().zip(FIELDS).zip(field_texts(&document)).enumerate();
            for (place, ((field, (_, language, _)), text)) in described {
                let words = analyse(text, language).collect::<Vec<_>>();
                let body = BODIES.iter().position(|body| *body == place);
                if let Some(sentences) = body.and_then(|body| sentences.get_mut(body)) {
                    sentences.push(Sentences::new(text, &words));
                }
                if !words.is_empty() {
                    indexed.add_pre_tokenized_text(*field, tokens(words));
                }
            }
            writer.add_document(indexed)?;
            // The only segment keeps the documents in this order.
            keys.push(document.key);
        }
        let searcher =
            writer.finalize()?.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?.searcher();
        let fields = fields
            .into_iter()
            .zip(FIELDS)
            .map(|(field, (_, language, boost))| {
                Ok(IndexedField { field, language, boost, vocabulary: Vocabulary::read(&searcher, field)? })
            })
            .collect::<Result<_, SearchError>>()?;
        Ok(Self { searcher, fields, keys, sentences })
    }

    /// What `text` finds; words that say nothing ("wie", "the") are left out unless all do.
    pub fn search(&self, text: &str) -> Result<Matches, SearchError> {
        let (query, terms) = compose(text, self)?;
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        let mut hits = Vec::new();
        for segment in self.searcher.segment_readers() {
            weight.for_each(segment, &mut |doc, score| {
                if let Some(key) = self.keys.get(doc as usize) {
                    hits.push((*key, score));
                }
            })?;
        }
        hits.sort_by(|(key, score), (other_key, other)| other.total_cmp(score).then(key.cmp(other_key)));
        Ok(Matches { hits, terms })
    }

    /// For each of the keys (ascending) that has any of the terms in its body the sentence that tells most
    /// about it; a German one rather than an English one.
    pub fn passages(&self, keys: &[u64], terms: &QueryTerms) -> Result<HashMap<u64, Passage>, SearchError> {
        let documents = keys
            .iter()
            .filter_map(|key| u32::try_from(self.keys.binary_search(key).ok()?).ok())
            .collect::<Vec<_>>();
        let mut found = HashMap::new();
        for (place, sentences) in BODIES.iter().zip(&self.sentences) {
            let Some(field) = self.fields.get(*place) else {
                continue;
            };
            for (document, passage) in
                passages::best(&self.searcher, field.field, field.language, sentences, &documents, terms)?
            {
                if let Some(key) = self.keys.get(document as usize) {
                    found.entry(*key).or_insert(passage);
                }
            }
        }
        Ok(found)
    }

    /// The fields.
    pub(super) fn fields(&self) -> &[IndexedField] {
        &self.fields
    }

    /// In how many documents a term occurs in a field.
    pub(super) fn frequency(&self, field: Field, term: &str) -> Result<u64, SearchError> {
        Ok(self.searcher.doc_freq(&Term::from_field_text(field, term))?)
    }
}

fn tokens(words: Vec<Analysed>) -> PreTokenizedString {
    let mut tokens = Vec::new();
    for (position, word) in words.into_iter().enumerate() {
        let mut push = |term: String| {
            tokens.push(Token {
                offset_from: word.from,
                offset_to: word.to,
                position,
                text: term,
                position_length: 1,
            });
        };
        word.known.parts.iter().cloned().for_each(&mut push);
        push(word.known.stem.clone());
    }
    PreTokenizedString {
        // The text itself is not stored; the tokens are all that tantivy needs.
        text: String::new(),
        tokens,
    }
}

impl IndexedField {
    /// The terms that contain `part`, and whether it stands at their start or end.
    pub(super) fn containing<'a>(&'a self, part: &'a str) -> impl Iterator<Item = (&'a str, bool)> + 'a {
        let lines = &self.vocabulary.lines;
        let mut last = usize::MAX;
        memmem::find_iter(lines.as_bytes(), part.as_bytes()).filter_map(move |at| {
            let start = lines.get(..at)?.rfind('\n').map_or(0, |before| before + 1);
            if start == last {
                return None;
            }
            last = start;
            let term = lines.get(start..)?.lines().next()?;
            Some((term, term.starts_with(part) || term.ends_with(part)))
        })
    }

    /// The terms that begin with `start`.
    pub(super) fn beginning(&self, start: &str) -> impl Iterator<Item = &str> {
        let mut needle = String::with_capacity(start.len() + 1);
        needle.push('\n');
        needle.push_str(start);
        let lines = &self.vocabulary.lines;
        let block = lines.find(&needle).and_then(|at| lines.get(at + 1..)).unwrap_or_default();
        let start = needle;
        block.lines().take_while(move |term| start.get(1..).is_some_and(|start| term.starts_with(start)))
    }
}

impl Vocabulary {
    fn read(searcher: &Searcher, field: Field) -> Result<Self, SearchError> {
        let mut lines = String::from("\n");
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut stream = index.terms().stream()?;
            while let Some((term, _)) = stream.next() {
                if let Ok(term) = std::str::from_utf8(term) {
                    lines.push_str(term);
                    lines.push('\n');
                }
            }
        }
        lines.shrink_to_fit();
        Ok(Self { lines })
    }
}
