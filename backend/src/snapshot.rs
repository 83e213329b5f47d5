//! What the public may see, in memory: anonymous reads never touch SQL.
//!
//! A snapshot is built from the database when the server starts and whenever [`crate::changes`]
//! says so; readers hold on to the one they began with. Its answers are serialised once and kept
//! in a bounded cache that dies with it, so nothing stale can outlive a change.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use serde::Serialize;

use crate::concepts::{self, ConceptDocument};
use crate::db::{Db, DbError};
use crate::examples::{self, ExampleDocument};
use crate::formats::{self, FormatDocument, FormatSet};
use crate::guides::{self, GuideDocument};
use crate::http::Body;
use crate::problem::ApiError;
use crate::published::Published;
use crate::search::SearchError;

/// The most bytes of serialised answers that are kept.
const MOST_BYTES: u64 = 12 * 1024 * 1024;
/// About how many answers that is.
const USUAL_ANSWERS: usize = 2_000;

#[derive(Clone, Debug)]
struct Kept {
    body: Arc<Body>,
    next: Option<String>,
}

#[derive(Clone, Copy, Debug)]
struct ByBytes;

impl Weighter<String, Kept> for ByBytes {
    fn weight(&self, key: &String, kept: &Kept) -> u64 {
        (key.len() + kept.body.weight()) as u64
    }
}

/// All public objects at one moment.
#[derive(Debug)]
pub struct Snapshot {
    /// The formats.
    pub formats: FormatSet,
    /// The practice examples.
    pub examples: Published<ExampleDocument>,
    /// The guides.
    pub guides: Published<GuideDocument>,
    /// The concepts and ideas.
    pub concepts: Published<ConceptDocument>,
    answers: Cache<String, Kept, ByBytes>,
}

/// Why a snapshot cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The search index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
}

impl Snapshot {
    /// Reads everything public from the database, in one transaction.
    pub async fn load(db: &Db) -> Result<Self, SnapshotError> {
        let mut tx = db.read().await?;
        let stored = formats::store::TABLE.list_published::<FormatDocument>(&mut tx).await?;
        let relations = formats::store::list_relations(&mut tx).await?;
        let examples = examples::store::TABLE.list_published(&mut tx).await?;
        let guides = guides::store::TABLE.list_published(&mut tx).await?;
        let concepts = concepts::store::TABLE.list_published(&mut tx).await?;
        drop(tx);
        // Indexing computes for a while; the server goes on answering meanwhile.
        let formats = tokio::task::spawn_blocking(move || FormatSet::build(stored, &relations))
            .await
            .map_err(|error| SearchError::from(std::io::Error::other(error)))??;
        Ok(Self::new(
            formats,
            Published::build(examples),
            Published::build(guides),
            Published::build(concepts),
        ))
    }

    /// Puts the sets together.
    pub fn new(
        formats: FormatSet,
        examples: Published<ExampleDocument>,
        guides: Published<GuideDocument>,
        concepts: Published<ConceptDocument>,
    ) -> Self {
        let answers = Cache::with_weighter(USUAL_ANSWERS, MOST_BYTES, ByBytes);
        Self { formats, examples, guides, concepts, answers }
    }

    /// The JSON answer under `key`, made by `make` if it is not kept.
    pub fn json<T: Serialize>(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<T, ApiError>,
    ) -> Result<Arc<Body>, ApiError> {
        self.body(key, || Body::json(&make()?).map_err(ApiError::internal))
    }

    /// The answer under `key`, made by `make` if it is not kept.
    pub fn body(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<Body, ApiError>,
    ) -> Result<Arc<Body>, ApiError> {
        Ok(self.kept(key, || Ok((make()?, None)))?.body)
    }

    /// One page of a list under `key` with the cursor of the next one.
    pub fn page<T: Serialize>(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<(T, Option<String>), ApiError>,
    ) -> Result<(Arc<Body>, Option<String>), ApiError> {
        let kept = self.kept(key, || {
            let (page, next) = make()?;
            Ok((Body::json(&page).map_err(ApiError::internal)?, next))
        })?;
        Ok((kept.body, kept.next))
    }

    fn kept(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<(Body, Option<String>), ApiError>,
    ) -> Result<Kept, ApiError> {
        if let Some(kept) = self.answers.get(key) {
            metrics::counter!("snapshot_answers_total", "from" => "memory").increment(1);
            return Ok(kept);
        }
        metrics::counter!("snapshot_answers_total", "from" => "made").increment(1);
        let (body, next) = make()?;
        let kept = Kept { body: Arc::new(body), next };
        self.answers.insert(key.to_owned(), kept.clone());
        Ok(kept)
    }
}
