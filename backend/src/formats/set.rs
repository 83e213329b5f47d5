//! All public formats in memory, with their search index.

use std::collections::HashMap;
use std::sync::Arc;

use mitwirken_shared::formats::RelationKind;
use mitwirken_shared::l10n::{ENGLISH, GERMAN};
use uuid::Uuid;

use super::document::{FormatDocument, RelationDocument};
pub use super::listing::Row;
use super::store::StoredRelation;
use crate::db::Stored;
use crate::l10n::{L10n, L10nList};
use crate::problem::ApiError;
use crate::search::{Passage, QueryTerms, SearchDocument, SearchError, Suggester, TextIndex, Texts, folded};

/// A public format and what refers to it.
#[derive(Clone, Debug)]
pub struct FormatEntry {
    /// The format.
    pub stored: Stored<FormatDocument>,
    /// The relations that were written at this format.
    pub own_relations: Vec<RelationDocument>,
    /// Relations from both sides: how this one stands to the other (by slug), and why.
    pub relations: Vec<(RelationKind, String, L10n)>,
}

/// What the full text found.
#[derive(Debug)]
pub struct Found {
    /// Positions with their scores, best first.
    pub positions: Vec<(usize, f32)>,
    /// What to highlight.
    pub terms: QueryTerms,
}

/// All public formats, by title.
#[derive(Debug)]
pub struct FormatSet {
    /// The formats.
    pub entries: Vec<Arc<FormatEntry>>,
    /// What filters need of each, at the same positions.
    pub rows: Vec<Row>,
    by_slug: HashMap<String, usize>,
    index: TextIndex,
    suggester: Suggester,
}

impl FormatSet {
    /// Builds the set; `stored` must be in the order of titles.
    pub fn build(
        stored: Vec<Stored<FormatDocument>>,
        relations: &[StoredRelation],
    ) -> Result<Self, SearchError> {
        let slugs =
            stored.iter().map(|format| (format.id, format.document.slug.clone())).collect::<HashMap<_, _>>();
        let mut by_format = HashMap::<Uuid, Vec<(RelationKind, String, L10n)>>::new();
        let mut own = HashMap::<Uuid, Vec<RelationDocument>>::new();
        for relation in relations {
            // A relation shows only where both formats are public.
            let (Some(slug), Some(other)) = (slugs.get(&relation.format), slugs.get(&relation.other)) else {
                continue;
            };
            let note = serde_json::from_str::<L10n>(&relation.note).unwrap_or_default();
            own.entry(relation.format).or_default().push(RelationDocument {
                kind: relation.kind,
                format: other.clone(),
                note: note.clone(),
            });
            by_format.entry(relation.format).or_default().push((relation.kind, other.clone(), note.clone()));
            by_format.entry(relation.other).or_default().push((relation.kind.inverse(), slug.clone(), note));
        }
        let index = TextIndex::build(
            (0_u64..).zip(&stored).map(|(key, format)| search_document(key, &format.document)),
        )?;
        // Titles first: of two names that fit alike the suggester takes the earlier one.
        let by_name = |names: fn(&FormatDocument) -> Vec<String>| {
            (0_u64..)
                .zip(&stored)
                .flat_map(|(key, format)| names(&format.document).into_iter().map(move |name| (key, name)))
                .collect::<Vec<_>>()
        };
        let suggester = Suggester::new(by_name(titles).into_iter().chain(by_name(aliases)));
        let mut set = Self {
            entries: Vec::with_capacity(stored.len()),
            rows: Vec::with_capacity(stored.len()),
            by_slug: HashMap::with_capacity(stored.len()),
            index,
            suggester,
        };
        for (position, format) in stored.into_iter().enumerate() {
            let title = folded(format.document.title.german());
            let published = format.published_at.utc().timestamp_micros();
            set.rows.push(Row::new(&format.document, title, published));
            set.by_slug.insert(format.document.slug.clone(), position);
            let mut relations = by_format.remove(&format.id).unwrap_or_default();
            relations.dedup_by(|one, other| one.0 == other.0 && one.1 == other.1);
            let own_relations = own.remove(&format.id).unwrap_or_default();
            set.entries.push(Arc::new(FormatEntry { stored: format, own_relations, relations }));
        }
        Ok(set)
    }

    /// The format with this slug.
    pub fn find(&self, slug: &str) -> Option<&Arc<FormatEntry>> {
        self.entries.get(self.position(slug)?)
    }

    /// Where the format with this slug stands.
    pub fn position(&self, slug: &str) -> Option<usize> {
        self.by_slug.get(slug).copied()
    }

    /// What the full text finds; `None` if no text is asked for.
    pub fn find_text(&self, text: Option<&str>) -> Result<Option<Found>, ApiError> {
        let Some(text) = text else {
            return Ok(None);
        };
        let matches = self.index.search(text).map_err(ApiError::internal)?;
        Ok(Some(Found {
            positions: matches
                .hits
                .iter()
                .filter_map(|(key, score)| Some((usize::try_from(*key).ok()?, *score)))
                .collect(),
            terms: matches.terms,
        }))
    }

    /// The sentences that tell most about why the formats at these positions were found.
    pub fn passages(
        &self,
        positions: &[usize],
        terms: &QueryTerms,
    ) -> Result<HashMap<u64, Passage>, ApiError> {
        let mut keys = positions.iter().map(|position| *position as u64).collect::<Vec<_>>();
        keys.sort_unstable();
        self.index.passages(&keys, terms).map_err(ApiError::internal)
    }

    /// Titles and aliases for suggestions; its keys are positions.
    pub const fn suggester(&self) -> &Suggester {
        &self.suggester
    }
}

/// What a format is called, in every language.
fn titles(format: &FormatDocument) -> Vec<String> {
    format.title.0.values().cloned().collect()
}

/// What else people may call it.
fn aliases(format: &FormatDocument) -> Vec<String> {
    format.aliases.0.values().flatten().cloned().collect()
}

fn search_document(key: u64, format: &FormatDocument) -> SearchDocument {
    SearchDocument {
        key,
        title: both(&[&format.title], &[]),
        aliases: both(&[], &[&format.aliases]),
        summary: both(&[&format.summary], &[]),
        body: body(format),
    }
}

/// Everything else that is written about a format.
pub fn body(format: &FormatDocument) -> Texts {
    let mut texts = vec![&format.description, &format.origin, &format.accessibility, &format.legal_basis];
    for step in &format.steps {
        texts.extend([&step.title, &step.goal, &step.instructions]);
    }
    for variant in &format.variants {
        texts.extend([&variant.title, &variant.text]);
    }
    texts.extend(format.materials.iter().map(|material| &material.name));
    let lists = [&format.outputs, &format.when_to_use, &format.strengths, &format.digital_tools];
    both(&texts, &lists)
}

fn both(texts: &[&L10n], lists: &[&L10nList]) -> Texts {
    let joined = |lang: &str| {
        texts
            .iter()
            .filter_map(|text| text.get(lang))
            .chain(lists.iter().flat_map(|list| list.get(lang).iter().map(String::as_str)))
            .collect::<Vec<_>>()
            .join("\n")
    };
    Texts { german: joined(GERMAN), english: joined(ENGLISH) }
}
