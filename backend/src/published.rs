//! What the public may see of one kind of documents about formats, in memory.

use std::collections::HashMap;

use crate::db::{AboutFormats, Stored};

/// All public documents of one kind, by title.
#[derive(Debug)]
pub struct Published<D> {
    /// The documents.
    pub entries: Vec<Stored<D>>,
    by_slug: HashMap<String, usize>,
}

impl<D: AboutFormats> Published<D> {
    /// Builds the set; `entries` must be in the order of titles.
    pub fn build(entries: Vec<Stored<D>>) -> Self {
        let slugs = entries.iter().map(|entry| entry.document.slug().to_owned());
        Self { by_slug: slugs.zip(0..).collect(), entries }
    }

    /// The document with this slug.
    pub fn find(&self, slug: &str) -> Option<&Stored<D>> {
        self.entries.get(*self.by_slug.get(slug)?)
    }

    /// The documents that name one format.
    pub fn naming(&self, format: &str) -> impl Iterator<Item = &Stored<D>> {
        self.entries.iter().filter(move |entry| entry.document.formats().iter().any(|slug| slug == format))
    }

    /// The documents that name no format.
    pub fn naming_none(&self) -> impl Iterator<Item = &Stored<D>> {
        self.entries.iter().filter(|entry| entry.document.formats().is_empty())
    }
}
